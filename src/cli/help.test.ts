import { expect, test } from 'vitest';
import { described } from './help.ts';

test('a text longer than its line → goes on below itself, whole', () => {
	const about =
		'shows the publications side by side, each with its key figures, trend, alerts and data date';
	const [first = '', second = '', ...more] = described([
		['audit', 'shows who did what'],
		['publications', about]
	]).slice(1);
	expect(first).toMatch(/^ {2}publications {2}shows the publications/);
	expect(second).toMatch(/^ {16}\S/);
	expect(more).toEqual([]);
	expect(`${first.slice(16)} ${second.slice(16)}`).toBe(about);
	expect(Math.max(first.length, second.length)).toBeLessThanOrEqual(80);
});
