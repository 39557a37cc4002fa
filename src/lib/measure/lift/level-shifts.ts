import type { State, Union } from './deviation-state.ts';
import { explain, noneOrNormal, respond } from './deviation-state.ts';
import { drawnFrom } from '../stats/random.ts';
import { CHANCES, spreadFits, VARIANCES } from './spreads.ts';

/**
 * The prior chance that all issues of a union have risen or fallen together is 3 ÷ (3 + groups): 1 in 5 for
 * twelve groups. With a higher one, a change of half of all topics would be taken for one of the issues and of
 * the other half. With a lower one, a rise of all issues would be taken for one of every topic, section and
 * author, the more easily the fewer there are (`tests/bench/coverage.ts` plants both).
 */
const SHIFTED = 3;

const shifted = ({ ones }: Union) => SHIFTED / (SHIFTED + ones.length);

/**
 * Draws the level of a union anew, either zero or normal, given all deviations. The fit takes issues' effects
 * as independent; without a level, a lasting rise of all issues would be less likely than a rise of all topics
 * or all sections.
 */
export function redrawLevel(state: State, union: Union) {
	const { ones, level } = union;
	const { noise, left, random } = state;
	let [own, pull] = [0, 0];
	for (const one of ones) {
		own += level.row[one]! / noise;
		pull += left[one]! / noise;
	}
	explain(state, level.row, moveLevel(state, union, own, pull));
	const { at } = level;
	level.spread = drawnFrom(spreadFits(at === 0 ? 0 : 1, at ** 2, CHANCES), random);
}

/**
 * Draws the level of a union anew, and moves its deviations in the opposite direction. A deviation shared by
 * all groups is nearly the same as a move of their issues: drawn one after the other, each would hold the
 * other in place.
 */
export function tradeLevel(state: State, union: Union) {
	const { ones, moving, spread } = union;
	if (moving === 0) return;
	const { at, left, row, noise } = state;
	respond(state, ones, (one) => (at[one] === 0 ? 1 : 0));
	const prior = 1 / VARIANCES[spread]!;
	let [own, pull] = [moving * prior, 0];
	for (const one of ones) {
		if (at[one] !== 0) {
			pull += at[one]! * prior;
			continue;
		}
		own += row[one]! / noise;
		pull += left[one]! / noise;
	}
	const by = moveLevel(state, union, own, pull);
	for (const one of ones) if (at[one] !== 0) at[one]! -= by;
	explain(state, row, by);
}

/**
 * Draws the level of a union, either zero or normal.
 *
 * @param own precision of the observation
 * @param pull the observed value, less the present level, times its precision
 * @returns how far it moved
 */
function moveLevel(state: State, union: Union, own: number, pull: number): number {
	const { level } = union;
	const before = level.at;
	const seen = { own, pull: pull + own * before };
	level.at = noneOrNormal(state, seen, shifted(union), VARIANCES[level.spread]!);
	return level.at - before;
}
