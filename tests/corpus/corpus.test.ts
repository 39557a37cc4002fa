import { expect, test } from 'vitest';
import { meanOf, readings } from '../bench/parse.ts';
import { corpus } from './corpus.ts';

test('the invented issues → thirty styles or more in seven languages, each with three issues or more', () => {
	const letters = corpus();
	expect(letters.length).toBeGreaterThanOrEqual(30);
	expect(letters.flatMap(({ documents }) => documents).length).toBeGreaterThanOrEqual(60);
	expect(new Set(letters.map(({ name }) => name.slice(0, 2))).size).toBe(7);
	expect(letters.every(({ documents }) => documents.length >= 3)).toBe(true);
});

test('invented issues → read rightly alone, better beside their siblings, and better than by records', async () => {
	const { rows } = await readings(null);
	const { alone, siblings, records } = meanOf(rows);
	expect(alone.sections).toBeGreaterThan(0.94);
	expect(alone.items).toBeGreaterThan(0.97);
	expect(alone.links).toBeGreaterThan(0.97);
	expect(siblings.sections).toBeGreaterThan(0.99);
	expect(siblings.items).toBeGreaterThan(0.98);
	expect(siblings.links).toBeGreaterThan(0.97);
	expect(records.items).toBeLessThan(alone.items);
});
