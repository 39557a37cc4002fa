import { certainty, clearSide } from './certainty.ts';
import { asLift } from './channels.ts';
import { statement, type Statement } from './statement.ts';

type Channel = {
	channel: string;
	paid: boolean;
	spend: number | null;
	joined: number | null;
	return: number | null;
	low: number | null;
	high: number | null;
	above: number | null;
	enough: boolean;
	why: string | null;
	buyers: number | null;
	largestBuyer: number | null;
	costPerEngaged: number | null;
	costPerEngagedLow: number | null;
	costPerEngagedHigh: number | null;
};

type Acquired = {
	channels: readonly Channel[];
	/** readers who joined, by any channel or none; null if no signup is known */
	joined: number | null;
	paid: Channel | null;
	window: number;
	currency: string;
	/** whether lists and files name channels at all */
	known: { channels: boolean };
};

/**
 * What was spent and what it brought: the return with its interval, how many channels are clearly above and
 * below their costs, and the cheapest engaged reader if its interval stands apart.
 */
export function acquisitionStatements({
	channels,
	joined,
	paid,
	window,
	currency,
	known
}: Acquired): Statement[] {
	// that no list names a channel is not the same as that nobody came by one
	if (channels.length === 0)
		return [statement(`report.says.channels.${known.channels ? 'nobody' : 'unknown'}`, {})];
	// no spend is known for this period, which is not the same as none
	if (!paid || paid.spend === null) {
		const n = { n: channels.length };
		if (paid?.why === 'unrated')
			return joined === null
				? [statement('report.says.channels.unrated.undated', {})]
				: [
						statement('report.says.channels.unrated', {
							count: { n: joined },
							joined: { count: joined }
						})
					];
		if (joined === null) return [statement('report.says.channels.free.undated', { n })];
		const values = { n, count: { n: joined }, joined: { count: joined } };
		return [statement('report.says.channels.free', values)];
	}

	const money = (amount: number) => ({ money: amount, currency });
	return [
		joined === null
			? statement('report.says.channels.spent.undated', { spend: money(paid.spend) })
			: statement('report.says.channels.spent', {
					spend: money(paid.spend),
					n: { n: joined },
					joined: { count: joined }
				}),
		returnStatement(paid, window, currency),
		...largestStatement(paid),
		...standing(channels, currency),
		...cheapest(channels, currency)
	];
}

function returnStatement(paid: Channel, window: number, currency: string): Statement {
	const { return: value, low, high, enough } = paid;
	const days = String(window);
	if (value === null)
		return statement(`report.says.return.${untold[paid.why ?? ''] ?? 'young'}`, { days });
	if (paid.why === 'noValue') return statement('report.says.return.nobody', { days });
	if (paid.why === 'zero') return statement('report.says.return.zero', { days });
	if (paid.why === 'refunded') return statement('report.says.return.refunded', { days });
	if (paid.why === 'refundedLater') return statement('report.says.return.refundedLater', { days });
	const values = { days, ...returned(value, currency) };
	if (!enough || low === null || high === null) return statement('report.says.return.few', values);
	const { certainty: sure, side } = certainty(asLift(paid));
	const likely = side === 'above' ? 'likelyAbove' : 'likelyBelow';
	return statement(
		`report.says.return.${side === null ? 'open' : sure === 'clear' ? side : likely}`,
		{ ...values, between: { low, high, of: 'lift' } }
	);
}

/** Why there is no return, other than that readers joined too recently. */
const untold: Readonly<
	Record<string, 'unrated' | 'early' | 'nobodyJoined' | 'noReaders' | 'noValue'>
> = {
	unrated: 'unrated',
	early: 'early',
	nobodyJoined: 'nobodyJoined',
	noReaders: 'noReaders',
	valueUnknown: 'noValue'
};

/** What one unit of spend has brought, and the unit. */
function returned(value: number, currency: string) {
	return { return: { each: value, currency }, unit: { each: 1, currency } };
}

/** The largest buyer's share of the return, if it is a fifth or more. */
function largestStatement({ return: value, buyers, largestBuyer }: Channel): Statement[] {
	if (
		value === null ||
		buyers === null ||
		buyers < 2 ||
		largestBuyer === null ||
		largestBuyer < 0.2
	)
		return [];
	const values = { share: { share: largestBuyer }, buyers: { count: buyers } };
	return [statement('report.says.largestBuyer', values)];
}

/**
 * The only channel that clearly earns more or less than it costs; if there are several, how many on each
 * side.
 */
function standing(channels: readonly Channel[], currency: string): Statement[] {
	const ranked = channels.filter(({ paid, enough }) => paid && enough);
	const on = (side: 'above' | 'below') => ranked.filter((one) => clearSide(asLift(one)) === side);
	const [above, below] = [on('above'), on('below')];
	const [only, ...others] = [...above, ...below];
	if (!only) return [];
	if (others.length > 0)
		return [
			statement('report.says.channels.clear', {
				above: { count: above.length },
				below: { count: below.length }
			})
		];
	return [
		statement(`report.says.channel.${above.length ? 'above' : 'below'}`, {
			channel: { quoted: only.channel },
			...returned(only.return!, currency),
			between: { low: only.low!, high: only.high!, of: 'lift' }
		})
	];
}

/**
 * The channel with the cheapest engaged readers of at least two with a known cost, and whether the intervals
 * of all others lie above it.
 */
function cheapest(channels: readonly Channel[], currency: string): Statement[] {
	const known = channels
		.filter(({ costPerEngaged }) => costPerEngaged !== null)
		.sort((a, b) => a.costPerEngaged! - b.costPerEngaged!);
	const [first, ...others] = known;
	if (!first || first.costPerEngagedLow === null || first.costPerEngagedHigh === null) return [];
	if (others.length === 0) return [];
	const reach = first.costPerEngagedHigh;
	const isSettled = others.every((one) => (one.costPerEngagedLow ?? -Infinity) > reach);
	return [
		statement(`report.says.engagedCost.${isSettled ? 'clear' : 'open'}`, {
			channel: { quoted: first.channel },
			cost: { money: first.costPerEngaged!, currency },
			low: { money: first.costPerEngagedLow, currency },
			high: { money: first.costPerEngagedHigh, currency }
		})
	];
}
