import { expect, test } from 'vitest';
import { renderTable } from '#lib/columns/render-table.ts';
import { nextPositionTable } from '#lib/columns/tables/next.ts';
import { createFormats } from '#lib/messages/format.ts';
import { words } from '#lib/messages/words.ts';
import { nextFigures } from '#lib/server/forecast/next.ts';
import { nextWords } from '#lib/messages/forecast-words.ts';
import { gardenFiles } from './garden.ts';
import { newWorkspace, type Workspace } from './publication.ts';

const next = async (workspace: Workspace) =>
	nextFigures(workspace.db, await workspace.publication());

/** What each story is about, as an editor's spreadsheet says it: a garden's own topics. */
function topicsOf(issues: number): string {
	const names = ['Semis', 'Taille', 'Potager', 'Haies', 'Oignons'];
	const rows = ['url;thèmes'];
	for (let n = 1; n <= issues; n++)
		for (let i = 0; i < 4; i++)
			rows.push(`https://garden.example.com/${n}/${i};${names[(n + i) % 5]}`);
	return rows.join('\n');
}

test('before there are issues → says so, and shows nothing that is not there', async () => {
	const workspace = await newWorkspace();
	const figures = await next(workspace);
	expect(figures).toMatchObject({ issues: 0, notYet: 'fewIssues', delivered: null, positions: [] });
	expect(figures).toMatchObject({ openings: [], owed: [], again: [], day: null });
	expect(nextWords(figures, 'en')).toContain('not enough issues');
});

test('suggested topics → no headline; confirmed ones → a headline, with what was covered lately', async () => {
	const workspace = await newWorkspace();
	await workspace.take(gardenFiles(1, 20));
	const guessed = await next(workspace);
	expect(guessed.topics.every(({ suggested }) => suggested)).toBe(true);
	expect(nextWords(guessed, 'en')).toBe('No confirmed topic is clearly under- or over-covered');

	await workspace.take({ 'themes.csv': Buffer.from(topicsOf(20)) });
	const { topics, positions, delivered, notYet } = await next(workspace);
	const untold = topics.map((row) => ({ ...row, next: null, covered: null }));
	expect(nextWords({ topics: untold, notYet }, 'en')).toContain('not enough data on any topic');
	const of = (name: string) => topics.find(({ topic }) => topic === name)!;
	expect(notYet).toBeNull();
	expect(of('Potager')).toMatchObject({ covered: 'under', suggested: false, confirmed: 1 });
	expect(of('Oignons')).toMatchObject({ covered: 'over', suggested: false });
	expect(of('Potager').nextLow).toBeGreaterThan(1);
	expect(of('Potager').nextLow50).toBeGreaterThan(of('Potager').nextLow!);
	expect(topics[0]!.topic).toBe('Potager');
	expect(nextWords(await next(workspace), 'fr')).toMatch(
		/^Davantage sur «\u00a0Potager.*moins sur.*Oignons/
	);

	// the kinds go round: issue 20 has all but the fifth, which was in 19
	const missing = topics.filter(({ since }) => since === 1);
	expect(missing.map(({ last }) => last!.issue)).toEqual(['19']);
	expect(topics.filter(({ since }) => since === 0)).toHaveLength(4);

	expect(delivered).toBe(600);
	expect(positions.map(({ position }) => position)).toEqual([1, 2, 4, 5]);
	expect(positions[0]!.expected).toBeGreaterThan(positions.at(-1)!.expected);
});

test('sponsors → where they stood, what is booked, and what is owed, over all of one sponsor’s places', async () => {
	const workspace = await newWorkspace();
	await workspace.take(gardenFiles(1, 14));
	const [opening, ...others] = (await next(workspace)).openings;
	expect(others).toEqual([]);
	expect(opening).toMatchObject({ position: 3, sold: 12, issues: 12 });
	expect(opening!.low).toBeLessThanOrEqual(opening!.expected!);
	expect(opening!.high).toBeGreaterThan(opening!.expected!);

	const rows = [
		'sponsor;issue;fee;currency;guaranteed clicks',
		'Ferro;3;100;EUR;500',
		'Ferro;4;100;EUR;1',
		'Ferro;15;100;EUR;40'
	];
	await workspace.take({ 'sponsors.csv': Buffer.from(rows.join('\n')) });
	const { owed, booked } = await next(workspace);
	expect(booked).toEqual([{ sponsor: 'Ferro', issue: '15', guaranteed: 40 }]);
	expect(owed).toHaveLength(1);
	expect(owed[0]).toMatchObject({ sponsor: 'Ferro', placements: 2, guaranteed: 501 });
	expect(owed[0]!.owed).toBe(501 - owed[0]!.clicks);
});

test.each(['en', 'fr'] as const)(
	'%s: what a sponsor will get, and what its position got on average → two numbers of two names',
	(locale) => {
		const heads = (of: 'average' | 'forecast') =>
			renderTable(
				nextPositionTable(() => '', of),
				'figure',
				[],
				createFormats(locale, 'UTC')
			).columns.map(({ head }) => head);
		const said = (key: string) => words(key, {}, locale);
		expect(heads('forecast')).toContain(said('drafts.head.expected'));
		expect(heads('average')).not.toContain(said('drafts.head.expected'));
		// a placement's own number is called so nowhere else
		expect(heads('forecast')).not.toContain(said('table.expected'));
		for (const name of ['drafts.items', 'drafts.lead', 'drafts.key'] as const)
			expect(said(name)).not.toMatch(/expected|attendu/i);
		expect(said('def.forecast')).toMatch(/not the expected|pas les cliqueurs attendus/);
	}
);
