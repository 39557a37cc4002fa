import { HUMAN } from './columns.ts';
import type { Archive } from './archive.ts';

/**
 * Distinct clickers of every item, by index.
 *
 * @param keep says by index whether a click counts; people's clicks when not given
 */
export function clickersByItem(
	{ items, links, clicks, readers }: Archive,
	keep: (click: number) => boolean = (click) => clicks.maker[click] === HUMAN
): Uint32Array {
	const clickers = new Uint32Array(items.length);
	const seen = new Set<number>();

	for (let click = 0; click < clicks.link.length; click++) {
		const { item } = links[clicks.link[click]!]!;
		if (item === null || !keep(click)) continue;

		const pair = item * readers.count + clicks.reader[click]!;
		if (seen.has(pair)) continue;
		seen.add(pair);
		clickers[item]!++;
	}
	return clickers;
}

/** Readers whom each issue reached, by index. */
export function reachByIssue({ issues, deliveries }: Archive): Uint32Array {
	const reach = new Uint32Array(issues.length);
	for (const issue of deliveries.issue) reach[issue]!++;
	return reach;
}

/**
 * How far two rankings agree, from −1 to 1: pairs in the same order less pairs in the other, over
 * all pairs (Kendall's τ-a; ties count for neither).
 *
 * @throws {RangeError} if the lists differ in length
 * @example kendall([1, 2, 3], [1, 3, 2]) // => 1/3
 */
export function kendall(xs: readonly number[], ys: readonly number[]): number {
	if (xs.length !== ys.length) throw new RangeError(`${xs.length} values against ${ys.length}`);

	let agreement = 0;
	for (let i = 0; i < xs.length; i++) {
		for (let j = 0; j < i; j++) agreement += Math.sign((xs[i]! - xs[j]!) * (ys[i]! - ys[j]!));
	}
	return agreement / ((xs.length * (xs.length - 1)) / 2);
}
