import { nothingSaid } from '#lib/measure/lift/estimate.ts';
import type { LiftFit } from '#lib/measure/lift/lift.ts';
import { meanLift } from '#lib/measure/lift/mean-lift.ts';
import type { ArchiveIssue, ArchiveItem } from '../../store/rollups/archive.ts';
import type { LeagueName } from '../../fits/kept-fit.ts';
import type { Archive } from '../archive.ts';
import type { Estimate, Why } from './rows.ts';

/** What the model says of one league over all time, looked up by what pages know things by. */
export type League = {
	/** null for what no fit knows */
	item(id: number): (Estimate & { expected: number }) | null;
	topic(id: number): Estimate | null;
	section(id: number): Estimate | null;
	/** by place among the archive's */
	author(place: number): Estimate | null;
	issue(id: number): Estimate | null;
	/** items together, by id: the mean of their lifts; null of none that has one */
	together(ids: readonly number[]): Estimate | null;
	fit: LiftFit | null;
	/** no issue has events: estimates rest on counts alone, and none of them is clear */
	countsOnly: boolean;
	/** false where totals do not tell people from machines: ranks, and no lift */
	measured: boolean;
	/**
	 * whether averages are told: a fit of too few items, or of one issue, gives each something that is expected
	 * of it, which is no average
	 */
	told: boolean;
	/** items that entered the fit, in its order */
	items: ArchiveItem[];
	/** indexes in the fit, by id; authors by place among the archive's */
	index: Record<'topics' | 'sections' | 'authors' | 'issues', ReadonlyMap<number, number>>;
};

const made = new WeakMap<Archive, Map<LeagueName, League>>();

/** The league of one role: nothing is ranked against another one. */
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

/** An estimate that rests on counts alone says so: nothing in it is clear. */
export function doubted<Row extends Estimate>(
	row: Row,
	{ countsOnly, measured }: Pick<League, 'countsOnly' | 'measured'>
): Row {
	if (!countsOnly) return row;
	if (measured) return row.enough ? { ...row, why: 'countsOnly' as const } : row;
	// what is held against itself alone would have had a lift
	if (!row.enough && row.why !== 'alone') return row;
	const { rank, rankLow, rankHigh } = row;
	return { ...row, ...unsaid('unfiltered'), rank, rankLow, rankHigh };
}

function indexed(ids: ArrayLike<number>): Map<number, number> {
	return new Map(Array.from(ids, (id, i) => [id, i]));
}

/** How many of some items are in the fit; null where there is none. */
export function comparedOf(items: readonly ArchiveItem[], { fit, item }: League): number | null {
	return fit ? items.filter(({ id }) => item(id) !== null).length : null;
}

/** Issues that the league was fitted to. */
export function fittedIssues(issues: readonly ArchiveIssue[], league: League): ArchiveIssue[] {
	return issues.filter(({ id }) => league.index.issues.has(id));
}

/**
 * Why some items together are in no fit: nobody's clicks on them are known, or totals alone of the clicks
 * where other issues have events. Null where neither is.
 */
export function unfitted(
	items: readonly ArchiveItem[],
	{ fit, index }: Pick<League, 'fit' | 'index'>
): 'noClicks' | 'countsOnly' | null {
	const known = items.filter(({ rollup }) => (rollup?.clickers ?? rollup?.clicks) != null);
	if (known.length === 0) return items.length > 0 ? 'noClicks' : null;
	const isCounted = fit && known.every(({ issueId }) => !index.issues.has(issueId));
	return isCounted ? 'countsOnly' : null;
}

/** What is said of a thing no fit knows. */
export function unsaid(why: Why): Estimate {
	return { ...nothingSaid, why };
}

/** What is said of some items together, by what the fit found of them where it did. */
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
 * Of sections and authors: what they are confounded with is topics, and not positions as topics are.
 */
export function apartFromTopics(estimate: Estimate): Estimate {
	return estimate.why === 'confounded' ? { ...estimate, why: 'sameTopics' } : estimate;
}

/** An estimate's own fields, without what else its row holds. */
export function estimateFields(row: Estimate): Estimate {
	const { lift, low, high, low50, high50, above, enough, why, rank, rankLow, rankHigh } = row;
	return { lift, low, high, low50, high50, above, enough, why, rank, rankLow, rankHigh };
}
