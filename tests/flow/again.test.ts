import { expect, test } from 'vitest';
import { itemRecord } from '#lib/server/figures/content/item-record.ts';
import { letters } from './letters.ts';
import { newWorkspace } from './publication.ts';

test('a page in several issues → known as such, with its clickers in each', async () => {
	const workspace = await newWorkspace();
	await workspace.take(letters(8));
	const items = await workspace.items();
	const map = items.find(({ title, issue }) => title === 'La carte du canal 4' && issue === '4')!;
	expect(map.again).toBe(7);
	expect(map.alsoIn.map(({ issue }) => issue)).toEqual(['8', '7', '6', '5', '3']);
	expect(items.find(({ title }) => title.includes('écluse'))).toMatchObject({
		again: 0,
		alsoIn: []
	});

	const record = await itemRecord(workspace.db, await workspace.publication(), map.id);
	expect(record.item.id).toBe(map.id);
	expect(record.pages).toEqual(['https://example.org/carte']);
	expect(record.rows.map(({ issue, clickers }) => [issue, clickers])).toEqual(
		// (n + 2) % 5 + 1 readers click it in letter n
		[1, 2, 3, 4, 5, 6, 7, 8].map((n) => [String(n), ((n + 2) % 5) + 1])
	);
	expect(record.clickers).toBe(record.rows.reduce((n, { clickers }) => n + clickers!, 0));
	// they are the same few each time
	expect(record.readers).toBe(5);
	await expect(itemRecord(workspace.db, await workspace.publication(), 9999)).rejects.toThrow(
		'noSuchItem'
	);
});
