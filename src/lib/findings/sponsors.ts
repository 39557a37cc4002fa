import { clearOf, type Estimate } from './certainty.ts';
import type { Finding } from './overview.ts';
import type { Statement } from './statement.ts';

type Placement = Estimate & {
	place: string | null;
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
	const [above, below] = [clearOf(fitted, 'above'), clearOf(fitted, 'below')];
	const told = fitted.length;
	if (above + below > 0)
		return { key: 'finding.sponsors.apart', parameters: { told, above, below } };
	if (told > 0) return { key: 'finding.sponsors.usual', parameters: { n: told } };
	return { key: 'finding.sponsors.counted', parameters: { n: found.length } };
}

type Total = {
	clickers: number;
	/** placements whose fee and clickers are both known, their fees, and what a clicker of theirs cost */
	costed: number;
	costedFee: number;
	perClicker: number | null;
	currency: string;
	setAside: number | null;
};

/**
 * What the sponsors of a period, or one of them, got: places and readers, against what is usual, what
 * was set aside, and what a reader cost. Readers are counted once a place.
 */
export function sponsorStatements(
	placements: readonly Placement[],
	total: Total,
	sponsor: string | null
): Statement[] {
	const { key, parameters } = sponsorsFinding(placements);
	const numbers = Object.entries(parameters).map(([name, n]) => [name, { n: Number(n) }] as const);
	const standing = {
		key: key.replace('finding.', 'report.says.'),
		values: Object.fromEntries(numbers)
	};
	const found = placements.filter(({ place }) => place === null);
	if (found.length === 0) return [standing];

	const values = {
		n: { n: found.length },
		count: { n: total.clickers },
		clickers: { count: total.clickers }
	};
	const money = (amount: number) => ({ money: amount, currency: total.currency });

	return [
		sponsor === null
			? { key: 'report.says.sponsors.placed', values }
			: { key: 'report.says.sponsors.placedOne', values: { ...values, sponsor } },
		standing,
		...(total.setAside === null
			? []
			: [{ key: 'report.says.setAside', values: { share: { share: total.setAside } } }]),
		...(total.perClicker === null
			? []
			: [
					{
						key: 'report.says.sponsors.cost',
						values: {
							n: { n: total.costed },
							fees: money(total.costedFee),
							cost: money(total.perClicker)
						}
					}
				])
	];
}
