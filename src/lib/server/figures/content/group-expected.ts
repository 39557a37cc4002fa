import type { Archive } from '../archive.ts';
import type { ArchiveItem } from '../../store/rollups/archive.ts';
import type { League } from './league.ts';

export type GroupKind = 'topics' | 'sections' | 'authors';

/** Log effects of an item's topics, section and authors, each relative to the average one. */
type Parts = Record<GroupKind, number>;

/** What the fit says about a league's items together; made once. */
type Usual = {
	parts: ReadonlyMap<number, Parts>;
	/**
	 * clickers ÷ expected clickers given all parts, over all items: above 1, because the mean of scattered
	 * items lies above their median
	 */
	scatter: number;
};

const made = new WeakMap<League, Usual>();

/**
 * Clickers that these items would have got with average topics (sections, authors), at the same positions in
 * the same issues, everything else unchanged. So clickers ÷ expected is a group's lift, with two differences:
 * lift is drawn toward 1 as far as chance explains it, and a sum follows single items with many clickers.
 *
 * Null if none of the items is in the fit, or the fit gives no averages.
 */
export function expectedOfAverage(
	kind: GroupKind,
	items: readonly ArchiveItem[],
	archive: Archive,
	league: League
): number | null {
	if (!league.told) return null;
	const { parts, scatter } = usualOf(archive, league);
	const known = items.flatMap(({ id }) => {
		const [expected, own] = [league.item(id)?.expected, parts.get(id)];
		return expected === undefined || !own ? [] : expected * Math.exp(besides(kind, own));
	});
	return known.length ? scatter * known.reduce((sum, expected) => sum + expected, 0) : null;
}

/**
 * The item's log effects other than its group's. Expected clickers already include its section, but not its
 * topics and authors.
 */
function besides(kind: GroupKind, { topics, sections, authors }: Parts): number {
	if (kind === 'topics') return authors;
	return kind === 'authors' ? topics : topics + authors - sections;
}

function usualOf(archive: Archive, league: League): Usual {
	let usual = made.get(league);
	if (!usual) made.set(league, (usual = makeUsual(archive, league)));
	return usual;
}

function makeUsual(archive: Archive, { fit, index, item, items }: League): Usual {
	const parts = new Map<number, Parts>();
	if (!fit) return { parts, scatter: 1 };
	const meanOf = (kind: GroupKind, ids: readonly number[]) =>
		ids.reduce((sum, id) => {
			const place = index[kind].get(id);
			return sum + (place === undefined ? 0 : fit.effects[kind].mean[place]!);
		}, 0) / (ids.length || 1);
	let [got, expected] = [0, 0];
	for (const one of items) {
		const { id, sectionId, rollup } = one;
		const own = {
			topics: meanOf('topics', archive.topicsOfItem.get(id) ?? []),
			sections: meanOf('sections', sectionId === null ? [] : [sectionId]),
			authors: meanOf('authors', archive.authorsOfItem.get(id) ?? [])
		};
		parts.set(id, own);
		got += rollup?.clickers ?? rollup?.clicks ?? 0;
		expected += (item(id)?.expected ?? 0) * Math.exp(own.topics + own.authors);
	}
	return { parts, scatter: got > 0 && expected > 0 ? got / expected : 1 };
}
