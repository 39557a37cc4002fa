import { changePoint, type ChangePoint, type SeriesPoint } from './change-point.ts';
import type { Random } from './random.ts';

/** The share of changes reported that may be none. */
const FALSE = 0.1;

/**
 * Where each of several series changed its level, if that is real with all of them looked at: of
 * many series that never change, one in twenty would seem to.
 *
 * The chances of all series together decide which stand (Benjamini & Hochberg 1995,
 * doi:10.1111/j.2517-6161.1995.tb02031.x).
 *
 * @returns by series; null where nothing changed, or too little is known
 */
export function realChanges(
	series: readonly (readonly SeriesPoint[])[],
	random: Random
): (ChangePoint | null)[] {
	const found = series.map((points) => changePoint(points, random));
	const chances = found.flatMap((change) => change?.chance ?? []).sort((a, b) => a - b);
	const last = chances.findLastIndex((chance, i) => chance <= (FALSE * (i + 1)) / series.length);
	const highest = chances[last] ?? 0;
	return found.map((change) => (change && change.chance <= highest ? change : null));
}
