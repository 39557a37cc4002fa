import { isCountsOnly, sideOf, type Told } from './clear.ts';
import type { Finding } from './overview.ts';

type Estimate = Told & { enough: boolean };

/** How many of a league are told, and clearly above or below usual. */
export type Clear = { told: number; above: number; below: number; countsOnly: boolean };

const counted: Finding = { key: 'finding.countsOnly', parameters: {} };

/** Counts what is clear: the 90 % interval excludes usual. */
export function clearIn(estimates: readonly Estimate[]): Clear {
	const told = estimates.filter(({ enough, low }) => enough && low !== null);
	return {
		told: told.length,
		above: told.filter((one) => sideOf(one) === 'above').length,
		below: told.filter((one) => sideOf(one) === 'below').length,
		countsOnly: isCountsOnly(told)
	};
}

/** The sentence that the page of items opens with; null where no item is told. */
export function itemsFinding({ told, above, below, countsOnly }: Clear): Finding | null {
	if (told === 0) return null;
	if (countsOnly) return counted;
	if (above + below === 0) return { key: 'finding.items.none', parameters: { told } };
	return { key: 'finding.items.clear', parameters: { told, above, below } };
}

/** The same of issues, whose reach, topics and slots are allowed for. */
export function issuesFinding({ told, above, below, countsOnly }: Clear): Finding | null {
	if (told === 0) return null;
	if (countsOnly) return counted;
	if (above + below === 0) return { key: 'finding.issues.none', parameters: { told } };
	return { key: 'finding.issues.clear', parameters: { told, above, below } };
}

/**
 * The sentence that the page of sections, or of authors, opens with: the one that gets furthest beyond
 * what its slots and topics explain, and surely so; else the one furthest below; null where none is
 * told.
 */
export function groupsFinding(
	of: 'sections' | 'authors',
	groups: readonly (Estimate & { name: string; lift: number | null })[]
): Finding | null {
	const told = groups.filter(({ enough, lift }) => enough && lift !== null);
	if (told.length === 0) return null;
	if (isCountsOnly(told)) return counted;

	const ranked = [...told].sort((a, b) => b.lift! - a.lift!);
	const best = ranked.find((one) => sideOf(one) === 'above');
	const worst = ranked.findLast((one) => sideOf(one) === 'below');
	const found = best ?? worst;
	if (!found) return { key: `finding.${of}.none`, parameters: { told: told.length } };
	const { name, lift, low, high } = found;
	return {
		key: best ? `finding.${of}.above` : `finding.${of}.below`,
		parameters: { name, lift: lift!, low: low!, high: high! }
	};
}
