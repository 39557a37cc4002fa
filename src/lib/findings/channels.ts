import { clearSide } from './certainty.ts';
import { numberValue, statement, type Statement, type Value } from './statement.ts';

type Channel = {
	channel: string;
	paid: boolean;
	return: number | null;
	low: number | null;
	high: number | null;
	above: number | null;
	enough: boolean;
	why: string | null;
};

/** A return as marks take it: a ratio whose neutral is 1. */
export function asLift<Row extends { return: number | null }>({ return: lift, ...row }: Row) {
	return { ...row, lift };
}

type Channels = { channels: readonly Channel[]; window: number };

/**
 * The sentence that the page of channels opens with: which ones clearly bring more than they cost, or
 * less; of several, how many on each side; else that none does.
 */
export function channelsFinding({ channels, window }: Channels): Statement {
	const paid = channels.filter(({ paid, why }) => paid && why !== 'notPaid');
	if (channels.length === 0) return statement('finding.channels.nobody', {});
	if (paid.length === 0) return statement('finding.channels.free', { n: { n: channels.length } });

	const ranked = paid.filter(({ enough }) => enough).sort((a, b) => b.return! - a.return!);
	if (ranked.length === 0) {
		const known = paid.some((one) => one.return !== null);
		return known
			? statement('finding.channels.few', { n: { n: paid.length } })
			: statement('finding.channels.young', { window: { n: window } });
	}

	const sides = ranked.map((one) => clearSide(asLift(one)));
	const above = sides.filter((side) => side === 'above').length;
	const below = sides.filter((side) => side === 'below').length;
	if (above + below > 1)
		return statement('finding.channels.clear', { above: { n: above }, below: { n: below } });
	const only = ranked[sides.findIndex((side) => side !== null)]?.channel;
	if (above && only) return statement('finding.channels.above', { first: only });
	if (below && only) return statement('finding.channels.below', { last: only });
	return statement('finding.channels.open', { n: { n: ranked.length } });
}

type Meter = {
	meter: 'variability' | 'volume' | 'cycle' | 'precision' | 'infrastructure';
	position: number | null;
	figures: Record<string, number | null>;
};

/** Which of its figures are shares, to be said in percent. */
const shares = ['top1', 'top10', 'inWindow', 'inside', 'byReader', 'byRule', 'known', 'setAside'];

/** What a meter says, and what would make it better: keys `meter.<meter>` and `meter.<meter>.improve`. */
export function meterFinding({ meter, position, figures }: Meter): Statement {
	if (position === null) return statement(`meter.${meter}.unknown`, {});
	const values = Object.entries(figures).map(([name, value]): [string, Value] => {
		if (value === null) return [name, '–'];
		if (shares.includes(name) || name === 'early' || name === 'automated')
			return [name, { n: Math.round(value * 100) }];
		if (name === 'median' || name === 'p90') return [name, { n: Math.round(value) }];
		return [name, numberValue(value)];
	});
	// what it rests on has the names that its message has: both come with the meter
	return statement(`meter.${meter}`, Object.fromEntries(values) as never);
}

/** A position as a word: how far it can be trusted in this respect. */
export function meterLevel(position: number | null): 'solid' | 'fair' | 'fragile' | 'unknown' {
	if (position === null) return 'unknown';
	return position >= 0.75 ? 'solid' : position >= 0.4 ? 'fair' : 'fragile';
}
