import { expect, test } from 'vitest';
import { sources, type Acquisition } from './cohorts.ts';
import { dayOfDate } from './spread.ts';
import { readerActivity, tally } from './tally.ts';

const day = dayOfDate;
/** Until a day all is known, from the beginning of time or from a day on. */
const seenUntil = (asOf: number, since = 0) => ({ since, asOf, leftUntil: asOf });
const days = (dates: (string | null)[]) =>
	Float64Array.from(dates, (date) => (date ? day(date) : NaN));

// four readers of channel 0, one of channel 1, one of nobody knows which, one who never says when
const readers = Object.freeze({
	length: 7,
	joined: days([
		'2024-01-05',
		'2024-02-01',
		'2024-02-29',
		'2023-12-31',
		'2024-02-03',
		'2024-02-03',
		null
	]),
	left: days([null, '2024-02-20', null, null, null, null, null]),
	channel: Int32Array.from([0, 0, 0, 0, 1, -1, 0]),
	campaign: Int32Array.from([-1, 0, -1, -1, -1, -1, -1])
});

const acquisition: Acquisition = {
	readers,
	spending: [
		{
			channel: 0,
			campaign: 0,
			amount: 6001,
			from: day('2024-01-31'),
			to: day('2024-02-29'),
			unrated: false
		},
		{
			channel: 2,
			campaign: -1,
			amount: 500,
			from: day('2024-02-10'),
			to: day('2024-02-10'),
			unrated: false
		}
	],
	ruled: [],
	from: day('2023-01-01'),
	to: day('2024-12-31'),
	joinedTo: day('2024-12-31')
};

const clicked = {
	reader: Int32Array.from([0, 1, 1, 2, 0]),
	day: Int32Array.from([
		day('2024-01-04'),
		day('2024-02-08'),
		day('2024-03-20'),
		day('2024-03-29'),
		day('2024-01-19')
	]),
	n: Int32Array.from([1, 2, 4, 1, 3])
};
const earned = [
	{ reader: 1, day: day('2024-02-15'), amount: 4800, conversions: 1, refunded: false },
	{ reader: 1, day: day('2024-05-15'), amount: 9500, conversions: 1, refunded: false },
	{ reader: 2, day: day('2024-01-01'), amount: 700, conversions: 1, refunded: false }
];

test('spend over a span → spread over its days; readers from before it → in no cohort', () => {
	const result = sources(acquisition);
	const channel = result.find((one) => one.channel === 0 && one.campaign === -1)!;

	expect(channel.cohorts.map(({ month, spend, readers }) => [month % 12, spend, readers])).toEqual([
		[0, 200, [0]],
		[1, 5801, [1, 2]]
	]);
	expect(channel.before).toBe(1);
	expect(result.find((one) => one.campaign === 0)!.cohorts.map((one) => one.readers)).toEqual([
		[],
		[1]
	]);
});

test('spend on a channel without readers → a row of its own; a channel without spend → not paid', () => {
	const result = sources(acquisition);
	expect(result.find((one) => one.channel === 2)).toMatchObject({
		paid: true,
		cohorts: [{ spend: 500, readers: [] }]
	});
	expect(result.find((one) => one.channel === 1)).toMatchObject({ paid: false, before: 0 });
});

test('a tally of mature cohorts → what each reader did since joining', () => {
	const activity = readerActivity(readers, clicked, earned, 30);
	const channel = sources(acquisition).find((one) => one.channel === 0 && one.campaign === -1)!;
	const all = tally(channel.cohorts, readers, activity, 30, seenUntil(day('2024-06-30')));

	expect(all).toMatchObject({
		cohorts: 2,
		mature: 2,
		spend: 6001,
		joined: 3,
		// clicked after 14, 7 and 29 days
		activated: [
			{ n: 1, of: 3, spend: 6001 },
			{ n: 2, of: 3, spend: 6001 },
			{ n: 3, of: 3, spend: 6001 }
		],
		engaged: 3,
		clicks: 3 + 2 + 1,
		kept: { n: 2, of: 3 },
		value: 14_300,
		amounts: [4800],
		// 4800 within a month is less than 6001; 14,300 after 104 days, in the fourth, is more
		payback: 4
	});
	expect(activity.clicksBefore).toBe(1);
});

test('a cohort younger than the window → left out of rates', () => {
	const activity = readerActivity(readers, clicked, earned, 30);
	const channel = sources(acquisition).find((one) => one.channel === 0 && one.campaign === -1)!;
	const early = tally(channel.cohorts, readers, activity, 30, seenUntil(day('2024-03-10')));

	expect(early).toMatchObject({
		cohorts: 2,
		mature: 1,
		joined: 3,
		matureJoined: 1,
		matureSpend: 200,
		engaged: 1,
		activated: [
			{ n: 1, of: 3 },
			{ n: 1, of: 1 },
			{ n: 1, of: 1 }
		]
	});
});

test('lists that end before a cohort is as old as the window → it is not known how many of it stayed', () => {
	const activity = readerActivity(readers, clicked, earned, 30);
	const channel = sources(acquisition).find((one) => one.channel === 0 && one.campaign === -1)!;
	const seen = { ...seenUntil(day('2024-06-30')), leftUntil: day('2024-03-10') };
	expect(tally(channel.cohorts, readers, activity, 30, seen)).toMatchObject({
		matureJoined: 3,
		kept: { n: 1, of: 1 }
	});
});

test('a cohort from before clicks are known → left out of rates', () => {
	const activity = readerActivity(readers, clicked, earned, 30);
	const channel = sources(acquisition).find((one) => one.channel === 0 && one.campaign === -1)!;
	const seen = seenUntil(day('2024-06-30'), day('2024-02-01'));

	expect(tally(channel.cohorts, readers, activity, 30, seen)).toMatchObject({
		joined: 3,
		spend: 6001,
		mature: 1,
		matureJoined: 2,
		matureSpend: 5801
	});
});

test('a cohort that has earned its cost → has paid back, however young it is', () => {
	const earlyBird = [
		{ reader: 1, day: day('2024-02-15'), amount: 5801, conversions: 1, refunded: false }
	];
	const activity = readerActivity(readers, clicked, earlyBird, 90);
	const channel = sources(acquisition).find((one) => one.channel === 0 && one.campaign === -1)!;
	const asOf = seenUntil(day('2024-03-10'));
	const [january, february] = channel.cohorts;

	expect(tally([february!], readers, activity, 90, asOf)).toMatchObject({ mature: 0, payback: 1 });
	expect(tally([january!], readers, activity, 90, asOf).payback).toBe(null);
	// a refund in the second month takes it back
	const back = [
		...earlyBird,
		{ reader: 1, day: day('2024-02-15'), amount: -1, conversions: 0, refunded: true }
	];
	const less = readerActivity(readers, clicked, back, 90);
	expect(tally([february!], readers, less, 90, asOf).payback).toBe(null);
});

test('a buyer refunded in full → no buyer; what was refunded beyond purchases → subtracted', () => {
	const rows = [
		{ reader: 1, day: day('2024-02-15'), amount: 4800, conversions: 1, refunded: false },
		{ reader: 1, day: day('2024-02-15'), amount: -4800, conversions: -1, refunded: true },
		{ reader: 2, day: day('2024-03-01'), amount: 900, conversions: 1, refunded: false },
		{ reader: 0, day: day('2024-01-09'), amount: -250, conversions: 0, refunded: true },
		{ reader: 2, day: day('2024-05-20'), amount: 700, conversions: 1, refunded: false }
	];
	const activity = readerActivity(readers, clicked, rows, 30);
	const channel = sources(acquisition).find((one) => one.channel === 0 && one.campaign === -1)!;
	expect(tally(channel.cohorts, readers, activity, 30, seenUntil(day('2024-06-30')))).toMatchObject(
		{ amounts: [900], givenBack: -250, refunded: true, later: 700, value: 1350 }
	);
});

test('a purchase and its refund on one day → given back, and not never bought; the same by rule', () => {
	const seen = seenUntil(day('2024-06-30'));
	const sold = { reader: 1, day: day('2024-02-15'), amount: 4800, conversions: 1, refunded: false };
	const tallyOf = (rows: (typeof sold)[], ruled: Acquisition['ruled'] = []) => {
		const found = sources({ ...acquisition, ruled });
		const channel = found.find((one) => one.channel === 0 && one.campaign === -1)!;
		return tally(channel.cohorts, readers, readerActivity(readers, clicked, rows, 30), 30, seen);
	};
	const back = { ...sold, amount: -4800, conversions: -1, refunded: true };
	expect(tallyOf([sold, back])).toMatchObject({ amounts: [], givenBack: 0, refunded: true });
	expect(tallyOf([])).toMatchObject({ amounts: [], givenBack: 0, refunded: false });

	const days = { from: day('2024-02-01'), to: day('2024-02-29') };
	const flow = { channel: 0, campaign: -1, amount: 2900, conversions: 2, ...days };
	expect(tallyOf([], [flow, { ...flow, amount: -2900, conversions: -2 }])).toMatchObject({
		ruled: 0,
		refunded: true
	});
	expect(tallyOf([], [flow])).toMatchObject({ ruled: 2900, refunded: false });
});

test('value by rule → on its days, and no reader’s', () => {
	const ruled = [
		{
			channel: 1,
			campaign: -1,
			amount: 2900,
			conversions: 29,
			from: day('2024-02-01'),
			to: day('2024-02-29')
		}
	];
	const [source] = sources({ ...acquisition, spending: [], ruled, to: day('2024-02-10') }).filter(
		(one) => one.channel === 1
	);
	expect(source!.cohorts).toMatchObject([{ ruled: 1000, readers: [4] }]);
});
