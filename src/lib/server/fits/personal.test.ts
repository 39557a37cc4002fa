import { expect, test } from 'vitest';
import type { FitFacts } from './archive.ts';
import { leagueInput } from './league-input.ts';
import { personalIssues } from './personal.ts';

const item = (id: number, issueId: number, position: number, reach: number | null) => ({
	id,
	issueId,
	position,
	role: 'editorial',
	format: 'lead',
	pages: 1,
	links: 1,
	sectionId: null,
	section: null,
	title: `Item ${id}`,
	rollup: { reach, clickers: 10, clicks: 12, allClicks: 12, shared: 0, readers: null }
});
const issue = (id: number) => ({
	id,
	number: id,
	title: '',
	sentAt: id,
	documentId: null,
	rollup: { layer: 'events', basis: 'count', delivered: 1000, clickers: 20 }
});
const archive = {
	issues: [issue(1), issue(2), issue(3)],
	items: [
		// everybody got the same letter
		item(1, 1, 1, null),
		item(2, 1, 2, null),
		// counted by link, and all the same
		item(3, 2, 1, 1000),
		item(4, 2, 2, 980),
		// each reader a letter of their own
		item(5, 3, 1, 700),
		item(6, 3, 4, 310)
	],
	topics: [],
	authors: [],
	topicsOfItem: new Map(),
	authorsOfItem: new Map(),
	pagesOfItem: new Map(),
	countsOfIssue: new Map()
} as unknown as FitFacts;

test('items that different readers were shown → their issue has no order that holds for all', () => {
	expect([...personalIssues(archive)]).toEqual([3]);
});

test('where the order differs from reader to reader → positions enter no fit', () => {
	const { input } = leagueInput(archive, 'editorial');
	expect(input.items.map(({ position, format }) => [position, format])).toEqual([
		[1, 'lead'],
		[2, 'lead'],
		[1, 'lead'],
		[2, 'lead'],
		[1, 'brief'],
		[1, 'brief']
	]);
});
