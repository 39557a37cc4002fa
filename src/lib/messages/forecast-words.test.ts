import { expect, test } from 'vitest';
import { scoreWords } from './forecast-words.ts';

const score = (error: number) => {
	const items = { n: 80, within90: 0.9, within50: 0.5, error, naive: 1 };
	const totals = { ...items, n: 9 };
	return scoreWords('lookBack', { issues: 9, items, totals } as never, 'en');
};

test('the error of forecasts against “like last time” → smaller, larger, or as large where it rounds to that', () => {
	expect(score(0.62)).toContain('38% smaller');
	expect(score(1.25)).toContain('25% larger');
	expect(score(1.002)).toContain('as large as with');
	expect(score(0.998)).toContain('as large as with');
});
