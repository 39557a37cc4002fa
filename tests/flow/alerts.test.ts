import { DAY } from '#lib/duration.ts';
import { createServer } from 'node:http';
import { sql } from 'drizzle-orm';
import PostalMime from 'postal-mime';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { alertKinds, happenings } from '#lib/server/alerts/happenings.ts';
import { isQuiet } from '#lib/server/mail/alerts/news.ts';
import {
	addAlertRule,
	alertFigures,
	pauseAlertRule,
	removeAlertRule,
	tellAlertAgain,
	testAlertRule
} from '#lib/server/mail/alerts/rules.ts';
import { webhookSender } from '#lib/server/mail/alerts/webhook.ts';
import { smtpMailer } from '#lib/server/mail/mailer.ts';
import { sendDue } from '#lib/server/mail/outbox.ts';
import { foreseenOf, makeForecast } from '#lib/server/forecast/try-draft.ts';
import { gardenFiles, gardenLetter } from './garden.ts';
import { mailServer, type MailServer } from './mail-server.ts';
import { newWorkspace, type Workspace } from './publication.ts';

const actor = { by: null, now: Date.UTC(2025, 5, 1) };

type Hook = { url: string; received: unknown[]; status: number };

let workspace: Workspace;
let mails: MailServer;
let hook: Hook;
let latest: number;
const endings: (() => void)[] = [];

beforeAll(async () => {
	workspace = await newWorkspace((end) => endings.unshift(end));
	await workspace.take(gardenFiles(1, 14));
	mails = await mailServer();
	hook = { url: '', received: [], status: 200 };
	const server = createServer((request, response) => {
		let body = '';
		request.on('data', (chunk: Buffer) => (body += chunk.toString()));
		request.on('end', () => {
			if (hook.status === 200) hook.received.push(JSON.parse(body));
			response.writeHead(hook.status).end();
		});
	});
	await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready));
	hook.url = `http://127.0.0.1:${(server.address() as { port: number }).port}/secret-path`;
	endings.unshift(() => server.close());
	const [row] = await workspace.db.all<{ at: number }>(
		sql`SELECT max(data_up_to) AS at FROM rollup_issue`
	);
	latest = row!.at;
});
afterAll(async () => {
	endings.forEach((end) => end());
	await mails.close();
});

const rule = (own: Record<string, unknown> = {}) => ({
	kinds: alertKinds,
	sure: 'clear',
	by: 'webhook',
	address: hook.url,
	locale: 'en',
	quietFrom: null,
	quietTo: null,
	...own
});

async function added(own: Record<string, unknown> = {}) {
	return addAlertRule(workspace.db, await workspace.publication(), rule(own), true, actor);
}

/** What a server does at an instant. */
const posted = (now: number) =>
	sendDue(workspace.db, {
		mailer: smtpMailer(mails.url, 'Rubrique <alerts@example.com>'),
		webhook: webhookSender(true),
		now: () => now,
		address: 'https://stats.example.com'
	});

const figures = async (now = latest) =>
	alertFigures(workspace.db, await workspace.publication(), now);

async function removeAll() {
	const publication = await workspace.publication();
	for (const { id } of (await figures()).rules)
		await removeAlertRule(workspace.db, publication, id, actor);
	hook.received.splice(0);
	mails.received.splice(0);
}

test('data stop coming → told once, in words and figures, and again only when they came and stopped anew', async () => {
	await added();
	await added({ by: 'mail', address: 'ana@example.org', locale: 'fr' });
	await posted(latest + DAY);
	expect(hook.received).toEqual([]);

	for (const days of [60, 61, 75]) await posted(latest + days * DAY);
	expect(hook.received).toEqual([
		expect.objectContaining({
			kind: 'importLate',
			certainty: 'clear',
			title: 'No new data for 60 days',
			link: 'https://stats.example.com/p/canal/imports',
			facts: expect.objectContaining({ dataUpTo: latest, days: 60 }) as unknown
		})
	]);
	expect(mails.received).toHaveLength(1);
	const mail = await PostalMime.parse(mails.received[0]!);
	expect(mail.subject).toContain('Aucune nouvelle donnée depuis 60');
	expect(mail.text).toContain('https://stats.example.com/p/canal/imports');

	const { told } = await figures();
	expect(told.map(({ state }) => state)).toEqual(['sent', 'sent']);
	await removeAll();
});

test('what holds when somebody asks to be told → is shown, and not told', async () => {
	await added();
	await posted(latest + 60 * DAY);
	expect(hook.received).toEqual([]);
	const { now, told } = await figures(latest + 60 * DAY);
	expect(now.map(({ kind }) => kind)).toContain('importLate');
	expect(told).toEqual([]);
	await removeAll();
});

test('quiet hours → it is told when they are over', async () => {
	await added({ quietFrom: 20, quietTo: 8 });
	await posted(latest + DAY);
	const night = Date.UTC(2026, 0, 10, 22);
	await posted(night);
	expect(hook.received).toEqual([]);
	await posted(night + 10 * 3_600_000);
	expect(hook.received).toHaveLength(1);
	await removeAll();
});

test.each([
	[22, 7, 23, true],
	[22, 7, 6, true],
	[22, 7, 7, false],
	[22, 7, 21, false],
	[9, 12, 9, true],
	[9, 12, 12, false],
	[5, 5, 5, false]
])('quiet from %i to %i: hour %i → %s', (quietFrom, quietTo, hour, quiet) => {
	expect(isQuiet({ quietFrom, quietTo }, hour)).toBe(quiet);
});

test('a rule that was paused → what happened meanwhile is not told', async () => {
	const id = await added();
	await posted(latest + DAY);
	await pauseAlertRule(workspace.db, await workspace.publication(), id, true, actor);
	await posted(latest + 60 * DAY);
	await pauseAlertRule(workspace.db, await workspace.publication(), id, false, actor);
	await posted(latest + 61 * DAY);
	expect(hook.received).toEqual([]);
	await removeAll();
});

test('a webhook that fails → tried again later, and by hand at once; Slack gets its own form', async () => {
	const id = await added({ by: 'slack' });
	const publication = await workspace.publication();
	const alert = await testAlertRule(workspace.db, publication, id, { by: null, now: latest });
	hook.status = 500;
	await posted(latest);
	hook.status = 200;
	await posted(latest);
	expect(hook.received).toEqual([]);
	expect((await figures()).told[0]).toMatchObject({ state: 'failed', problem: 'HTTP 500' });

	await tellAlertAgain(workspace.db, publication, id, alert);
	await posted(latest);
	expect(hook.received).toEqual([
		{
			text: expect.stringMatching(
				/^\*.+\*\n.+\n<https:\/\/stats\.example\.com\/p\/canal\/alerts>$/
			) as unknown
		}
	]);
	await removeAll();
});

test('a process that fell over while it told → nobody tells again by itself', async () => {
	const id = await added();
	const publication = await workspace.publication();
	await testAlertRule(workspace.db, publication, id, { by: null, now: latest });
	await workspace.db.run(sql`UPDATE alert SET state = 'handing' WHERE rule_id = ${id}`);
	await posted(latest);
	expect(hook.received).toEqual([]);
	expect((await figures()).told[0]).toMatchObject({ state: 'unsure' });
	await removeAll();
});

test('a guarantee that was missed and an issue far from its forecast → both are told with their figures', async () => {
	const publication = await workspace.publication();
	const draft = { name: 'brouillon.md', bytes: Buffer.from(gardenLetter(15)) };
	const made = { by: null, now: latest };
	// as many as never are reached, so that what comes lies far below
	const forecast = await makeForecast(
		workspace.db,
		publication,
		draft,
		{ delivered: 60_000 },
		made
	);
	expect(foreseenOf(forecast).total.expected).toBeGreaterThan(1000);
	await added();
	await posted(latest + DAY);

	await workspace.take({
		...gardenFiles(15, 16),
		'placements.csv': Buffer.from(
			'sponsor;issue;fee;currency;guaranteed clicks\nFerro;15;300;EUR;40000\n'
		)
	});
	await posted(latest + 16 * DAY);
	const kinds = hook.received.map((one) => (one as { kind: string }).kind);
	expect(kinds.toSorted()).toEqual(['guaranteeBehind', 'issueFarFromForecast']);
	const texts = hook.received.map((one) => (one as { text: string }).text).join('\n');
	expect(texts).toContain('guaranteed: 40,000');
	expect(texts).toMatch(/forecast: [\d,]+ \(90% interval/);
	await removeAll();
});

test.each([
	{ kinds: [] },
	{ kinds: ['none'] },
	{ by: 'mail', address: 'nobody' },
	{ by: 'webhook', address: 'ftp://example.com/' },
	{ by: 'webhook', address: 'javascript:alert(1)' },
	{ quietFrom: 3 },
	{ quietFrom: 24, quietTo: 3 }
])('a rule with %j → refused', async (own) => {
	await expect(added(own)).rejects.toMatchObject({ code: 'badAlert' });
});

test('a URL that is a key → pages and programs see its host alone', async () => {
	await added();
	expect(JSON.stringify(await figures())).not.toContain('secret-path');
	await removeAll();
});

test('nothing amiss → nothing holds', async () => {
	const kinds = (await happenings(workspace.db, await workspace.publication(), latest)).map(
		({ kind }) => kind
	);
	expect(kinds).not.toContain('importLate');
	expect(kinds).not.toContain('botsJump');
});
