import { expect, test } from 'vitest';
import { tableOf } from '../../../../tests/table-of.ts';
import { anyFile } from './any-file.ts';
import { contentOfCells } from './cells/cell-content.ts';
import { proposeRoles } from './propose.ts';

function fileOf(header: string[], ...sample: string[][]) {
	const table = tableOf(header, ...sample);
	return { name: 'export.csv', labels: [], table };
}

function roles(header: string[], ...sample: string[][]) {
	return proposeRoles(fileOf(header, ...sample)).map(({ role }) => role);
}

test('headers in English or French → their roles', () => {
	expect(roles(['E-Mail', 'Timestamp', 'Clicked URL', 'Campaign name'])).toEqual([
		'address',
		'at',
		'url',
		'campaignName'
	]);
	expect(roles(['Adresse électronique', "Date d'ouverture", 'N° d’édition'])).toEqual([
		'address',
		'at',
		'issue'
	]);
	expect(roles(['Courriel', "Date d'inscription", 'Désabonné le', 'Pays'])).toEqual([
		'address',
		'joined',
		'left',
		'country'
	]);
});

test('fees and taxes beside a price, names beside numbers → the price, and the numbers', () => {
	expect(
		roles(['Taxes ($)', 'Fees ($)', 'Sale Price ($)'], ['0.10', '1.00', '10.00']).indexOf('amount')
	).toBe(2);
	expect(roles(['Tarif', 'Montant tarif'], ['Soutien', '20,00'], ['Ami', '30,00'])[1]).toBe(
		'amount'
	);
	expect(roles(['Fee'], ['450.00'])).toEqual(['amount']);
});

test('readers who opened beside those who clicked, of a link → those who clicked', () => {
	expect(
		roles(
			['Campaign', 'Unique opens', 'Link', 'Unique clicks'],
			['Ebb #1', '150', 'https://example.org/one', '29']
		)
	).toEqual(['campaign', null, 'url', 'unique']);
});

test('a column of yes and no called like a send → names none', () => {
	const columns = roles(
		['E-Mail', 'Newsletter'],
		['ana@example.com', 'ja'],
		['bob@example.com', 'nein']
	);
	expect(columns[1]).not.toBe('campaign');
});

test('headers that say nothing → roles by content', () => {
	expect(
		roles(
			['A', 'B', 'C', 'D', 'E'],
			['ana@example.com', '2024-01-02 10:00', 'https://example.org/', 'clicked', 'red']
		)
	).toEqual(['address', 'at', 'url', 'event', null]);
});

test('a header and content that agree → the surest role, given once', () => {
	const result = proposeRoles(
		fileOf(['email', 'second email', 'x'], ['ana@example.com', 'bob@example.com', 'a'])
	);

	expect(result[0]).toMatchObject({ role: 'address', because: 'both' });
	expect(result[0]!.sure).toBeGreaterThan(0.9);
	expect(result[1]!.role).toBeNull();
});

test.each([
	[
		['email', 'clicked at', 'link'],
		['ana@example.com', '2024-01-02', 'https://a.example.org'],
		'clicks'
	],
	[['email', 'delivered at'], ['ana@example.com', '2024-01-02 10:00'], 'deliveries'],
	[['email', 'bounced at'], ['ana@example.com', '2024-01-02 10:00'], 'events'],
	[['email', 'opens'], ['ana@example.com', '3'], 'counts']
])('a file with %j: %j → %s', (header, row, kind) => {
	expect(anyFile(fileOf(header, row))?.recogniser.kind).toBe(kind);
});

test.each([
	[['a', 'b', 'c'], ['1', '2', '3'], 'numbers'],
	[['email', 'date'], ['ana@example.com', '2024-01-02'], 'a day of what?'],
	[['email', 'time'], ['ana@example.com', '2024-01-02 10:00:09'], 'a time of what?'],
	[['email', 'note'], ['ana@example.com', 'x'], 'people of what?'],
	[['name', 'city'], ['Ana', 'Lyon'], 'nobody and nothing']
])('a file with %j: %j → no guess: %s', (header, row, _why) => {
	expect(anyFile(fileOf(header, row as string[]))).toBeNull();
});

test.each([
	[['Email', "Date d'ajout"], ['ana@example.com', '15/04/2024 10:00'], 'subscribers'],
	[
		['Email', 'Create Date', 'Last activity'],
		['ana@example.com', '2024-04-15 10:00', '2024-04-16 10:00'],
		'subscribers'
	],
	[
		['Email', 'Email Marketing Consent', 'Consent Timestamp'],
		['ana@example.com', 'SUBSCRIBED', '2024-04-15 10:00'],
		'subscribers'
	],
	[
		['Url', 'totalClicks', 'lastUpdated'],
		['https://example.org/a', '12', '2024-04-15 10:00'],
		'counts'
	],
	[['To', 'Sent at', 'Status'], ['ana@example.com', '2024-04-15 10:00', 'delivered'], 'events'],
	[['Email', 'Opened'], ['ana@example.com', '3'], 'counts'],
	[['Email', 'Opened'], ['ana@example.com', '2024-04-15 10:00'], 'opens'],
	[
		['address', 'code', 'error', 'created_at'],
		['ana@example.com', '550', 'No such user', '2024-04-15 10:00'],
		'subscribers'
	]
])('a file with misleading headers %j: %j → %s', (header, row, kind) => {
	expect(anyFile(fileOf(header, row))?.recogniser.kind).toBe(kind);
});

test.each([
	[['Date', 'Titre', 'Numéro', 'Revenu (EUR)'], ['2026-01-20', 'Le port', '3', '40,00'], 1],
	[['Title', 'Sent', 'Revenue'], ['The harbour', '2026-01-20', '40.00'], 0],
	[['Day', 'Article', 'Commission'], ['2026-01-20', 'The harbour', '40.00'], 1],
	[
		['Campaign name', 'Sent', 'Subject', 'Revenue'],
		['Ebb 3', '2026-01-20', 'Harbour', '40'],
		undefined
	]
])('what titles or sends brought, %j, and no count of mail → value', (header, row, item) => {
	const result = anyFile(fileOf(header, row));
	expect(result?.recogniser.kind).toBe('value');
	expect(result?.columns.item).toBe(item);
});

test('what sends brought beside their opens and clicks → sends', () => {
	const header = ['Campaign name', 'Sent', 'Opens', 'Clicks', 'Revenue'];
	const row = ['Ebb 3', '2026-01-20', '120', '30', '40.00'];
	expect(anyFile(fileOf(header, row))?.recogniser.kind).toBe('sends');
});

test('a column of events without a known word → a guess that waits for an answer', () => {
	const row = ['ana@example.com', 'planted a tree', '2024-01-02 10:00', 'https://example.org/'];
	const result = anyFile(fileOf(['email', 'event', 'time', 'url'], row));
	expect(result?.doubts).toMatchObject([{ code: 'kindGuessed', waits: true }]);
});

test('an instant of something else → no role', () => {
	const row = ['ana@example.com', '1990-01-02 10:00'];
	expect(proposeRoles(fileOf(['email', 'Last modified at'], row))[1]!.role).toBeNull();
});

test('cells of a dash, n/a or null beside dates → a column of dates', () => {
	const cells = ['2025-09-03', '-', 'N/A', 'null', '–', '2025-09-04'];
	expect(contentOfCells(cells)).toBe('instant');
	expect(contentOfCells(['-', 'n/a'])).toBe('empty');
});

test('a link in the lines above a table of clicks → all of them are of that link', () => {
	const file = fileOf(['Email', 'Clicks'], ['ana@example.com', '2']);
	const labels: [string, string][] = [['Clicked link', 'https://example.com/lock']];
	expect(anyFile({ ...file, labels })?.constants).toEqual({
		event: 'click',
		url: 'https://example.com/lock'
	});
});

test('when it was by the clock of each reader, and in UTC → that of UTC', () => {
	expect(
		roles(
			['Subscriber', 'Clicked (local)', 'Clicked (UTC)', 'Link'],
			['ana@example.com', '2025-10-20 08:10', '2025-10-20 06:10', 'https://example.com/l'],
			['bob@example.com', '2025-10-20 08:12', '2025-10-20 06:12', 'https://example.com/l']
		)
	).toEqual(['address', null, 'at', 'url']);
});

test.each([
	['Numéro;Titre;Thèmes', ['1;Le quai;Ports', '2;La sole;Pêche'], { issue: 0, item: 1, topics: 2 }],
	[
		'Ausgabe;Titel;Thema;Autor',
		['1;Kai;Hafen;Ana Row'],
		{ issue: 0, item: 1, topics: 2, author: 3 }
	],
	['Title;Topics;Author', ['The quay;Ports;Ana Row'], { item: 0, topics: 1, author: 2 }],
	[
		'Issue;Title;Author',
		['1;The quay;Ana Row', '1;The sole;Ben Ash'],
		{ issue: 0, item: 1, author: 2 }
	],
	[
		'Issue;Title;Author',
		['1;Letter 1;Ana Row', '2;Letter 2;Ben Ash'],
		{ issue: 0, subject: 1, author: 2 }
	]
] as const)('%s of %j → whether its titles are those of items', (header, rows, columns) => {
	const file = fileOf(header.split(';'), ...rows.map((row) => row.split(';')));
	expect(anyFile(file)).toMatchObject({ recogniser: { kind: 'tags' } });
	expect(anyFile(file)!.columns).toEqual(columns);
});

test('topics of a whole issue and who wrote it → no item has them, and the row says so', () => {
	const file = fileOf(['Issue', 'Topics', 'Author'], ['1', 'Ports', 'Ana Row']);
	const { recogniser, columns } = anyFile(file)!;
	const read = recogniser.reader(file, columns, new Map());
	expect(read(['1', 'Ports', 'Ana Row'])).toEqual({ reject: 'noItem' });
	expect(read(['1', '', 'Ana Row'])).toMatchObject({ facts: [{ authors: ['Ana Row'] }] });
});
