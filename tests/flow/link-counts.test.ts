import { expect, test } from 'vitest';
import { bytes } from '../simulate/sample/table.ts';
import { issue12, link } from './canal.ts';
import { certainty } from '#lib/findings/certainty.ts';
import { everything } from '#lib/filters/filters.ts';
import { topicFigures } from '#lib/server/figures/content/topics.ts';
import { verdictFigures } from '#lib/server/figures/verdicts/verdicts.ts';
import { newWorkspace, type Workspace } from './publication.ts';

async function numbersOf(workspace: Workspace, title: RegExp) {
	const item = (await workspace.items()).find((item) => title.test(item.title));
	return { clickers: item!.clickers, clicks: item!.clicks };
}

/** A workspace with issue 12 and one file of counts about it. */
async function workspaceWith(name: string, ...lines: string[]) {
	const workspace = await newWorkspace();
	await workspace.take({ 'lettre-12.md': bytes(issue12) });
	const [receipt] = await workspace.take({ [name]: bytes(lines.join('\n')) });
	return { workspace, receipt: receipt! };
}

test('counts by the words of links → of the item whose link, or title, has these words', async () => {
	const { workspace, receipt } = await workspaceWith(
		'Lettre #12 – liens.csv',
		'Lien;Clics;Cliqueurs',
		'Le port se numérise enfin;20;18',
		'échelle des niveaux;7;6',
		'En savoir plus;99;80',
		'Total;126;104'
	);

	expect(receipt).toMatchObject({ state: 'done', accepted: 3, skipped: 1, unmatched: 1 });
	expect(await numbersOf(workspace, /port se numérise/)).toEqual({ clickers: 18, clicks: 20 });
	expect((await workspace.items()).find(({ clicks }) => clicks === 7)).toMatchObject({
		clickers: 6
	});
	// several links have these words: they are of none
	expect(await numbersOf(workspace, /Millau/)).toMatchObject({ clickers: null });
});

test('a column a link, a row a reader → each reader’s clicks on each link', async () => {
	const { workspace, receipt } = await workspaceWith(
		'Lettre #12 – par lien.csv',
		`Email,${link('port', 12)},${link('millau', 12)},${link('maquettes', 12)}`,
		'ana@example.com,2,0,1',
		'bob@example.com,1,3,0',
		'cleo@example.com,0,0,0'
	);

	expect(receipt).toMatchObject({ state: 'done', rows: 3, accepted: 2, skipped: 1 });
	expect(await numbersOf(workspace, /port se numérise/)).toEqual({ clickers: 2, clicks: 3 });
	expect(await numbersOf(workspace, /Millau/)).toEqual({ clickers: 1, clicks: 3 });
	expect(await workspace.issues()).toMatchObject([{ number: 12, clickers: 2 }]);
});

test('readers of each link and no clicks → all of them are matched, not none', async () => {
	const { workspace } = await workspaceWith(
		'lettre-12-liens.csv',
		'Campagne;Lien;Clics uniques',
		`Lettre #12;${link('port', 12)};12`,
		`Lettre #12;${link('millau', 12)};5`
	);

	expect(await workspace.issues()).toMatchObject([
		{ number: 12, allClicks: 17, matchedClicks: 17 }
	]);
});

test('counts without a date, exported once more → the later export holds, whichever it is', async () => {
	const counts = (n: number) =>
		bytes(`Campagne;Lien;Clics;Clics uniques\nLettre #12;${link('port', 12)};${n + 1};${n}`);
	for (const [first, second] of [
		[12, 15],
		[15, 12]
	] as const) {
		const workspace = await newWorkspace();
		await workspace.take({ 'lettre-12.md': bytes(issue12), 'liens.csv': counts(first) });
		await workspace.take({ 'liens-2.csv': counts(second) });
		expect(await numbersOf(workspace, /port se numérise/)).toEqual({
			clickers: second,
			clicks: second + 1
		});
		expect(await workspace.differences()).toEqual([]);
	}
});

test('columns of a link and its number in pairs → the counts of each link of the send', async () => {
	const { workspace } = await workspaceWith(
		'lettres-liens.csv',
		'Campagne;Lien 1;Clics lien 1;Lien 2;Clics lien 2',
		`Lettre #12;${link('port', 12)};12;${link('millau', 12)};5`
	);

	expect(await numbersOf(workspace, /port se numérise/)).toMatchObject({ clicks: 12 });
	expect(await numbersOf(workspace, /Millau/)).toMatchObject({ clicks: 5 });
});

test('a row a reader and link → both links of one reader are kept', async () => {
	const { workspace, receipt } = await workspaceWith(
		'qui-a-clique.csv',
		'Email,Link,Clicks,Campaign',
		`ana@example.com,${link('port', 12)},2,Lettre #12`,
		`ana@example.com,${link('millau', 12)},1,Lettre #12`,
		`bob@example.com,${link('port', 12)},1,Lettre #12`
	);

	expect(receipt).toMatchObject({ state: 'done', accepted: 3, duplicate: 0 });
	expect(await numbersOf(workspace, /port se numérise/)).toEqual({ clickers: 2, clicks: 3 });
	expect(await numbersOf(workspace, /Millau/)).toEqual({ clickers: 1, clicks: 1 });
});

test('a log of clicks without any link → who clicked and how often, and no link', async () => {
	const { workspace, receipt } = await workspaceWith(
		'journal.csv',
		'Email,Event,Time,Campaign',
		'ana@example.com,Opened,2025-09-18 06:00:00,Lettre #12',
		'ana@example.com,Clicked,2025-09-18 06:01:00,Lettre #12',
		'ana@example.com,Clicked,2025-09-18 06:02:00,Lettre #12',
		'bob@example.com,Clicked,2025-09-18 07:00:00,Lettre #12'
	);

	expect(receipt).toMatchObject({ state: 'done', accepted: 4, rejected: 0 });
	expect(await workspace.issues()).toMatchObject([{ number: 12, clickers: 2, clicks: 3 }]);
});

/** Nine letters with the totals of their links, as reports on campaigns give them. */
async function threadOfTotals(): Promise<Workspace> {
	const workspace = await newWorkspace();
	const upTo = (n: number) => Array.from({ length: n }, (_, i) => i);
	const topics = ['Mer', 'Ville', 'Forêt'];
	const link = (issue: number, item: number) => `https://example.com/${issue}/texte-${item}`;
	const day = (issue: number) =>
		new Date(Date.UTC(2026, 1, 3 + 7 * issue)).toISOString().slice(0, 10);
	const letters = upTo(9).map((issue) => [
		`${day(issue)}-fil-${issue + 1}.md`,
		bytes(
			`# Le fil n° ${issue + 1}\n\n${upTo(5)
				.map(
					(item) =>
						`### Texte ${issue}.${item}\n\nUn mot de la semaine, et rien de plus. [Lire](${link(issue, item)})\n`
				)
				.join('\n')}`
		)
	]);
	const most = [25, 15, 8, 1, 0];
	await workspace.take({
		...Object.fromEntries(letters),
		'liens.csv': bytes(
			[
				'Campagne;URL;Clics uniques',
				...upTo(9).flatMap((issue) =>
					most.map(
						(n, item) => `Le fil n° ${issue + 1};${link(issue, item)};${n + (item < 3 ? issue : 0)}`
					)
				)
			].join('\n')
		),
		'campagnes.csv': bytes(
			[
				'Nom de la campagne;Date d’envoi;Délivrés',
				...upTo(9).map((issue) => `Le fil n° ${issue + 1};${day(issue)} 08:00;190`)
			].join('\n')
		),
		'themes.csv': bytes(
			[
				'Numéro;Lien;Thème',
				...upTo(9).flatMap((issue) =>
					most.map((_, item) => `${issue + 1};${link(issue, item)};${topics[(issue + item) % 3]}`)
				)
			].join('\n')
		)
	});
	return workspace;
}

test('totals alone → no rule is said to lack anything but readers: no event is there to apply it to', async () => {
	const workspace = await threadOfTotals();
	const publication = await workspace.publication();
	const { unassessed, countsOnly } = await verdictFigures(workspace.db, publication, everything);
	expect(unassessed).toEqual([]);
	expect(countsOnly).toHaveLength(9);
});

test('totals alone → repetition of a topic is never called clear either', async () => {
	const workspace = await threadOfTotals();
	const publication = await workspace.publication();
	const figures = await topicFigures(workspace.db, publication, everything);
	const tired = figures.topics.flatMap(({ fatigue }) => fatigue ?? []);
	expect(tired.map(({ low }) => low! > 1)).toEqual([true, true, true]);
	expect(tired.map((one) => certainty(one).certainty)).toEqual(['leaning', 'leaning', 'leaning']);
});
