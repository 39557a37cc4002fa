import type { State, Union } from './deviation-state.ts';
import { explain, noneOrNormal, respond } from './deviation-state.ts';
import { drawnFrom } from '../stats/random.ts';
import { CHANCES, spreadFits, VARIANCES } from './spreads.ts';

/**
 * How likely it is beforehand that all issues of a union have risen or fallen together. Were it likely,
 * a change of half of all topics would be taken for one of the issues and of the other half; were it
 * not, a rise of all issues would be taken for one of every topic, section and author
 * (`tests/bench/coverage.ts` plants both).
 */
const SHIFTED = 0.2;

/**
 * Draws the level of a union anew, all deviations as they are: none, or normal. The fit takes issues'
 * effects as independent of each other; without a level of its own, a lasting rise of all issues would
 * be less likely than that all topics, or all sections, had risen.
 */
export function redrawLevel(state: State, { ones, level }: Union) {
	const { noise, left, random } = state;
	let [own, pull] = [0, 0];
	for (const one of ones) {
		own += level.row[one]! / noise;
		pull += left[one]! / noise;
	}
	const seen = { own, pull: pull + own * level.at };
	const next = noneOrNormal(state, seen, SHIFTED, VARIANCES[level.spread]!);
	explain(state, level.row, next - level.at);
	level.at = next;
	level.spread = drawnFrom(spreadFits(next === 0 ? 0 : 1, next ** 2, CHANCES), random);
}

/**
 * Draws the level of a union anew, and moves its deviations the other way. What all of them do is nearly
 * the same as what their issues do: drawn one after the other, either would hold the other where it is.
 */
export function tradeLevel(state: State, { ones, moving, spread, level }: Union) {
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
	const seen = { own, pull: pull + own * level.at };
	const next = noneOrNormal(state, seen, SHIFTED, VARIANCES[level.spread]!);
	const by = next - level.at;
	for (const one of ones) if (at[one] !== 0) at[one]! -= by;
	explain(state, row, by);
	level.at = next;
}
