import { expect, test } from 'vitest';
import type { Meter } from '../server/figures/money/return-meters.ts';
import { channelsFinding, meterLevel, meterStatements } from './channels.ts';

const channel = (name: string, low: number, high: number, enough = true) => ({
	channel: name,
	paid: true,
	return: (low + high) / 2,
	low,
	high,
	above: 0.5,
	enough,
	why: null as string | null
});
const finding = (...channels: ReturnType<typeof channel>[]) =>
	channelsFinding({ channels, paid: null, window: 90 });

test('channels clearly above or below what they cost → counted; one alone → the sentence of its side', () => {
	expect(finding(channel('a', 1.2, 2), channel('b', 0.2, 0.8), channel('c', 0.5, 1.5))).toEqual({
		key: 'finding.channels.clear',
		values: { above: { n: 1 }, below: { n: 1 } }
	});
	const open = channel('c', 0.5, 1.5);
	expect(finding(channel('a', 1.2, 2), open).key).toBe('finding.channels.above');
	expect(finding(channel('b', 0.2, 0.8), open).key).toBe('finding.channels.below');
});

test('a paid channel without another → nothing is said of others', () => {
	expect(finding(channel('a', 1.2, 2)).key).toBe('finding.channels.above.alone');
	expect(finding(channel('b', 0.2, 0.8)).key).toBe('finding.channels.below.alone');
	expect(finding(channel('c', 0.5, 1.5))).toEqual({
		key: 'finding.channels.open.alone',
		values: { only: 'c' }
	});
});

test('none clear → all paid channels of the table are counted, those with too few buyers too', () => {
	const [open, few] = [channel('a', 0.5, 1.5), channel('b', 0.5, 1.5, false)];
	expect(finding(open, few, few)).toEqual({
		key: 'finding.channels.openOrFew',
		values: { n: { n: 3 }, few: { n: 2 } }
	});
	expect(finding(open, open).values).toEqual({ n: { n: 2 } });
});

test('none clear by itself, all of them together are → that they are, however few buyers some have', () => {
	const [open, few] = [channel('a', 0.5, 1.5), channel('b', 0.5, 1.5, false)];
	const key = (paid: ReturnType<typeof channel>, ...channels: (typeof open)[]) =>
		channelsFinding({ channels, paid, window: 90 });
	expect(key(channel('', 1.1, 1.5), open, open)).toEqual({
		key: 'finding.channels.open.above',
		values: { n: { n: 2 } }
	});
	expect(key(channel('', 0.5, 0.9), open, few).key).toBe('finding.channels.open.below');
	expect(key(channel('', 0.9, 1.5), open, few).key).toBe('finding.channels.openOrFew');
	expect(key(channel('', 1.1, 1.5), channel('a', 1.2, 2), open).key).toBe('finding.channels.above');
});

test('too few buyers in each of several channels → what the mark of all together says', () => {
	const few = channel('b', 0.5, 1.5, false);
	const key = (paid: ReturnType<typeof channel> | null, ...channels: (typeof few)[]) =>
		channelsFinding({ channels, paid, window: 90 }).key;
	expect(key({ ...channel('', 0.9, 4), above: 0.9 }, few, few)).toBe(
		'finding.channels.together.likelyAbove'
	);
	expect(key(channel('', 1.1, 4), few, few)).toBe('finding.channels.together.above');
	expect(key(channel('', 0.1, 0.4), few, few)).toBe('finding.channels.together.below');
	expect(key(channel('', 0.9, 1.1), few, few)).toBe('finding.channels.together');
	expect(key(few, few, few)).toBe('finding.channels.few');
	expect(key(few, few)).toBe('finding.channels.few');
});

test('what rests on few buyers, or is of no known spend → is never said to be clear', () => {
	const uneven = { ...channel('a', 1.2, 2), why: 'uneven' };
	expect(finding(uneven, uneven).key).toBe('finding.channels.open');
	expect(finding({ ...uneven, why: 'notPaid' }).key).toBe('finding.channels.free');
});

test('no clear channel, few buyers, young readers, none paid or none at all → a sentence for each', () => {
	const open = channel('c', 0.5, 1.5);
	expect(finding(open, open).key).toBe('finding.channels.open');
	expect(finding(channel('c', 0.5, 1.5, false)).key).toBe('finding.channels.few');
	expect(finding({ ...channel('c', 0, 0, false), return: null as never }).key).toBe(
		'finding.channels.young'
	);
	expect(finding({ ...channel('c', 0, 0), paid: false }).key).toBe('finding.channels.free');
	expect(finding().key).toBe('finding.channels.nobody');
});

test('a meter → shares in percent; its position → its level', () => {
	const meter = {
		meter: 'precision' as const,
		position: 0.8,
		figures: { byReader: 0.974, byRule: 0, known: 0.9, setAside: 0.2, early: 0.01 }
	};
	expect(meterStatements(meter)).toEqual([
		{
			key: 'meter.precision',
			values: { byReader: { n: 97 }, byRule: { n: 0 }, known: { n: 90 } }
		},
		{ key: 'meter.precision.setAside', values: { setAside: { n: 20 } } },
		{ key: 'meter.precision.early', values: { early: { n: 1 } } }
	]);
	expect(meterStatements({ ...meter, position: null })).toEqual([
		{ key: 'meter.precision.unknown', values: {} }
	]);
	expect([0.8, 0.5, 0.1, null].map(meterLevel)).toEqual(['solid', 'fair', 'fragile', 'unknown']);
});

test('the largest of few buyers → one person, and not one or ten percent of them', () => {
	const figures = { top1: 0.19, top10: 0.19, variation: 0.27, low: 0.04, high: 0.16 };
	const key = (buyers: number) =>
		meterStatements({ meter: 'variability', position: 0.3, figures: { ...figures, buyers } })[0]!
			.key;
	expect([7, 19, 20, 199, 200].map(key)).toEqual([
		'meter.variability.one',
		'meter.variability.one',
		'meter.variability.largest',
		'meter.variability.largest',
		'meter.variability'
	]);
});

test('figures that nobody knows → no sentence with a dash: another, or none', () => {
	const keys = (...[meter, figures]: [Meter['meter'], Meter['figures']]) =>
		meterStatements({ meter, position: 0, figures }).map(({ key }) => key);
	expect(keys('volume', { buyers: 0, needed: null, more: null })).toEqual(['meter.volume.few']);
	expect(keys('cycle', { median: 35, p90: 228, inWindow: 0.7, inside: null })).toEqual([
		'meter.cycle'
	]);
	const lags = { clicks: null, readers: null, spend: 4, value: null };
	const infrastructure = { ...lags, gaps: 0, stopped: 0, automated: null };
	expect(keys('infrastructure', infrastructure)).toEqual([
		'meter.infrastructure',
		'meter.infrastructure.stopped'
	]);
	expect(
		meterStatements({ meter: 'infrastructure', position: 0, figures: infrastructure })[0]!.values
	).toEqual({ lags: { counted: [{ n: 4, words: 'meter.series.spend' }] } });
});

test('what was bought comes to nothing → that is said, as in the row of all that cost', () => {
	const nothing = { ...channel('a', 0, 0, false), return: 0 };
	const key = (why: string) =>
		channelsFinding({
			channels: [nothing, nothing],
			paid: { ...nothing, why },
			window: 30
		});
	expect(key('refunded')).toEqual({
		key: 'finding.channels.refunded',
		values: { window: { n: 30 } }
	});
	expect(key('refundedLater').key).toBe('finding.channels.refundedLater');
	expect(key('zero').key).toBe('finding.channels.zero');
	expect(key('noValue').key).toBe('finding.channels.unbought');
	expect(key('fewBuyers').key).toBe('finding.channels.few');
});

test('a paid channel alone, likely above or below its cost → likely, as its mark says', () => {
	const likely = (above: number) => finding({ ...channel('c', 0.5, 1.5), above }).key;
	expect(likely(0.9)).toBe('finding.channels.likelyAbove.alone');
	expect(likely(0.1)).toBe('finding.channels.likelyBelow.alone');
});

test('no spend that counts → none is known, or that of so many channels lacks an exchange rate', () => {
	const free = { ...channel('a', 0, 0), paid: false };
	const unrated = { ...channel('b', 0, 0, false), why: 'unrated' };
	expect(finding(free).key).toBe('finding.channels.free');
	expect(finding(free, unrated)).toEqual({
		key: 'finding.channels.unrated',
		values: { n: { n: 1 } }
	});
});

test('a channel whose spend lacks an exchange rate beside one with a return → that one alone is counted', () => {
	const unrated = { ...channel('b', 0, 0, false), why: 'unrated' };
	expect(finding(channel('a', 0.5, 1.5), unrated)).toMatchObject({
		key: 'finding.channels.open.alone',
		values: { only: 'a' }
	});
});

test('paid channels that brought nobody → said so; beside others, of the readers there are', () => {
	const untold = (name: string, why: string) => ({
		...channel(name, 0, 0, false),
		return: null as unknown as number,
		why
	});
	const [nobody, early] = [untold('a', 'nobodyJoined'), untold('b', 'early')];
	expect(finding(nobody).key).toBe('finding.channels.nobodyJoined');
	expect(finding(nobody, early).key).toBe('finding.channels.early');
	expect(finding(nobody, untold('c', 'immature')).key).toBe('finding.channels.young');
});
