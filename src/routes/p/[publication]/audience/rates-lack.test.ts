import { expect, test } from 'vitest';
import { ratesLack } from './rates-lack.ts';

test('no rate of any issue → the file that is missing, and none where both are there', () => {
	expect(ratesLack([{ delivered: null, clickers: 9 }])).toEqual(['deliveries']);
	expect(ratesLack([{ delivered: 90, clickers: null }])).toEqual(['clicks']);
	expect(ratesLack([{ delivered: 90, clickers: 9 }])).toEqual([]);
	expect(ratesLack([])).toEqual([]);
});
