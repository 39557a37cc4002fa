import { expect, test } from 'vitest';
import { receiptStatements } from './receipt.ts';

type Receipt = Parameters<typeof receiptStatements>[0];

const placement: Receipt['placement'] = {
	sponsor: 'Maison Lune',
	item: 'A lamp',
	issue: '12',
	sentAt: Date.UTC(2026, 0, 5),
	position: 3,
	delivered: 1000,
	basis: 'events',
	clickers: 30,
	clicks: 33,
	allClicks: 40,
	rate: 0.03,
	expected: 20,
	lift: 1.4,
	low: 1.1,
	high: 1.8,
	above: 0.98,
	enough: true,
	fee: 12_000,
	currency: 'EUR',
	perClicker: 400,
	perThousandDelivered: 12_000,
	guaranteed: null,
	open: false,
	age: 72,
	pacing: null
};
const receipt: Receipt = {
	placement,
	expectedLow: 12,
	expectedHigh: 33,
	usualOfAll: { n: 9, low: 0.01, high: 0.03 },
	clicks: {
		reasons: [
			{ verdict: 'human', reason: 'none', n: 33 },
			{ verdict: 'machine', reason: 'burst', n: 7 }
		]
	},
	items: 9
};

const keys = (own: Partial<Receipt['placement']>, rest: Partial<Receipt> = {}) =>
	receiptStatements({ ...receipt, ...rest, placement: { ...placement, ...own } }, 'no. 12').map(
		({ key }) => key.replace('report.says.place.', '')
	);

test('a placement with all its figures → where, whom, what was set aside, against usual, and the price', () => {
	expect(keys({})).toEqual(['where', 'got', 'aside', 'above', 'price']);
	const [, , aside] = receiptStatements(receipt, 'no. 12');
	expect(aside!.values).toMatchObject({
		aside: { count: 7 },
		reasons: { counted: [{ n: 7, words: 'reason.burst' }] }
	});
});

test('a lift with its interval → stated against usual; without → against other sponsors, else not', () => {
	expect(keys({ low: 0.6, high: 0.9 })).toContain('below');
	expect(keys({ low: 0.8, high: 1.2, above: 0.6 })).toContain('within');
	expect(keys({ low: 0.9, high: 1.6, above: 0.9 })).toContain('likelyAbove');
	expect(keys({ why: 'countsOnly' })).toContain('likelyAbove');
	const unsaid = { enough: false, lift: null, low: null, high: null };
	expect(keys(unsaid)).toContain('others');
	expect(keys(unsaid, { usualOfAll: null })).toContain('few');
});

test('clicks, reach, verdicts, fee or position unknown → said so or left out', () => {
	const nothing = { clickers: null, clicks: null, allClicks: null };
	expect(keys({ ...nothing, fee: null, rate: null })).toContain('noClicks');
	expect(keys({ delivered: null, rate: null })).toContain('noReach');
	expect(keys({}, { clicks: null })).toContain('unjudged');
	expect(keys({ fee: null })).not.toContain('price');
	expect(keys({ position: null })[0]).toBe('noPosition');
});

test('a guarantee → kept, missed, or not reached yet while its issue is open', () => {
	expect(keys({ guaranteed: 30 })).toContain('kept');
	expect(keys({ guaranteed: 50 })).toContain('missed');
	const pacing = { expected: 60, low: 50, high: 70 };
	expect(keys({ guaranteed: 50, open: true, pacing })).toEqual(
		expect.arrayContaining(['notYet', 'pacing'])
	);
});
