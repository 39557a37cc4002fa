import { expect, test } from 'vitest';
import { added, draftsOf, dropped, keptOf, merged, renamed, split } from './editing.ts';

const list = draftsOf([
	{
		id: 7,
		name: 'Compost',
		examples: [],
		words: [{ word: 'compost' }, { word: 'fumier' }],
		holds: [
			[1, 2],
			[2, 3]
		]
	},
	{ id: 8, name: 'Semis', words: [{ word: 'semis' }], holds: [[4]], examples: [] }
]);

test('two proposals merged → words and items of both, under the name of the one that stays', () => {
	expect(merged(list, 1, 0)).toEqual([
		expect.objectContaining({ name: 'Compost', ids: [7, 8], items: [1, 2, 3, 4] })
	]);
	expect(keptOf(merged(list, 1, 0))[0]!.words).toEqual(['compost', 'fumier', 'semis']);
	expect(merged(list, 0, 0)).toEqual(list);
});

test('a proposal split → words go, and items that no word of the rest has', () => {
	const [rest, own] = split(list, 0, [1], 'Fumier');
	expect(rest).toMatchObject({ name: 'Compost', ids: [7], items: [1, 2] });
	expect(own).toMatchObject({ name: 'Fumier', ids: [], items: [3] });
	expect(split(list, 0, [], 'Fumier')).toEqual(list);
});

test('proposals renamed, dropped, added → as typed, and one without a name is not kept', () => {
	expect(renamed(list, 1, 'Graines')[1]!.name).toBe('Graines');
	expect(dropped(list, 0).map(({ name }) => name)).toEqual(['Semis']);
	const more = added(list, 'Ruches');
	expect(more[0]).toMatchObject({ name: 'Ruches', ids: [], words: [{ word: 'Ruches' }] });
	expect(new Set(more.map(({ key }) => key)).size).toBe(3);
	expect(keptOf(renamed(list, 1, '  ')).map(({ name }) => name)).toEqual(['Compost']);
	expect(added([], 'Ruches')).toHaveLength(1);
});
