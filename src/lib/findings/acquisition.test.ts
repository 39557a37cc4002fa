import { expect, test } from 'vitest';
import { acquisitionStatements } from './acquisition.ts';

const channel = (own: object) => ({
	channel: 'Ads',
	paid: true,
	spend: 100_00,
	joined: 40,
	return: 1.4,
	low: 1.1,
	high: 1.8,
	above: 0.97,
	enough: true,
	why: null as string | null,
	buyers: 40,
	largestBuyer: 0.1,
	costPerEngaged: 500,
	costPerEngagedLow: 400,
	costPerEngagedHigh: 650,
	...own
});
const keysOf = (...channels: ReturnType<typeof channel>[]) =>
	acquisitionStatements({
		channels,
		joined: 40,
		paid: channels.find(({ paid }) => paid) ?? null,
		window: 90,
		currency: 'EUR',
		known: { channels: true }
	}).map(({ key }) => key);

test('an interval of return above, across or below 1 → the sentence of that side, as certain as it is', () => {
	expect(keysOf(channel({}))).toEqual([
		'report.says.channels.spent',
		'report.says.return.above',
		'report.says.channel.above'
	]);
	expect(keysOf(channel({ why: 'uneven', largestBuyer: 0.7 })).slice(1)).toEqual([
		'report.says.return.likelyAbove',
		'report.says.largestBuyer'
	]);
	expect(keysOf(channel({ low: 0.8, above: 0.7 }))).toContain('report.says.return.open');
	expect(keysOf(channel({ low: 0.8, above: 0.1 }))).toContain('report.says.return.likelyBelow');
	expect(keysOf(channel({ return: 0.5, low: 0.3, high: 0.8 }))).toContain(
		'report.says.return.below'
	);
});

test('too few buyers, young readers, no value, no spend or nobody → a sentence for each', () => {
	expect(keysOf(channel({ enough: false, low: null, high: null }))).toContain(
		'report.says.return.few'
	);
	expect(keysOf(channel({ return: null, enough: false, low: null, high: null }))).toContain(
		'report.says.return.young'
	);
	expect(keysOf(channel({ return: 0, enough: false, why: 'noValue' }))).toContain(
		'report.says.return.nobody'
	);
	expect(keysOf(channel({ spend: null }))).toEqual(['report.says.channels.free']);
	expect(keysOf(channel({ paid: false }))).toEqual(['report.says.channels.free']);
	expect(keysOf()).toEqual(['report.says.channels.nobody']);
});

test('spend in a currency without a rate → no return of all, nor what of it one buyer brought', () => {
	const unrated = { return: null, low: null, high: null, enough: false, why: 'unrated' };
	expect(keysOf(channel({ ...unrated, largestBuyer: 0.4 })).slice(0, 2)).toEqual([
		'report.says.channels.spent',
		'report.says.return.unrated'
	]);
	expect(keysOf(channel({ ...unrated, largestBuyer: 0.4 })).join()).not.toContain('largestBuyer');
	expect(keysOf(channel({ ...unrated, spend: null }))).toEqual(['report.says.channels.unrated']);
});

test('the cheapest engaged reader → called clear only where no other interval reaches its own', () => {
	expect(keysOf(channel({}), channel({ channel: 'Swap', costPerEngaged: 600 }))).toContain(
		'report.says.engagedCost.open'
	);
	const dear = { costPerEngaged: 900, costPerEngagedLow: 700, costPerEngagedHigh: 1200 };
	expect(keysOf(channel({}), channel(dear))).toContain('report.says.engagedCost.clear');
	// another one whose interval is wide
	expect(
		keysOf(channel({}), channel(dear), channel({ ...dear, costPerEngagedLow: 600 }))
	).toContain('report.says.engagedCost.open');
	const unknown = { costPerEngaged: null, costPerEngagedLow: null, costPerEngagedHigh: null };
	expect(keysOf(channel({}), channel({ spend: null, ...unknown })).join()).not.toContain('engaged');
});

test('several clear channels → counted on each side; a single one → its return', () => {
	const said = (...channels: ReturnType<typeof channel>[]) =>
		acquisitionStatements({
			channels,
			joined: 1,
			paid: channels[0]!,
			window: 90,
			currency: 'EUR',
			known: { channels: true }
		});
	const less = channel({ return: 0.5, low: 0.3, high: 0.8 });
	expect(said(channel({}), less).find(({ key }) => key === 'report.says.channels.clear')).toEqual({
		key: 'report.says.channels.clear',
		values: { above: { count: 1 }, below: { count: 1 } }
	});
	expect(said(less).find(({ key }) => key === 'report.says.channel.below')?.values).toMatchObject({
		return: { each: 0.5, currency: 'EUR' },
		unit: { each: 1, currency: 'EUR' }
	});
});

test('no channel in any list → not that nobody came by one', () => {
	const none = { channels: [], joined: null, paid: null, window: 90, currency: 'EUR' };
	const keyWhere = (channels: boolean) =>
		acquisitionStatements({ ...none, known: { channels } })[0]!.key;
	expect(keyWhere(false)).toBe('report.says.channels.unknown');
	expect(keyWhere(true)).toBe('report.says.channels.nobody');
});
