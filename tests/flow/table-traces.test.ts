import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { newWorkspace } from './publication.ts';
import { traces, waysToWrite } from './traces.ts';

const written = [
	...Object.values(waysToWrite('zoe.quemener@example.com')),
	'Zoe <zoe.quemener@example.com>',
	'copy-zoe.quemener@example.com',
	'zoe.quemener@example.com.html'
];

const quoted = (cell: string) => `"${cell.replaceAll('"', '""')}"`;
const csv = (head: readonly string[], row: (one: string, i: number) => readonly string[]) =>
	[head, ...written.map(row)].map((cells) => cells.map(quoted).join(',')).join('\n');
const day = (i: number) => String(i + 1).padStart(2, '0');

/** Columns of a log of clicks in which nobody expects an address. */
const columns = [
	'Subject',
	'Campaign name',
	'Link name',
	'List name',
	'Tags',
	'User agent',
	'Bounce reason',
	'Country',
	'Device',
	'IP',
	'Message id',
	'Segment',
	'Referrer',
	'Source'
];

const files = {
	...Object.fromEntries(
		columns.map((column, nth) => [
			`clicks-${nth}.csv`,
			csv(['Email', 'Event', 'Timestamp', 'URL', column], (one, i) => [
				`ana${i}@example.org`,
				'click',
				`2026-03-${day(i)} 10:00:${day(nth)}`,
				`https://example.org/${i}`,
				one
			])
		])
	),
	'links.csv': csv(['Email', 'Event', 'Timestamp', 'Subject', 'URL'], (one, i) => [
		`ana${i}@example.org`,
		'click',
		`2026-03-${day(i)} 11:00:00`,
		'Lettre 4',
		`https://example.org/u/${one}/unsubscribe?x=${one}#${one}`
	]),
	'rejected.csv': csv(['Email', 'Event', 'Timestamp', 'Subject', 'URL'], (one, i) => [
		`ana${i}@example.org`,
		'click',
		'yesterday',
		'Lettre 4',
		`https://example.org/${one}`
	]),
	'subscribers.csv': csv(
		['Email', 'Joined', 'Source', 'Campaign', 'Country', 'Notes', 'Status'],
		(one, i) => [`bea${i}@example.org`, `2026-01-${day(i)}`, one, one, one, one, 'active']
	),
	'totals.csv': csv(['Campaign', 'Sent at', 'URL', 'Unique clicks', 'Total clicks'], (one, i) => [
		one,
		`2026-01-${day(i)}`,
		`https://example.org/u/${one}/a`,
		'5',
		'7'
	]),
	'spend.csv': csv(['Channel', 'Campaign', 'From', 'To', 'Amount', 'Currency'], (one) => [
		one,
		one,
		'2026-01-01',
		'2026-01-31',
		'10',
		'EUR'
	]),
	'topics.csv': csv(['URL', 'Topic', 'Author'], (one, i) => [`https://example.org/${i}`, one, one]),
	'placements.csv': csv(['Issue', 'Sponsor', 'URL', 'Fee', 'Currency'], (one, i) => [
		'4',
		one,
		`https://example.org/${i}`,
		'100',
		'EUR'
	])
};

test('addresses in any column of any file, however written → nothing of them is stored', async () => {
	const { take, data, work, receipts } = await newWorkspace();
	await take(
		Object.fromEntries(Object.entries(files).map(([name, text]) => [name, Buffer.from(text)]))
	);
	await work();
	const all = await receipts();
	expect(
		all.filter(({ state }) => state !== 'done').map(({ file, state }) => [file, state])
	).toEqual([]);
	expect(all.reduce((sum, { accepted }) => sum + accepted, 0)).toBeGreaterThan(200);
	const stored = new Map(
		readdirSync(data).map((name) => [name, readFileSync(join(data, name))] as const)
	);
	expect(stored.get('rubrique.db')!.length).toBeGreaterThan(100_000);
	expect(traces(stored, ['zoe.quemener'])).toEqual([]);
});
