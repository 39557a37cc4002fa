import { knownPartly, type Compared, type NotComparable } from '../comparison.ts';
import { countedFigure, withMissing, type KeyFigure, type Missing } from '../key-figures.ts';
import type { ChannelRow, ReturnWhy } from './channel-rows.ts';

/** What a period's channels came to, those that cost together; money in minor units. */
export type ChannelKeys = {
	joined: KeyFigure;
	spend: KeyFigure;
	costPerEngaged: KeyFigure;
	return: KeyFigure;
};

type OfPeriod = {
	paid: ChannelRow | null;
	/** the latest click that is known; null without any */
	dataUpTo: number | null;
	known: { readers: boolean };
	seesLeavers: boolean;
	spendSince: number | null;
};

/**
 * The same beside the period that it is compared with; null where that is nothing.
 *
 * @param joined as the page of the audience has it
 */
export function channelKeys(
	now: OfPeriod,
	before: OfPeriod | null,
	joined: KeyFigure,
	compared: Compared
): ChannelKeys {
	const figure = (pick: (of: OfPeriod) => number | null, why: NotComparable | null) =>
		countedFigure(pick(now), before && pick(before), compared, why);
	const leavers = now.seesLeavers ? null : ('leavers' as const);
	const unspent = knownPartly(now.spendSince, compared);
	return {
		joined,
		spend: figure(({ paid }) => paid?.spend ?? null, unspent),
		costPerEngaged: withMissing(
			figure(({ paid }) => paid?.costPerEngaged ?? null, leavers ?? unspent),
			missingCost(now)
		),
		return: withMissing(
			figure(({ paid }) => paid?.return ?? null, leavers ?? unspent),
			missingReturn(now.paid)
		)
	};
}

const missingBy: Partial<Record<ReturnWhy, Missing>> = {
	immature: 'young',
	early: 'early',
	unrated: 'unrated',
	nobodyJoined: 'nobodyBrought',
	noReaders: 'readers',
	valueUnknown: 'value'
};

/** Why what was spent has no return, where it is not for want of spend. */
function missingReturn(paid: ChannelRow | null): Missing | null {
	return (paid?.why && missingBy[paid.why]) ?? null;
}

/** Why an engaged reader has no cost where months are old enough and cost: there is none, or too few. */
function missingCost({ paid, known, dataUpTo }: OfPeriod): Missing | null {
	if (!paid || paid.matureSpend === null) return missingReturn(paid);
	if (paid.matureJoined === 0) return known.readers ? 'nobodyBrought' : 'readers';
	if (dataUpTo === null) return 'clicks';
	return paid.engaged === 0 ? 'nobodyEngaged' : 'few';
}
