import { fitLift, type LiftFit } from '#lib/measure/lift.ts';
import type { ItemRole } from '#lib/issue/document.ts';
import type { ArchiveIssue, ArchiveItem } from '../store/archive.ts';
import type { Db } from '../store/open.ts';
import type { Publication } from '../store/publications.ts';
import { derived, type Archive } from './archive.ts';
import type { Estimate, Why } from './rows.ts';

/** The estimates of one league over some issues, looked up by what pages know things by. */
export type League = {
	item(id: number): (Estimate & { expected: number | null }) | null;
	topic(id: number): (Estimate & { expected: number | null }) | null;
	section(id: number): Estimate | null;
	/** by place among the archive's */
	author(place: number): (Estimate & { expected: number | null }) | null;
	issue(id: number): Estimate | null;
	fit: LiftFit | null;
	/** no issue has events: estimates rest on counts alone, and none of them is clear */
	countsOnly: boolean;
	/** items that entered the fit, in its order */
	items: ArchiveItem[];
};

/** Rank ranges and nothing else hang on the draws: the same every time. */
const options = { seed: 20_26, draws: 1000 };

/** More than a fifth of its clickers also clicked a page of another item: whose they are is not known. */
const mostShared = 0.2;

/** Why an item takes no part in the fit of its league, or null where it does. */
export function leftOut(
	{ slot, rollup, links }: ArchiveItem,
	issue: ArchiveIssue | undefined
): Why | null {
	if (links === 0) return 'noLink';
	// what was shown to readers of its own stood where all that it is held against stood
	if (slot === null && (rollup?.reach ?? null) === null) return 'noModel';
	if (!rollup || !issue?.rollup || (rollup.clickers ?? rollup.clicks) === null) return 'countsOnly';
	return rollup.shared > (rollup.clickers ?? Infinity) * mostShared ? 'shared' : null;
}

/** Fits the items of one role in these issues; nothing is ranked against another role. */
export function leagueOf(
	db: Db,
	publication: Publication,
	archive: Archive,
	issues: readonly ArchiveIssue[],
	role: Exclude<ItemRole, 'house'>
): League {
	const name = `league ${role} ${issues.map(({ id }) => id).join(',')}`;
	return derived(db, publication, name, () => makeLeague(archive, issues, role));
}

function makeLeague(archive: Archive, issues: readonly ArchiveIssue[], role: ItemRole): League {
	const layers = issues.filter(({ rollup }) => rollup?.layer === 'events');
	const countsOnly = layers.length === 0;
	const fitted = countsOnly ? [...issues] : layers;
	const issueIndex = new Map(fitted.map(({ id }, i) => [id, i]));
	const issueById = new Map(fitted.map((issue) => [issue.id, issue]));

	const items = archive.items.filter(
		(item) =>
			item.role === role &&
			issueIndex.has(item.issueId) &&
			!leftOut(item, issueById.get(item.issueId))
	);
	// where exports count clicks and not readers, clicks are held against clicks
	const byClicks = items.some(({ rollup }) => rollup!.clickers === null);
	const topicIndex = indexed(archive.topics.map(({ id }) => id));
	const sectionIndex = indexed(items.flatMap(({ sectionId }) => sectionId ?? []));

	// one author is usual, and no more
	const alone = archive.authors.length < 2;
	const fit = items.length
		? fitLift(
				{
					items: items.map((item) => ({
						issue: issueIndex.get(item.issueId)!,
						reach: (item.rollup!.reach ?? issueById.get(item.issueId)!.rollup!.delivered) || null,
						slot: item.slot ?? 1,
						format: item.format ?? 'brief',
						pages: Math.max(1, item.pages),
						section: item.sectionId === null ? -1 : sectionIndex.get(item.sectionId)!,
						era: 0,
						topics: (archive.topicsOfItem.get(item.id) ?? []).map((id) => topicIndex.get(id)!),
						authors: alone ? [] : (archive.authorsOfItem.get(item.id) ?? []),
						clickers: (byClicks ? item.rollup!.clicks : null) ?? item.rollup!.clickers ?? 0
					})),
					issues: fitted.length,
					sections: sectionIndex.size,
					topics: archive.topics.length,
					authors: alone ? 0 : archive.authors.length
				},
				options
			)
		: null;

	const itemIndex = new Map(items.map(({ id }, i) => [id, i]));
	const at = <Row extends Estimate>(rows: Row[] | undefined, index: number | undefined) => {
		const row = index === undefined ? undefined : rows?.[index];
		return row?.enough && countsOnly ? { ...row, why: 'countsOnly' as const } : (row ?? null);
	};
	return {
		fit,
		countsOnly,
		items,
		item: (id) => at(fit?.items, itemIndex.get(id)),
		topic: (id) => at(fit?.topics, topicIndex.get(id)),
		author: (place) => at(fit?.authors, place),
		section: (id) => at(fit?.sections, sectionIndex.get(id)),
		issue: (id) => at(fit?.issues, issueIndex.get(id))
	};
}

function indexed(ids: readonly number[]): Map<number, number> {
	return new Map([...new Set(ids)].map((id, i) => [id, i]));
}

/** What is said of a thing no fit knows. */
export function unsaid(why: Why): Estimate {
	return {
		lift: null,
		low: null,
		high: null,
		low50: null,
		high50: null,
		above: null,
		enough: false,
		why,
		rank: null,
		rankLow: null,
		rankHigh: null
	};
}

/** An estimate's own fields, without what else its row holds. */
export function estimateOf(row: Estimate): Estimate {
	const { lift, low, high, low50, high50, above, enough, why, rank, rankLow, rankHigh } = row;
	return { lift, low, high, low50, high50, above, enough, why, rank, rankLow, rankHigh };
}
