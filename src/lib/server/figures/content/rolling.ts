import { WEEK } from '#lib/duration.ts';
import type { GroupName } from '#lib/measure/lift/lift.ts';
import { movingWindows } from '#lib/measure/topics/moving-windows.ts';
import type { ArchiveItem } from '../../store/rollups/archive.ts';
import type { Archive } from '../archive.ts';
import { chosenIn, type Chosen } from './chosen.ts';
import type { Point } from './rows.ts';
import { selectionOf } from './selection.ts';

/** Possible lengths of a window: the shortest with enough items is used. */
const LENGTHS = [12, 26, 52] as const;
/** Enough items for the median window. */
const ENOUGH = 8;
/** A longer period moves on by four weeks at a time, a shorter one by one. */
const LONG = 30 * WEEK;

export type RollingLines = {
	/** number of weeks that each point covers */
	weeks: number;
	points: ReadonlyMap<number, Point[]>;
};

/** The topics, sections or authors (by index) of an item. */
export function groupsOf({ topicsOfItem, authorsOfItem }: Archive, of: GroupName) {
	return ({ id, sectionId }: ArchiveItem): readonly number[] => {
		if (of === 'sections') return sectionId === null ? [] : [sectionId];
		return (of === 'topics' ? topicsOfItem : authorsOfItem).get(id) ?? [];
	};
}

/**
 * The lift of some topics, sections or authors in windows that end within a period but may begin before it, so
 * that a short period also shows movement. All share the same windows, long enough for the one with the fewest
 * items.
 *
 * @param whole the chosen items, of all time
 * @param span when the first and the last issue of the period were sent
 */
export function rollingLines(
	archive: Archive,
	whole: Chosen,
	[from, to]: readonly [number, number],
	of: GroupName,
	ids: readonly number[]
): RollingLines {
	const issues = whole.issues.filter(({ sentAt }) => sentAt !== null && sentAt <= to);
	const instants = issues.map(({ sentAt }) => sentAt!);
	const step = to - from > LONG ? 4 * WEEK : WEEK;
	const windowsOf = (weeks: number) =>
		movingWindows(instants, weeks * WEEK, step).filter((window) => window.to > from);

	const counts = countsOf(archive, whole, of, ids);
	const weeks =
		LENGTHS.find((length) => {
			const windows = windowsOf(length);
			const middle = windows[Math.floor(windows.length / 2)];
			return middle && counts.every((own) => itemsIn(own, middle) >= ENOUGH);
		}) ?? LENGTHS.at(-1)!;

	const spans = windowsOf(weeks).map((window) => ({
		...window,
		chosen: chosenIn(
			whole,
			issues.filter(({ sentAt }) => sentAt! >= window.from && sentAt! < window.to)
		)
	}));
	const selections = spans.map(({ chosen }) => selectionOf(archive, chosen, of));
	return {
		weeks,
		points: new Map(
			ids.map((id) => [
				id,
				spans.map(({ to }, i): Point => {
					const point = selections[i]!.point(id);
					const { lift = null, low = null, high = null, items = 0 } = point ?? {};
					const label = new Date(to - 1).toISOString().slice(0, 10);
					return { at: to - 1, label, value: lift, low, high, n: items };
				})
			])
		)
	};
}

/** When the items of each were sent. */
function countsOf(archive: Archive, whole: Chosen, of: GroupName, ids: readonly number[]) {
	const sent = new Map(whole.issues.map(({ id, sentAt }) => [id, sentAt]));
	const groups = groupsOf(archive, of);
	return ids.map((id) =>
		whole.items.filter((item) => groups(item).includes(id)).map(({ issueId }) => sent.get(issueId))
	);
}

function itemsIn(
	instants: readonly (number | null | undefined)[],
	{ from, to }: { from: number; to: number }
): number {
	return instants.filter((at) => at != null && at >= from && at < to).length;
}
