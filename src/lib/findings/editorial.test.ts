import { expect, test } from 'vitest';
import { editorialFinding } from './editorial.ts';

const row = (name: string, items: number, valuePerItem: number | null, valued = items) => ({
	name,
	items,
	valued,
	valuePerItem
});

const all = row('', 40, 100);
const topics = [row('rare', 2, 900), row('first', 10, 300), row('second', 20, 200)];

test('topics with a value per item → the best of those with enough items; none with a value → said so', () => {
	expect(editorialFinding({ topics, all })).toEqual({
		key: 'finding.editorial.most',
		values: { topic: 'first' }
	});
	expect(editorialFinding({ topics, all: row('', 40, null, 0) }).key).toBe(
		'finding.editorial.none'
	);
});

test('a topic alone, or alone with enough items, or two alike → none is said to earn the most', () => {
	const key = (...some: typeof topics) => editorialFinding({ topics: some, all }).key;
	const [rare, first] = topics as [(typeof topics)[number], (typeof topics)[number]];
	expect(key(first)).toBe('finding.editorial.counted');
	expect(key(rare, first)).toBe('finding.editorial.valued');
	expect(key(first, row('second', 10, 300))).toBe('finding.editorial.counted');
	expect(key(row('first', 10, 0), row('second', 10, -20))).toBe('finding.editorial.counted');
});
