import { expect, onTestFinished, test } from 'vitest';
import type { Table } from '#lib/columns/table.ts';
import { sharedReport, reportOf, type ReportRequest } from '#lib/server/report/reports.ts';
import { audienceFigures } from '#lib/server/figures/audience/audience.ts';
import { topicReaderFigures } from '#lib/server/figures/content/topic-readers.ts';
import { everything } from '#lib/filters/filters.ts';
import { reportKinds } from '#lib/report-kinds.ts';
import { reportFile } from '#lib/server/report/files.ts';
import { suppressedReport } from '#lib/server/report/suppress.ts';
import { smtpMailer } from '#lib/server/mail/mailer.ts';
import { sendDue } from '#lib/server/mail/outbox.ts';
import { addSchedule } from '#lib/server/mail/schedules.ts';
import { webhookSender } from '#lib/server/mail/alerts/webhook.ts';
import { channelFigures } from '#lib/server/figures/money/channels.ts';
import { cohortHeatTable, cohortShareTable } from '#lib/columns/tables/cohorts.ts';
import { fileTable } from '#lib/columns/render-table.ts';
import { createFormats } from '#lib/messages/format.ts';
import PostalMime from 'postal-mime';
import { exported } from '../../src/routes/p/[publication]/export.csv/exported.ts';
import { FEWEST, fewFiles, fewIn, groups, isFew } from './few.ts';
import { mailServer } from './mail-server.ts';
import { bare, textOf, throughPaper } from './paper.ts';
import { throughCsv, throughWorkbook } from './through-files.ts';
import { newWorkspace } from './publication.ts';

async function filled() {
	const workspace = await newWorkspace();
	await workspace.take(fewFiles());
	return { workspace, publication: await workspace.publication() };
}

test('a shared link → tells of no group of few, in no table, sentence or file', async () => {
	const { workspace, publication } = await filled();
	const [issue] = await workspace.issues();
	const ofPeriod = reportKinds.filter((kind) => !['receipt', 'issue', 'sponsor'].includes(kind));
	const rest = { name: null, locale: 'en' as const };
	const asked: ReportRequest[] = [
		...ofPeriod.map((kind) => ({ ...rest, kind, filters: everything })),
		{ ...rest, kind: 'issue', filters: { ...everything, issue: issue!.id } },
		...groups.map(([channel]) => ({
			...rest,
			kind: 'acquisition' as const,
			filters: { ...everything, channel }
		}))
	];
	let tables = 0;
	for (const one of asked) {
		const shown = await sharedReport(workspace.db, publication, one, Date.UTC(2025, 3, 1));
		for (const { people, value, change } of shown.keyFigures)
			if (people) expect([value, change].filter((n) => isFew(n))).toEqual([]);
		for (const { figures } of shown.sections)
			for (const { id, table, chart } of figures) {
				const counts = table.columns.flatMap(({ people }, place) => (people ? place : []));
				if (counts.length > 0) tables++;
				for (const row of table.rows)
					for (const place of counts)
						expect([one.kind, id, row[0], isFew(row[place])]).toEqual([
							one.kind,
							id,
							row[0],
							false
						]);
				const isHidden = table.rows.some(
					(row) => counts.length > 0 && counts.every((n) => row[n] === null)
				);
				if (isHidden) expect(chart).toBeNull();
			}
		// no sentence tells of whoever's row is hidden
		const said = [...shown.findings, ...shown.advice.flatMap(({ lines }) => lines)].join('\n');
		if (one.filters.channel === null) {
			expect(said).not.toContain('Salon du livre');
			expect(said).not.toContain('Affiche unique');
		}
		// files are made from the same document, and tell no more once they are read back
		for (const format of ['json', 'csv'] as const) {
			const { content } = await reportFile(shown, format);
			expect(String(content)).not.toMatch(/(Salon du livre|Affiche unique)"?[,;]\s*"?[134]\b/);
		}
		for (const { figures } of shown.sections)
			for (const { id, table } of figures)
				expect([one.kind, id, fewIn(table), fewIn(throughCsv(table)), risesByFew(table)]).toEqual([
					one.kind,
					id,
					[],
					[],
					[]
				]);
		for (const [id, table] of await throughWorkbook(shown))
			expect([one.kind, id, fewIn(table), risesByFew(table)]).toEqual([one.kind, id, [], []]);
		// what draws is slow, and shows the same tables in all of them
		const isDrawn = ['acquisition', 'issue'].includes(one.kind) && one.filters.channel === null;
		for (const [id, { table }] of isDrawn ? await throughPaper(shown) : [])
			expect([one.kind, id, fewIn(table).filter((said) => !/%|\d\.\d/.test(said))]).toEqual([
				one.kind,
				id,
				[]
			]);
	}
	expect(tables).toBeGreaterThan(8);
});

/** What is told of groups, and the sum of all of them: no difference is a group of few. */
function expectNone(shown: readonly (number | null)[], all: readonly number[]) {
	expect(shown.filter(isFew)).toEqual([]);
	const sum = (some: readonly (number | null)[]) => some.reduce<number>((a, b) => a + (b ?? 0), 0);
	expect(isFew(sum(all) - sum(shown))).toBe(false);
}

test('countries, devices and companies of few → told to nobody', async () => {
	const { workspace, publication } = await filled();
	const figures = await audienceFigures(
		workspace.db,
		publication,
		everything,
		Date.UTC(2025, 3, 1)
	);
	const { countries, devices, companies } = figures;
	expect(countries.map(({ country }) => country).sort()).toEqual(['BE', 'FR', 'LU', 'MC']);
	expectNone(
		countries.map(({ readers }) => readers),
		groups.map(([, , , n]) => n)
	);
	for (const row of [...countries, ...devices]) expect(isFew(row.clickers)).toBe(false);
	for (const { readers, clickers, clicks } of countries)
		if (readers === null) expect([clickers, clicks]).toEqual([null, null]);
	expect(companies.largest.filter(({ readers }) => readers < FEWEST)).toEqual([]);
	expect(companies.largest.filter(({ engaged }) => isFew(engaged))).toEqual([]);
});

test('a channel’s few readers of a topic → cannot be had from what is told of the others', async () => {
	const { workspace, publication } = await filled();
	await workspace.take({
		'themes.csv': Buffer.from(
			`url,topics\n${Array.from({ length: 8 }, (_, week) => ['a', 'b'].map((item) => `https://example.com/${week}/${item},${item === 'a' ? 'Canaux' : 'Écluses'}`).join('\n')).join('\n')}\n`
		)
	});
	const { affinities } = await topicReaderFigures(workspace.db, publication, everything);
	const cells = affinities.filter(({ by }) => by === 'channel');
	expect(cells.length).toBeGreaterThan(0);
	for (const { readers, clicked, lift } of cells) {
		expect(isFew(readers)).toBe(false);
		if (readers === null) expect([clicked, lift]).toEqual([null, null]);
	}
	for (const topic of new Set(cells.map(({ topic }) => topic))) {
		const own = cells.filter((cell) => cell.topic === topic);
		const hidden = own.filter(({ readers }) => readers === null);
		expect(hidden.length).not.toBe(1);
	}
});

/** Counts that go up row by row, from one that is told to the next by few. */
function risesByFew({ columns, rows }: Table): number[] {
	const place = columns.findIndex(({ running }) => running);
	const shown = rows.flatMap((row) => (place < 0 || row[place] === null ? [] : Number(row[place])));
	return shown.map((n, i) => n - (shown[i - 1] ?? 0)).filter(isFew);
}

/** How many came by a channel, are there or left is what members come for, whatever it is. */
const membership = ['joined', 'joinedSinceSpend', 'matureJoined', 'left', 'there'];

/** Tables of groups of readers by what they are. */
const ofGroups = [
	'channels',
	'audience-channels',
	'audience-cohorts',
	'audience-tenure',
	'audience-companies',
	'audience-devices',
	'audience-countries',
	'topic-readers'
];

test('a group of few → told to no member, by table, share, file, API or command', async () => {
	const { workspace, publication } = await filled();
	const now = Date.UTC(2025, 6, 1);
	const formats = createFormats('en', 'UTC');
	const names = ofGroups.filter((name) => name in exported);
	expect(names.length).toBeGreaterThan(6);
	for (const narrowed of [
		{},
		{ channel: 'Bouche-à-oreille' },
		{ last: 4 },
		{ from: '2025-02-01' }
	]) {
		const filters = { ...everything, window: 14, ...narrowed };
		for (const name of names) {
			const { table } = await exported[name]!(workspace.db, publication, filters, now, formats);
			expect([name, narrowed, fewIn(table, membership)]).toEqual([name, narrowed, []]);
		}
		// pages, API and commands ask the same figures
		const audience = await audienceFigures(workspace.db, publication, filters, now);
		const heat = audience.cohorts.map(({ month, joined, clicked }) => ({
			month,
			joined,
			values: clicked
		}));
		for (const table of [
			fileTable(cohortHeatTable(heat, false), heat, formats),
			fileTable(cohortShareTable(audience), audience.cohorts, formats)
		])
			expect(fewIn(table, membership)).toEqual([]);
	}
	// no difference of a total and what is told of its parts is of few
	const { channels, paid } = await channelFigures(
		workspace.db,
		publication,
		{ ...everything, window: 14 },
		now
	);
	expect(channels.map(({ joined }) => joined).sort()).toEqual([1, 3, 40, 9].sort());
	const shown = channels.map(({ engaged }) => engaged);
	expect(shown).toContain(null);
	expect(paid!.engaged).toBeGreaterThan(FEWEST);
	expect(isFew(paid!.engaged! - shown.reduce<number>((all, n) => all + (n ?? 0), 0))).toBe(false);
	for (const row of channels) {
		const isHidden = row.engaged === null;
		expect([row.costPerEngaged === null, row.engagement.rate === null]).toEqual([
			isHidden,
			isHidden
		]);
		if (row.joined! < FEWEST)
			for (const { of, n, rate, cost } of row.activation)
				expect([rate, cost, of > 0 && n !== null]).toEqual([null, null, false]);
	}
});

test('a mailed report → tells what a link would, in its body and on paper', async () => {
	const { workspace, publication } = await filled();
	const server = await mailServer();
	onTestFinished(server.close);
	const monday = Date.parse('2025-03-10T06:00:00Z');
	const rule = { every: 'week', day: 1, hour: 7, last: null };
	for (const report of ['acquisition', 'management'])
		await addSchedule(
			workspace.db,
			publication,
			{ report, comparison: 'none', locale: 'en', rule, recipients: ['ana@example.org'] },
			{ by: null, now: monday - 86_400_000 }
		);
	await sendDue(workspace.db, {
		mailer: smtpMailer(server.url, 'Rubrique <reports@example.com>'),
		webhook: webhookSender(true),
		now: () => monday,
		address: 'https://stats.example.com'
	});
	expect(server.received).toHaveLength(2);
	for (const [i, received] of server.received.entries()) {
		const mail = await PostalMime.parse(received);
		const link = suppressedReport(await reportOf(workspace.db, publication, i + 1));
		const paper = await textOf(new Uint8Array(mail.attachments[0]!.content as ArrayBuffer));
		expect(paper).toEqual(await textOf((await reportFile(link, 'pdf')).content as Uint8Array));
		for (const said of [mail.text!, mail.html!]) {
			expect(said).not.toContain('Salon du livre');
			expect(said).not.toContain('Affiche unique');
		}
		expect(paper.join(' ')).not.toMatch(new RegExp(`${bare('Salon du livre')} [134] `));
	}
});
