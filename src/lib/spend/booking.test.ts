import fc from 'fast-check';
import { expect, test } from 'vitest';
import { bookedFees, splitEvenly } from './booking.ts';

const euros = { price: '', basis: 'each', currency: 'EUR', own: ['', '', ''] } as const;
const sum = (amounts: readonly number[]) => amounts.reduce((total, one) => total + one, 0);

test('any amount in any number of parts → they add up to it, and differ by one unit at most', () => {
	const amounts = fc.integer({ min: 0, max: 10 ** 12 });
	fc.assert(
		fc.property(amounts, fc.integer({ min: 1, max: 60 }), (amount, n) => {
			const parts = splitEvenly(amount, n);
			expect(parts).toHaveLength(n);
			expect(sum(parts)).toBe(amount);
			expect(Math.max(...parts) - Math.min(...parts)).toBeLessThanOrEqual(1);
			expect(parts).toEqual(parts.toSorted((a, b) => b - a));
		})
	);
});

test.each([
	['each', { price: '300' }, [30_000, 30_000, 30_000]],
	['each, and one of its own', { price: '300', own: ['', '450,50', ''] }, [30_000, 45_050, 30_000]],
	['all', { price: '100', basis: 'all' }, [3334, 3333, 3333]],
	[
		'all, and one of its own',
		{ price: '100', basis: 'all', own: ['', '50', ''] },
		[2500, 5000, 2500]
	],
	['all, as each has its own', { price: '6', basis: 'all', own: ['1', '2', '3'] }, [100, 200, 300]],
	['none', {}, [null, null, null]],
	['none but one of its own', { basis: 'all', own: ['', '0', ''] }, [null, 0, null]],
	['all, in yen', { price: '100', basis: 'all', currency: 'JPY' }, [34, 33, 33]]
] as const)('a price for %s → what each placement costs', (_of, typed, fees) => {
	expect(bookedFees({ ...euros, ...typed })).toEqual({ fees, wrong: null });
});

test.each([
	['a price that is none', { price: 'beaucoup' }, 'price'],
	['a price below nothing', { price: '-5' }, 'price'],
	['an own price that is none', { price: '300', own: ['', '1e5', 'x'] }, 1],
	['own prices above that of all', { price: '100', basis: 'all', own: ['60', '60', ''] }, 'sum'],
	['own prices below that of all', { price: '9', basis: 'all', own: ['1', '2', '3'] }, 'sum']
] as const)('%s → what is wrong, and no fees', (_what, typed, wrong) => {
	expect(bookedFees({ ...euros, ...typed })).toEqual({ fees: null, wrong });
});
