/** One reader's clicks in order of time: instants in seconds, and ids of urls. */
export type ReaderClicks = { at: ArrayLike<number>; url: ArrayLike<number> };

/** Positions from `first` to before `last`. */
export type ClickRange = readonly [first: number, last: number];

/**
 * Ranges of at most `seconds` in which a reader clicked at least `links` different links,
 * joined where they overlap.
 *
 * @example bursts({ at: [0, 1, 2, 90], url: [7, 8, 9, 7] }, 3, 10) // => [[0, 3]]
 */
export function bursts({ at, url }: ReaderClicks, links: number, seconds: number): ClickRange[] {
	const ranges: [number, number][] = [];

	for (let first = 0, last = 0; first + links <= at.length; first++) {
		while (last < at.length && at[last]! - at[first]! <= seconds) last++;
		if (last - first < links || different(url, first, last) < links) continue;

		const before = ranges.at(-1);
		if (before && first < before[1]) before[1] = last;
		else ranges.push([first, last]);
	}
	return ranges;
}

/**
 * Ranges without a pause longer than `pause` seconds.
 *
 * @example withoutPause({ at: [0, 20, 40, 300], url: [1, 2, 3, 4] }, 30) // => [[0, 3], [3, 4]]
 */
export function withoutPause({ at }: ReaderClicks, pause: number): ClickRange[] {
	const ranges: ClickRange[] = [];
	for (let first = 0, last = 0; first < at.length; first = last) {
		do last++;
		while (last < at.length && at[last]! - at[last - 1]! <= pause);
		ranges.push([first, last]);
	}
	return ranges;
}

/** Extends a range by the clicks before and after it, as long as each gap is at most `seconds`. */
export function widened(
	{ at }: ReaderClicks,
	[first, last]: ClickRange,
	seconds: number
): ClickRange {
	let from = first;
	let to = last;
	while (from > 0 && at[from]! - at[from - 1]! <= seconds) from--;
	while (to < at.length && at[to]! - at[to - 1]! <= seconds) to++;
	return [from, to];
}

/** How many different links a range contains. */
export function different(url: ArrayLike<number>, first: number, last: number): number {
	const seen = new Set<number>();
	for (let i = first; i < last; i++) seen.add(url[i]!);
	return seen.size;
}

/** Fewer links at once are not a sweep. */
const SWEEP = 6;

/** Seconds without a click that separate a person from a sweep: instants may be rounded to whole seconds. */
const BREAK = 1.5;

/** A sweep is at least this share of its range; a smaller one is only a part of it. */
const MOST = 0.6;

/**
 * The sweep inside a range, without single clicks that a pause separates from it: prompt readers click within
 * seconds of the scanner that checked the message first. The whole range if it has no sweep.
 */
export function core(readerClicks: ReaderClicks, [first, last]: ClickRange): ClickRange {
	const { at, url } = readerClicks;
	const inside = Array.from({ length: last - first }, (_, i) => i + first);
	const part = {
		at: inside.map((i) => at[i]!),
		url: inside.map((i) => url[i]!)
	};
	const sweep = withoutPause(part, BREAK).find(
		([from, to]) => different(part.url, from, to) >= SWEEP && to - from >= MOST * inside.length
	);
	return sweep ? [first + sweep[0], first + sweep[1]] : [first, last];
}
