import { expect, test } from 'vitest';
import { editorialFinding } from './editorial.ts';

const row = (name: string, items: number, valuePerItem: number | null, valued = items) => ({
	name,
	items,
	valued,
	valuePerItem
});

test('topics with a value per item → the best of those with enough items; one alone, or none → no best', () => {
	const all = row('', 40, 100);
	const topics = [row('rare', 2, 900), row('first', 10, 300), row('second', 20, 200)];
	expect(editorialFinding({ topics, all })).toEqual({
		key: 'finding.editorial.most',
		values: { topic: 'first' }
	});
	expect(editorialFinding({ topics: topics.slice(0, 1), all }).key).toBe(
		'finding.editorial.valued'
	);
	expect(editorialFinding({ topics, all: row('', 40, null, 0) }).key).toBe(
		'finding.editorial.none'
	);
});
