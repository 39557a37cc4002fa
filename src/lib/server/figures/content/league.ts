import { nothingSaid } from '#lib/measure/lift/estimate.ts';
import type { LiftFit } from '#lib/measure/lift/lift.ts';
import { meanLift } from '#lib/measure/lift/mean-lift.ts';
import type { ArchiveIssue, ArchiveItem } from '../../store/rollups/archive.ts';
import type { LeagueName } from '../../fits/kept-fit.ts';
import type { Archive } from '../archive.ts';
import type { Estimate, Why } from './rows.ts';

/** What the model says about one league over all time, looked up by the ids that pages use. */
export type League = {
	/** null for what is in no fit */
	item(id: number): (Estimate & { expected: number }) | null;
	topic(id: number): Estimate | null;
	section(id: number): Estimate | null;
	/** by index among the archive's authors */
	author(place: number): Estimate | null;
	issue(id: number): Estimate | null;
	/** several items by id: the mean of their lifts; null if none has one */
	together(ids: readonly number[]): Estimate | null;
	fit: LiftFit | null;
	/** no issue has events: estimates come from counts alone, and none is clear */
	countsOnly: boolean;
	/** false if totals do not separate people from machines: ranks without a lift */
	measured: boolean;
	/**
	 * whether averages are given: a fit of too few items, or of one issue, gives every item an expected
	 * number, but that is not an average
	 */
	told: boolean;
	/** items that entered the fit, in its order */
	items: ArchiveItem[];
	/** indexes in the fit, by id; authors by their index in the archive */
	index: Record<'topics' | 'sections' | 'authors' | 'issues', ReadonlyMap<number, number>>;
};

const made = new WeakMap<Archive, Map<LeagueName, League>>();

/** The league of one role: items are never ranked against those of another. */
export function leagueOf(archive: Archive, name: LeagueName): League {
	const ofArchive = made.get(archive) ?? new Map<LeagueName, League>();
	made.set(archive, ofArchive);
	let league = ofArchive.get(name);
	if (!league) ofArchive.set(name, (league = makeLeague(archive, name)));
	return league;
}

function makeLeague(archive: Archive, name: LeagueName): League {
	const { keys, fit, countsOnly, measured } = archive.fits[name];
	const itemIndex = indexed(keys.items);
	const byId = new Map(archive.items.map((item) => [item.id, item]));
	const places = new Map(archive.authors.map(({ key }, place) => [key, place]));
	const index = {
		topics: indexed(keys.topics),
		sections: indexed(keys.sections),
		authors: new Map(keys.authors.map((key, i) => [places.get(key) ?? -1, i])),
		issues: indexed(keys.issues)
	};
	const at = <Row extends Estimate>(rows: Row[] | undefined, place: number | undefined) => {
		const row = place === undefined ? undefined : rows?.[place];
		return row ? doubted(row, { countsOnly, measured }) : null;
	};
	return {
		fit,
		countsOnly,
		measured,
		told: fit?.items.some(({ lift, rank }) => lift !== null || rank !== null) ?? false,
		items: [...keys.items].flatMap((id) => byId.get(id) ?? []),
		index,
		item: (id) => at(fit?.items, itemIndex.get(id)),
		topic: (id) => at(fit?.topics, index.topics.get(id)),
		author: (place) => at(fit?.authors, index.authors.get(place)),
		section: (id) => at(fit?.sections, index.sections.get(id)),
		issue: (id) => at(fit?.issues, index.issues.get(id)),
		together: (ids) => {
			const mean = fit && meanLift(fit, [...new Set(ids.flatMap((id) => itemIndex.get(id) ?? []))]);
			return mean && doubted(mean, { countsOnly, measured });
		}
	};
}

/** Marks an estimate from counts alone: nothing in it is clear. */
export function doubted<Row extends Estimate>(
	row: Row,
	{ countsOnly, measured }: Pick<League, 'countsOnly' | 'measured'>
): Row {
	if (!countsOnly) return row;
	if (measured) return row.enough ? { ...row, why: 'countsOnly' as const } : row;
	// a group compared only with itself has no lift either way, but would have had one
	if (!row.enough && row.why !== 'alone') return row;
	const { rank, rankLow, rankHigh } = row;
	return { ...row, ...unsaid('unfiltered'), rank, rankLow, rankHigh };
}

function indexed(ids: ArrayLike<number>): Map<number, number> {
	return new Map(Array.from(ids, (id, i) => [id, i]));
}

/** How many of some items are in the fit; null without a fit. */
export function comparedOf(items: readonly ArchiveItem[], { fit, item }: League): number | null {
	return fit ? items.filter(({ id }) => item(id) !== null).length : null;
}

/** Issues that the league was fitted to. */
export function fittedIssues(issues: readonly ArchiveIssue[], league: League): ArchiveIssue[] {
	return issues.filter(({ id }) => league.index.issues.has(id));
}

/** Whether clicks on an item are known, if only as totals. */
export const hasKnownClicks = ({ rollup }: Pick<ArchiveItem, 'rollup'>): boolean =>
	(rollup?.clickers ?? rollup?.clicks) != null;

/**
 * Why none of some items is in the fit: no clicks on them are known, or only totals while other issues have
 * events. Null if neither is the case.
 */
export function unfitted(
	items: readonly ArchiveItem[],
	{ fit, index }: Pick<League, 'fit' | 'index'>
): 'noClicks' | 'countsOnly' | null {
	const known = items.filter(hasKnownClicks);
	if (known.length === 0) return items.length > 0 ? 'noClicks' : null;
	const isCounted = fit && known.every(({ issueId }) => !index.issues.has(issueId));
	return isCounted ? 'countsOnly' : null;
}

/** The estimate of something that is in no fit. */
export function unsaid(why: Why): Estimate {
	return { ...nothingSaid, why };
}

/** The estimate of some items together: what the fit found, or why there is none. */
export function estimateWith(
	found: Estimate | null,
	items: readonly ArchiveItem[],
	league: Pick<League, 'fit' | 'index'>
): Estimate {
	if (found?.enough) return estimateFields(found);
	const why = unfitted(items, league);
	return why ? unsaid(why) : found ? estimateFields(found) : unsaid('noModel');
}

/**
 * For sections and authors, which are confounded with topics; topics are confounded with positions.
 */
export function apartFromTopics(estimate: Estimate): Estimate {
	return estimate.why === 'confounded' ? { ...estimate, why: 'sameTopics' } : estimate;
}

/** An estimate's own fields, without the rest of its row. */
export function estimateFields(row: Estimate): Estimate {
	const { lift, low, high, low50, high50, above, enough, why, rank, rankLow, rankHigh } = row;
	return { lift, low, high, low50, high50, above, enough, why, rank, rankLow, rankHigh };
}
