import { sectionAmounts, tooLittle } from './amounts.ts';
import type { DesignMatrix } from './design-matrix.ts';
import { center, contrastCovariance, deviations } from './contrast.ts';
import type { Estimate, Unsaid } from './estimate.ts';
import { contrastEstimate, estimateOf, unsaid } from './estimate.ts';
import type { GroupEffects } from './lift.ts';
import type { LiftInput } from './lift-input.ts';
import { blockOf } from '../stats/linear.ts';
import type { MixedModel } from './mixed-model.ts';

/**
 * Estimates of sections against the average section, and of issues against the average issue. A section is
 * confounded where all its items have the same topics: its effect cannot be told from theirs.
 */
export function groupEstimates(
	input: LiftInput,
	{ count, sectionFrom, topicFrom, mixed }: DesignMatrix,
	{ coefficients, covariance, issueEffects, issueVariances }: MixedModel,
	refusal: Unsaid | null
): { sections: Estimate[]; ofSections: GroupEffects; issues: Estimate[] } {
	const amounts = sectionAmounts(input);
	const weights = amounts.map(({ items }, section) => (mixed[section] ? items : 0));
	const mean = center(coefficients.subarray(sectionFrom, topicFrom), weights);
	const own = contrastCovariance(blockOf(covariance, count, sectionFrom, topicFrom), weights);
	const sd = deviations(own, amounts.length);

	const sections = amounts.map((amount, section) => {
		const why = refusal ?? tooLittle(amount) ?? (mixed[section] ? null : 'confounded');
		return contrastEstimate(mean[section]!, sd[section]!, why);
	});

	const fitted = new Set(input.items.map(({ issue }) => issue));
	const issues = Array.from(issueEffects, (effect, issue) => {
		const why = refusal ?? (fitted.has(issue) ? null : 'fewItems');
		return why ? unsaid(why) : estimateOf(effect, Math.sqrt(issueVariances[issue]!));
	});

	return { sections, ofSections: { mean, sd, covariance: own }, issues };
}
