import { WEEK } from '#lib/duration.ts';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { bytes, table } from '../simulate/sample/table.ts';
import { cookiesOf } from './browser.ts';
import { folder, rubrique, started, type Running } from './program.ts';

// What pages say of archives in which something is known and comes to nothing, and of filters that leave
// nothing of what there is.

const here = folder();
const env = { RUBRIQUE_DATA: folder(), RUBRIQUE_IMPORTS: folder() };
const sentAt = (issue: number) => Date.UTC(2026, 0, 8, 7) + issue * WEEK;
const written = (at: number) => new Date(at).toISOString().slice(0, 19).replace('T', ' ');
const upTo = (n: number) => Array.from({ length: n }, (_, i) => i);
const link = (issue: number, item: number) => `https://example.com/${issue + 1}/reef-${item + 1}`;

/** Every address clicks every link within seconds of the send: no click counts. */
const machines = bytes(
	table(
		['Email', 'Date', 'Event', 'Link', 'Campaign'],
		upTo(4).flatMap((issue) =>
			upTo(20).flatMap((reader) =>
				['', ...upTo(6).map((item) => link(issue, item))].map((to, n) => [
					`reader${reader}@example.org`,
					written(sentAt(issue) + (to ? 21_000 + n * 300 + reader * 70 : 1000 + reader * 70)),
					to ? 'click' : 'delivered',
					to,
					`Reef #${issue + 1}`
				])
			)
		)
	)
);
const totals = bytes(
	table(
		['Campaign', 'URL', 'Total clicks', 'Unique clicks'],
		upTo(4).flatMap((issue) =>
			upTo(6).map((item) => [`Reef #${issue + 1}`, link(issue, item), 14 + item, 9 + item])
		)
	)
);
const sends = bytes(
	table(
		['Campaign Name', 'Send Time', 'Total Recipients'],
		upTo(4).map((issue) => [`Reef #${issue + 1}`, written(sentAt(issue)), 400])
	)
);
const fees = bytes(
	table(
		['Sponsor', 'Issue', 'Link', 'Price', 'Currency', 'Guaranteed clicks'],
		[['Lune', 1, link(0, 2), 150, 'EUR', 8]]
	)
);
const letters = Object.fromEntries(
	upTo(4).map((issue) => [
		`${written(sentAt(issue)).slice(0, 10)}-reef-${issue + 1}.html`,
		bytes(
			`<!doctype html><html><head><title>Reef #${issue + 1}</title></head><body><h1>Reef #${issue + 1}</h1><h2>On the reef</h2>` +
				upTo(6)
					.map(
						(item) =>
							`<h3>Reef story ${issue + 1}.${item + 1}</h3>${item === 2 ? '<p><em>In partnership with Lune</em></p>' : ''}<p>What the tide left there this week, in a few words. <a href="${link(issue, item)}">Read on</a></p>`
					)
					.join('') +
				'</body></html>'
		)
	])
);
/** One issue and all that may be known of it: an author, a sponsor, what readers cost and bought. */
const single = {
	'events.csv': bytes(
		table(
			['Email', 'Date', 'Event', 'Link', 'Campaign'],
			[
				...upTo(6).map((reader) => [
					`reader${reader}@example.org`,
					written(sentAt(0) + 1000 * reader),
					'delivered',
					'',
					'Reef #1'
				]),
				['reader0@example.org', written(sentAt(0) + 4_200_000), 'click', link(0, 0), 'Reef #1'],
				['reader1@example.org', written(sentAt(0) + 400_000_000), 'open', '', 'Reef #1']
			]
		)
	),
	'topics.csv': bytes(
		table(
			['Issue', 'Link', 'Topics', 'Author'],
			[
				[1, link(0, 0), 'Corals', 'Ana Mar'],
				[1, link(0, 1), 'Tides', 'ANA MAR']
			]
		)
	),
	'fees.csv': bytes(
		table(
			['Sponsor', 'Issue', 'Link', 'Price', 'Currency', 'Guaranteed clicks'],
			[['Lune', 1, link(0, 2), 150, 'EUR', 1]]
		)
	),
	'sales.csv': bytes(
		table(
			['Date', 'Email', 'Amount', 'Currency'],
			[[written(sentAt(0) + 3_600_000), 'reader0@example.org', '20.00', 'EUR']]
		)
	)
};
const inboxes = {
	single: { ...single, [Object.keys(letters)[0]!]: Object.values(letters)[0]! },
	machines: { 'events.csv': machines, ...letters },
	totals: { 'links.csv': totals, 'campaigns.csv': sends, 'fees.csv': fees, ...letters }
};

let program: Running;
let cookie: string;

beforeAll(async () => {
	for (const [slug, files] of Object.entries(inboxes)) {
		const inbox = join(env.RUBRIQUE_IMPORTS, slug);
		mkdirSync(inbox);
		const words = { slug, name: slug, language: 'en', currency: 'EUR', zone: 'UTC' };
		writeFileSync(join(inbox, 'publication.json'), JSON.stringify(words));
		for (const [name, content] of Object.entries(files)) writeFileSync(join(inbox, name), content);
	}
	program = await started({ here, env });
	const email = 'ana@example.org';
	const { out } = await rubrique(['user', 'add', email, '--role', 'admin'], { here, env });
	const signedIn = await fetch(`${program.address}/sign-in`, {
		redirect: 'manual',
		method: 'POST',
		headers: { accept: 'text/html', origin: program.address },
		body: new URLSearchParams({ email, password: out.trim() })
	});
	cookie = cookiesOf(signedIn);
});

afterAll(() => program?.stop());

async function said(path: string): Promise<string> {
	const answer = await fetch(`${program.address}/p/${path}`, {
		headers: { accept: 'text/html', 'accept-language': 'en', cookie }
	});
	const html = await answer.text();
	return html.replace(/<(script|style)[\s\S]*?<\/\1>|<[^>]*>/g, ' ').replace(/\s+/g, ' ');
}

test('no click that counts is of a reader → said so, and not that only totals are known', async () => {
	const issues = await said('machines/issues');
	expect(issues).toContain('none that counts is of a reader');
	expect(issues).not.toContain('known only as totals');
});

test('a placement of which only totals are known → no bots are said to be filtered', async () => {
	const list = await fetch(`${program.address}/p/totals/sponsors`, { headers: { cookie } });
	const [, path] = /"\/p\/(totals\/sponsors\/\d+)["?]/.exec(await list.text())!;
	const receipt = await said(path!);
	expect(receipt).toContain('bots could not be filtered');
	expect(receipt).not.toMatch(/Bots’ clicks filtered by|Data up to –/);
});

test('an issue of which only totals are known → no share of clicks is said to be filtered out', async () => {
	const list = await fetch(`${program.address}/p/totals/issues`, { headers: { cookie } });
	const [, path] = /"\/p\/(totals\/issues\/\d+)["?]/.exec(await list.text())!;
	expect(await said(path!)).toMatch(/Clicks filtered out \(bots\) –/);
});

test('one issue of one author and one sponsor → no average is told, and nothing that is there is asked for', async () => {
	expect(await said('single')).not.toContain('NaN');
	expect(await said('single/topics')).not.toContain('NaN');
	expect(await said('single/sections')).not.toContain('NaN');
	expect(await said('single/items')).toContain('average of a position needs several issues');
	const sponsors = await said('single/sponsors');
	expect(sponsors).toContain('0 (1 guaranteed)');
	expect(sponsors).not.toContain('Needs the prices');
	expect(sponsors).not.toContain('the tick marks the average');
	const next = await said('single/next');
	expect(next).toContain('No figures by position yet.');
	expect(next).not.toContain('Needs deliveries');
	const editorial = await said('single/editorial');
	expect(editorial).toContain('Needs the value of items');
	expect(editorial).not.toContain('buyer’s e-mail');
});

test('a report of totals alone → clicks are known, how many readers clicked is not', async () => {
	const out = join(here, 'totals.json');
	const asked = ['report', 'editorial', '--publication', 'totals', '--format', 'json'];
	await rubrique([...asked, '--out', out], { here, env });
	const { findings } = JSON.parse(readFileSync(out, 'utf8')) as { findings: string[] };
	expect(findings.join(' ')).toContain('Clicks are known only as totals');
	expect(findings.join(' ')).not.toContain('Clicks are unknown');
});

test('a filter leaves nothing of what there is → nothing is said to be missing', async () => {
	const year = 'from=2019-01-01&to=2019-02-01';
	expect(await said(`machines/sections?author=Nobody`)).not.toContain(
		'Needs the issues themselves'
	);
	expect(await said(`machines/editorial?author=Nobody`)).not.toContain('Needs');
	expect(await said('totals/sponsors?last=1')).toContain('Nothing matches these filters.');
	expect(await said('totals/sponsors?last=1')).not.toMatch(/placements yet|Needs the prices/);
	expect(await said(`machines/verdicts?${year}`)).not.toContain('Every rule was applied');
	expect(await said('machines/items?role=house')).not.toContain('most clicked items');
});

test('figures of one issue, or of fewer than were asked for → rest on what they say', async () => {
	const page = await said('machines/issues?last=12');
	expect(page).toContain('Period: 4 issues,');
	expect(await said('machines/sections')).toContain('Period: All issues,');
	const list = await fetch(`${program.address}/p/machines/issues`, { headers: { cookie } });
	const [, issue] = /"\/p\/machines\/issues\/(\d+)["?]/.exec(await list.text())!;
	expect(await said(`machines/items?issue=${issue}`)).toMatch(/Period: no\.\s\d,/);
	expect(await said(`machines/issues/${issue}`)).toMatch(/Period: no\.\s\d,/);
	const csv = await said(`machines/export.csv?table=items&issue=${issue}`);
	expect(csv).toMatch(/Period[;,]"?no\.\s\d,/);
});
