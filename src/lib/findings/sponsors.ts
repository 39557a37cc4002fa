import { clearOf, type CertaintyInput } from './certainty.ts';
import { statement, type SaidAs, type Statement, type Worded } from './statement.ts';
import { isTooFew } from './untold.ts';

type Why = Worded<'why'>;
type Placement = CertaintyInput & {
	place: string | null;
	guaranteed: number | null;
	clicks: number | null;
	open: boolean;
};

/**
 * The sentence that the page of sponsors opens with: which guarantees were missed, else how many
 * placements got clearly more or less than their positions usually do, else that none did.
 */
export function sponsorsFinding(
	placements: readonly Placement[],
	/** a page opens with it; a report says it among others */
	as: SaidAs = 'finding'
): Statement {
	const located = placements.filter(({ place }) => place === null);
	if (located.length === 0)
		return placements.length > 0
			? statement(`${as}.sponsors.lost`, { n: { n: placements.length } })
			: statement(`${as}.sponsors.none`, {});

	// where nobody knows the clicks, nobody knows whether they were enough
	const due = located.filter(
		({ guaranteed, clicks, open }) => guaranteed !== null && clicks !== null && !open
	);
	const missed = due.filter(({ clicks, guaranteed }) => clicks! < guaranteed!);
	if (missed.length > 0)
		return statement(`${as}.sponsors.missed`, { n: { n: missed.length }, of: { n: due.length } });

	const fitted = located.filter(({ enough, low }) => enough && low !== null);
	const [above, below] = [clearOf(fitted, 'above'), clearOf(fitted, 'below')];
	const estimated = fitted.length;
	if (above + below > 0)
		return statement(`${as}.sponsors.apart`, {
			told: { n: estimated },
			above: { n: above },
			below: { n: below }
		});
	if (estimated > 0) return statement(`${as}.sponsors.usual`, { n: { n: estimated } });
	return unsaid(located, as);
}

/** Why no placement has a lift: too little of sponsors for all, else what all have in common. */
function unsaid(placements: readonly Placement[], as: SaidAs): Statement {
	const n = { n: placements.length };
	const [why, ...others] = new Set(placements.map((one) => one.why ?? 'noModel'));
	if (others.length > 0) return statement(`${as}.sponsors.noLift`, { n });
	return !why || why === 'noModel' || why === 'fewInAll' || isTooFew(why)
		? statement(`${as}.sponsors.counted`, { n })
		: statement(`${as}.sponsors.unsaid`, { n, why: { words: `why.${why as Why}` } });
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
	const standing = sponsorsFinding(placements, 'report.says');
	const located = placements.filter(({ place }) => place === null);
	if (placements.length === 0 && sponsor !== null)
		return [statement('report.says.sponsors.noneOf', { sponsor })];
	if (located.length === 0) return [standing];

	const values = {
		n: { n: located.length },
		count: { n: total.clickers },
		clickers: { count: total.clickers }
	};
	const money = (amount: number) => ({ money: amount, currency: total.currency });

	return [
		sponsor === null
			? statement('report.says.sponsors.placed', values)
			: statement('report.says.sponsors.placedOne', { ...values, sponsor }),
		standing,
		...(total.setAside === null
			? []
			: [statement('report.says.setAside', { share: { share: total.setAside } })]),
		...(total.perClicker === null
			? []
			: [
					statement('report.says.sponsors.cost', {
						n: { n: total.costed },
						fees: money(total.costedFee),
						cost: money(total.perClicker)
					})
				])
	];
}
