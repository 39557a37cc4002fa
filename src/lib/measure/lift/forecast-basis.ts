import { placeEntries, type DesignMatrix, type Place, type PlaceColumns } from './design-matrix.ts';
import type { LiftItem } from './lift-input.ts';
import { nextOf, type Next } from '../stats/local-level.ts';
import type { MixedModel } from './mixed-model.ts';
import type { TopicDrift } from './topic-drift.ts';

/** What a fit keeps so that an issue that nobody has sent yet can be forecast from it. */
export type ForecastBasis = Pick<
	DesignMatrix,
	'count' | 'topicFrom' | 'authorFrom' | 'sectionFrom' | 'mixed' | 'identified'
> & {
	places: PlaceColumns;
	/** the layout as of late */
	layout: number;
	/** how far each topic stands from its all-time effect as of late */
	drift: TopicDrift;
	/** log effects of the columns; of topics, where they stand as of late */
	coefficients: Float64Array;
	/** their posterior covariance, row-major; half as long to keep as in full precision */
	covariance: Float32Array;
	/** variances of log effects: of items' own, without what topics drifted, and of each kind of group */
	variance: { item: number; section: number; topic: number; author: number };
	/** items beyond those that settle coefficients: how well the variance of items is known */
	freedom: number;
	/** by issue, its own log effect as its items show it, undrawn, and the variance of that; Infinity without items */
	issueEffects: Float64Array;
	issueVariances: Float64Array;
	/** mean of the log reach of items: what stands for an unknown one; 0 where none is known */
	logReach: number;
};

/** What is kept of a fitted model for forecasts. */
export function forecastBasis(
	columns: DesignMatrix,
	model: MixedModel,
	items: readonly LiftItem[],
	{ layouts, logReach, drift }: { layouts: Int32Array; logReach: number; drift: TopicDrift }
): ForecastBasis {
	const { blocks, count, topicFrom, authorFrom, sectionFrom, mixed, identified, places } = columns;
	const variance = (name: 'section' | 'topic' | 'author') =>
		model.variance.blocks[blocks.findIndex((block) => block.name === name)]!;
	const prior = 1 / model.variance.issue;
	// what the model knows of an issue beside what it believes of any
	const known = model.issueWeights.map((weight) => Math.max(0, weight - prior));
	const settled = model.leverages.reduce(
		(sum, leverage, i) => sum + leverage / (model.variance.item + 1 / model.precision[i]!),
		0
	);
	const coefficients = model.coefficients.slice();
	const covariance = Float32Array.from(model.covariance);
	drift.mean.forEach((mean, topic) => {
		const column = topicFrom + topic;
		coefficients[column]! += mean;
		covariance[column * count + column]! += drift.variance[topic]!;
	});
	return {
		count,
		topicFrom,
		authorFrom,
		sectionFrom,
		mixed,
		identified,
		places,
		layout: layouts.at(-1) ?? 0,
		drift,
		coefficients,
		covariance,
		variance: {
			item: model.variance.item * drift.chance,
			section: variance('section'),
			topic: variance('topic'),
			author: variance('author')
		},
		freedom: Math.max(2, items.length - settled),
		issueEffects: model.issueEffects.map((effect, i) =>
			known[i]! > 1e-9 ? (effect * model.issueWeights[i]!) / known[i]! : 0
		),
		issueVariances: known.map((weight) => (weight > 1e-9 ? 1 / weight : Infinity)),
		logReach
	};
}

/** Issues differ by so much, as a log effect, before anything is known of them. */
const USUAL_ISSUE = 0.15;

/**
 * How readily the issue to come will be clicked, by how those before it were.
 *
 * @param settled whether an issue's clicks have come, by index: others would seem weak
 */
export function levelOf(
	{ issueEffects, issueVariances }: ForecastBasis,
	settled: (issue: number) => boolean
): Next {
	const row = Array.from(issueEffects, (value, issue) => ({
		value,
		variance: settled(issue) ? issueVariances[issue]! : Infinity
	}));
	return nextOf(row, { usual: USUAL_ISSUE, from: 0 });
}

/** What an editorial item would get at a place of an issue of the past, its topics left out. */
export function placeExpected(
	{ places, layout, coefficients, issueEffects, logReach }: ForecastBasis,
	{ issue, reach, ...place }: Place & { issue: number; reach: number | null }
): number {
	const row = placeEntries(places, place, layout);
	const log = row.reduce((sum, [column, value]) => sum + value * coefficients[column]!, 0);
	return Math.exp((reach === null ? logReach : Math.log(reach)) + issueEffects[issue]! + log);
}
