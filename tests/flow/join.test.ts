import { sql } from 'drizzle-orm';
import { strFromU8 } from 'fflate';
import { expect, test } from 'vitest';
import { bytes, table } from '../simulate/sample/table.ts';
import {
	combinations,
	frenchFile,
	frenchRows,
	issue12,
	issue13,
	listmonk,
	substack,
	zip
} from './canal.ts';
import { newWorkspace, type Workspace } from './publication.ts';

const clicks12 = { 'clics.csv': frenchFile(frenchRows(0, 30)) };
const document12 = { 'lettre-12.md': bytes(issue12) };

test('a page that two items link to → counts in both, marked as shared, and once in the totals', async () => {
	const workspace = await newWorkspace();
	const [receipt] = await workspace.take({ ...clicks12, ...document12 });
	const onPage = frenchRows(0, 30).filter(([, , url]) => url!.includes('/peage')).length;
	const all = frenchRows(0, 30).length;

	expect(receipt).toMatchObject({ accepted: all, ambiguous: onPage, matched: all - onPage });
	const items = await workspace.items();
	const [issue] = await workspace.issues();
	expect(issue).toMatchObject({ clicks: all, allClicks: all, matchedClicks: all });
	expect(items.reduce((n, { clicks }) => n + clicks!, 0)).toBe(all + onPage);
	expect(
		items.filter(({ shared }) => shared > 0).map(({ title, shared }) => [title, shared])
	).toEqual([
		['Le port se numérise enfin', onPage],
		['Le péage change de mains', onPage]
	]);
	expect(await workspace.differences()).toEqual([]);
});

test('a letter of which no clicks are known → its sections have no count, not a count of none', async () => {
	const workspace = await newWorkspace();
	await workspace.take(document12);
	const sections = await workspace.sections();
	expect(sections.length).toBeGreaterThan(0);
	for (const { clickers, rawRate } of sections) expect([clickers, rawRate]).toEqual([null, null]);

	await workspace.take(clicks12);
	for (const { clickers } of await workspace.sections()) expect(clickers).not.toBeNull();
});

test('clicks on pages that the document does not name → unmatched, and counted all the same', async () => {
	const workspace = await newWorkspace();
	const [row] = frenchRows() as [string[]];
	const strays = ['ailleurs', 'encore'].map((page) => [
		row[0]!,
		'19/09/2025 09:00:00',
		`https://autre.example.org/${page}`,
		row[3]!
	]);
	const [receipt] = await workspace.take({
		'clics.csv': frenchFile([...frenchRows(), ...strays]),
		...document12
	});
	const all = frenchRows().length;
	expect(receipt).toMatchObject({ accepted: all + 2, unmatched: 2 });
	expect(receipt!.matched + receipt!.ambiguous).toBe(all);
	expect(await workspace.issues()).toMatchObject([{ clicks: all + 2, matchedClicks: all }]);
});

test('an issue’s document imported after its clicks → its items keep their ids and clickers', async () => {
	const workspace = await newWorkspace();
	const [receipt] = await workspace.take(clicks12);
	const before = await workspace.items();
	expect(receipt).toMatchObject({ unmatched: receipt!.accepted });
	expect(before.map(({ provisional }) => provisional)).toEqual(before.map(() => true));
	expect(before.map(({ title }) => title).sort()).toEqual(
		['Maquettes', 'Millau', 'Niveaux', 'Peage', 'Port'].sort()
	);
	const [issueBefore] = await workspace.issues();

	await workspace.take(document12);
	const after = await workspace.items();
	const [issue] = await workspace.issues();
	expect(issue).toMatchObject({ id: issueBefore!.id, number: 12, hasDocument: true });
	expect(issue!.clickers).toBe(issueBefore!.clickers);

	const now = new Map(after.map((item) => [item.id, item]));
	for (const [old, title] of [
		['Millau', 'Le câble de Millau a vingt ans'],
		['Maquettes', 'Un concours de maquettes']
	]) {
		const { id, clickers } = before.find((item) => item.title === old)!;
		expect(now.get(id)).toMatchObject({ title, clickers, provisional: false });
	}
	// a page of two items, and one of two pages: one each of them goes on
	expect(before.every(({ id }) => now.has(id))).toBe(true);
	expect(await workspace.differences()).toEqual([]);
});

/** A click on issue 12 from another service, by somebody whom the first does not know. */
const canal12 = bytes(
	table(
		['Timestamp', 'Recipient', 'URL', 'Event', 'Subject'],
		[
			[
				'2025-09-18T09:00:00Z',
				'ana@example.org',
				'https://canal.example.com/port',
				'click',
				'La lettre du canal #12'
			]
		]
	)
);

test('one issue sent by two services → one issue, with deliveries and clicks of both', async () => {
	const workspace = await newWorkspace();
	await workspace.take({ 'substack.zip': zip(substack()), 'listmonk.zip': zip(listmonk()) });
	expect(await workspace.issues()).toMatchObject([
		{ number: 13, delivered: 30, basis: 'events', clickers: 30, hasDocument: true }
	]);

	await workspace.take({ ...clicks12, 'clicks.csv': canal12 });
	expect(await workspace.issues()).toMatchObject([
		{ number: 13, clickers: 30 },
		{ number: 12, clickers: 31, hasDocument: false }
	]);
	expect(await workspace.differences()).toEqual([]);
});

/** A click of somebody on the museum in a send, and what its service says of the send. */
function sendOf(campaign: string, subject: string) {
	const url = 'https://canal.example.com/musee';
	const click = ['ana@example.org', '2025-09-25 09:00:00', url, campaign];
	return {
		'clicks.csv': bytes(table(['Email', 'Date', 'URL', 'Campaign'], [click])),
		'campaigns.csv': bytes(
			table(['Campaign', 'Subject', 'Sent at'], [[campaign, subject, '2025-09-25 05:00:00']])
		)
	};
}

const named = (title: string, number = '') =>
	bytes(`---\ntitle: "${title}"\n${number}date: 2025-09-25\n---\n\n${markdown13}`);
const markdown13 = `## Brèves

### Le musée rouvre

Après trois ans. [En savoir plus](https://canal.example.com/musee)

### Les berges ferment

Jusqu’en mai. [En savoir plus](https://canal.example.com/berges)
`;

test.each([
	['its number', sendOf('Envoi du jeudi', 'Canal #13'), named('Une semaine calme', 'number: 13\n')],
	['its number in the title', sendOf('c-77', 'Lettre n° 13 : le musée'), named('Canal n° 13')],
	['its title', sendOf('c-77', 'Le musée rouvre ses portes'), named('Le musée rouvre ses portes')],
	['its day', sendOf('2025-09-25', '2025-09-25'), named('Une semaine calme')]
])(
	'a document that shares %s with a send → one issue, whichever comes first',
	async (_, send, document) => {
		for (const order of [
			{ ...send, 'lettre.md': document },
			{ 'lettre.md': document, ...send }
		]) {
			const workspace = await newWorkspace();
			for (const [name, content] of Object.entries(order))
				await workspace.take({ [name]: content });
			expect(await workspace.issues()).toMatchObject([
				{ hasDocument: true, clicks: 1, matchedClicks: 1 }
			]);
		}
	}
);

test('a document of another number on the day of a send → another issue', async () => {
	const workspace = await newWorkspace();
	await workspace.take({
		...sendOf('c-77', 'Canal #12'),
		'lettre.md': named('Une semaine calme', 'number: 13\n')
	});
	expect(
		(await workspace.issues()).map(({ number, hasDocument }) => [number, hasDocument])
	).toEqual([
		[12, false],
		[13, true]
	]);
});

test('a send that turns out to be of another issue → takes its clicks along', async () => {
	const workspace = await newWorkspace();
	await workspace.take({ 'lettre.md': named('Une semaine calme', 'number: 13\n') });
	await workspace.take(sendOf('c-77', ''));
	expect(await workspace.issues()).toMatchObject([{ number: 13, clicks: 1 }]);

	await workspace.take({ 'campaigns.csv': sendOf('c-77', 'Canal #12')['campaigns.csv'] });
	expect(await workspace.issues()).toMatchObject([
		{ number: 12, clicks: 1 },
		{ number: 13, clicks: null }
	]);
	expect(await workspace.differences()).toEqual([]);
});

test('the HTML of an issue and its text → one issue, read from the richer of the two', async () => {
	const workspace = await newWorkspace();
	const text = `La lettre du canal #13\n25 septembre 2025\n\nBREVES\n======\n\nLe musée rouvre\nhttps://canal.example.com/musee\n`;
	const html = `<html><head><title>La lettre du canal #13</title></head><body><h1>La lettre du canal #13</h1>${issue13}</body></html>`;
	await workspace.take({ 'lettre-13.txt': bytes(text), 'lettre-13.html': bytes(html) });
	expect(await workspace.issues()).toMatchObject([{ number: 13, items: 5 }]);
});

test('a text that names neither number nor day → by its name it is of the HTML beside it, in any order', async () => {
	const plain = (title: string) =>
		bytes(`${title}\n\nBREVES\n======\n\nLe musée rouvre\nhttps://canal.example.com/musee\n`);
	const rich = (n: number) =>
		bytes(
			`<html><head><title>La lettre du canal #${n}</title></head><body><h1>La lettre du canal #${n}</h1>${issue13}</body></html>`
		);
	const files = { 'canal-13.txt': plain('Ce matin'), 'canal-13.html': rich(13) };
	for (const order of [Object.entries(files), Object.entries(files).reverse()]) {
		const workspace = await newWorkspace();
		for (const [name, content] of order) await workspace.take({ [name]: content });
		expect(await workspace.issues()).toMatchObject([{ number: 13, items: 5 }]);
	}
	// what says that it is another issue is another one, whatever it is called
	const workspace = await newWorkspace();
	await workspace.take({ 'canal.txt': plain('La lettre du canal #14'), 'canal.html': rich(13) });
	expect((await workspace.issues()).map(({ number }) => number).sort()).toEqual([13, 14]);
});

test('each combination of an A/B report → a send of one issue, whatever its subject', async () => {
	const workspace = await newWorkspace();
	await workspace.take({ 'ab_campaign_report.csv': combinations(66) });
	expect(await workspace.issues()).toMatchObject([{ number: 12, delivered: 995 }]);
	expect(await workspace.differences()).toEqual([]);
});

test('rollups changed by hand → verify tells which', async () => {
	const workspace = await newWorkspace();
	await workspace.take({ ...clicks12, ...document12 });
	expect(await workspace.differences()).toEqual([]);

	await workspace.db.run(sql`UPDATE rollup_issue SET clickers = clickers + 1`);
	await workspace.db.run(
		sql`UPDATE rollup_item SET clicks = 0 WHERE item_id = (SELECT min(item_id) FROM rollup_item)`
	);
	await workspace.db.run(sql`DELETE FROM rollup_quarter`);
	expect((await workspace.differences()).map(({ what }) => what)).toEqual([
		'issue.clickers',
		'items',
		'quarters'
	]);
});

test('issues named by a word and a number, undated → each is one with its send, not two issues', async () => {
	for (const [name, first] of [
		['Ebb', 1990],
		['Marée', 3]
	] as const) {
		const workspace = await newWorkspace();
		const text = (...lines: string[]) => new TextEncoder().encode(`${lines.join('\n')}\n`);
		const numbers = [first, first + 1, first + 2];
		const day = (n: number) => `2026-0${n - first + 1}-05`;
		await workspace.take({
			...Object.fromEntries(
				numbers.map((n) => [
					`${'abc'[n - first]}.md`,
					text(
						`# ${name} ${n}`,
						'',
						'## Nouvelles',
						'',
						`### La marée monte encore ${n}`,
						'',
						`Une histoire. [Lire](https://example.com/a-${n})`
					)
				])
			),
			'campaigns.csv': text(
				'Campaign,Subject,Sent at,Delivered',
				...numbers.map((n) => `${name} ${n},${name} ${n},${day(n)} 10:00,100`)
			),
			'clics.csv': text(
				'Email,Date,Event,Link,Campaign',
				...numbers.map(
					(n) => `a@example.org,${day(n)}T12:00:00Z,click,https://example.com/a-${n},${name} ${n}`
				)
			)
		});
		const issues = await workspace.issues();
		expect(issues.map(({ title, clickers }) => [title, clickers])).toEqual(
			numbers.toReversed().map((n) => [`${name} ${n}`, 1])
		);
	}
});

/** Three letters, each with four pages of its own and one that all link to. */
const letters = [1, 2, 3].map((n) => ({
	name: `2026-03-0${n * 2}-quai-${n}.md`,
	pages: [1, 2, 3, 4].map((page) => `https://quai.example.com/${n}/${page}`)
}));
const ofLetters = Object.fromEntries(
	letters.map(({ name, pages }) => {
		const items = [...pages, 'https://quai.example.com/toujours'].map(
			(page, i) =>
				`### [Un titre sur le quai, le ${i + 1}](${page})\n\nUn texte assez long pour être lu.\n`
		);
		return [
			name,
			bytes(`# Ce que le quai a vu passer, ${name}\n\n## À la une\n\n${items.join('\n')}`)
		];
	})
);

/** A click export in which sends are called as `called` says. */
function clicksOf(called: (n: number) => string) {
	const rows = letters.flatMap(({ pages }, n) =>
		pages.flatMap((page, i) =>
			['ana', 'bo', 'cy', 'di'].map((reader) => [
				`${reader}@example.com`,
				called(n),
				page,
				`2026-03-0${(n + 1) * 2} 0${6 + i}:1${i}:00`
			])
		)
	);
	return bytes(table(['Email', 'Campaign', 'URL', 'Clicked at'], rows));
}

test.each([
	['an id alone', (n: number) => String(88_123 + n * 17)],
	['a week', (n: number) => `NL_2026_W${10 + n}`],
	['the day of sending', (n: number) => `Newsletter du 0${(n + 1) * 2}/03/2026`]
])(
	'sends that an export knows by %s → of the letters whose pages were clicked, in any order',
	async (_, called) => {
		const clicks = { 'clicks.csv': clicksOf(called) };
		for (const files of [
			[clicks, ofLetters],
			[ofLetters, clicks]
		]) {
			const workspace = await newWorkspace();
			for (const each of files) await workspace.take(each);
			const issues = await workspace.issues();
			expect(issues.map(({ clicks, matchedClicks }) => [clicks, matchedClicks])).toEqual([
				[16, 16],
				[16, 16],
				[16, 16]
			]);
			expect(await workspace.differences()).toEqual([]);
		}
	}
);

test.each([
	['by their day', (n: number) => `Lettre du ${(n + 1) * 2} mars 2026`],
	['by an id, on days far enough apart', (n: number) => String(88_123 + n)]
])('opens of sends that are called %s → of the letters of those days', async (_, called) => {
	const workspace = await newWorkspace();
	const rows = letters.map((_, n) => [
		'ana@example.com',
		called(n),
		`2026-03-0${(n + 1) * 2} 08:00:00`
	]);
	await workspace.take(ofLetters);
	await workspace.take({ 'opens.csv': bytes(table(['Email', 'Campaign', 'Opened at'], rows)) });
	const issues = await workspace.issues();
	expect(issues.map(({ title, allOpeners }) => [title, allOpeners])).toEqual(
		letters.toReversed().map(({ name }) => [expect.stringContaining(name), 1])
	);
});

test('opens of sends by an id, of letters of two days one after the other → issues of their own', async () => {
	const workspace = await newWorkspace();
	const [first, second] = Object.values(ofLetters);
	await workspace.take({ '2026-03-02-a.md': first!, '2026-03-03-b.md': second! });
	const rows = [2, 3].map((day) => [
		'ana@example.com',
		String(88_120 + day),
		`2026-03-0${day} 08:00`
	]);
	await workspace.take({ 'opens.csv': bytes(table(['Email', 'Campaign', 'Opened at'], rows)) });
	expect(await workspace.issues()).toHaveLength(4);
});

test('a send of which only pages tell, and its resend on which nobody clicked enough → one issue', async () => {
	const workspace = await newWorkspace();
	const rows = letters.flatMap(({ pages }, n) =>
		pages.map((page, i) => [
			`r${i}@example.com`,
			`Bonjour ${'abc'[n]}`,
			page,
			`2026-03-0${n * 2 + 2} 08:00`
		])
	);
	rows.push(['ana@example.com', 'Bonjour b (relance)', letters[1]!.pages[0]!, '2026-03-05 09:00']);
	await workspace.take(ofLetters);
	await workspace.take({
		'clicks.csv': bytes(table(['Email', 'Campaign', 'URL', 'Clicked at'], rows))
	});
	expect((await workspace.issues()).map(({ clicks }) => clicks)).toEqual([4, 5, 4]);
});

test('two letters of one day that are called by it, with other stories → two issues, each with its clicks', async () => {
	const workspace = await newWorkspace();
	const [first, second] = Object.values(ofLetters).map((letter) =>
		bytes(
			strFromU8(letter)
				.replace(/^# .*/, '# Marée basse, 2 mars 2026')
				.replaceAll('Un titre', letter === Object.values(ofLetters)[0] ? 'Le matin' : 'Le soir')
		)
	);
	await workspace.take({ 'matin.md': first!, 'soir.md': second! });
	await workspace.take({ 'clicks.csv': clicksOf((n) => String(88_123 + n)) });
	const own = (await workspace.issues()).filter(({ hasDocument }) => hasDocument);
	expect(own.map(({ clicks, matchedClicks }) => [clicks, matchedClicks])).toEqual([
		[16, 16],
		[16, 16]
	]);
});

test('a send that is called as a story of one letter is → of that letter', async () => {
	const workspace = await newWorkspace();
	const told = strFromU8(ofLetters[letters[1]!.name]!).replace(
		'Un titre sur le quai, le 1',
		'Le phare ferme ses portes'
	);
	await workspace.take({ ...ofLetters, [letters[1]!.name]: bytes(told) });
	const row = [
		'ana@example.com',
		'Le phare ferme ses portes !',
		letters[1]!.pages[0]!,
		'2026-03-09'
	];
	await workspace.take({
		'clicks.csv': bytes(table(['Email', 'Campaign', 'URL', 'Clicked at'], [row]))
	});
	expect((await workspace.issues()).map(({ clicks }) => clicks)).toEqual([null, 1, null]);
});

test('sends by an id whose service adds a parameter of its own to every link → of the letters clicked', async () => {
	const workspace = await newWorkspace();
	await workspace.take(ofLetters);
	const rows = letters[2]!.pages.map((page, i) => [
		'ana@example.com',
		'88123',
		`${page}?xy_id=${i}${i}`,
		`2026-03-09 0${i}:00:00`
	]);
	await workspace.take({
		'clicks.csv': bytes(table(['Email', 'Campaign', 'URL', 'Clicked at'], rows))
	});
	expect((await workspace.issues()).map(({ matchedClicks }) => matchedClicks)).toEqual([4, 0, 0]);
});

test('clicks and opens of one send in files of their own → one issue', async () => {
	const workspace = await newWorkspace();
	await workspace.take(ofLetters);
	const clicks = letters[2]!.pages.map((page, i) => [
		'ana@example.com',
		page,
		`2026-03-09 0${i}:00`
	]);
	const opens = [
		['ana@example.com', '2026-03-09 00:00'],
		['bo@example.com', '2026-03-09 01:00']
	];
	await workspace.take({
		'clics-quai-neuf.csv': bytes(table(['Email', 'URL', 'Clicked at'], clicks)),
		'ouvertures-quai-neuf.csv': bytes(table(['Email', 'Opened at'], opens))
	});
	const issues = await workspace.issues();
	expect(issues.map(({ clicks, allOpeners }) => [clicks, allOpeners])).toContainEqual([4, 2]);
	expect(issues).toHaveLength(3);
});

test('a letter saved with its service’s links, and an export with the pages → items by the titles in addresses', async () => {
	const stories = [
		'Le phare ferme ses portes',
		'Les grues apprennent à compter',
		'Un pont trop bas'
	];
	const sealed = (n: number) => `https://u1.ct.sendgrid.net/ls/click?upn=${'aBcD'.repeat(9)}${n}`;
	const body = stories.map(
		(title, n) =>
			`<h3><a href="${sealed(n)}">${title}</a></h3><p>Un texte assez long pour être lu.</p>`
	);
	const slugs = ['le-phare-ferme-ses-portes', 'les-grues-apprennent-a-compter', 'pont-42'];
	const rows = slugs.map((slug, n) => [
		'ana@example.com',
		'Quai n° 7',
		`https://quai.example.com/${slug}`,
		`2026-03-09 0${n}:00:00`
	]);
	const files = {
		'quai-7.html': bytes(
			`<!doctype html><title>Quai n° 7</title><h1>Quai n° 7</h1>${body.join('')}`
		),
		'clicks.csv': bytes(table(['Email', 'Campaign', 'URL', 'Clicked at'], rows))
	};
	for (const order of [Object.entries(files), Object.entries(files).reverse()]) {
		const workspace = await newWorkspace();
		for (const [name, content] of order) await workspace.take({ [name]: content });
		const items = (await workspace.items()).map(({ title, clickers }) => [title, clickers]);
		expect(items.sort()).toEqual([
			['Le phare ferme ses portes', 1],
			['Les grues apprennent à compter', 1],
			['Un pont trop bas', 0]
		]);
		expect(await workspace.issues()).toMatchObject([{ clicks: 3, matchedClicks: 2 }]);
		expect(await workspace.differences()).toEqual([]);
	}
});

test('a send by an id of which only sealed links were clicked → an issue of its own', async () => {
	const workspace = await newWorkspace();
	await workspace.take(ofLetters);
	const sealed = `https://u1.ct.sendgrid.net/ls/click?upn=${'aBcD'.repeat(9)}`;
	const row = ['ana@example.com', '88123', sealed, '2026-03-09 08:00:00'];
	await workspace.take({
		'clicks.csv': bytes(table(['Email', 'Campaign', 'URL', 'Clicked at'], [row]))
	});
	expect(await workspace.issues()).toHaveLength(4);
});

/** Clicks on a page that no letter links to, of sends called so, the day after a day of March. */
function strayClicks(...sends: [called: string, day: number][]) {
	const rows = sends.map(([called, day]) => [
		'ana@example.com',
		called,
		'https://quai.example.com/ailleurs',
		`2026-03-0${day + 1} 08:00:00`
	]);
	return bytes(table(['Email', 'Campaign', 'URL', 'Clicked at'], rows));
}

/** By the first words of each issue’s title, its clicks. */
const clicksBy = async ({ issues }: Workspace) =>
	(await issues()).map(({ title, clicks }) => [title.split(',')[0], clicks]).sort();

test('two sends that are called by one day, of which one letter is there → neither is its send by that day', async () => {
	const workspace = await newWorkspace();
	await workspace.take({ 'lettre.md': named('Une semaine calme') });
	const sends: [string, number][] = [
		['quai 2025-09-25', 5],
		['quai 2025-09-25 soir', 5]
	];
	await workspace.take({ 'clicks.csv': strayClicks(...sends) });
	expect(await clicksBy(workspace)).toEqual([
		['Une semaine calme', null],
		['quai 2025-09-25 soir', 1],
		['quai 2025-09-25', 1]
	]);

	// alone, or in versions of one, it is
	const alone = await newWorkspace();
	await alone.take({ 'lettre.md': named('Une semaine calme') });
	const versions: [string, number][] = [
		['quai 2025-09-25 (version A)', 5],
		['quai 2025-09-25 (version B)', 5]
	];
	await alone.take({ 'clicks.csv': strayClicks(...versions) });
	expect(await clicksBy(alone)).toEqual([['Une semaine calme', 2]]);
});

test('a send that goes out again on the day of the next letter → not that letter’s', async () => {
	const workspace = await newWorkspace();
	await workspace.take({ 'lettre.md': named('Une semaine calme') });
	const campaigns = [
		['c-1', 'Quai #99', '2025-09-24 05:00:00'],
		['c-2', 'RE: Quai #99', '2025-09-25 05:00:00']
	];
	await workspace.take({
		'campaigns.csv': bytes(table(['Campaign', 'Subject', 'Sent at'], campaigns)),
		'clicks.csv': strayClicks(['c-1', 5], ['c-2', 5])
	});
	const issues = (await workspace.issues()).map(({ number, hasDocument, clicks }) => [
		number,
		hasDocument,
		clicks
	]);
	expect(issues).toEqual(
		expect.arrayContaining([
			[99, false, 2],
			[null, true, null]
		])
	);
	expect(issues).toHaveLength(2);
});

test('a letter to which none of its clicks lead → its items have no count; once one does → counts, also of none', async () => {
	const workspace = await newWorkspace();
	await workspace.take({ 'lettre.md': named('Une semaine calme', 'number: 13\n') });
	const sealed = (n: number) => `https://u1.ct.sendgrid.net/ls/click?upn=${'aBcD'.repeat(9)}${n}`;
	const clicked = (reader: string, url: string) => [
		`${reader}@example.com`,
		'Canal #13',
		url,
		'2025-09-25 09:00:00'
	];
	const head = ['Email', 'Campaign', 'URL', 'Clicked at'];
	await workspace.take({
		'clics.csv': bytes(table(head, [clicked('ana', sealed(1)), clicked('bo', sealed(2))]))
	});
	const counts = async () => (await workspace.items()).map(({ clickers }) => clickers);
	expect(await workspace.issues()).toMatchObject([{ clickers: 2, clicks: 2, matchedClicks: 0 }]);
	expect(await counts()).toEqual([null, null]);
	expect(await workspace.differences()).toEqual([]);

	const readable = clicked('cy', 'https://canal.example.com/musee');
	await workspace.take({ 'autres.csv': bytes(table(head, [readable])) });
	expect((await counts()).sort()).toEqual([0, 1]);
	expect(await workspace.differences()).toEqual([]);
});

const places = ['quai', 'sel', 'outils'];

/** A letter whose stories are places of one page, and readers' clicks on them. */
function digest(addressOf: (place: string) => string) {
	const stories = places.map(
		(place) =>
			`### ${place}, une histoire\n\nOn la lit en ligne.\n\n[En savoir plus](https://canal.example.com/semaine-38?utm_source=lettre#${place})\n`
	);
	const letter = `---\ntitle: "La lettre du canal #12"\nnumber: 12\ndate: 2025-09-18\n---\n\n${stories.join('\n')}`;
	const [row] = frenchRows() as [string[]];
	const clicks = places.flatMap((place, i) =>
		Array.from({ length: i + 1 }, (_, n) => [
			`lecteur-${place}-${n}@courriel.example.org`,
			'18/09/2025 09:00:00',
			addressOf(place),
			row[3]!
		])
	);
	return { letter: { 'lettre-12.md': bytes(letter) }, clicks };
}

const clickersOf = async (workspace: Workspace) =>
	[...(await workspace.items())]
		.sort((a, b) => a.position! - b.position!)
		.map(({ clickers, shared }) => [clickers, shared]);

test('items at places of one page, clicked with their fragments → each has its own clickers, in either order', async () => {
	const { letter, clicks } = digest((place) => `https://canal.example.com/semaine-38#${place}`);
	const files = { 'clics.csv': frenchFile(clicks) };
	for (const first of [letter, files]) {
		const workspace = await newWorkspace();
		await workspace.take(first);
		await workspace.take(first === letter ? files : letter);
		expect(await clickersOf(workspace)).toEqual([
			[1, 0],
			[2, 0],
			[3, 0]
		]);
		expect(await workspace.issues()).toMatchObject([{ clicks: 6, matchedClicks: 6 }]);
		expect(await workspace.differences()).toEqual([]);
	}
});

test('one click without a fragment among those that have theirs → all items share the page, and go on alone when it is taken back', async () => {
	const { letter, clicks } = digest((place) => `https://canal.example.com/semaine-38#${place}`);
	const bare = digest(() => 'https://canal.example.com/semaine-38').clicks.slice(0, 1);
	const workspace = await newWorkspace();
	await workspace.take({ ...letter, 'clics.csv': frenchFile(clicks) });
	await workspace.take({ 'autres.csv': frenchFile(bare) });
	const shared = await clickersOf(workspace);
	expect(new Set(shared.map(([clickers]) => clickers))).toEqual(new Set([6]));
	expect(shared.every(([, clicks]) => clicks! > 0)).toBe(true);
	expect(await workspace.differences()).toEqual([]);

	const [latest] = await workspace.receipts();
	await workspace.undo(latest!.id);
	expect(await clickersOf(workspace)).toEqual([
		[1, 0],
		[2, 0],
		[3, 0]
	]);
	expect(await workspace.differences()).toEqual([]);
});
