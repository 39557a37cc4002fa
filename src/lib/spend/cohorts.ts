import { daysOfMonth, monthOfDay } from './months.ts';
import { partOf, type Flat } from './spread.ts';

/** Readers as columns; days are local days since 1970, NaN if unknown; indexes are −1 if unknown. */
export type Acquired = {
	length: number;
	joined: Float64Array;
	left: Float64Array;
	channel: Int32Array;
	campaign: Int32Array;
};

/** Human clicks as columns: reader, day, number of clicks. */
export type Clicked = { reader: Int32Array; day: Int32Array; n: Int32Array };

/** Value that a reader is known to have brought, in minor units of one's own currency. */
export type Earned = {
	reader: number;
	day: number;
	amount: number;
	conversions: number;
	/** it is a refund, or what is left of a sale that was fully refunded */
	refunded: boolean;
};

/** Money of a channel over days: spent on it, or brought by it without a known reader. */
export type Flow = Flat & { channel: number; campaign: number };

/** Spend on a channel; an amount without an exchange rate is unknown and counts as 0. */
export type Spending = Flow & { unrated: boolean };

/** Readers who joined by one channel (and campaign) in one month, as far as it lies in the period. */
export type ChannelCohort = {
	month: number;
	/** first and last day of joining that count */
	first: number;
	last: number;
	/** indexes in the columns of readers */
	readers: number[];
	spend: number;
	/** some of the spend is in a currency without an exchange rate, so the cost is unknown */
	unrated: boolean;
	/** value that is attributed to the channel by rule, on these days, and whether any of it was given back */
	ruled: number;
	ruledBack: boolean;
};

export type AcquisitionSource = {
	channel: number;
	/** −1 for all of the channel's campaigns together */
	campaign: number;
	/** money was spent on it */
	paid: boolean;
	cohorts: ChannelCohort[];
	/** readers of a paid channel who joined before the first month with known spend */
	before: number;
};

export type Acquisition = {
	readers: Acquired;
	spending: readonly Spending[];
	/** value by rule */
	ruled: readonly (Flow & { conversions: number })[];
	/** days that count, both inclusive: of money, and of joining up to `joinedTo` */
	from: number;
	to: number;
	joinedTo: number;
};

/**
 * Who came by which channel and campaign in which month, with the spend on it in that month. A channel's cost
 * is known from the month of its first spend on: readers who came earlier are in no cohort, or they would seem
 * to have cost nothing.
 */
export function sources(acquisition: Acquisition): AcquisitionSource[] {
	const { readers, spending, ruled } = acquisition;
	const bySource = new Map<string, { channel: number; campaign: number; readers: number[] }>();
	const of = (channel: number, campaign: number) => {
		const key = `${channel} ${campaign}`;
		let source = bySource.get(key);
		if (!source) bySource.set(key, (source = { channel, campaign, readers: [] }));
		return source;
	};

	for (let i = 0; i < readers.length; i++) {
		const joined = readers.joined[i]!;
		const channel = readers.channel[i]!;
		if (Number.isNaN(joined) || channel < 0) continue;
		of(channel, -1).readers.push(i);
		if (readers.campaign[i]! >= 0) of(channel, readers.campaign[i]!).readers.push(i);
	}
	for (const { channel, campaign } of [...spending, ...ruled]) {
		of(channel, -1);
		if (campaign >= 0) of(channel, campaign);
	}
	return [...bySource.values()].map((source) => sourceOf(source, acquisition));
}

function sourceOf(
	{ channel, campaign, readers: own }: { channel: number; campaign: number; readers: number[] },
	{ readers, spending, ruled, from, to, joinedTo }: Acquisition
): AcquisitionSource {
	const mine = (flow: Flow) =>
		flow.channel === channel && (campaign === -1 || flow.campaign === campaign);
	const spends = spending.filter(mine);
	const values = ruled.filter(mine);
	const paid = spends.length > 0;
	const since = paid ? Math.min(...spends.map((flow) => monthOfDay(flow.from))) : -Infinity;

	const months = new Map<number, ChannelCohort>();
	const cohortOf = (month: number) => {
		let cohort = months.get(month);
		if (!cohort) {
			const { first, last } = daysOfMonth(month);
			cohort = {
				month,
				first: Math.max(first, from),
				last: Math.min(last, to),
				readers: [],
				spend: 0,
				unrated: false,
				ruled: 0,
				ruledBack: false
			};
			months.set(month, cohort);
		}
		return cohort;
	};

	let before = 0;
	for (const i of own) {
		const joined = readers.joined[i]!;
		if (joined < from || joined > Math.min(to, joinedTo)) continue;
		const month = monthOfDay(joined);
		if (month < since) before++;
		else cohortOf(month).readers.push(i);
	}
	for (const flow of [...spends, ...values]) {
		const [first, last] = [Math.max(flow.from, from), Math.min(flow.to, to)];
		if (first > last) continue;
		for (let month = monthOfDay(first); daysOfMonth(month).first <= last; month++)
			if (month >= since) cohortOf(month);
	}
	for (const cohort of months.values()) {
		const part = (flow: Flat) => partOf(flow, cohort.first, cohort.last);
		cohort.spend = spends.reduce((sum, flow) => sum + part(flow), 0);
		cohort.unrated = spends.some(
			({ unrated, from, to }) => unrated && from <= cohort.last && to >= cohort.first
		);
		cohort.ruled = values.reduce((sum, flow) => sum + part(flow), 0);
		cohort.ruledBack = values.some((flow) => part(flow) < 0);
	}
	const cohorts = [...months.values()].sort((a, b) => a.month - b.month);
	return { channel, campaign, paid, cohorts, before };
}
