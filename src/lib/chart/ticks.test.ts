import { expect, test } from 'vitest';
import { createFormats } from '#lib/messages/format.ts';
import { decimalsIn, leastIn, reachOf } from './ticks.ts';

const formats = createFormats('fr', 'UTC');

test.each([
	['rates', formats.percent, 3],
	['shares', formats.share, 2],
	['counts', formats.number, 0],
	['lifts', formats.lift, 2],
	['euros along an axis', (minor: number) => formats.money(minor, 'EUR', { axis: true }), -2],
	['euros with cents', (minor: number) => formats.money(minor, 'EUR', { perUnit: true }), 0],
	['yen', (minor: number) => formats.money(minor, 'JPY', { axis: true }), 0]
] as const)(
	'how %s are written → so many decimals tell one from the next',
	(_, format, decimals) => {
		expect(decimalsIn(format)).toBe(decimals);
		expect(format(leastIn(format))).not.toBe(format(0));
	}
);

test('intervals above bars → within the axis, save one that goes on far beyond all values', () => {
	expect(reachOf([{ value: 10, high: 14 }])).toBe(14);
	expect(reachOf([{ value: 10, high: 4000 }])).toBe(20);
	expect(reachOf([{ value: 10, high: null }])).toBe(10);
	expect(reachOf([{ value: 0, high: 0.2 }])).toBe(0.2);
});
