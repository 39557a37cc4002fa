import { DAY } from '#lib/duration.ts';
import { decomposeChange, type Decomposition, type Moved } from '#lib/measure/stats/decompose.ts';
import { elasticity } from '#lib/measure/stats/elasticity.ts';
import { listAndEngaged } from '#lib/measure/readers/list-and-engaged.ts';
import type { ArchiveIssue } from '../../store/rollups/archive.ts';
import type { Db } from '../../store/sql/open.ts';
import type { Publication } from '../../store/publications.ts';
import { Readers } from '../../store/readers/reader-set.ts';
import { clickersByDay } from '../../store/rollups/rollups.ts';
import { localDays } from '../../local-date.ts';
import type { Archive } from '../archive.ts';
import { isUnfiltered } from './issue-keys.ts';
import { layerOf } from './item-keys.ts';
import { mixOf } from './issue-stand.ts';
import { issueRows } from './issues.ts';
import { leagueOf } from './league.ts';

/** What moves a click rate; `scanners` applies only to a rate that counts their clicks. */
export type PartName = 'list' | 'engaged' | 'positions' | 'topics' | 'remainder';

/** How far a rate moved; `unfiltered` if clicks are totals, which machines may have moved. */
type MovedRate = Moved & { unfiltered?: true };

/** A change of the click rate between two runs of issues, and its parts, as rates. */
export type ClickChange = {
	/** closed issues with a click rate in either run */
	issuesBefore: number;
	issues: number;
	before: number;
	after: number;
	whole: MovedRate;
	/** they add up to the whole */
	parts: { name: PartName; moved: MovedRate }[];
	/** parts that are unknown, and so are in the remainder */
	untold: PartName[];
	/** what machines' clicks would have added to the change if they had been counted */
	scanners: number | null;
};

type Counted = ArchiveIssue & { rate: number; delivered: number };

/**
 * What explains the change of the click rate. Null if either run has no closed issue with a rate, or if their
 * delivered counts have different bases, which do not compare.
 */
export async function clickChange(
	db: Db,
	publication: Publication,
	archive: Archive,
	issues: readonly ArchiveIssue[],
	compared: readonly ArchiveIssue[]
): Promise<ClickChange | null> {
	const after = countedOf(archive, issues);
	const before = countedOf(archive, compared);
	const bases = new Set([...before, ...after].map(({ rollup }) => rollup?.basis));
	if (before.length === 0 || after.length === 0 || bases.size > 1) return null;

	const both = [...before, ...after];
	const mixes = mixParts(archive, both);
	const people = await audienceParts(db, publication, archive, both);
	const explained = (run: readonly Counted[]) =>
		run.map(({ id, rate }) => ({ rate, parts: { ...people?.get(id), ...mixes?.get(id) } }));
	const parts = decomposeChange(explained(before), explained(after))!;
	const unfiltered = isUnfiltered(after.map(layerOf));
	const judged = (moved: Moved): MovedRate => (unfiltered ? { ...moved, unfiltered } : moved);

	return {
		issuesBefore: before.length,
		issues: after.length,
		before: parts.before,
		after: parts.after,
		whole: judged(parts.whole),
		parts: partsOf(parts).map(({ name, moved }) => ({ name, moved: judged(moved) })),
		untold: [
			...(people ? [] : (['list', 'engaged'] as const)),
			...(mixes ? [] : (['positions', 'topics'] as const))
		],
		scanners: scannersOf(before, after, parts.whole.change)
	};
}

function countedOf(archive: Archive, issues: readonly ArchiveIssue[]): Counted[] {
	const byId = new Map(issues.map((issue) => [issue.id, issue]));
	// in the order of the rows, in which key figures add up too: then even the last digit is the same
	return issueRows(archive, issues).flatMap(({ id, rate, delivered, open }): Counted[] =>
		open || !rate || !delivered ? [] : [{ ...byId.get(id)!, rate, delivered }]
	);
}

const ORDER: PartName[] = ['list', 'engaged', 'positions', 'topics'];

function partsOf({ parts, remainder }: Decomposition): { name: PartName; moved: Moved }[] {
	const named = ORDER.flatMap((name) => (parts[name] ? [{ name, moved: parts[name] }] : []));
	return [...named, { name: 'remainder', moved: remainder }];
}

/** How positions and topics move the chance of any click, as logarithms; null without a complete fit. */
function mixParts(
	archive: Archive,
	issues: readonly Counted[]
): Map<number, { positions: number; topics: number }> | null {
	const league = leagueOf(archive, 'editorial');
	const ids = new Set(issues.map(({ id }) => id));
	const ofItems = league.items
		.filter(({ issueId }) => ids.has(issueId))
		.reduce((sum, { rollup }) => sum + (rollup?.clickers ?? 0), 0);
	const ofIssues = issues.reduce((sum, { rollup }) => sum + (rollup?.clickers ?? 0), 0);
	const effect = elasticity(Math.max(1, ofItems / ofIssues));

	const mixes = new Map<number, { positions: number; topics: number }>();
	for (const { id } of issues) {
		const mix = mixOf(id, archive, league);
		if (!mix) return null;
		mixes.set(id, { positions: mix.positions * effect, topics: mix.topics * effect });
	}
	return mixes;
}

/** A reader with a human click within this many days before is engaged. */
const ENGAGED_DAYS = 90;

/**
 * How the size of the list and the number of engaged readers move the rate, as logarithms. Null if the archive
 * does not reach ninety days further back: who was engaged is unknown then.
 */
async function audienceParts(
	db: Db,
	publication: Publication,
	archive: Archive,
	issues: readonly Counted[]
): Promise<Map<number, { list: number; engaged: number }> | null> {
	const first = Math.min(...issues.map(({ sentAt }) => sentAt ?? 0));
	const last = Math.max(...issues.map(({ sentAt }) => sentAt ?? 0));
	const start = Math.min(...archive.issues.map(({ sentAt }) => sentAt ?? Infinity));
	if (first === 0 || start > first - ENGAGED_DAYS * DAY) return null;
	// it is also unknown where pseudonyms replaced the readers of those days
	const isCut = ({ sentAt, cut }: ArchiveIssue) =>
		cut && (sentAt ?? Infinity) >= first - ENGAGED_DAYS * DAY;
	if (archive.issues.some(isCut)) return null;

	const dayOf = localDays(publication.zone);
	const days = await clickersByDay(db, publication.id, dayOf(first) - ENGAGED_DAYS, dayOf(last));
	const seen = issues.map(({ id, sentAt, delivered, rollup }) => {
		const until = dayOf(sentAt!);
		const readers = new Readers();
		for (const { day, readers: some } of days)
			if (day < until && day >= until - ENGAGED_DAYS) readers.add(some);
		const known = readers.size;
		const engaged = Math.min(known, delivered);
		// clickers who were not engaged are those that the set did not contain
		const others = readers.add(rollup?.readers ?? null).size - known;
		return { id, delivered, engaged, clickers: rollup?.clickers ?? 0, others };
	});

	const sum = (pick: (one: (typeof seen)[number]) => number) =>
		seen.reduce((total, one) => total + pick(one), 0);
	const [delivered, engaged, others] = [
		sum((one) => one.delivered),
		sum((one) => one.engaged),
		sum((one) => one.others)
	];
	const rates = {
		engaged: (sum((one) => one.clickers) - others) / engaged,
		others: others / (delivered - engaged)
	};
	if (!(rates.engaged > 0 && rates.others > 0)) return null;

	const usual = { delivered: delivered / seen.length, engaged: engaged / seen.length };
	return new Map(seen.map((one) => [one.id, listAndEngaged(one, usual, rates)]));
}

/** The rate with machines' clicks left in: clickers are scaled in proportion to all clicks. */
function scannersOf(
	before: readonly Counted[],
	after: readonly Counted[],
	change: number
): number | null {
	const unsorted = (run: readonly Counted[]) =>
		run.reduce((sum, { rate, rollup }) => sum + (rate * rollup!.allClicks!) / rollup!.clicks!, 0) /
		run.length;
	const known = [...before, ...after].every(({ rollup }) => rollup?.clicks && rollup.allClicks);
	return known ? unsorted(after) - unsorted(before) - change : null;
}
