import { expect, test } from 'vitest';
import { personRoles } from '#lib/permissions.ts';
import { described } from './help.ts';
import { user } from './user.ts';

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

test.each(['en', 'fr'] as const)(
	'what roles may do (%s) → whole, and of no two the same',
	(locale) => {
		const lines = user.notes!(locale).slice(1);
		expect(lines.join('')).not.toContain('…');
		const starts = personRoles.map((role) =>
			lines.findIndex((line) => line.trim().startsWith(role))
		);
		const texts = starts.map((start, i) => {
			const [first, ...more] = lines.slice(start, starts[i + 1]);
			return [first!.replace(personRoles[i]!, ''), ...more].map((line) => line.trim()).join(' ');
		});
		expect(new Set(texts).size).toBe(personRoles.length);
	}
);
