import type { State, Union } from './deviation-state.ts';
import { explain, noneOrNormal, respond } from './deviation-state.ts';
import { drawnFrom } from '../stats/random.ts';
import { CHANCES, spreadFits, VARIANCES } from './spreads.ts';

/**
 * All issues of a union have risen or fallen together with a chance of 3 ÷ (3 + groups) beforehand: 1 in 5
 * where there are twelve. Were it likelier, a change of half of all topics would be taken for one of the
 * issues and of the other half; were it less likely, a rise of all issues would be taken for one of every
 * topic, section and author, and the fewer there are, the sooner (`tests/bench/coverage.ts` plants both).
 */
const SHIFTED = 3;

const shifted = ({ ones }: Union) => SHIFTED / (SHIFTED + ones.length);

/**
 * Draws the level of a union anew, all deviations as they are: none, or normal. The fit takes issues'
 * effects as independent of each other; without a level of its own, a lasting rise of all issues would
 * be less likely than that all topics, or all sections, had risen.
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
 * Draws the level of a union anew, and moves its deviations the other way. What all of them do is nearly
 * the same as what their issues do: drawn one after the other, either would hold the other where it is.
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
 * Draws the level of a union.
 *
 * @param own how precisely it was seen
 * @param pull what was seen beyond the present level, times that
 * @returns by how much it moved
 */
function moveLevel(state: State, union: Union, own: number, pull: number): number {
	const { level } = union;
	const before = level.at;
	const seen = { own, pull: pull + own * before };
	level.at = noneOrNormal(state, seen, shifted(union), VARIANCES[level.spread]!);
	return level.at - before;
}
