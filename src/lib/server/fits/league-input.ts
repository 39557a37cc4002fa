import type { LiftInput, LiftItem } from '#lib/measure/lift/lift-input.ts';
import type { ArchiveIssue, ArchiveItem } from '../store/rollups/archive.ts';
import { itemDelivered } from '../store/rollups/delivered.ts';
import type { FitRow } from '../store/rollups/fits.ts';
import type { FitFacts } from './archive.ts';
import { itemCount, machinesOf, withoutMachines, type ItemMachines } from './machines.ts';
import { personalIssues } from './personal.ts';

/** Items compete within a league and are never ranked against those of another. */
export type LeagueName = FitRow['league'];

/** What the fit's indexes stand for, in its order. */
export type LeagueKeys = {
	items: Int32Array;
	issues: Int32Array;
	/** the issue of each item, by index */
	issueOf: Int32Array;
	topics: Int32Array;
	sections: Int32Array;
	/** names as they are compared */
	authors: string[];
};

/** A league as input of the model, and what its indexes stand for. */
export type LeagueInput = {
	input: LiftInput;
	keys: LeagueKeys;
	/** when each issue was sent, in UTC milliseconds; null where no file says it */
	sentAt: (number | null)[];
	/** no issue has events: estimates come from counts alone */
	countsOnly: boolean;
	/** exports count clicks and not readers: clicks are compared with clicks */
	byClicks: boolean;
	/** for each item, the clicks attributed to machines, and how far its counts were thinned */
	machines: ItemMachines[];
	/** false if totals do not separate people from machines: items are then ranked without a lift */
	measured: boolean;
	/** items of other leagues in the same issues, with known position and clickers */
	others: OtherInput[];
};

/** An item that is not editorial, with its place; `issue` is an index. */
export type OtherInput = Pick<
	LiftItem,
	'issue' | 'reach' | 'position' | 'format' | 'pages' | 'clickers'
> & {
	role: 'sponsor' | 'house';
};

/** Why an item is not in the fit of its league. Worded in `messages/` under `why.<code>`. */
export type FitExclusion = 'noLink' | 'noModel' | 'noClicks' | 'shared';

/**
 * If more than this share of an item's clickers also clicked a page of another item, they cannot be
 * attributed.
 */
const mostShared = 0.2;

/** Why an item is not in the fit of its league; null if it is. */
export function fitExclusion(
	{ position, rollup, links }: ArchiveItem,
	issue: ArchiveIssue | undefined
): FitExclusion | null {
	if (links === 0) return 'noLink';
	// an item without a position is fitted only if it has a reach of its own: such items share their places
	if (position === null && (rollup?.reach ?? null) === null) return 'noModel';
	if (!rollup || !issue?.rollup || (rollup.clickers ?? rollup.clicks) === null) return 'noClicks';
	return rollup.shared > (rollup.clickers ?? Infinity) * mostShared ? 'shared' : null;
}

/**
 * Lays out a league over the whole history. Everything is sorted by its own content and never by ids, which
 * only tell what was stored first: the same data give the same digits.
 */
// eslint-disable-next-line max-lines-per-function -- one input laid out: the indexes of its parts refer to each other
export function leagueInput(archive: FitFacts, league: LeagueName): LeagueInput {
	const layers = archive.issues.filter(({ rollup }) => rollup?.layer === 'events');
	const countsOnly = layers.length === 0;
	const issues = countsOnly ? archive.issues : layers;
	const issueById = new Map(issues.map((issue) => [issue.id, issue]));
	const items = archive.items.filter(
		(item) =>
			item.role === league &&
			issueById.has(item.issueId) &&
			!fitExclusion(item, issueById.get(item.issueId))
	);
	const byClicks = items.some(({ rollup }) => rollup!.clickers === null);

	const { machines, measured } = machinesOf(archive, items, byClicks, countsOnly);

	const topics = archive.topics
		.map(({ id, names }) => ({ id, name: Object.values(names).join('\n') }))
		.sort((a, b) => (a.name < b.name ? -1 : a.name > b.name ? 1 : a.id - b.id))
		.map(({ id }) => id);
	const sections = [...new Set(items.flatMap(({ sectionId }) => sectionId ?? []))];
	// a single author is the average, and gets no effect
	const alone = archive.authors.length < 2;
	const issueAt = indexed(issues.map(({ id }) => id));
	const topicAt = indexed(topics);
	const sectionAt = indexed(sections);

	const personal = personalIssues(archive);
	const placeOf = (item: ArchiveItem) => ({
		issue: issueAt.get(item.issueId)!,
		reach: itemDelivered(item, issueById.get(item.issueId)) || null,
		...(personal.has(item.issueId)
			? { position: 1, format: 'brief' as const }
			: { position: item.position ?? 1, format: item.format ?? 'brief' }),
		pages: Math.max(1, item.pages),
		clickers: itemCount(item, byClicks)
	});
	const others = archive.items.flatMap((item): OtherInput[] => {
		const { role, position, issueId } = item;
		if (league !== 'editorial' || role === 'editorial' || position === null) return [];
		const issue = issueById.get(issueId);
		return issue && !fitExclusion(item, issue) ? [{ ...placeOf(item), role }] : [];
	});

	return {
		input: {
			items: items.map((item, i) => ({
				...withoutMachines(placeOf(item), machines[i]!),
				section: item.sectionId === null ? -1 : sectionAt.get(item.sectionId)!,
				topics: (archive.topicsOfItem.get(item.id) ?? [])
					.map((id) => topicAt.get(id)!)
					.sort((a, b) => a - b),
				authors: alone ? [] : (archive.authorsOfItem.get(item.id) ?? [])
			})),
			issues: issues.length,
			sections: sections.length,
			topics: topics.length,
			authors: alone ? 0 : archive.authors.length
		},
		keys: {
			items: Int32Array.from(items, ({ id }) => id),
			issues: Int32Array.from(issues, ({ id }) => id),
			issueOf: Int32Array.from(items, ({ issueId }) => issueAt.get(issueId)!),
			topics: Int32Array.from(topics),
			sections: Int32Array.from(sections),
			authors: alone ? [] : archive.authors.map(({ key }) => key)
		},
		sentAt: issues.map(({ sentAt }) => sentAt),
		countsOnly,
		byClicks,
		machines,
		measured,
		others
	};
}

function indexed(ids: readonly number[]): Map<number, number> {
	return new Map(ids.map((id, i) => [id, i]));
}
