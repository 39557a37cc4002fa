import { expect, test } from 'vitest';
import { applyRules } from './apply-rules.ts';
import { offersOf } from './offers.ts';
import type { EditableReading } from './reading.ts';

/** An issue with a roundup that was read as one item. */
function issueOf(number: number): EditableReading {
	const item = (title: string, slot: number) => ({
		...{ title, slot, section: null, text: '', format: null, authors: [], authorsSaid: false },
		role: 'editorial' as const
	});
	const link = (index: number, text: string, key: string) => ({
		...{ item: index, key, url: key, text },
		role: 'editorial' as const
	});
	return {
		items: [item(`The lock ${number} opens`, 1), item('Briefly', 2)],
		links: [
			link(0, 'The lock', `https://a.example/${number}`),
			link(1, 'A hall opens again', `https://b.example/${number}`),
			link(1, 'A bridge closes', `https://c.example/${number}`),
			link(1, '', `https://c.example/${number}/picture`)
		]
	};
}

test('a link split from an item with a title that comes again → offered for all such items', () => {
	const issue = { id: 1 } as never;
	const step = {
		kind: 'split' as const,
		item: { title: 'Briefly', page: 'https://b.example/1', slot: 2 },
		page: 'https://c.example/1',
		title: 'A bridge closes'
	};
	const [offered] = offersOf({ issue, reading: issueOf(1), steps: [step] }, []);
	expect(offered).toMatchObject({ kind: 'split', where: { title: 'briefly' } });

	const { items, links } = applyRules(issueOf(2), [offered!]);
	expect(items.map(({ title, slot }) => `${slot} ${title}`)).toEqual([
		'1 The lock 2 opens',
		'2 A hall opens again',
		'3 A bridge closes'
	]);
	expect(links.filter(({ item }) => item === 2)).toHaveLength(2);
});
