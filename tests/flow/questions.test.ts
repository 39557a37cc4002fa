import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import {
	answerQuestion,
	leaveOut,
	type FileAnswer
} from '#lib/server/ingest/questions/answer-question.ts';
import { importInbox } from '#lib/server/ingest/files/inbox.ts';
import { mayReadDifferently } from '#lib/server/ingest/files/file-of-import.ts';
import { cardsOf, doubtsOfImport } from '#lib/server/ingest/files/receipt.ts';
import {
	forgetMap,
	nameMap,
	rememberedMaps
} from '#lib/server/ingest/questions/remembered-maps.ts';
import { importProgress } from '#lib/server/figures/imports.ts';
import { readSpooledRejects } from '#lib/server/ingest/files/reject-file.ts';
import { questionOf } from '#lib/server/ingest/questions/question.ts';
import { spoolFolder } from '#lib/server/ingest/files/spool-room.ts';
import { takeUpload } from '#lib/server/ingest/files/upload.ts';
import { sweepSpool, workOff } from '#lib/server/ingest/files/worker.ts';
import { listImports } from '#lib/server/store/events/imports.ts';
import { bytes, type Files } from '../simulate/sample/table.ts';
import { zip } from './canal.ts';
import { newWorkspace, tempFolder, written, type Workspace } from './publication.ts';

/** Nobody's export: its headers and values leave it open what happened to these links. */
const unknown = (days: string) =>
	bytes(
		[
			'Prénom;Quoi;Jour',
			`Anabelle;https://example.com/cafe;${days}`,
			`Benoît;https://example.com/the;${days}`
		].join('\n')
	);

/** What a person answers to it. */
const answer: FileAnswer = {
	kind: 'clicks',
	roles: [null, 'url', 'at'],
	orders: [null, null, 'dmy'],
	zone: 'Europe/Paris',
	event: null,
	campaign: null,
	url: null,
	complete: false
};

async function spooled(workspace: Workspace) {
	const context = await workspace.context({
		zone: null,
		again: false,
		spool: spoolFolder(workspace.data)
	});
	const work = () => workOff(workspace.db, (_, by) => ({ ...context, by }), Date.now);
	return {
		context,
		work,
		/** Drops files on the page, and lets the worker take them. */
		async drop(files: Files) {
			for (const [name, body] of Object.entries(files)) {
				async function* stream() {
					yield body as Uint8Array;
				}
				const terms = { data: workspace.data, by: null, now: Date.now() };
				await takeUpload(workspace.db, await workspace.publication(), name, stream(), terms);
			}
			await work();
			return imports(workspace);
		},
		files: () => readdirSync(spoolFolder(workspace.data))
	};
}

const imports = async (workspace: Workspace) =>
	listImports(workspace.db, (await workspace.publication()).id);

test('an upload that no service is known to write → waits for an answer, with its cells masked', async () => {
	const workspace = await newWorkspace();
	const { drop, files } = await spooled(workspace);
	const [row] = await drop({ 'divers.csv': unknown('03/04/2025 10:20') });

	expect(row).toMatchObject({ state: 'question', trouble: { code: 'readingDoubtful' } });
	expect(files()).toHaveLength(1);
	const question = await questionOf(workspace.db, await workspace.publication(), row!.id);
	expect(question).toMatchObject({
		kind: 'clicks',
		provider: null,
		delimiter: ';',
		asksZone: true
	});
	expect(question!.columns.map(({ header, role }) => [header, role])).toEqual([
		['Prénom', null],
		['Quoi', 'url'],
		['Jour', 'at']
	]);
	expect(question!.columns[2]!.date).toEqual({
		cell: '03/04/2025 10:20',
		dmy: Date.UTC(2025, 3, 3, 10, 20),
		mdy: Date.UTC(2025, 2, 4, 10, 20)
	});
	expect(JSON.stringify(question)).not.toMatch(/Anabelle|Benoît/);
});

test('an answer → imports the file, and the next such file without a question', async () => {
	const workspace = await newWorkspace();
	const { drop, work, files } = await spooled(workspace);
	const publication = await workspace.publication();
	const waiting = await drop({
		'avril.csv': unknown('03/04/2025 10:20'),
		'mai.csv': unknown('02/05/2025 10:20')
	});
	await answerQuestion(workspace.db, publication, waiting[0]!.id, answer);
	await work();

	expect((await imports(workspace)).map(({ state, accepted }) => [state, accepted])).toEqual([
		['done', 2],
		['done', 2]
	]);
	// for a week they can be read differently
	expect(files()).toHaveLength(2);
	const [next] = await drop({ 'juin.csv': unknown('21/06/2025 09:00') });
	expect(next).toMatchObject({ state: 'done', accepted: 2, rejected: 0, kind: 'clicks' });
	expect(next!.reading).toMatchObject({ dates: { at: { order: 'dmy', zone: 'Europe/Paris' } } });
	expect(await workspace.differences()).toEqual([]);
});

test('a known file whose dates could be read either way → asked for their order alone', async () => {
	const workspace = await newWorkspace();
	const { drop, work } = await spooled(workspace);
	const publication = await workspace.publication();
	const file = (day: string) =>
		bytes(
			`Email,Clicked at,Url,Campaign\nana@example.org,${day},https://example.com/a,Letter 12\n`
		);
	const [row] = await drop({ 'clicks.csv': file('03/04/2025 10:20') });

	expect(row).toMatchObject({
		state: 'question',
		trouble: { code: 'datesAmbiguous', details: { column: 'Clicked at' } }
	});
	expect(await workspace.items()).toEqual([]);
	const question = await questionOf(workspace.db, publication, row!.id);
	await answerQuestion(workspace.db, publication, row!.id, {
		...answer,
		kind: null,
		roles: question!.columns.map(({ role }) => role),
		orders: question!.columns.map(({ role }) => (role === 'at' ? 'mdy' : null)),
		zone: 'UTC'
	});
	await work();
	const [done] = await imports(workspace);
	expect(done).toMatchObject({ state: 'done', accepted: 1, asOf: Date.UTC(2025, 2, 4, 10, 20) });

	// the next is known by itself, and where its own cells say otherwise they are believed
	const [next] = await drop({ 'more.csv': file('05/06/2025 10:20') });
	expect(next).toMatchObject({ state: 'done', asOf: Date.UTC(2025, 4, 6, 10, 20) });
	const [other] = await drop({ 'other.csv': file('25/06/2025 10:20') });
	expect(other).toMatchObject({ state: 'done', asOf: Date.UTC(2025, 5, 25, 10, 20) });
});

test('the link and send of a file that cannot say them → hold for this file alone', async () => {
	const workspace = await newWorkspace();
	const { drop, work } = await spooled(workspace);
	const publication = await workspace.publication();
	const file = (day: number) => bytes(`Qui;Jour\nana@example.org;2025-04-${day}\n`);
	const [first] = await drop({ 'a.csv': file(10) });
	expect(first!.state).toBe('question');
	const said = { ...answer, roles: ['address', 'at'], orders: [], campaign: 'Lettre 12' };

	await expect(answerQuestion(workspace.db, publication, first!.id, said)).rejects.toMatchObject({
		code: 'mapDoesNotFit'
	});
	await answerQuestion(workspace.db, publication, first!.id, {
		...said,
		url: 'https://example.com/cafe'
	});
	await work();
	expect(await workspace.items()).toMatchObject([{ clickers: 1 }]);

	// known by its columns, but not which link it is about
	const [next] = await drop({ 'b.csv': file(11) });
	expect(next).toMatchObject({ state: 'question', trouble: { code: 'mapDoesNotFit' } });
	const question = await questionOf(workspace.db, publication, next!.id);
	expect(question).toMatchObject({
		kind: 'clicks',
		columns: [{ role: 'address' }, { role: 'at' }]
	});
});

test('files of a zip and of the inbox → asked about too', async () => {
	const workspace = await newWorkspace();
	const { drop, context, work } = await spooled(workspace);
	const publication = await workspace.publication();
	await drop({ 'tout.zip': zip({ 'x/avril.csv': unknown('03/04/2025 10:20') }) });
	const inbox = written({ 'canal/mai.csv': unknown('02/05/2025 10:20') }, tempFolder());
	await importInbox(workspace.db, inbox, () => context);
	const rows = await imports(workspace);
	expect(rows.map(({ state }) => state)).toEqual(['question', 'question']);

	await answerQuestion(workspace.db, publication, rows[0]!.id, answer);
	await work();
	expect((await imports(workspace)).map(({ state, accepted }) => [state, accepted])).toEqual([
		['done', 2],
		['done', 2]
	]);
	expect(await importInbox(workspace.db, inbox, () => context)).toEqual([]);
});

test('a stored file read differently → replaced in one step, from the spool and the inbox', async () => {
	const workspace = await newWorkspace();
	const { drop, work, context } = await spooled(workspace);
	const publication = await workspace.publication();
	const file = (day: string) =>
		bytes(
			`Email,Clicked at,Url,Campaign\nana@example.org,${day},https://example.com/a,Letter 12\n`
		);
	const inbox = written({ 'canal/other.csv': file('25/06/2025 10:20') }, tempFolder());
	await drop({ 'clicks.csv': file('24/06/2025 10:20') });
	await importInbox(workspace.db, inbox, () => context);
	const before = await imports(workspace);
	expect(before.map(({ state, spool }) => [state, spool === null])).toEqual([
		['done', true],
		['done', false]
	]);
	expect(await workspace.items()).toMatchObject([{ clickers: 1 }]);

	const where = { inbox, data: workspace.data, by: null, now: Date.now() };
	for (const { id } of before) {
		expect(await mayReadDifferently(workspace.db, publication, id, inbox)).toBe(true);
		const question = await questionOf(workspace.db, publication, id, inbox);
		expect(question).toMatchObject({ trouble: { code: 'readAnew' }, kind: 'clicks' });
		await answerQuestion(
			workspace.db,
			publication,
			id,
			{ ...answer, kind: 'opens', roles: ['address', 'at', null, 'campaign'], orders: [] },
			where
		);
	}
	await work();
	const after = await imports(workspace);
	expect(after.map(({ state, kind, accepted }) => [state, kind, accepted])).toEqual([
		['done', 'opens', 1],
		['done', 'opens', 1],
		['undone', 'clicks', 1],
		['undone', 'clicks', 1]
	]);
	// the figures follow
	expect(await workspace.items()).toEqual([]);
	expect(await workspace.differences()).toEqual([]);
	// once more, from what it was read as
	expect(await questionOf(workspace.db, publication, after[0]!.id, inbox)).toMatchObject({
		kind: 'opens',
		columns: [{ role: 'address' }, { role: 'at' }, { role: null }, {}]
	});
});

test('a file of an uploaded zip → kept for a week to be read differently, and then not', async () => {
	const workspace = await newWorkspace();
	const { drop, files } = await spooled(workspace);
	const publication = await workspace.publication();
	const file = bytes(
		'Email,Clicked at,Url\nana@example.org,2025-06-24 10:20,https://example.com/a\n'
	);
	const [row] = await drop({ 'all.zip': zip({ 'x/letter-12-clicks.csv': file }) });
	expect(row).toMatchObject({ state: 'done', container: 'all.zip' });
	expect(files()).toHaveLength(1);
	expect(await mayReadDifferently(workspace.db, publication, row!.id, tempFolder())).toBe(true);

	await sweepSpool(workspace.db, workspace.data, Date.now() + 8 * 86_400_000);
	expect(await mayReadDifferently(workspace.db, publication, row!.id, tempFolder())).toBe(false);
	expect(await questionOf(workspace.db, publication, row!.id, tempFolder())).toBeNull();
});

test('a known service’s export read differently → all of its columns are asked about', async () => {
	const workspace = await newWorkspace();
	const { drop } = await spooled(workspace);
	const sample = readFileSync('src/lib/providers/beehiiv/samples/subscribers.csv');
	const [row] = await drop({ 'subscribers.csv': sample });
	expect(row).toMatchObject({ state: 'done', provider: 'beehiiv' });

	const question = await questionOf(
		workspace.db,
		await workspace.publication(),
		row!.id,
		tempFolder()
	);
	expect(question).toMatchObject({ kind: 'subscribers', provider: null, asksZone: true });
	expect(question!.columns.map(({ role }) => role)).toContain('address');
});

test('an unknown word in a column → asked about, and its meaning holds for the next file too', async () => {
	const workspace = await newWorkspace();
	const { drop, work } = await spooled(workspace);
	const publication = await workspace.publication();
	const list = (...words: string[]) =>
		bytes(
			['Email,Status', ...words.map((word, i) => `r${i}-${word}@example.org,${word}`)].join('\n')
		);
	const [row] = await drop({
		'readers.csv': list('active', 'active', 'active', 'zorblax', 'zorblax')
	});
	expect(row).toMatchObject({ state: 'question' });
	expect(doubtsOfImport(row!)).toContainEqual(
		expect.objectContaining({ code: 'wordUnknown', waits: true, column: 'Status' })
	);

	const said = { ...answer, kind: 'subscribers', roles: ['address', 'status'], orders: [] };
	await answerQuestion(workspace.db, publication, row!.id, { ...said, words: { zorblax: 'left' } });
	await work();
	const [done] = await imports(workspace);
	expect(done).toMatchObject({ state: 'done', accepted: 5, rejected: 0 });
	expect(cardsOf(done!)[0]!.words).toEqual({
		Status: [
			{ word: 'active', means: 'active', rows: 3 },
			{ word: 'zorblax', means: 'left', rows: 2 }
		]
	});

	const [next] = await drop({ 'more.csv': list('zorblax', 'pending') });
	expect(next).toMatchObject({ state: 'done', accepted: 2, rejected: 0 });
});

test('remembered mappings → listed, renamed and forgotten', async () => {
	const workspace = await newWorkspace();
	const { drop, work } = await spooled(workspace);
	const publication = await workspace.publication();
	const [row] = await drop({ 'avril.csv': unknown('03/04/2025 10:20') });
	await answerQuestion(workspace.db, publication, row!.id, answer);
	await work();

	const [map, more] = await rememberedMaps(workspace.db, publication);
	expect([map, more]).toMatchObject([
		{ name: null, kind: 'clicks', header: ['prénom', 'quoi', 'jour'] },
		undefined
	]);
	await nameMap(workspace.db, publication, map!.id, 'Clics de la régie');
	expect(await rememberedMaps(workspace.db, publication)).toMatchObject([
		{ name: 'Clics de la régie' }
	]);
	const [named] = await drop({ 'juin.csv': unknown('21/06/2025 09:00') });
	expect(named).toMatchObject({ state: 'done', kind: 'clicks' });

	await forgetMap(workspace.db, publication, map!.id);
	const [asked] = await drop({ 'juillet.csv': unknown('21/07/2025 09:00') });
	expect(asked).toMatchObject({ state: 'question' });
	await expect(forgetMap(workspace.db, publication, map!.id)).rejects.toMatchObject({
		code: 'noSuchMap'
	});
});

test('the same file twice → asked about once, and may be left out', async () => {
	const workspace = await newWorkspace();
	const { drop, files } = await spooled(workspace);
	await drop({ 'a.csv': unknown('03/04/2025 10:20') });
	const rows = await drop({ 'b.csv': unknown('03/04/2025 10:20') });
	expect(rows).toHaveLength(1);

	await leaveOut(workspace.db, await workspace.publication(), rows[0]!.id, Date.now());
	expect(await imports(workspace)).toMatchObject([{ state: 'failed', spool: null }]);
	expect(files()).toEqual([]);
});

test('a week without an answer → the file is deleted', async () => {
	const workspace = await newWorkspace();
	const { drop, files } = await spooled(workspace);
	await drop({ 'a.csv': unknown('03/04/2025 10:20') });
	await sweepSpool(workspace.db, workspace.data, Date.now() + 6 * 86_400_000);
	expect(files()).toHaveLength(1);
	await sweepSpool(workspace.db, workspace.data, Date.now() + 8 * 86_400_000);
	expect(files()).toEqual([]);
	expect(await imports(workspace)).toMatchObject([{ state: 'failed', spool: null }]);
});

test('a doubtful file where nobody can be asked → read the likeliest way, and its receipt says so', async () => {
	const workspace = await newWorkspace();
	const folder = written({ 'a.csv': unknown('13/04/2025 10:20') });
	const [receipt] = await workspace.import(join(folder, 'a.csv'));
	expect(receipt).toMatchObject({ state: 'done', kind: 'clicks', taken: true });
	expect(receipt!.doubts.map(({ code }) => code)).toContain('kindGuessed');
});

test('rejected rows → offered whole while the spool holds the file, for a week', async () => {
	const workspace = await newWorkspace();
	const { drop, files } = await spooled(workspace);
	const lines = ['Email,Date,URL', 'ana@example.com,hier,https://example.com/a'];
	const many = Array.from(
		{ length: 30 },
		(_, i) => `ana@example.com,2025-04-03 10:20:${10 + i},https://example.com/a`
	);
	const [row] = await drop({
		'lettre-12-clics.csv': bytes([...lines, ...many, '"b, c",,'].join('\n'))
	});

	expect(row).toMatchObject({ state: 'done', rows: 32, rejected: 2 });
	const spool = spoolFolder(workspace.data);
	expect(await readSpooledRejects(workspace.db, spool, row!.id)).toEqual([
		{ row: 2, code: 'badTime', cells: ['ana@example.com', 'hier', 'https://example.com/a'] },
		{ row: 33, code: 'noTime', cells: ['b, c', '', ''] }
	]);
	expect(await importProgress(workspace.db, await workspace.publication())).toEqual({
		files: [],
		settling: false
	});

	const days = (n: number) => Date.now() + n * 86_400_000;
	await sweepSpool(workspace.db, workspace.data, days(6));
	expect(files()).toHaveLength(2);
	await sweepSpool(workspace.db, workspace.data, days(8));
	expect(files()).toEqual([]);
	expect(await readSpooledRejects(workspace.db, spool, row!.id)).toBeNull();
});

test('a service’s export with words, dates or names that leave a doubt → asked about, and taken as it is once somebody says so', async () => {
	const workspace = await newWorkspace();
	const { drop, work } = await spooled(workspace);
	const publication = await workspace.publication();
	const posts = ['2025-03-04', '2025-03-11'].flatMap((day) =>
		['ana', 'bo'].flatMap((name) => [
			`m1,Delivered,${name}@example.org,The letter,${day}T06:00:00Z,`,
			`m1,Opened,${name}@example.org,The letter,${day}T06:10:00Z,`
		])
	);
	const files = {
		'subscribers.csv': `Subscriber,Status,Opens,Clicks,Subscribed\nana@example.org,Quarantaine,1,1,2025-03-04 08:00:00\n`,
		'contacts.csv': `Email,First Name,Last Name,Phone,Tags,Date Created,IP,Status\nana@example.org,,,,,####,,Active\n`,
		'campaigns.csv': `Campaign name,Subject,Sent at,Recipients,Opened,Open rate,Clicked,Click rate,CTOR\nWeekly,1,2025-03-04 08:00,12,5,1%,3,1%,1%\nWeekly,2,2025-03-11 08:00,13,6,1%,4,1%,1%\n`,
		'activity.csv': `Message ID,Event,Recipient,Subject,Timestamp,Message stream\n${posts.join('\n')}\n`
	};
	const codes = ['wordUnknown', 'oddlyFilled', 'campaignTwice', 'sendsOfOneName'];
	for (const [i, [name, text]] of Object.entries(files).entries()) {
		const [row] = await drop({ [name]: bytes(text) });
		expect(row).toMatchObject({ state: 'question' });
		const question = await questionOf(workspace.db, publication, row!.id);
		expect(question!.doubts.map(({ code }) => code)).toEqual([codes[i]]);
		await answerQuestion(workspace.db, publication, row!.id, {
			...answer,
			kind: null,
			roles: question!.columns.map(({ role }) => role),
			orders: question!.columns.map(() => null),
			zone: 'UTC'
		});
		await work();
		expect((await imports(workspace)).find(({ id }) => id === row!.id)).toMatchObject({
			state: 'done'
		});
	}
});

const names = [...'abcdefghijkl'].map((letter) => `${letter}na`);
const weeks = [0, 1, 2].map((week) => Date.UTC(2025, 2, 4 + 7 * week, 6));
const instant = (at: number) => new Date(at).toISOString().slice(0, 19).replace('T', ' ');
const minutes = (n: number) => n * 60_000;

/** Which of the names clicked when. */
function clicksOf(clicks: readonly (readonly [name: number, at: number])[]) {
	const rows = clicks.map(
		([name, at], i) =>
			`${names[name]}@example.org,The letter,${instant(at)},https://example.com/page-${i % 4}`
	);
	return bytes(`Email,Subject,Clicked at,URL\n${rows.join('\n')}\n`);
}

test.each([
	[
		'clicks of weekly letters of one name',
		true,
		weeks.flatMap((sent) => names.map((_, i) => [i, sent + minutes(40 * i)] as const))
	],
	[
		'clicks of one letter, and of a few who are back a week later',
		false,
		names
			.map((_, i) => [i, weeks[0]! + minutes(40 * i)] as const)
			.concat([0, 1, 2].map((i) => [i, weeks[1]! + minutes(90 * i)] as const))
	],
	[
		'clicks of a letter that was sent once more to whoever had not opened it',
		false,
		names.map((_, i) => [i, weeks[i < 6 ? 0 : 1]! + minutes(40 * i)] as const)
	]
])('%s → asked whether they are one: %s', async (_, isAsked, clicks) => {
	const workspace = await newWorkspace();
	const { drop } = await spooled(workspace);
	const [row] = await drop({ 'clicks.csv': clicksOf(clicks) });
	expect(row!.state).toBe(isAsked ? 'question' : 'done');
	if (!isAsked) return;
	const question = await questionOf(workspace.db, await workspace.publication(), row!.id);
	expect(question!.doubts.find(({ waits }) => waits)).toMatchObject({
		code: 'sendsOfOneName',
		column: 'Subject',
		values: ['The letter']
	});
});

const week = (n: number) => names.map((_, i) => [i, weeks[n]! + minutes(40 * i)] as const);
/** What comes late of the first letter. */
const late = [2, 3].map((i) => [i, weeks[1]! - minutes(40 * i)] as const);

test.each([
	['the first letter, what comes late of it, the second', 'question', [week(0), late, week(1)]],
	['the second letter, then the first', 'question', [week(1), week(0)]],
	['what comes late of a letter, then all else of it', 'done', [late, week(0)]]
])('clicks of one name, a file each: %s → the last is in state “%s”', async (_, last, files) => {
	const workspace = await newWorkspace();
	const { drop } = await spooled(workspace);
	const states: string[] = [];
	for (const clicks of files) {
		const [row] = await drop({ [`clicks-${states.length}.csv`]: clicksOf(clicks) });
		states.push(row!.state);
	}
	expect(states).toEqual([...files.slice(1).map(() => 'done'), last]);
});

/** Clicks of readers who seldom click: each week others, on that week's links. */
function ofOthers(week: number, isLinkOf: (week: number, i: number) => string, n = 8) {
	const rows = Array.from({ length: n }, (_, i) => {
		const at = instant(weeks[week]! + minutes(50 * i));
		return `reader-${week}-${i}@example.org,The letter,${at},https://example.com/${isLinkOf(week, i)}`;
	});
	return rows.join('\n') + '\n';
}

const HEAD = 'Email,Subject,Clicked at,URL\n';

test.each([
	['links of their own', true, (week: number, i: number) => `page-${week}-${i % 2}`],
	['the same links', false, (_: number, i: number) => `page-${i % 2}`],
	['a link for each reader', false, (week: number, i: number) => `page-${week}-${i}`]
])(
	'clicks of one name by other readers each week, on %s → asked whether they are one letter: %s',
	async (_, isAsked, link) => {
		const whole = await newWorkspace();
		const all = HEAD + [0, 1, 2].map((week) => ofOthers(week, link)).join('');
		const [one] = await (await spooled(whole)).drop({ 'clicks.csv': bytes(all) });
		expect(one!.state).toBe(isAsked ? 'question' : 'done');

		const weekly = await newWorkspace();
		const { drop } = await spooled(weekly);
		const states: string[] = [];
		for (const week of [0, 1]) {
			const [row] = await drop({ [`clicks-${week}.csv`]: bytes(HEAD + ofOthers(week, link)) });
			states.push(row!.state);
		}
		expect(states).toEqual(['done', isAsked ? 'question' : 'done']);
	}
);
