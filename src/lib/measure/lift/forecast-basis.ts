import {
	positionEntries,
	type DesignMatrix,
	type ItemPosition,
	type PositionColumns
} from './design-matrix.ts';
import type { LiftItem } from './lift-input.ts';
import { nextOf, type Next } from '../stats/local-level.ts';
import type { MixedModel } from './mixed-model.ts';
import type { TopicDrift } from './topic-drift.ts';

/** What a fit keeps to forecast an unsent issue. */
export type ForecastBasis = Pick<
	DesignMatrix,
	'count' | 'topicFrom' | 'authorFrom' | 'sectionFrom' | 'mixed' | 'identified'
> & {
	positionColumns: PositionColumns;
	/** the latest layout */
	layout: number;
	/** how far each topic is now from its all-time effect */
	drift: TopicDrift;
	/** log effects of the columns; topics include their present drift */
	coefficients: Float64Array;
	/** their posterior covariance, row-major; in single precision, to halve what is stored */
	covariance: Float32Array;
	/**
	 * variances of log effects: of items' own effects, without the part that is topics' drift, and of each
	 * kind of group
	 */
	variance: { item: number; section: number; topic: number; author: number };
	/** residual degrees of freedom of the items: how well their variance is known */
	freedom: number;
	/**
	 * by issue, its own log effect as its items show it, unshrunk, and the variance of that; Infinity without
	 * items
	 */
	issueEffects: Float64Array;
	issueVariances: Float64Array;
	/** mean log reach of the items, used where the reach is unknown; 0 if no reach is known */
	logReach: number;
};

/** Keeps what forecasts need of a fitted model. */
export function forecastBasis(
	columns: DesignMatrix,
	model: MixedModel,
	items: readonly LiftItem[],
	{ layouts, logReach, drift }: { layouts: Int32Array; logReach: number; drift: TopicDrift }
): ForecastBasis {
	const { blocks, count, topicFrom, authorFrom, sectionFrom, mixed, identified, positionColumns } =
		columns;
	const variance = (name: 'section' | 'topic' | 'author') =>
		model.variance.blocks[blocks.findIndex((block) => block.name === name)]!;
	const prior = 1 / model.variance.issue;
	// the precision that comes from the issue's own data, without the prior's
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
		positionColumns,
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

/** Prior standard deviation of issues' log effects. */
const USUAL_ISSUE = 0.15;

/**
 * Forecasts the next issue's own log effect from those of earlier issues.
 *
 * @param settled by index, whether all of an issue's clicks have arrived; one with clicks still to come would
 * look weak
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

/** The clickers that an editorial item would get at a position of a past issue, its topics left out. */
export function expectedAt(
	{ positionColumns, layout, coefficients, issueEffects, logReach }: ForecastBasis,
	{ issue, reach, ...position }: ItemPosition & { issue: number; reach: number | null }
): number {
	const row = positionEntries(positionColumns, position, layout);
	const log = row.reduce((sum, [column, value]) => sum + value * coefficients[column]!, 0);
	return Math.exp((reach === null ? logReach : Math.log(reach)) + issueEffects[issue]! + log);
}
