import type { DesignMatrix } from './design-matrix.ts';
import type { GroupName } from './lift.ts';
import type { MixedModel } from './mixed-model.ts';

/** What the fit leaves of each item after everything that it has in common with others. */
export type Leftovers = {
	/** log effects, and how precise they are */
	residual: Float64Array;
	precision: Float64Array;
	/** how precise each issue's own effect is */
	issuePrecision: Float64Array;
};

/**
 * The model's solved equations, kept so that effects within some of the items can be estimated together with
 * everything that was fitted.
 */
export type Design = {
	/** how many columns */
	count: number;
	/** the issue of each item, by index */
	issue: Int32Array;
	/** the entries of item i run from `starts[i]` to before `starts[i + 1]` */
	starts: Int32Array;
	column: Int32Array;
	value: Float64Array;
	/** posterior covariance of the coefficients, issues' effects integrated out; row-major */
	covariance: Float64Array;
	/** the columns of each kind of group: from `from` to before `to` */
	groups: Record<GroupName, { from: number; to: number }>;
};

/** Keeps a fitted model's equations. */
export function designOf(
	{ count, starts, column, value, sectionFrom, topicFrom, authorFrom }: DesignMatrix,
	{ covariance }: MixedModel,
	issue: Int32Array
): Design {
	return {
		count,
		issue,
		starts,
		column,
		value,
		covariance,
		groups: {
			sections: { from: sectionFrom, to: topicFrom },
			topics: { from: topicFrom, to: authorFrom },
			authors: { from: authorFrom, to: count }
		}
	};
}

/**
 * Weights of the columns in the average that every item is compared with: topics and authors, by their items.
 */
export function averageWeights({
	count,
	starts,
	column,
	value,
	groups
}: Pick<Design, 'count' | 'starts' | 'column' | 'value' | 'groups'>): Float64Array {
	const weights = new Float64Array(count);
	const { topics, authors } = groups;
	for (let entry = 0; entry < column.length; entry++)
		if (column[entry]! >= topics.from) weights[column[entry]!]! += value[entry]!;

	const ofTopics = weights.subarray(topics.from, topics.to);
	const total = ofTopics.reduce((sum, one) => sum + one, 0) || 1;
	for (let j = topics.from; j < topics.to; j++) weights[j]! /= total;
	// items without a known author count in the average too, with an author effect of zero
	for (let j = authors.from; j < authors.to; j++) weights[j]! /= starts.length - 1 || 1;
	return weights;
}
