import fc from 'fast-check';
import { expect, test } from 'vitest';
import { readRows } from './read-rows.ts';
import { bytesInMemory } from './source-of.ts';
import { survey } from './survey.ts';

async function read(content: string, size?: number) {
	const source = bytesInMemory('events.json', content, size);
	const sheet = await survey(source);
	const [table] = sheet.tables;
	const rows: string[][] = [];
	for await (const batch of readRows(source, sheet, table!)) rows.push(...batch.rows);
	return { header: table!.header, rows };
}

const events = [
	{ event: 'opened', timestamp: 1714630989.25, recipient: 'ines@example.com' },
	{
		event: 'clicked',
		recipient: 'paul@example.net',
		geo: { city: null, country: 'FR' },
		tags: ['a', 'b'],
		deep: { one: { two: 3, more: { three: 4 } } },
		links: [{ url: 'https://example.org' }],
		quote: 'say "}" and \\ [{'
	}
];

const expected = {
	header: [
		'event',
		'timestamp',
		'recipient',
		'geo.city',
		'geo.country',
		'tags',
		'deep.one.two',
		'deep.one.more',
		'links',
		'quote'
	],
	rows: [
		['opened', '1714630989.25', 'ines@example.com', '', '', '', '', '', '', ''],
		[
			'clicked',
			'',
			'paul@example.net',
			'',
			'FR',
			'a, b',
			'3',
			'{"three":4}',
			'[{"url":"https://example.org"}]',
			'say "}" and \\ [{'
		]
	]
};

test.each([
	['an array', JSON.stringify(events)],
	['an indented array with a mark', `\uFEFF${JSON.stringify(events, null, 2)}`],
	['lines', events.map((event) => JSON.stringify(event)).join('\n')],
	[
		'an answer of an API',
		JSON.stringify({ meta: { of: [1, 2], x: '[{' }, items: events, paging: { next: '' } })
	]
])('JSON as %s → a table, three levels flattened', async (_, content) => {
	expect(await read(content)).toEqual(expected);
	expect(await read(content, 7)).toEqual(expected);
});

test('NDJSON whose first record holds objects in an array → its lines, not those objects', async () => {
	const lines = [events[1], events[0]].map((event) => JSON.stringify(event)).join('\n');

	expect((await read(lines)).rows).toHaveLength(2);
});

test.each([
	['cut off', '[{"a": 1}, {"a": 2', 'jsonUnreadable'],
	['not JSON within', '[{"a": 1}, {a: 2}]', 'jsonUnreadable'],
	['no list', '{"a": ', 'jsonUnreadable']
])('JSON that is %s → refused', async (_, content, code) => {
	await expect(read(content)).rejects.toMatchObject({ code });
});

test('any flat records, in pieces of any size → read as they were written', async () => {
	const key = fc.string({ minLength: 1 }).filter((name) => name !== '__proto__');
	const record = fc.dictionary(key, fc.oneof(fc.string(), fc.integer(), fc.boolean()), {
		minKeys: 1,
		noNullPrototype: true
	});
	await fc.assert(
		fc.asyncProperty(
			fc.array(record, { minLength: 1, maxLength: 5 }),
			fc.integer({ min: 1, max: 50 }),
			async (records, size) => {
				const { header, rows } = await read(JSON.stringify(records), size);
				const back = rows.map((row) =>
					Object.fromEntries(header.map((name, i) => [name, row[i]!]))
				);
				for (const [i, record] of records.entries())
					for (const [name, value] of Object.entries(record))
						expect(back[i]![name]).toBe(String(value));
			}
		),
		{ numRuns: 60 }
	);
});

test('how an event went in an object of its name → columns of the event, whichever it is', async () => {
	const written = [
		{
			type: 'Click',
			mail: { to: 'ana@example.com' },
			click: { at: 1, link: 'https://example.com' }
		},
		{ type: 'Open', mail: { to: 'bob@example.com' }, open: { at: 2 } }
	];
	expect(await read(JSON.stringify(written))).toEqual({
		header: ['type', 'mail.to', 'at', 'link'],
		rows: [
			['Click', 'ana@example.com', '1', 'https://example.com'],
			['Open', 'bob@example.com', '2', '']
		]
	});
});

test('the sort of event around all that a record says → columns of the event, whichever sort it is', async () => {
	const written = [
		{ msys: { track_event: { type: 'click', rcpt_to: 'ana@example.com' } } },
		{ msys: { message_event: { type: 'bounce', rcpt_to: 'bob@example.com' } } },
		{ unsubscribe_event: { type: 'link_unsubscribe', rcpt_to: 'cleo@example.com' } }
	];
	expect(await read(written.map((one) => JSON.stringify(one)).join('\n'))).toEqual({
		header: ['type', 'rcpt_to'],
		rows: [
			['click', 'ana@example.com'],
			['bounce', 'bob@example.com'],
			['link_unsubscribe', 'cleo@example.com']
		]
	});
});

test('a record that a queue carries as a text → its columns, what the queue adds behind them', async () => {
	const event = { eventType: 'Open', open: { timestamp: '2026-03-03T07:00:00Z' } };
	const carried = { Type: 'Notification', Message: JSON.stringify(event), Timestamp: 'later' };
	expect(await read(JSON.stringify(carried))).toEqual({
		header: ['eventType', 'timestamp', 'record.Type', 'record.Timestamp'],
		rows: [['Open', '2026-03-03T07:00:00Z', 'Notification', 'later']]
	});
});

test('a message that only begins like a record, or two of them → texts as they stand', async () => {
	const written = { message: '{"a": 1', body: '{"a": 1}', data: '{"b": 2}' };
	expect((await read(JSON.stringify(written))).header).toEqual(['message', 'body', 'data']);
});

test('details as a text beside a reader → the columns of the record stay what they are called', async () => {
	const record = { email: 'ana@example.com', event: 'click', data: '{"plan": "free"}' };
	expect((await read(JSON.stringify(record))).header).toEqual(['email', 'event', 'data']);
});

test('an event beside its signature → columns of the event', async () => {
	const hook = { signature: { timestamp: '9' }, 'event-data': { event: 'opened', timestamp: 1 } };
	expect(await read(JSON.stringify(hook))).toEqual({
		header: ['signature.timestamp', 'event', 'timestamp'],
		rows: [['9', 'opened', '1']]
	});
});
