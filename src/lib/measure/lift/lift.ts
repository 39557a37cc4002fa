// the entry point of the model: names its input and output, and runs its steps in order
import type { Amount } from './amounts.ts';
import { authorAmounts, modelRefusal, tooLittle, topicAmounts } from './amounts.ts';
import { LEAST_TOLERANCE, tolerance, positionKey } from './tolerance.ts';
import type { DesignMatrix } from './design-matrix.ts';
import { designMatrix } from './design-matrix.ts';
import { averageWeights, designOf, type Design, type Leftovers } from './design.ts';
import type { Estimate, Unsaid } from './estimate.ts';
import { contrastEstimate, estimateOf, unsaid } from './estimate.ts';
import { forecastBasis, type ForecastBasis } from './forecast-basis.ts';
import type { ItemEffects } from './item-effects.ts';
import { groupEstimates } from './group-estimates.ts';
import { itemEffects } from './item-effects.ts';
import type { LiftInput, LiftItem } from './lift-input.ts';
import { checkInput } from './lift-input.ts';
import { blockOf } from '../stats/linear.ts';
import type { MixedModel } from './mixed-model.ts';
import { fitMixedModel, valueOf } from './mixed-model.ts';
import { seeded } from '../stats/random.ts';
import { rankSingly, rankJointly } from './ranks.ts';
import { layoutsOf } from './layouts.ts';
import type { PositionPoint } from './position-curve.ts';
import { positionCurve } from './position-curve.ts';
import type { SpreadEffects } from './spread-effects.ts';
import { spreadEffects } from './spread-effects.ts';
import { topicDrift } from './topic-drift.ts';

/** Raised with every change of the method: fits by an older one are made again. */
export const METHOD = 12;

export type LiftFit = {
	/**
	 * in the order of the input's items. `expected` is the clickers of an average item at this position of this
	 * issue, given its reach and how readily its readers click: lift × expected is the observed number, and
	 * items of a weak issue do not look weak for that alone
	 */
	items: (Estimate & { expected: number })[];
	/** by index; `items` counts an item of k topics 1/k */
	topics: (Estimate & { items: number; issues: number })[];
	/**
	 * by index, against the publication's average author; for authors who can be told apart from their topics
	 */
	authors: (Estimate & { items: number; issues: number })[];
	/** by index, against the publication's average section; for sections whose items differ in topics */
	sections: Estimate[];
	/** by index: how the issue did as a whole, adjusted for its reach, mix of topics and positions */
	issues: Estimate[];
	/** what each position is worth */
	positions: PositionPoint[];
	/**
	 * tolerance of topics with regard to positions, 0..1, the mean over items: how far topics vary independently
	 * of positions
	 */
	tolerance: number;
	/** standard deviations of log effects, as estimated */
	spread: { topic: number; author: number; item: number; issue: number };
	/** log effects by index, whether or not there is enough data to show them */
	effects: Record<GroupName, GroupEffects>;
	/** each item's log effect as observed, with its variance: the input of trends */
	observed: Float64Array;
	variance: Float64Array;
	/** by issue, its layout, from 0 */
	layouts: Int32Array;
	/** what forecasts of future issues start from */
	basis: ForecastBasis;
	/** the equations that effects within a selection of items are estimated from */
	design: Design;
} & Leftovers;

/** What items have in common and are compared by. */
export type GroupName = 'topics' | 'authors' | 'sections';

/** Effects of groups against their average; `covariance` is row-major. */
export type GroupEffects = { mean: Float64Array; sd: Float64Array; covariance: Float64Array };

/**
 * Estimates how many clickers items and topics get, relative to what their positions usually get.
 *
 * Clickers of an item are Poisson with mean reach × issue × position × section × topics × authors × the
 * item's own effect; all but the position are shrunk toward none by variances estimated from the data.
 *
 * @param seed makes the rank ranges the same every time
 * @param draws how many draws the rank ranges are made from
 * @throws {RangeError} if an item makes no sense
 * @example fitLift({ items, issues: 60, sections: 3, topics: 12, authors: 0 }, { seed: 1, draws: 1000 })
 */
// eslint-disable-next-line max-lines-per-function -- the steps of one fit in their order; most need what all before them found
export function fitLift(input: LiftInput, options: { seed: number; draws: number }): LiftFit {
	checkInput(input);
	const { items } = input;
	const random = seeded(options.seed);

	const logReach = meanLogReach(items);
	const offset = Float64Array.from(items, ({ reach }) =>
		reach === null ? logReach : Math.log(reach)
	);
	const issue = Int32Array.from(items, (item) => item.issue);
	const clickers = Float64Array.from(items, (item) => item.clickers);
	const fitted = (layouts: Int32Array) => {
		const columns = designMatrix(input, layouts);
		return { columns, model: fitMixedModel(columns, issue, input.issues, clickers, offset) };
	};
	const once = fitted(new Int32Array(input.issues));
	const layouts = layoutsOf(items, leftoversOf(once, issue), input.issues);
	const { columns, model } = layouts.some((layout) => layout > 0) ? fitted(layouts) : once;

	const amounts = topicAmounts(input);
	const written = authorAmounts(input).map((amount, author) =>
		// an author who cannot be told apart from topics has no effect, and must not weigh in the average
		columns.identified[author] ? amount : { ...amount, items: 0 }
	);
	const leftovers = leftoversOf({ columns, model }, issue);
	const drift = topicDrift(items, leftovers.residual, leftovers.precision, input);
	const design = designOf(columns, model, issue);
	const effects = itemEffects(items, columns, model, offset, averageWeights(design));
	const separate = tolerance(items, input.topics, topicsOf, positionKey);
	const alone = tolerance(items, input.authors, authorsOf, positionKey);
	const refusal = modelRefusal(items);

	const ofTopics = effectsOf('topic', columns, model, amounts);
	const topics = amounts.map((amount, topic) =>
		estimated(ofTopics, topic, amount, refusal ?? groupRefusal(amount, separate[topic]!))
	);
	rankJointly(topics, ofTopics, random, options.draws);

	const ofAuthors = effectsOf('author', columns, model, written);
	const authors = authorAmounts(input).map((amount, author) => {
		const apartFrom = columns.identified[author] ? alone[author]! : 0;
		return estimated(ofAuthors, author, amount, refusal ?? groupRefusal(amount, apartFrom));
	});
	rankJointly(authors, ofAuthors, random, options.draws);

	const { sections, ofSections, issues } = groupEstimates(input, columns, model, refusal);
	rankJointly(sections, ofSections, random, options.draws);
	return {
		items: itemEstimates(items, effects, separate, refusal),
		topics,
		authors,
		sections,
		issues,
		positions: items.length
			? positionCurve(items, columns, model.coefficients, model.covariance)
			: [],
		tolerance: meanTolerance(separate, amounts),
		spread: {
			topic: ofTopics.spread,
			author: ofAuthors.spread,
			item: Math.sqrt(model.variance.item),
			issue: Math.sqrt(model.variance.issue)
		},
		effects: {
			topics: groupEffects(ofTopics),
			authors: groupEffects(ofAuthors),
			sections: ofSections
		},
		observed: effects.observed,
		variance: effects.variance,
		...leftovers,
		layouts,
		design,
		basis: forecastBasis(columns, model, items, { layouts, logReach, drift })
	};
}

/** Issues of unknown reach get the mean of the others; the issue's own effect takes up the difference. */
function meanLogReach(items: readonly LiftItem[]): number {
	const known = items.flatMap(({ reach }) => (reach === null ? [] : [Math.log(reach)]));
	return known.length ? known.reduce((sum, log) => sum + log, 0) / known.length : 0;
}

const topicsOf = ({ topics }: LiftItem) => topics;
const authorsOf = ({ authors }: LiftItem) => authors;

/** The effects of one block of columns. */
function effectsOf(
	name: 'topic' | 'author',
	{ blocks, count }: DesignMatrix,
	{ coefficients, covariance, variance }: MixedModel,
	amounts: readonly Amount[]
): SpreadEffects {
	const b = blocks.findIndex((block) => block.name === name);
	const { from, to } = blocks[b]!;
	return spreadEffects(
		coefficients.subarray(from, to),
		blockOf(covariance, count, from, to),
		variance.blocks[b]!,
		amounts.map(({ items }) => items)
	);
}

const groupEffects = ({ mean, sd, covariance }: SpreadEffects): GroupEffects => ({
	mean,
	sd,
	covariance
});

/** What is left of each item's response after everything that it has in common with others. */
function leftoversOf(
	{ model, columns }: { model: MixedModel; columns: DesignMatrix },
	issue: Int32Array
): Leftovers {
	const { response, precision, variance, coefficients, issueEffects, issueWeights } = model;
	return {
		residual: response.map(
			(one, i) => one - valueOf(columns, i, coefficients) - issueEffects[issue[i]!]!
		),
		precision: precision.map((own) => 1 / (variance.item + 1 / own)),
		issuePrecision: issueWeights
	};
}

function estimated({ mean, sd }: SpreadEffects, index: number, amount: Amount, why: Unsaid | null) {
	return { ...contrastEstimate(mean[index]!, sd[index]!, why), ...amount };
}

function groupRefusal(amount: Amount, separate: number | null): Unsaid | null {
	return tooLittle(amount) ?? (separate! < LEAST_TOLERANCE ? 'confounded' : null);
}

/** The tolerance of topics, on average over items. */
function meanTolerance(separate: readonly (number | null)[], amounts: readonly Amount[]) {
	const total = amounts.reduce((sum, { items }) => sum + items, 0) || 1;
	return amounts.reduce((sum, { items }, topic) => sum + items * (separate[topic] ?? 0), 0) / total;
}

function itemEstimates(
	items: readonly LiftItem[],
	{ mean, sd, expected }: ItemEffects,
	separate: readonly (number | null)[],
	refusal: Unsaid | null
) {
	const estimates = items.map(({ topics }, i) => {
		const tied = topics.length > 0 && topics.every((topic) => separate[topic]! < LEAST_TOLERANCE);
		const why = refusal ?? (tied ? 'confounded' : null);
		const estimate = why ? unsaid(why) : estimateOf(mean[i]!, sd[i]!);
		return { ...estimate, expected: expected[i]! };
	});
	rankSingly(estimates, { mean, sd });
	return estimates;
}
