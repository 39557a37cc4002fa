import { clearSide, isCountsOnly, type Estimate } from './certainty.ts';
import type { Finding } from './overview.ts';

/** How many of a league are told, and clearly above or below usual. */
export type Clear = { told: number; above: number; below: number; countsOnly: boolean };

const counted: Finding = { key: 'finding.countsOnly', parameters: {} };

/** Counts what is clear, as the marks beside it say. */
export function clearIn(estimates: readonly Estimate[]): Clear {
	const told = estimates.filter(({ enough, low }) => enough && low !== null);
	return {
		told: told.length,
		above: told.filter((one) => clearSide(one) === 'above').length,
		below: told.filter((one) => clearSide(one) === 'below').length,
		countsOnly: isCountsOnly(estimates)
	};
}

/** The sentence that the page of items opens with; null where no item is told. */
export function itemsFinding({ told, above, below, countsOnly }: Clear): Finding | null {
	if (countsOnly) return counted;
	if (told === 0) return null;
	if (above + below === 0) return { key: 'finding.items.none', parameters: { told } };
	return { key: 'finding.items.clear', parameters: { told, above, below } };
}

/** The same of issues, whose reach, topics and slots are allowed for. */
export function issuesFinding({ told, above, below, countsOnly }: Clear): Finding | null {
	if (countsOnly) return counted;
	if (told === 0) return null;
	if (above + below === 0) return { key: 'finding.issues.none', parameters: { told } };
	return { key: 'finding.issues.clear', parameters: { told, above, below } };
}

/**
 * The sentence that the page of sections, or of authors, opens with: the only one that gets clearly
 * more or less than what its slots and topics explain; of several, how many there are on each side;
 * null where none is told.
 */
export function groupsFinding(
	of: 'sections' | 'authors',
	groups: readonly (Estimate & { name: string })[]
): Finding | null {
	const { told, above, below, countsOnly } = clearIn(groups);
	if (countsOnly) return counted;
	if (told === 0) return null;
	if (above + below === 0) return { key: `finding.${of}.none`, parameters: { told } };
	if (above + below > 1) return { key: `finding.${of}.clear`, parameters: { told, above, below } };

	const { name, lift, low, high } = groups.find((one) => clearSide(one))!;
	return {
		key: `finding.${of}.${above ? 'above' : 'below'}`,
		parameters: { name, lift: lift!, low: low!, high: high! }
	};
}
