import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { answerQuestion, leaveOut, type FileAnswer } from '#lib/server/ingest/answer-question.ts';
import { importInbox } from '#lib/server/ingest/inbox.ts';
import { importProgress } from '#lib/server/figures/imports.ts';
import { readSpooledRejects } from '#lib/server/ingest/reject-file.ts';
import { questionOf } from '#lib/server/ingest/question.ts';
import { spoolFolder } from '#lib/server/ingest/spool-room.ts';
import { takeUpload } from '#lib/server/ingest/upload.ts';
import { sweepSpool, workOff } from '#lib/server/ingest/worker.ts';
import { listImports } from '#lib/server/store/imports.ts';
import { bytes } from '../simulate/sample/table.ts';
import type { Files } from '../simulate/sample/table.ts';
import { zip } from './canal.ts';
import { newDesk, tempFolder, written, type Desk } from './publication.ts';

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

async function spooled(desk: Desk) {
	const context = await desk.context({ zone: null, again: false, spool: spoolFolder(desk.data) });
	const work = () => workOff(desk.db, (_, by) => ({ ...context, by }), Date.now);
	return {
		context,
		work,
		/** Drops files on the page, and lets the worker take them. */
		async drop(files: Files) {
			for (const [name, body] of Object.entries(files)) {
				async function* stream() {
					yield body as Uint8Array;
				}
				const terms = { data: desk.data, by: null, now: Date.now() };
				await takeUpload(desk.db, await desk.publication(), name, stream(), terms);
			}
			await work();
			return imports(desk);
		},
		files: () => readdirSync(spoolFolder(desk.data))
	};
}

const imports = async (desk: Desk) => listImports(desk.db, (await desk.publication()).id);

test('an upload that no service is known to write waits for an answer, masked', async () => {
	const desk = await newDesk();
	const { drop, files } = await spooled(desk);
	const [row] = await drop({ 'divers.csv': unknown('03/04/2025 10:20') });

	expect(row).toMatchObject({ state: 'question', trouble: { code: 'readingDoubtful' } });
	expect(files()).toHaveLength(1);
	const question = await questionOf(desk.db, await desk.publication(), row!.id);
	expect(question).toMatchObject({
		...{ kind: 'clicks', provider: null, delimiter: ';', asksZone: true }
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

test('an answer takes it in, and the next such file by itself', async () => {
	const desk = await newDesk();
	const { drop, work, files } = await spooled(desk);
	const publication = await desk.publication();
	const waiting = await drop({
		'avril.csv': unknown('03/04/2025 10:20'),
		'mai.csv': unknown('02/05/2025 10:20')
	});
	await answerQuestion(desk.db, publication, waiting[0]!.id, answer);
	await work();

	expect((await imports(desk)).map(({ state, accepted }) => [state, accepted])).toEqual([
		['done', 2],
		['done', 2]
	]);
	// for a week they can be read differently
	expect(files()).toHaveLength(2);
	const [next] = await drop({ 'juin.csv': unknown('21/06/2025 09:00') });
	expect(next).toMatchObject({ state: 'done', accepted: 2, rejected: 0, kind: 'clicks' });
	expect(next!.reading).toMatchObject({ dates: { at: { order: 'dmy', zone: 'Europe/Paris' } } });
	expect(await desk.differences()).toEqual([]);
});

test('a known file whose dates could be read either way is asked for their order alone', async () => {
	const desk = await newDesk();
	const { drop, work } = await spooled(desk);
	const publication = await desk.publication();
	const file = (day: string) =>
		bytes(
			`Email,Clicked at,Url,Campaign\nana@example.org,${day},https://example.com/a,Letter 12\n`
		);
	const [row] = await drop({ 'clicks.csv': file('03/04/2025 10:20') });

	expect(row).toMatchObject({
		state: 'question',
		trouble: { code: 'datesAmbiguous', details: { column: 'Clicked at' } }
	});
	expect(await desk.items()).toEqual([]);
	const question = await questionOf(desk.db, publication, row!.id);
	await answerQuestion(desk.db, publication, row!.id, {
		...answer,
		kind: null,
		roles: question!.columns.map(({ role }) => role),
		orders: question!.columns.map(({ role }) => (role === 'at' ? 'mdy' : null)),
		zone: 'UTC'
	});
	await work();
	const [done] = await imports(desk);
	expect(done).toMatchObject({ state: 'done', accepted: 1, asOf: Date.UTC(2025, 2, 4, 10, 20) });

	// the next is known by itself, and where its own cells say otherwise they are believed
	const [next] = await drop({ 'more.csv': file('05/06/2025 10:20') });
	expect(next).toMatchObject({ state: 'done', asOf: Date.UTC(2025, 4, 6, 10, 20) });
	const [other] = await drop({ 'other.csv': file('25/06/2025 10:20') });
	expect(other).toMatchObject({ state: 'done', asOf: Date.UTC(2025, 5, 25, 10, 20) });
});

test('the link and the send of a file that cannot say them are for this file alone', async () => {
	const desk = await newDesk();
	const { drop, work } = await spooled(desk);
	const publication = await desk.publication();
	const file = (day: number) => bytes(`Qui;Jour\nana@example.org;2025-04-${day}\n`);
	const [first] = await drop({ 'a.csv': file(10) });
	expect(first!.state).toBe('question');
	const said = { ...answer, roles: ['address', 'at'], orders: [], campaign: 'Lettre 12' };

	await expect(answerQuestion(desk.db, publication, first!.id, said)).rejects.toMatchObject({
		code: 'mapDoesNotFit'
	});
	await answerQuestion(desk.db, publication, first!.id, {
		...said,
		url: 'https://example.com/cafe'
	});
	await work();
	expect(await desk.items()).toMatchObject([{ clickers: 1 }]);

	// known by its columns, but not which link it is about
	const [next] = await drop({ 'b.csv': file(11) });
	expect(next).toMatchObject({ state: 'question', trouble: { code: 'mapDoesNotFit' } });
	const question = await questionOf(desk.db, publication, next!.id);
	expect(question).toMatchObject({
		kind: 'clicks',
		columns: [{ role: 'address' }, { role: 'at' }]
	});
});

test('files of a zip and of the inbox are asked about too', async () => {
	const desk = await newDesk();
	const { drop, context, work } = await spooled(desk);
	const publication = await desk.publication();
	await drop({ 'tout.zip': zip({ 'x/avril.csv': unknown('03/04/2025 10:20') }) });
	const inbox = written({ 'canal/mai.csv': unknown('02/05/2025 10:20') }, tempFolder());
	await importInbox(desk.db, inbox, () => context);
	const rows = await imports(desk);
	expect(rows.map(({ state }) => state)).toEqual(['question', 'question']);

	await answerQuestion(desk.db, publication, rows[0]!.id, answer);
	await work();
	expect((await imports(desk)).map(({ state, accepted }) => [state, accepted])).toEqual([
		['done', 2],
		['done', 2]
	]);
	expect(await importInbox(desk.db, inbox, () => context)).toEqual([]);
});

test('the same file twice is asked about once, and may be left out', async () => {
	const desk = await newDesk();
	const { drop, files } = await spooled(desk);
	await drop({ 'a.csv': unknown('03/04/2025 10:20') });
	const rows = await drop({ 'b.csv': unknown('03/04/2025 10:20') });
	expect(rows).toHaveLength(1);

	await leaveOut(desk.db, await desk.publication(), rows[0]!.id, Date.now());
	expect(await imports(desk)).toMatchObject([{ state: 'failed', spool: null }]);
	expect(files()).toEqual([]);
});

test('after a week without an answer the file is deleted', async () => {
	const desk = await newDesk();
	const { drop, files } = await spooled(desk);
	await drop({ 'a.csv': unknown('03/04/2025 10:20') });
	await sweepSpool(desk.db, desk.data, Date.now() + 6 * 86_400_000);
	expect(files()).toHaveLength(1);
	await sweepSpool(desk.db, desk.data, Date.now() + 8 * 86_400_000);
	expect(files()).toEqual([]);
	expect(await imports(desk)).toMatchObject([{ state: 'failed', spool: null }]);
});

test('where nobody can be asked the best reading is taken, and the receipt says so', async () => {
	const desk = await newDesk();
	const folder = written({ 'a.csv': unknown('13/04/2025 10:20') });
	const [receipt] = await desk.import(join(folder, 'a.csv'));
	expect(receipt).toMatchObject({ state: 'done', kind: 'clicks', taken: true });
	expect(receipt!.doubts.map(({ code }) => code)).toContain('kindGuessed');
});

test('refused rows are offered whole while the spool has them, and how far a file is can be seen', async () => {
	const desk = await newDesk();
	const { drop, files } = await spooled(desk);
	const lines = ['Email,Date,URL', 'ana@example.com,hier,https://example.com/a'];
	const many = Array.from(
		{ length: 30 },
		(_, i) => `ana@example.com,2025-04-03 10:20:${10 + i},https://example.com/a`
	);
	const [row] = await drop({
		'lettre-12-clics.csv': bytes([...lines, ...many, '"b, c",,'].join('\n'))
	});

	expect(row).toMatchObject({ state: 'done', rows: 32, rejected: 2 });
	const spool = spoolFolder(desk.data);
	expect(await readSpooledRejects(spool, row!.id)).toEqual([
		{ row: 2, code: 'badTime', cells: ['ana@example.com', 'hier', 'https://example.com/a'] },
		{ row: 33, code: 'noTime', cells: ['b, c', '', ''] }
	]);
	expect(await importProgress(desk.db, await desk.publication())).toEqual({
		files: [],
		settling: false
	});

	const days = (n: number) => Date.now() + n * 86_400_000;
	await sweepSpool(desk.db, desk.data, days(6));
	expect(files()).toHaveLength(2);
	await sweepSpool(desk.db, desk.data, days(8));
	expect(files()).toEqual([]);
	expect(await readSpooledRejects(spool, row!.id)).toBeNull();
});
