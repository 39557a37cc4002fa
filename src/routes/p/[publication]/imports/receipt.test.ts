import { expect, test } from 'vitest';
import { partsOf } from './receipt.ts';

const clicks = Object.freeze({
	accepted: 900,
	duplicate: 60,
	rejected: 30,
	skipped: 10,
	setAside: 100,
	unmatched: 50
});

test('the parts add up to the rows of the file', () => {
	const parts = partsOf(clicks);

	expect(parts.reduce((sum, { n }) => sum + n, 0)).toBe(1000);
	expect(parts.map(({ name, n }) => [name, n])).toEqual([
		['people', 750],
		['setAside', 100],
		['unmatched', 50],
		['known', 60],
		['refused', 30],
		['skipped', 10]
	]);
});

test('what holds no clicks is stored, and is nobody’s', () => {
	const list = { ...clicks, setAside: null, unmatched: 0 };

	expect(partsOf(list)[0]).toMatchObject({ name: 'stored', n: 900 });
});

test('never counts a click twice, set aside and waiting for its issue', () => {
	const parts = partsOf({ ...clicks, accepted: 120 });

	expect(parts.reduce((sum, { n }) => sum + n, 0)).toBe(220);
});
