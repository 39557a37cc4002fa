import type { GroupName } from '#lib/measure/lift/lift.ts';
import { liftChange, liftChanges } from '#lib/measure/lift/change-of-lift.ts';
import { seeded } from '#lib/measure/stats/random.ts';
import { FEWEST_PEOPLE } from '#lib/small-cells.ts';
import type { ArchiveItem } from '../../store/rollups/archive.ts';
import type { Archive } from '../archive.ts';
import type { Compared } from '../comparison.ts';
import { unchanged, type RowChange } from '../row-change.ts';
import type { Chosen } from './chosen.ts';
import { leagueOf } from './league.ts';
import { withRateChanges } from './rate-changes.ts';
import type { Estimate, GroupAmounts, Why } from './rows.ts';
import { periodsOf, SELECTION_SEED } from './selection.ts';

/** What rows of groups have in common. */
export type GroupRow = Estimate & Pick<GroupAmounts, 'clickers' | 'rawRate'>;

/** The chosen items, and the same choice in the issues that they are compared with. */
export type Periods = { now: Chosen; before: Chosen; compared: Compared };

/** Identifies a comparison. */
export function comparedName(of: GroupName, { now, before, compared }: Periods): string {
	return `${of} compared ${now.name} ${before.name} ${compared.by} ${compared.why}`;
}

/** Rows of two periods, and how items belong to them. */
type Two<Row> = {
	rows: readonly Row[];
	/** the other period's own rows */
	others: readonly Row[];
	/** by id; for authors, the index in the archive */
	idOf(row: Row): number;
	/** the rows to which an item belongs */
	idsOf(item: ArchiveItem): readonly number[];
};

/**
 * Adds to rows how their main number moved since another period: their lift, or their click rate if none has a
 * lift. Rows stay as they are if nothing is compared, or if totals do not separate people from machines and
 * rows show ranks. A row that is missing in the other period is new and has no change.
 */
export function withChanges<Row extends GroupRow>(
	archive: Archive,
	of: GroupName,
	periods: Periods,
	two: Two<Row>
): (Row & { liftChange?: RowChange | null; rateChange?: RowChange | null })[] {
	const { rows } = two;
	const { fit, measured } = leagueOf(archive, 'editorial');
	const { by, why } = periods.compared;
	if (by === 'none' || why !== null || (fit && !measured)) return [...rows];
	return rows.some(({ lift }) => lift !== null)
		? withLiftChanges(archive, of, periods, two)
		: withRateChanges(archive, periods, two);
}

function withLiftChanges<Row extends GroupRow>(
	archive: Archive,
	of: GroupName,
	{ now, before }: Periods,
	{ rows, others, idOf }: Two<Row>
): (Row & { liftChange: RowChange | null })[] {
	const league = leagueOf(archive, 'editorial');
	const { index } = league;
	const fit = league.fit!;
	const changes = liftChanges(
		fit,
		of,
		periodsOf(archive, league, now, before),
		seeded(SELECTION_SEED)
	);
	const known = new Map(others.map((row) => [idOf(row), row]));
	return rows.map((row) => {
		const other = known.get(idOf(row));
		const at = index[of].get(idOf(row));
		const moved = (ratio: number) => (at === undefined ? null : liftChange(changes, at, ratio));
		return { ...row, liftChange: changeOf(row, other, moved) };
	});
}

function changeOf(
	row: GroupRow,
	other: GroupRow | undefined,
	movedBy: (ratio: number) => ReturnType<typeof liftChange> | null
): RowChange | null {
	// its row already says that nothing is known of it
	if (!row.enough && !other?.enough) return null;
	if (!other) return unchanged('new');
	const before = other.enough ? other.lift : null;
	const unsaid = [row, other].find(({ enough }) => !enough);
	if (unsaid) return unchanged(isFewOf(unsaid.why) ? 'few' : 'unknown', before);
	if ([row, other].some(({ clickers }) => clickers !== null && clickers < FEWEST_PEOPLE))
		return unchanged('few');
	// the ratio of the two lifts as shown, so that the three numbers agree
	const moved = movedBy(row.lift! / other.lift!);
	if (!moved?.enough) return unchanged('few', before);
	const { lift: change, low, high, above } = moved;
	return { before, change, low, high, above, why: null };
}

/** Whether more data would give an estimate. */
function isFewOf(why: Why | null): boolean {
	return why === 'fewItems' || why === 'fewIssues' || why === 'fewInAll';
}
