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
	costPerEngaged: number | null;
	costPerEngagedLow: number | null;
	costPerEngagedHigh: number | null;
};

type Acquired = {
	channels: readonly Channel[];
	paid: Channel | null;
	window: number;
	currency: string;
};

/**
 * What was spent and what came of it: the return with its interval, the channels clearly above and
 * below what they cost, and the cheapest engaged reader where its interval stands apart.
 */
export function acquisitionStatements({ channels, paid, window, currency }: Acquired): Statement[] {
	const joined = channels.reduce((sum, row) => sum + row.joined, 0);
	if (channels.length === 0) return [{ key: 'report.says.channels.nobody', values: {} }];
	if (!paid) {
		const values = { n: { n: channels.length }, joined: { count: joined } };
		return [{ key: 'report.says.channels.free', values }];
	}

	const money = (amount: number) => ({ money: amount, currency });
	return [
		{
			key: 'report.says.channels.spent',
			values: { spend: money(paid.spend ?? 0), joined: { count: joined } }
		},
		returnStatement(paid, window),
		...standing(channels),
		...cheapest(channels, currency)
	];
}

function returnStatement({ return: value, low, high, enough }: Channel, window: number): Statement {
	const days = String(window);
	if (value === null) return { key: 'report.says.return.young', values: { days } };
	if (!enough || low === null || high === null)
		return { key: 'report.says.return.few', values: { days, return: { lift: value } } };
	const side = low > 1 ? 'above' : high < 1 ? 'below' : 'open';
	return {
		key: `report.says.return.${side}`,
		values: { days, return: { lift: value }, between: { low, high, of: 'lift' } }
	};
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
			told.find(({ low }) => low! > 1)
		),
		...say(
			'report.says.channel.below',
			told.findLast(({ high }) => high! < 1)
		)
	];
}

/** The channel whose engaged readers cost least, and whether the next one's interval lies above. */
function cheapest(channels: readonly Channel[], currency: string): Statement[] {
	const known = channels
		.filter(({ costPerEngaged }) => costPerEngaged !== null)
		.sort((a, b) => a.costPerEngaged! - b.costPerEngaged!);
	const [first, second] = known;
	if (!first || first.costPerEngagedLow === null || first.costPerEngagedHigh === null) return [];
	const isSettled = !second || (second.costPerEngagedLow ?? -Infinity) > first.costPerEngagedHigh;
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
