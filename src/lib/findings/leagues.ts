import { clearSide, countsSaid, isCountsOnly, isUnfiltered, type Estimate } from './certainty.ts';
import { statement, type Statement } from './statement.ts';

/** How many of a league are told, and clearly above or below usual. */
export type Clear = {
	told: number;
	above: number;
	below: number;
	countsOnly: boolean;
	unfiltered: boolean;
};

/** Counts what is clear, as the marks beside it say. */
export function clearIn(estimates: readonly Estimate[]): Clear {
	const estimated = estimates.filter(({ enough, low }) => enough && low !== null);
	return {
		told: estimated.length,
		above: estimated.filter((one) => clearSide(one) === 'above').length,
		below: estimated.filter((one) => clearSide(one) === 'below').length,
		countsOnly: isCountsOnly(estimates),
		unfiltered: isUnfiltered(estimates)
	};
}

/** The sentence that the page of items opens with; null where no item is told. */
export function itemsFinding({
	told: estimated,
	above,
	below,
	countsOnly,
	unfiltered
}: Clear): Statement | null {
	if (countsOnly) return statement(countsSaid(unfiltered, 'ranked'), {});
	if (estimated === 0) return null;
	if (above + below === 0) return statement('finding.items.none', { told: { n: estimated } });
	return statement('finding.items.clear', {
		told: { n: estimated },
		above: { n: above },
		below: { n: below }
	});
}

/** The same of issues, whose reach, topics and slots are allowed for. */
export function issuesFinding({
	told: estimated,
	above,
	below,
	countsOnly,
	unfiltered
}: Clear): Statement | null {
	if (countsOnly) return statement(countsSaid(unfiltered, 'unranked'), {});
	if (estimated === 0) return null;
	if (above + below === 0) return statement('finding.issues.none', { told: { n: estimated } });
	return statement('finding.issues.clear', {
		told: { n: estimated },
		above: { n: above },
		below: { n: below }
	});
}

/**
 * The sentence that the page of sections, or of authors, opens with: the only one that gets clearly
 * more or less than what its slots and topics explain; of several, how many there are on each side;
 * null where none is told.
 */
export function groupsFinding(
	of: 'sections' | 'authors',
	groups: readonly (Estimate & { name: string })[]
): Statement | null {
	const { told: estimated, above, below, countsOnly, unfiltered } = clearIn(groups);
	if (countsOnly) return statement(countsSaid(unfiltered, 'unranked'), {});
	if (estimated === 0) return null;
	if (above + below === 0) return statement(`finding.${of}.none`, { told: { n: estimated } });
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
