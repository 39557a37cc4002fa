import type { Archive } from '../archive.ts';
import type { ArchiveItem } from '../../store/rollups/archive.ts';
import type { League } from './league.ts';

export type GroupKind = 'topics' | 'sections' | 'authors';

/** Log effects of an item's topics, section and authors, each against the average one. */
type Parts = Record<GroupKind, number>;

/** What the fit says of a league's items together, made once. */
type Usual = {
	parts: ReadonlyMap<number, Parts>;
	/**
	 * clickers ÷ what is expected with all of their parts, over all items: items scatter, and the mean lies
	 * above the middle
	 */
	scatter: number;
};

const made = new WeakMap<League, Usual>();

/**
 * Clickers that average topics (sections, authors) would have got with these items: in the same positions and
 * issues, and all else that the fit tells as it was. So clickers ÷ expected is a group's lift, but for chance,
 * which a lift is drawn toward 1 for, and for single items that got many clickers, which a sum follows.
 *
 * Null where none of the items is in the fit, or the fit tells no averages.
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
 * What an item has beside its group's effect. Its expected clickers have its section in them, and neither
 * topics nor authors.
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
