import { HOUR } from '#lib/duration.ts';
import { sql } from 'drizzle-orm';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { jobFigures } from '#lib/server/figures/jobs.ts';
import { smtpMailer } from '#lib/server/mail/mailer.ts';
import { webhookSender } from '#lib/server/mail/alerts/webhook.ts';
import { sendDue } from '#lib/server/mail/outbox.ts';
import type { Outbox } from '#lib/server/mail/tries.ts';
import {
	addSchedule,
	pauseSchedule,
	scheduleFigures,
	sendAgain,
	testSchedule
} from '#lib/server/mail/schedules.ts';
import PostalMime from 'postal-mime';
import { bytes, table } from '../simulate/sample/table.ts';
import { frenchFile, frenchHead, frenchRows, issue12, people, sent } from './canal.ts';
import { mailServer, type MailServer } from './mail-server.ts';
import { newWorkspace, type Workspace } from './publication.ts';

const monday = Date.parse('2026-01-05T06:00:00Z');

let workspace: Workspace;
let server: MailServer;
const closing: (() => Promise<void>)[] = [];

beforeEach(async () => {
	workspace = await newWorkspace();
	await workspace.take({ 'lettre-12.md': bytes(issue12), 'clics.csv': frenchFile(frenchRows()) });
});

afterEach(async () => {
	for (const close of closing.splice(0)) await close();
});

async function begin(temper = {}) {
	server = await mailServer(temper);
	closing.push(server.close);
}

const outbox = (now: number, url = server.url): Outbox => ({
	mailer: smtpMailer(url, 'Rubrique <reports@example.com>'),
	webhook: webhookSender(true),
	now: () => now,
	address: 'https://stats.example.com'
});

async function weekly(to = ['ana@example.org']) {
	const rule = { every: 'week', day: 1, hour: 7, last: 4 };
	const schedule = {
		report: 'management',
		comparison: 'before',
		locale: 'fr',
		rule,
		recipients: to
	};
	const actor = { by: null, now: monday - 24 * HOUR };
	await addSchedule(workspace.db, await workspace.publication(), schedule, actor);
}

const history = async (now = monday) =>
	(await scheduleFigures(workspace.db, await workspace.publication(), now)).mailings;

test('a weekly report that is due → sent once, with its findings in the body and the PDF attached', async () => {
	await begin();
	await weekly();
	await sendDue(workspace.db, outbox(monday - 1));
	expect(server.received).toEqual([]);

	await sendDue(workspace.db, outbox(monday));
	await sendDue(workspace.db, outbox(monday + HOUR));
	expect(server.received).toHaveLength(1);

	const mail = await PostalMime.parse(server.received[0]!);
	expect(mail.to?.map(({ address }) => address)).toEqual(['ana@example.org']);
	expect(mail.from?.address).toBe('reports@example.com');
	const [pdf] = mail.attachments;
	expect(pdf?.mimeType).toBe('application/pdf');
	expect(
		Buffer.from(pdf!.content as ArrayBuffer)
			.subarray(0, 5)
			.toString()
	).toBe('%PDF-');
	expect(mail.html).toContain('lang="fr"');
	expect(mail.text).toContain('https://stats.example.com/p/');
	for (const body of [mail.text, mail.html]) expect(body).toContain('données jusqu’au ');
	const [sent] = await history();
	expect(sent).toMatchObject({ state: 'sent', attempts: 1, problem: null });
	expect(sent!.reportId).not.toBeNull();
});

test('several recipients → a mail for each, which names no other, all of one report', async () => {
	await begin();
	const to = ['ana@example.org', 'ben@example.org', 'cleo@example.org'];
	await weekly(to);
	await sendDue(workspace.db, outbox(monday));
	const mails = await Promise.all(server.received.map((mail) => PostalMime.parse(mail)));
	expect(mails.map((mail) => mail.to?.map(({ address }) => address))).toEqual(
		to.map((one) => [one])
	);
	for (const [i, text] of server.received.entries())
		for (const other of to) if (other !== to[i]) expect(text).not.toContain(other);
	expect(new Set(mails.map(({ messageId }) => messageId)).size).toBe(3);
	const sent = await history();
	expect(new Set(sent.map(({ reportId }) => reportId)).size).toBe(1);
	expect(sent.map(({ state }) => state)).toEqual(['sent', 'sent', 'sent']);
});

test('an address that does not exist → said so, not tried again, and nobody else waits for it', async () => {
	await begin({ unknown: 'ben@example.org' });
	await weekly(['ben@example.org', 'ana@example.org']);
	await sendDue(workspace.db, outbox(monday));
	await sendDue(workspace.db, outbox(monday + HOUR));
	expect(server.received).toHaveLength(1);
	const [ana, ben] = await history(monday + HOUR);
	expect(ana).toMatchObject({ recipient: 'ana@example.org', state: 'sent' });
	expect(ben).toMatchObject({ state: 'failed', attempts: 1, nextAt: null });
	expect(ben!.problem).toContain('no such mailbox');
});

test('several processes at once → one mail for each recipient, of one report', async () => {
	await begin();
	await weekly(['ana@example.org', 'ben@example.org']);
	await Promise.all([1, 2, 3, 4].map(() => sendDue(workspace.db, outbox(monday))));
	await sendDue(workspace.db, outbox(monday + 1));
	expect(server.received).toHaveLength(2);
	expect(new Set((await history()).map(({ reportId }) => reportId)).size).toBe(1);
});

test('a mail that the server refuses → tried again later, said meanwhile, and the same report then', async () => {
	await begin({ refuse: 2 });
	await weekly();
	await sendDue(workspace.db, outbox(monday));
	const [failed] = await history();
	expect(failed).toMatchObject({ state: 'failed', attempts: 1, nextAt: monday + 60_000 });
	expect(failed!.problem).toContain('try later');

	await sendDue(workspace.db, outbox(monday + 59_000));
	expect((await history())[0]!.attempts).toBe(1);
	await sendDue(workspace.db, outbox(monday + 60_000));
	await sendDue(workspace.db, outbox(monday + 7 * 60_000));
	expect(server.received).toHaveLength(1);
	expect((await history())[0]).toMatchObject({ state: 'sent', reportId: failed!.reportId });
});

test('no mail server → six tries, then a person decides', async () => {
	await begin();
	await server.close();
	closing.length = 0;
	await weekly();
	let now = monday;
	for (let i = 0; i < 8; i++, now += 5 * HOUR) await sendDue(workspace.db, outbox(now));
	const [failed] = await history(now);
	expect(failed).toMatchObject({ state: 'failed', attempts: 6, nextAt: null });

	await begin();
	const publication = await workspace.publication();
	await sendAgain(workspace.db, publication, failed!.scheduleId, failed!.id);
	await sendDue(workspace.db, outbox(now));
	expect(server.received).toHaveLength(1);
});

test('a server that falls silent once it has the mail → the mail is not sent twice', async () => {
	await begin({ hangUp: true });
	await weekly();
	await sendDue(workspace.db, outbox(monday));
	expect((await history())[0]!.state).toBe('unsure');
	await sendDue(workspace.db, outbox(monday + 24 * HOUR));
	expect(server.received).toHaveLength(1);
});

test('a process that dies while it hands a mail on → a person decides; one that died before → sent by the next', async () => {
	await begin();
	await weekly();
	/** Another process, of which only the lease tells whether it lives, has the mail. */
	const claimed = async (state: string, isOver: boolean) => {
		await workspace.db.run(sql`UPDATE mailing SET state = ${state}`);
		await workspace.db.run(sql`UPDATE job SET state = 'running', owner = 'another-host.1.mark',
			lease_until = (julianday('now') - 2440587.5) * 86400000 + ${isOver ? -1 : HOUR}
			WHERE kind = 'mail'`);
	};
	await server.close();
	await sendDue(workspace.db, outbox(monday));
	await begin();
	await claimed('waiting', false);
	await sendDue(workspace.db, outbox(monday + HOUR));
	expect(server.received).toEqual([]);
	await claimed('waiting', true);
	await sendDue(workspace.db, outbox(monday + 2 * HOUR));
	expect(server.received).toHaveLength(1);

	await claimed('handing', true);
	await sendDue(workspace.db, outbox(monday + 2 * HOUR));
	expect((await history())[0]!.state).toBe('unsure');
	expect(server.received).toHaveLength(1);
	expect((await jobFigures(workspace.db, null)).failed).toMatchObject([
		{ kind: 'mail', trouble: { code: 'mailUnsure' }, mayRetry: true }
	]);
});

test('a report on each issue → sent when its first three days are known, and never again', async () => {
	await begin();
	const publication = await workspace.publication();
	const schedule = {
		report: 'issue',
		comparison: 'none',
		locale: 'en',
		rule: { every: 'issue' },
		recipients: ['ana@example.org']
	};
	await addSchedule(workspace.db, publication, schedule, { by: null, now: 0 });
	await sendDue(workspace.db, outbox(monday));
	expect(server.received).toEqual([]);

	const late = new Date(sent[12] + 73 * HOUR).toISOString().slice(0, 19).replace('T', ' ');
	const row = [people[0]!.address, late, 'https://canal.example.com/', 'La lettre du canal n° 12'];
	await workspace.take({ 'tard.csv': bytes(table(frenchHead, [row], ';', '\r\n')) });
	await sendDue(workspace.db, outbox(monday));
	await sendDue(workspace.db, outbox(monday + HOUR));
	expect(server.received).toHaveLength(1);
	expect((await history())[0]).toMatchObject({ kind: 'issue', state: 'sent' });
});

test('an issue whose files are undone → is not mailed again when they are back, and another one is mailed', async () => {
	await begin();
	const publication = await workspace.publication();
	const schedule = { report: 'issue', comparison: 'none', locale: 'en' };
	const given = { ...schedule, rule: { every: 'issue' }, recipients: ['ana@example.org'] };
	await addSchedule(workspace.db, publication, given, { by: null, now: 0 });
	const at = (issue: 12 | 13, hours: number) =>
		new Date(sent[issue] + hours * HOUR).toISOString().slice(0, 19).replace('T', ' ');
	const row = (issue: 12 | 13, hours: number) => [
		people[0]!.address,
		at(issue, hours),
		'https://canal.example.com/',
		`La lettre du canal n° ${issue}`
	];
	const closed = { 'tard.csv': bytes(table(frenchHead, [row(12, 73)], ';', '\r\n')) };
	await workspace.take(closed);
	await sendDue(workspace.db, outbox(monday));
	expect(server.received).toHaveLength(1);

	for (const { id } of await workspace.receipts()) await workspace.undo(id);
	const rows = [row(13, 1), row(13, 80)];
	await workspace.take({
		'lettre-13.md': bytes(issue12.replaceAll('12', '13').replace('2025-09-18', '2025-09-25')),
		'treize.csv': bytes(table(frenchHead, rows, ';', '\r\n'))
	});
	await sendDue(workspace.db, outbox(monday + HOUR));
	expect(server.received).toHaveLength(2);

	await workspace.take({
		...closed,
		'clics.csv': frenchFile(frenchRows()),
		'lettre-12.md': bytes(issue12)
	});
	expect(await workspace.issues()).toHaveLength(2);
	await sendDue(workspace.db, outbox(monday + 2 * HOUR));
	expect(server.received).toHaveLength(2);
});

test('a test of a schedule → to one address alone; a paused schedule → to none', async () => {
	await begin();
	await weekly();
	const publication = await workspace.publication();
	const actor = { by: null, now: monday - HOUR };
	await testSchedule(workspace.db, publication, 1, 'cleo@example.org', actor);
	await sendDue(workspace.db, outbox(monday - HOUR));
	const mail = await PostalMime.parse(server.received[0]!);
	expect(mail.to?.map(({ address }) => address)).toEqual(['cleo@example.org']);

	await pauseSchedule(workspace.db, publication, 1, true, actor);
	await sendDue(workspace.db, outbox(monday + HOUR));
	await pauseSchedule(workspace.db, publication, 1, false, { by: null, now: monday + 2 * HOUR });
	await sendDue(workspace.db, outbox(monday + 2 * HOUR));
	expect(server.received).toHaveLength(1);
});

test('a test of a report on each issue where there is none yet → refused, and not for the want of one that nobody named', async () => {
	const empty = await newWorkspace();
	const publication = await empty.publication();
	const schedule = { report: 'issue', comparison: 'before', locale: 'fr', sponsor: null };
	const given = { ...schedule, rule: { every: 'issue' }, recipients: ['ana@example.org'] };
	const actor = { by: null, now: monday };
	await addSchedule(empty.db, publication, given, actor);
	const testing = testSchedule(empty.db, publication, 1, 'ana@example.org', actor);
	await expect(testing).rejects.toMatchObject({ code: 'noIssueYet' });
});

test.each([
	['no address', { recipients: ['nobody'] }],
	['nobody', { recipients: [] }],
	['a report on one issue each week', { report: 'issue' }],
	['an hour that no day has', { rule: { every: 'week', day: 1, hour: 24, last: null } }]
])('%s → no schedule', async (_what, words) => {
	const rule = { every: 'week', day: 1, hour: 7, last: null };
	const schedule = {
		report: 'management',
		comparison: 'before',
		locale: 'fr',
		rule,
		recipients: ['ana@example.org']
	};
	const adding = addSchedule(
		workspace.db,
		await workspace.publication(),
		{ ...schedule, ...words },
		{ by: null, now: 0 }
	);
	await expect(adding).rejects.toMatchObject({ code: 'badSchedule' });
});

test('a report that could not be given to its mails → is made once they can have it, and kept once', async () => {
	await begin();
	await weekly();
	const { db } = workspace;
	const reports = async () =>
		(await db.all<{ n: number }>(sql`SELECT count(*) AS n FROM report`))[0]!.n;
	await db.run(sql`CREATE TRIGGER falls BEFORE UPDATE OF report_id ON mailing
		WHEN new.report_id IS NOT NULL BEGIN SELECT raise(ABORT, 'fell over it'); END`);
	await sendDue(db, outbox(monday + HOUR));
	expect(await reports()).toBe(0);

	await db.run(sql`DROP TRIGGER falls`);
	await sendDue(db, outbox(monday + 2 * HOUR));
	expect(await reports()).toBe(1);
	expect(server.received).toHaveLength(1);
});
