import { sideOf } from './clear.ts';
import type { Statement } from './statement.ts';

type Channel = {
	channel: string;
	paid: boolean;
	spend: number | null;
	joined: number;
	return: number | null;
	low: number | null;
	high: number | null;
	enough: boolean;
	why: string | null;
	buyers: number;
	largestBuyer: number | null;
	costPerEngaged: number | null;
	costPerEngagedLow: number | null;
	costPerEngagedHigh: number | null;
};

type Acquired = {
	channels: readonly Channel[];
	/** readers who joined, by whichever channel or none */
	joined: number;
	paid: Channel | null;
	window: number;
	currency: string;
};

/**
 * What was spent and what came of it: the return with its interval, the channels clearly above and
 * below what they cost, and the cheapest engaged reader where its interval stands apart.
 */
export function acquisitionStatements({
	channels,
	joined,
	paid,
	window,
	currency
}: Acquired): Statement[] {
	if (channels.length === 0) return [{ key: 'report.says.channels.nobody', values: {} }];
	// no spend is known of this period: not that there was none
	if (!paid || paid.spend === null) {
		const values = { n: { n: channels.length }, joined: { count: joined } };
		return [{ key: 'report.says.channels.free', values }];
	}

	const money = (amount: number) => ({ money: amount, currency });
	return [
		{
			key: 'report.says.channels.spent',
			values: { spend: money(paid.spend), joined: { count: joined } }
		},
		returnStatement(paid, window),
		...largestStatement(paid),
		...standing(channels),
		...cheapest(channels, currency)
	];
}

function returnStatement(paid: Channel, window: number): Statement {
	const { return: value, low, high, enough } = paid;
	const days = String(window);
	if (value === null) return { key: 'report.says.return.young', values: { days } };
	if (paid.why === 'noValue') return { key: 'report.says.return.nobody', values: { days } };
	if (!enough || low === null || high === null)
		return { key: 'report.says.return.few', values: { days, return: { lift: value } } };
	const side = sideOf(paid) ?? 'open';
	return {
		key: `report.says.return.${side}`,
		values: { days, return: { lift: value }, between: { low, high, of: 'lift' } }
	};
}

/** How much of it rests on one buyer, where a fifth or more does. */
function largestStatement({ buyers, largestBuyer }: Channel): Statement[] {
	if (buyers < 2 || largestBuyer === null || largestBuyer < 0.2) return [];
	const values = { share: { share: largestBuyer }, buyers: { count: buyers } };
	return [{ key: 'report.says.largestBuyer', values }];
}

/** The channels furthest above and below what they cost, where their intervals say so. */
function standing(channels: readonly Channel[]): Statement[] {
	const told = channels
		.filter(({ paid, enough }) => paid && enough)
		.sort((a, b) => b.return! - a.return!);
	const say = (key: string, one: Channel | undefined): Statement[] =>
		one
			? [
					{
						key,
						values: {
							channel: { quoted: one.channel },
							return: { lift: one.return! },
							between: { low: one.low!, high: one.high!, of: 'lift' }
						}
					}
				]
			: [];
	return [
		...say(
			'report.says.channel.above',
			told.find((one) => sideOf(one) === 'above')
		),
		...say(
			'report.says.channel.below',
			told.findLast((one) => sideOf(one) === 'below')
		)
	];
}

/**
 * The channel whose engaged readers cost least of at least two whose cost is known, and whether the
 * intervals of all others lie above.
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
		{
			key: `report.says.engagedCost.${isSettled ? 'clear' : 'open'}`,
			values: {
				channel: { quoted: first.channel },
				cost: { money: first.costPerEngaged!, currency },
				low: { money: first.costPerEngagedLow, currency },
				high: { money: first.costPerEngagedHigh, currency }
			}
		}
	];
}
