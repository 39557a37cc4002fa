import { clearOf, type CertaintyInput } from './certainty.ts';
import { statement, type SaidAs, type Statement, type Worded } from './statement.ts';
import { isTooFew } from './untold.ts';

type Why = Worded<'why'>;
type Placement = CertaintyInput & {
	unlocated: string | null;
	guaranteed: number | null;
	clicks: number | null;
	open: boolean;
};

/**
 * The sentence at the head of the page of sponsors: which guarantees were missed; else how many placements
 * clearly got more or less than their positions usually do; else that none did.
 */
export function sponsorsFinding(
	placements: readonly Placement[],
	/** at the head of a page, or within a report */
	as: SaidAs = 'finding'
): Statement {
	const located = placements.filter(({ unlocated }) => unlocated === null);
	if (located.length === 0)
		return placements.length > 0
			? statement(`${as}.sponsors.lost`, { n: { n: placements.length } })
			: statement(`${as}.sponsors.none`, {});

	// without known clicks nobody knows whether they met the guarantee
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

/** Why no placement has a lift: too few sponsors in all, or else the reason that all share. */
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
	/** placements with known fee and clickers, their fees, and their cost per clicker */
	costed: number;
	costedFee: number;
	perClicker: number | null;
	currency: string;
	setAside: number | null;
};

/**
 * What the sponsors of a period, or one of them, got: placements and readers, compared with the average, what
 * was filtered, and the cost per reader. Readers count once per placement.
 */
export function sponsorStatements(
	placements: readonly Placement[],
	total: Total,
	sponsor: string | null
): Statement[] {
	const standing = sponsorsFinding(placements, 'report.says');
	const located = placements.filter(({ unlocated }) => unlocated === null);
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
