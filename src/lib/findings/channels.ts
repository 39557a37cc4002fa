import { clearSide } from './certainty.ts';
import type { Finding } from './overview.ts';

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
export function channelsFinding({ channels, window }: Channels): Finding {
	const paid = channels.filter(({ paid, why }) => paid && why !== 'notPaid');
	if (channels.length === 0) return { key: 'finding.channels.nobody', parameters: {} };
	if (paid.length === 0)
		return { key: 'finding.channels.free', parameters: { n: channels.length } };

	const told = paid.filter(({ enough }) => enough).sort((a, b) => b.return! - a.return!);
	if (told.length === 0) {
		const known = paid.some((one) => one.return !== null);
		return known
			? { key: 'finding.channels.few', parameters: { n: paid.length } }
			: { key: 'finding.channels.young', parameters: { window } };
	}

	const sides = told.map((one) => clearSide(asLift(one)));
	const above = sides.filter((side) => side === 'above').length;
	const below = sides.filter((side) => side === 'below').length;
	if (above + below > 1) return { key: 'finding.channels.clear', parameters: { above, below } };
	const only = told[sides.findIndex((side) => side !== null)]?.channel;
	if (above && only) return { key: 'finding.channels.above', parameters: { first: only } };
	if (below && only) return { key: 'finding.channels.below', parameters: { last: only } };
	return { key: 'finding.channels.open', parameters: { n: told.length } };
}

type Meter = { meter: string; position: number | null; figures: Record<string, number | null> };

/** Which of its figures are shares, to be said in percent. */
const shares = ['top1', 'top10', 'inWindow', 'inside', 'byReader', 'byRule', 'known', 'setAside'];

/** What a meter says, and what would make it better: keys `meter.<meter>` and `meter.<meter>.improve`. */
export function meterFinding({ meter, position, figures }: Meter): Finding {
	if (position === null) return { key: `meter.${meter}.unknown`, parameters: {} };
	const parameters = Object.entries(figures).map(([name, value]): [string, string | number] => {
		if (value === null) return [name, '–'];
		if (shares.includes(name) || name === 'early' || name === 'automated')
			return [name, Math.round(value * 100)];
		return [name, name === 'median' || name === 'p90' ? Math.round(value) : value];
	});
	return { key: `meter.${meter}`, parameters: Object.fromEntries(parameters) };
}

/** A position as a word: how far it can be trusted in this respect. */
export function meterLevel(position: number | null): 'solid' | 'fair' | 'fragile' | 'unknown' {
	if (position === null) return 'unknown';
	return position >= 0.75 ? 'solid' : position >= 0.4 ? 'fair' : 'fragile';
}
