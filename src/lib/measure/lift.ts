// the one door to the model: names its input and output, and puts its steps in order
import type { Amount } from './amounts.ts';
import { modelRefusal, tooLittle, topicAmounts } from './amounts.ts';
import { apart } from './apart.ts';
import type { Columns } from './columns.ts';
import { layOut } from './columns.ts';
import type { Estimate, Unsaid } from './estimate.ts';
import { estimateOf, unsaid } from './estimate.ts';
import type { ItemEffects } from './item-effects.ts';
import { groupEstimates } from './group-estimates.ts';
import { itemEffects } from './item-effects.ts';
import type { LiftInput, LiftItem } from './lift-input.ts';
import { checkInput } from './lift-input.ts';
import { blockOf } from './linear.ts';
import { fitMixedModel } from './mixed-model.ts';
import { fillNormal, seeded } from './random.ts';
import type { Effect } from './observed.ts';
import { rank } from './ranks.ts';
import type { SlotPoint } from './slot-curve.ts';
import { slotCurve } from './slot-curve.ts';
import { topicEffects } from './topic-effects.ts';

export type LiftFit = {
	/**
	 * in the order of the input's items. `expected` is what the place would get in an issue that reaches
	 * as many and that readers click as readily as this one, so that lift × expected is what came: with
	 * another level of clicking, all items of a weak issue would seem weak
	 */
	items: (Estimate & { expected: number })[];
	/** by index; `items` counts an item of k topics 1/k, `expected` counts it whole */
	topics: (Estimate & { items: number; issues: number; expected: number })[];
	/** by index, against the publication's usual section; for those in which topics vary */
	sections: Estimate[];
	/** by index: how the issue as a whole did for its reach, mix of topics and places allowed for */
	issues: Estimate[];
	/** what each place is worth, and how far topics vary apart from places, 0..1 */
	slots: SlotPoint[];
	apart: number;
	/** standard deviations of log effects, as estimated */
	spread: { topic: number; item: number; issue: number };
	/** log effects of topics by index, whether there is enough to say or not */
	effects: Effect[];
	/** each item's log effect as observed, with its variance: what trends are made of */
	observed: Float64Array;
	variance: Float64Array;
};

/** Less of a topic's variation than this left within equal places: the two cannot be told apart. */
const APART = 0.05;

/**
 * How many clickers items and topics get against what their places usually get.
 *
 * Clickers of an item are Poisson with mean reach × issue × place × section × topics × the item's
 * own effect; all but the place are shrunk toward none by variances estimated from the data.
 *
 * @param seed makes the rank ranges the same every time
 * @param draws how often effects are drawn for them; items take a tenth
 * @throws {RangeError} if an item makes no sense
 * @example fitLift({ items, issues: 60, sections: 3, topics: 12 }, { seed: 1, draws: 1000 })
 */
export function fitLift(input: LiftInput, options: { seed: number; draws: number }): LiftFit {
	checkInput(input);
	const { items } = input;
	const random = seeded(options.seed);

	const columns = layOut(input);
	const offset = offsets(items);
	const issue = Int32Array.from(items, (item) => item.issue);
	const clickers = Float64Array.from(items, (item) => item.clickers);
	const model = fitMixedModel(columns, issue, input.issues, clickers, offset);

	const amounts = topicAmounts(input);
	const usual = usualOf(columns, amounts);
	const effects = itemEffects(items, columns, model, offset, usual);
	const separate = apart(items, input.topics);
	const refusal = modelRefusal(items);

	const topicBlock = columns.blocks.findIndex(({ name }) => name === 'topic');
	const posterior = topicEffects(
		model.coefficients.subarray(columns.topicFrom),
		blockOf(model.covariance, columns.count, columns.topicFrom, columns.count),
		model.variance.blocks[topicBlock]!,
		amounts.map((amount) => amount.items),
		random
	);

	const topics = amounts.map((amount, topic) => {
		const why = refusal ?? topicRefusal(amount, separate[topic]!);
		const estimate = why ? unsaid(why) : estimateOf(posterior.mean[topic]!, posterior.sd[topic]!);
		return { ...estimate, ...amount, expected: 0 };
	});
	items.forEach((item, i) => {
		for (const topic of item.topics) topics[topic]!.expected += effects.expected[i]!;
	});
	rank(topics, posterior.draw, options.draws);

	return {
		items: itemEstimates(items, effects, separate, refusal, options, random),
		topics,
		...groupEstimates(input, columns, model, refusal),
		slots: items.length ? slotCurve(items, columns, model.coefficients, model.covariance) : [],
		apart: meanApart(separate, amounts),
		spread: {
			topic: posterior.spread,
			item: Math.sqrt(model.variance.item),
			issue: Math.sqrt(model.variance.issue)
		},
		effects: Array.from(posterior.mean, (mean, topic) => ({ mean, sd: posterior.sd[topic]! })),
		observed: effects.observed,
		variance: effects.variance
	};
}

/** Issues of unknown reach take the mean of the others, and the issue's own effect the rest. */
function offsets(items: readonly LiftItem[]): Float64Array {
	const known = items.flatMap(({ reach }) => (reach === null ? [] : [Math.log(reach)]));
	const mean = known.length ? known.reduce((sum, log) => sum + log, 0) / known.length : 0;
	return Float64Array.from(items, ({ reach }) => (reach === null ? mean : Math.log(reach)));
}

/** The item-weighted mean of topics as weights of the columns. */
function usualOf({ count, topicFrom }: Columns, amounts: readonly Amount[]): Float64Array {
	const total = amounts.reduce((sum, { items }) => sum + items, 0) || 1;
	const usual = new Float64Array(count);
	amounts.forEach(({ items }, topic) => (usual[topicFrom + topic] = items / total));
	return usual;
}

function topicRefusal(amount: Amount, separate: number | null): Unsaid | null {
	return tooLittle(amount) ?? (separate! < APART ? 'confounded' : null);
}

/** How far topics vary apart from places, on average over items. */
function meanApart(separate: readonly (number | null)[], amounts: readonly Amount[]) {
	const total = amounts.reduce((sum, { items }) => sum + items, 0) || 1;
	return amounts.reduce((sum, { items }, topic) => sum + items * (separate[topic] ?? 0), 0) / total;
}

function itemEstimates(
	items: readonly LiftItem[],
	{ mean, sd, expected }: ItemEffects,
	separate: readonly (number | null)[],
	refusal: Unsaid | null,
	{ draws }: { draws: number },
	random: () => number
) {
	const estimates = items.map(({ topics }, i) => {
		const tied = topics.length > 0 && topics.every((topic) => separate[topic]! < APART);
		const why = refusal ?? (tied ? 'confounded' : null);
		const estimate = why ? unsaid(why) : estimateOf(mean[i]!, sd[i]!);
		return { ...estimate, expected: expected[i]! };
	});

	const draw = (into: Float64Array) => {
		fillNormal(into, random);
		for (let i = 0; i < into.length; i++) into[i] = mean[i]! + sd[i]! * into[i]!;
	};
	rank(estimates, draw, Math.ceil(draws / 10));
	return estimates;
}
