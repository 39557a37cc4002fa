import type { Finding } from './overview.ts';

type Placement = {
	place: string | null;
	enough: boolean;
	low: number | null;
	high: number | null;
	guaranteed: number | null;
	clicks: number | null;
	open: boolean;
};

/**
 * The sentence that the page of sponsors opens with: which guarantees were missed, else how many
 * placements got clearly more or less than their slots usually do, else that none did.
 */
export function sponsorsFinding(placements: readonly Placement[]): Finding {
	const found = placements.filter(({ place }) => place === null);
	if (found.length === 0) return { key: 'finding.sponsors.none', parameters: {} };

	// where nobody knows the clicks, nobody knows whether they were enough
	const due = found.filter(
		({ guaranteed, clicks, open }) => guaranteed !== null && clicks !== null && !open
	);
	const missed = due.filter(({ clicks, guaranteed }) => clicks! < guaranteed!);
	if (missed.length > 0)
		return { key: 'finding.sponsors.missed', parameters: { n: missed.length, of: due.length } };

	const fitted = found.filter(({ enough, low }) => enough && low !== null);
	const above = fitted.filter(({ low }) => low! > 1).length;
	const below = fitted.filter(({ high }) => high! < 1).length;
	if (above + below > 0)
		return { key: 'finding.sponsors.apart', parameters: { above, below, n: found.length } };
	if (fitted.length > 0) return { key: 'finding.sponsors.usual', parameters: { n: found.length } };
	return { key: 'finding.sponsors.counted', parameters: { n: found.length } };
}
