import { expect, test } from 'vitest';
import { comparisonDates, comparisonOf, comparisonPattern, readComparison } from './comparison.ts';

test('a name, or two days in order → a comparison', () => {
	for (const text of ['before', 'year', 'none', comparisonDates, '2025-03-01..2025-03-01']) {
		expect(readComparison(text)).toBe(text);
		expect(text).toMatch(new RegExp(comparisonPattern));
	}
});

test.each(['', 'custom', '2025-03-31..2025-01-01', '2025-02-30..2025-03-01', '2025-01-01..'])(
	'“%s” → none',
	(text) => expect(readComparison(text)).toBeNull()
);

test('nothing asked for → the period before', () => {
	expect(comparisonOf({ compare: null })).toEqual({ by: 'before' });
	expect(comparisonOf({ compare: 'year' })).toEqual({ by: 'year' });
	expect(comparisonOf({ compare: comparisonDates })).toEqual({
		by: 'custom',
		from: '2025-01-01',
		to: '2025-03-31'
	});
});
