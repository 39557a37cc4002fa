import { expect, test } from 'vitest';
import type { Tally } from '#lib/spend/tally.ts';
import { channelRow } from './channel-rows.ts';

const nothing: Tally = {
	cohorts: 1,
	mature: 1,
	early: 0,
	spend: 10_000,
	unrated: false,
	joined: 9,
	activated: [],
	matureSpend: 10_000,
	matureJoined: 9,
	engaged: 5,
	clicks: 9,
	kept: { n: 9, of: 9 },
	value: 0,
	amounts: [],
	givenBack: 0,
	refunded: false,
	later: 0,
	refundedLater: false,
	zero: false,
	earlySpend: 0,
	ruled: 0,
	payback: null,
	observed: 3
};

const everything = { readers: true, value: true, leavers: true };

const rowOf = (tally: Partial<Tally>, knows: Partial<typeof everything> = {}, before = 0) =>
	channelRow(
		{
			channel: 'Search',
			campaign: null,
			cohort: null,
			paid: true,
			currency: 'EUR',
			window: 90,
			early: false
		},
		{ ...nothing, ...tally },
		{ before, value: 0, conversions: 0 },
		() => null,
		{ ...everything, ...knows }
	);

test('no buyer is left after refunds → said so, and not that nobody bought', () => {
	expect(rowOf({ givenBack: -15_800, refunded: true })).toMatchObject({
		return: -1.58,
		buyers: 0,
		why: 'refunded'
	});
	expect(rowOf({})).toMatchObject({ return: 0, why: 'noValue' });
	expect(rowOf({ zero: true })).toMatchObject({ return: 0, why: 'zero' });
	expect(rowOf({ givenBack: -900, refunded: true, ruled: 4000 }).why).toBe('byRule');
});

test('purchases after the window were refunded → said so, and what is left of them is said as before', () => {
	expect(rowOf({ refundedLater: true })).toMatchObject({ return: 0, why: 'refundedLater' });
	expect(rowOf({ refundedLater: true, later: 4500 }).why).toBe('noValue');
});

test('no month has a return → the reason is that of its months: young, or before clicks are known', () => {
	expect(rowOf({ mature: 0 }).why).toBe('immature');
	expect(rowOf({ mature: 0, early: 1 }).why).toBe('early');
	// months of nothing spent are old enough, and no reason of the others
	expect(rowOf({ matureSpend: 0, earlySpend: 10_000 }).why).toBe('early');
	expect(rowOf({ matureSpend: 0 }).why).toBe('immature');
	expect(rowOf({ matureSpend: 0, spend: 0 }).why).toBe('notPaid');
	expect(rowOf({ mature: 0, cohorts: 2, early: 1 }).why).toBe('immature');
});

test('nobody joined in months before clicks are known → said so, and not when somebody joined', () => {
	expect(rowOf({ mature: 0, early: 1, joined: 0 }).why).toBe('nobodyJoined');
	expect(rowOf({ matureSpend: 0, earlySpend: 10_000, joined: 0 }).why).toBe('nobodyJoined');
	expect(rowOf({ mature: 0, early: 1, joined: 0 }, {}, 3)).toMatchObject({
		joined: 3,
		why: 'early'
	});
	// of months that may still bring somebody, or where no list tells, nobody is not said
	expect(rowOf({ mature: 0, joined: 0 }).why).toBe('immature');
	expect(rowOf({ mature: 0, early: 1, joined: 0 }, { readers: false }).why).toBe('noReaders');
});

test('nothing is known of readers, or of value → their counts and sums are unknown, and not 0', () => {
	expect(rowOf({ joined: 0, mature: 0 }, { readers: false })).toMatchObject({
		joined: null,
		joinedSinceSpend: null,
		costPerReader: null,
		why: 'noReaders'
	});
	expect(rowOf({}, { value: false })).toMatchObject({
		value: null,
		valueToDate: null,
		valueInWindow: null,
		valueLater: null,
		buyers: null,
		conversions: null,
		return: null,
		why: 'valueUnknown'
	});
	expect(rowOf({ ruled: 4000 }, { readers: false }).why).toBe('byRule');
});

test('some of the spend is in a currency without a rate → the rest of it is told, and no cost, return or payback', () => {
	expect(rowOf({ unrated: true, amounts: [9000], payback: 2 })).toMatchObject({
		spend: 10_000,
		costPerReader: null,
		matureSpend: null,
		costPerEngaged: null,
		return: null,
		payback: null,
		why: 'unrated'
	});
	expect(rowOf({ unrated: true, spend: 0 })).toMatchObject({ spend: null, why: 'unrated' });
});
