import { expect, test } from 'vitest';
import { splitFrontMatter } from './front-matter.ts';

const matterOf = (...lines: string[]) => splitFrontMatter(`${lines.join('\n')}\n\nText\n`).matter;

test('YAML with lists, folded texts and quotes → each key as it is written, a number with its zeros', () => {
	expect(
		matterOf(
			'---',
			'Title: >-',
			'  Harbours',
			'  in winter',
			"number: '007'",
			'date: 2026-03-05',
			'tags: [ports, "sea, ice"]',
			'authors:',
			'  - name: Ana Mar',
			'  - Léo Le Roux',
			'---'
		)
	).toEqual({
		title: 'Harbours in winter',
		number: '007',
		date: '2026-03-05',
		tags: ['ports', 'sea, ice'],
		authors: ['Ana Mar', 'Léo Le Roux']
	});
});

test('a title with a colon, which is no YAML → read line by line, and nothing else is lost', () => {
	expect(
		matterOf('---', 'title: Harbours: in winter: a survey', 'number: 12', 'tags: [ports', '---')
	).toMatchObject({ title: 'Harbours: in winter: a survey', number: '12' });
});

test('TOML → its texts, days and lists', () => {
	expect(
		matterOf(
			'+++',
			'title = "Harbours # in winter"',
			'date = 2026-03-05',
			'number = 12',
			'tags = ["ports", "ice"]',
			'+++'
		)
	).toMatchObject({
		title: 'Harbours # in winter',
		date: '2026-03-05',
		number: '12',
		tags: ['ports', 'ice']
	});
});

test('org and plain keys → as before; a rule between two texts is no front matter', () => {
	expect(matterOf('#+TITLE: Harbours', '#+FILETAGS: :ports:ice:')).toMatchObject({
		title: 'Harbours',
		tags: ['ports', 'ice']
	});
	expect(matterOf('Title: Harbours', 'Tags: ports, ice', '')).toMatchObject({
		title: 'Harbours',
		tags: ['ports', 'ice']
	});
	expect(splitFrontMatter('---\nJust text\n---\nMore').body).toBe('---\nJust text\n---\nMore');
});

test('a document that names itself again and again → read line by line, not unfolded', () => {
	const aliases = Array.from(
		{ length: 30 },
		(_, i) => `k${i + 1}: &a${i + 1} [*a${i}, *a${i}, *a${i}]`
	);
	expect(matterOf('---', 'title: Harbours', 'k0: &a0 [x]', ...aliases, '---').title).toBe(
		'Harbours'
	);
});

test('a title behind an empty tag in front matter that is no YAML → the title alone', () => {
	expect(matterOf('---', "title: ! 'No. 3'", 'note: the quay: closed: again', '---').title).toBe(
		'No. 3'
	);
});
