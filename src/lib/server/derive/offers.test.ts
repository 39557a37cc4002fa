import { expect, test } from 'vitest';
import { applyTemplateRules } from './apply-rules.ts';
import { offersOf } from './offers.ts';
import type { EditableReading } from './reading.ts';

/** An issue with a roundup that was read as one item. */
function issueOf(number: number): EditableReading {
	const item = (title: string, position: number) => ({
		title,
		position,
		section: null,
		text: '',
		format: null,
		authors: [],
		authorsSaid: false,
		role: 'editorial' as const
	});
	const link = (index: number, text: string, key: string) => ({
		item: index,
		key,
		url: key,
		text,
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
		item: { title: 'Briefly', page: 'https://b.example/1', position: 2 },
		page: 'https://c.example/1',
		title: 'A bridge closes'
	};
	const [offered] = offersOf({ issue, reading: issueOf(1), steps: [step] }, []);
	expect(offered).toMatchObject({ kind: 'split', where: { title: 'briefly' } });

	const { items, links } = applyTemplateRules(issueOf(2), [offered!]);
	expect(items.map(({ title, position }) => `${position} ${title}`)).toEqual([
		'1 The lock 2 opens',
		'2 A hall opens again',
		'3 A bridge closes'
	]);
	expect(links.filter(({ item }) => item === 2)).toHaveLength(2);
});

/** An issue whose stories' titles were read as sections, and a roundup under a heading that recurs. */
function sectioned(number: number): EditableReading {
	const item = (title: string, section: string, position: number, over: string) => ({
		title,
		position,
		section,
		over,
		text: '',
		format: null,
		authors: [],
		authorsSaid: false,
		role: 'editorial' as const
	});
	const link = (index: number, text: string, key: string) => ({
		item: index,
		key,
		url: key,
		text,
		role: 'editorial' as const
	});
	return {
		items: [
			item('What the keeper says', `The lock ${number} opens`, 1, 'large'),
			item('And what it costs', `The lock ${number} opens`, 2, 'large'),
			item('Nobody knows', `A bridge ${number} closes`, 3, 'large'),
			item(`On day ${number} a hall opens and a bridge closes`, 'Briefly', 4, 'small')
		],
		links: [
			link(0, 'says', `https://a.example/${number}`),
			link(1, 'costs', `https://b.example/${number}`),
			link(2, 'nobody', `https://c.example/${number}`),
			link(3, 'A hall opens', `https://d.example/${number}`),
			link(3, 'A bridge closes', `https://e.example/${number}`)
		]
	};
}

const summary = ({ items }: EditableReading) =>
	items.map(({ title, section }) => [section, title].filter(Boolean).join(' / '));

test('a heading said to be the title of an item → offered for all headings that look so', () => {
	const issue = { id: 1 } as never;
	const step = { kind: 'story' as const, from: 'A bridge 1 closes' };
	const offered = offersOf({ issue, reading: sectioned(1), steps: [step] }, []);
	expect(offered).toMatchObject([
		{ kind: 'story', where: { heading: expect.any(String) } },
		{ kind: 'story', where: { over: 'large' }, said: 'A bridge 1 closes' }
	]);

	const ruled = applyTemplateRules(sectioned(2), [offered[1]!]);
	expect(summary(ruled)).toEqual([
		'The lock 2 opens',
		'A bridge 2 closes',
		'Briefly / On day 2 a hall opens and a bridge closes'
	]);
	expect(ruled.links.filter(({ item }) => item === 0)).toHaveLength(2);
	expect(ruled.items[0]!.text).toContain('And what it costs');
});

test('a heading said to be none → offered for all headings that look so', () => {
	const issue = { id: 1 } as never;
	const step = { kind: 'section' as const, from: 'A bridge 1 closes', to: null };
	const offered = offersOf({ issue, reading: sectioned(1), steps: [step] }, []);
	expect(offered[1]).toMatchObject({ kind: 'move', where: { over: 'large' }, to: null });
	expect(summary(applyTemplateRules(sectioned(2), [offered[1]!]))).toEqual([
		'What the keeper says',
		'And what it costs',
		'Nobody knows',
		'Briefly / On day 2 a hall opens and a bridge closes'
	]);
});

test('a link split from an item that is new each time → offered for all under its heading', () => {
	const issue = { id: 1 } as never;
	const step = {
		kind: 'split' as const,
		item: { title: 'On day 1 a hall opens and a bridge closes', page: null, position: 4 },
		page: 'https://e.example/1',
		title: 'A bridge closes'
	};
	const offered = offersOf({ issue, reading: sectioned(1), steps: [step] }, []);
	const byHeading = offered.find(({ where }) => 'heading' in where)!;
	expect(byHeading).toMatchObject({ kind: 'split', where: { heading: 'briefly' } });
	expect(summary(applyTemplateRules(sectioned(2), [byHeading])).slice(-2)).toEqual([
		'Briefly / A hall opens',
		'Briefly / A bridge closes'
	]);
});
