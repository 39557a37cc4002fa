import type { KeptPoint } from './kept-curve.ts';

/** The scale that curves of retention share: how many months, and from which share on. */
export function keptScale(curves: readonly (readonly KeptPoint[])[]) {
	const least = Math.min(0.9, ...curves.flatMap((points) => points.map(({ low }) => low)));
	return {
		longest: Math.max(...curves.map((points) => points.at(-1)?.after ?? 0), 1),
		floor: Math.floor(least * 10) / 10
	};
}
