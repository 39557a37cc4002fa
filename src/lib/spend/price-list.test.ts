import { expect, test } from 'vitest';
import { pricesByPosition } from './price-list.ts';

test('placements sold → prices per clicker and per thousand by position, rising', () => {
	const sold = Object.freeze([
		{ position: 9, fee: 20_000, clickers: 100, delivered: 4000 },
		{ position: 5, fee: 45_000, clickers: 90, delivered: 5000 },
		{ position: 9, fee: 10_000, clickers: 200, delivered: 4000 },
		{ position: 9, fee: 10_000, clickers: 0, delivered: 4000 }
	]);
	expect(pricesByPosition(sold)).toEqual([
		{ position: 5, n: 1, perClicker: [500], perThousand: [9000] },
		{ position: 9, n: 3, perClicker: [50, 200], perThousand: [2500, 2500, 5000] }
	]);
});
