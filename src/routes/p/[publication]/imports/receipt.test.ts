import { expect, test } from 'vitest';
import { headingOf, receiptParts } from './receipt.ts';

const clicks = Object.freeze({
	accepted: 900,
	duplicate: 60,
	rejected: 30,
	skipped: 10,
	setAside: 100,
	unmatched: 50
});

test('the clicks of a file → parts that add up to its rows', () => {
	const parts = receiptParts(clicks);

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

test('a file without clicks → stored, and nobody’s', () => {
	const list = { ...clicks, setAside: null, unmatched: 0 };

	expect(receiptParts(list)[0]).toMatchObject({ name: 'stored', n: 900 });
});

test('clicks set aside that also wait for their issue → counted once', () => {
	const parts = receiptParts({ ...clicks, accepted: 120 });

	expect(parts.reduce((sum, { n }) => sum + n, 0)).toBe(220);
});

const stopped = { code: 'importStopped', details: {} };
const empty = { code: 'fileEmpty', details: {} };

test.each([
	['done', 0, null, 'all'],
	['done', 2, null, 'rejected'],
	['undone', 2, null, 'undone'],
	['undoing', 0, null, 'undoing'],
	['running', 0, null, 'running'],
	['waiting', 0, null, 'waiting'],
	['question', 0, empty, 'question'],
	['failed', 0, empty, 'notRead'],
	['failed', 0, stopped, 'stopped']
] as const)(
	'an import that is %s, with %i rejected rows → headed so, and by nothing that does not hold',
	(state, rejected, trouble, heading) => {
		expect(headingOf({ state, rejected, trouble })).toBe(heading);
	}
);
