import {
	clearSide,
	countedIn,
	countsFinding,
	type Counted,
	type CertaintyInput
} from './certainty.ts';
import { statement, type Statement } from './statement.ts';

/** How many of a league are compared, and how many are clearly above or below the average. */
export type Clear = Counted & { told: number; above: number; below: number };

const isTold = ({ enough, low }: CertaintyInput) => enough && low !== null;

/** Counts clear estimates, as their marks show them. */
export function clearIn(estimates: readonly CertaintyInput[]): Clear {
	const estimated = estimates.filter(isTold);
	return {
		told: estimated.length,
		above: estimated.filter((one) => clearSide(one) === 'above').length,
		below: estimated.filter((one) => clearSide(one) === 'below').length,
		...countedIn(estimates)
	};
}

/** The sentence at the head of the page of items; null if no item has an estimate. */
export const itemsFinding = (clear: Clear) => leagueFinding('items', clear, 'ranked');

/** The same for issues, adjusted for their reach, topics and positions. */
export const issuesFinding = (clear: Clear) => leagueFinding('issues', clear, 'unranked');

function leagueFinding(
	of: 'items' | 'issues',
	clear: Clear,
	ranks: 'ranked' | 'unranked'
): Statement | null {
	const { told: estimated, above, below } = clear;
	const counted = countsFinding(clear, ranks);
	if (counted) return counted;
	if (estimated === 0) return null;
	if (above + below === 0) return statement(`finding.${of}.none`, { told: { n: estimated } });
	return statement(`finding.${of}.clear`, {
		told: { n: estimated },
		above: { n: above },
		below: { n: below }
	});
}

/**
 * The sentence at the head of the page of sections, or of authors: the only one that clearly gets more or less
 * than its positions and topics explain; if there are several, how many on each side; null if none has an
 * estimate.
 */
export function groupsFinding(
	of: 'sections' | 'authors',
	groups: readonly (CertaintyInput & { name: string })[]
): Statement | null {
	const clear = clearIn(groups);
	const { told: estimated, above, below } = clear;
	const counted = countsFinding(clear, 'unranked');
	if (counted) return counted;
	if (estimated === 0) return null;
	if (above + below === 0)
		return estimated === 1
			? statement(`finding.${of}.none.alone`, { name: groups.find(isTold)!.name })
			: statement(`finding.${of}.none`, { told: { n: estimated } });
	if (above + below > 1)
		return statement(`finding.${of}.clear`, {
			told: { n: estimated },
			above: { n: above },
			below: { n: below }
		});

	const { name, lift, low, high } = groups.find((one) => clearSide(one))!;
	return statement(`finding.${of}.${above ? 'above' : 'below'}`, {
		name,
		lift: { lift: lift! },
		low: { lift: low! },
		high: { lift: high! }
	});
}
