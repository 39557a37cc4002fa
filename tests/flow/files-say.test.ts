import { join } from 'node:path';
import { expect, test } from 'vitest';
import { everything, type Filters } from '#lib/filters/filters.ts';
import { createFormats } from '#lib/messages/format.ts';
import { filterChoices } from '#lib/server/figures/choices.ts';
import { dialectOf, writeCsv } from '#lib/server/report/csv.ts';
import { reportFile } from '#lib/server/report/files.ts';
import { makeReport } from '#lib/server/report/make.ts';
import { annotate } from '#lib/server/editing/annotations.ts';
import { readSnapshot, saysTheSame, type Snapshot } from '#lib/server/report/snapshot.ts';
import { suppressedReport } from '#lib/server/report/suppress.ts';
import { changePublication } from '#lib/server/store/publications.ts';
import { answer, wholeAnswer } from '../../src/routes/p/[publication]/answer.ts';
import { exported } from '../../src/routes/p/[publication]/export.csv/exported.ts';
import { tableFooting } from '../../src/routes/p/[publication]/export.csv/facts.ts';
import { figureOfTable } from '../../src/routes/p/[publication]/address.ts';
import { verdicts } from '../../src/cli/verdicts.ts';
import { audience } from '../../src/cli/audience.ts';
import type { Call, Options } from '../../src/cli/command.ts';
import { report } from '../../src/cli/report.ts';
import { newWorkspace, tempFolder } from './publication.ts';
import { readWorkbook } from './workbook.ts';

// What a file says beside its numbers: currency, days, what it is narrowed to, what its rows leave out.

const NOW = Date.parse('2026-03-01T00:00:00Z');
const bytes = (lines: string[]) => Buffer.from(`${lines.join('\n')}\n`);
const day = (n: number) => String(n).padStart(2, '0');

async function archive() {
	const workspace = await newWorkspace();
	const { id, slug, name } = await workspace.publication();
	const kept = { slug, name, language: 'en' as const, currency: 'KWD', zone: 'Pacific/Auckland' };
	await changePublication(workspace.db, id, kept);
	const readers = Array.from({ length: 24 }, (_, i) => i);
	await workspace.take({
		'list.csv': bytes([
			'Email,Joined (UTC),Source',
			...readers.map(
				(i) => `r${i}@example.org,2025-10-${day(i + 1)} 10:00:00,${['Radio', 'Poster', ''][i % 3]}`
			)
		]),
		'events.csv': bytes([
			'Email,Date (UTC),Event,Link,Campaign',
			...['2025-11-05', '2025-11-12'].flatMap((sent, n) =>
				readers.flatMap((i) => [
					`r${i}@example.org,${sent} 10:00:${day(i)},delivered,,=Tide ${n + 1}`,
					...(i % 2
						? [
								`r${i}@example.org,${sent} 13:${day(i)}:00,click,https://example.com/${n},=Tide ${n + 1}`
							]
						: [])
				])
			)
		]),
		'spend.csv': bytes([
			'Channel,From,To,Spend,Currency',
			'Radio,2025-10-01,2025-10-31,1250000.500,KWD',
			'Poster,2025-10-05,2025-10-31,5.25,USD'
		]),
		'sales.csv': bytes([
			'Email,Date (UTC),Amount,Currency',
			'r0@example.org,2025-10-20 10:00:00,12.500,KWD',
			'r0@example.org,2025-10-25 10:00:00,-12.500,KWD'
		])
	});
	return { db: workspace.db, publication: await workspace.publication() };
}

type Archive = Awaited<ReturnType<typeof archive>>;

async function fileOf({ db, publication }: Archive, name: string, filters: Partial<Filters> = {}) {
	const asked = { ...everything, ...filters };
	const formats = createFormats('fr', publication.zone);
	const made = await exported[name]!(db, publication, asked, NOW, formats);
	const facts = tableFooting(
		publication.name,
		asked,
		await filterChoices(db, publication),
		{ ...made, currency: publication.currency, upTo: null },
		formats,
		figureOfTable(name)!
	);
	return { facts, csv: writeCsv([{ table: made.table }], facts, dialectOf('fr')) };
}

test('amounts and refunds of several currencies → numbers in a file, as its language writes them', async () => {
	const from = await archive();
	const { csv } = await fileOf(from, 'ledger-value');
	expect(csv).toContain(';-12,5;KWD;');
	expect((await fileOf(from, 'ledger-spend')).csv).toContain(';1250000,5;KWD;');
});

test('a filter that narrows readers and not the table that a file holds → said not to apply there', async () => {
	const from = await archive();
	const filters = { channel: 'Radio', window: 30 };
	const filtersOf = async (name: string) =>
		(await fileOf(from, name, filters)).facts.find(([label]) => label === 'Filtres')![1];
	expect(await filtersOf('audience-months')).toBe('Canal Radio · Fenêtre 30 jours');
	for (const name of ['audience-issues', 'audience-topics', 'audience-times', 'audience-devices'])
		expect(await filtersOf(name)).toBe(
			'Canal Radio (ne s’applique pas ici) · Fenêtre 30 jours (ne s’applique pas ici)'
		);
	expect(await filtersOf('ledger-placements')).toContain('Canal Radio (ne s’applique pas ici)');
	const call = {
		args: [],
		options: { channel: 'Radio', table: 'issues' },
		locale: 'en',
		db: async () => from.db
	} as unknown as Call;
	expect((await audience.run(call))!.notes!.join('\n')).toContain(
		'The filter “Channel” does not apply to this table'
	);
});

test('the latest issue of figures that go by days → the file names the days, and what its rows leave out', async () => {
	const { facts } = await fileOf(await archive(), 'channels', { last: 2 });
	expect(facts).toContainEqual(['Jours', '5 nov. – 13 nov. 2025']);
	const all = (await fileOf(await archive(), 'channels')).facts;
	expect(all).toContainEqual(['Devise', 'KWD']);
	expect(all.filter(([label]) => label === 'Remarque').map(([, note]) => note)).toEqual([
		expect.stringContaining('sans canal connu'),
		expect.stringContaining('5,25')
	]);
});

test('a report as a workbook → days are dates, what is hidden is said', async () => {
	const { db, publication } = await archive();
	const asked = { kind: 'acquisition', name: null, filters: everything, locale: 'en' } as const;
	const report = suppressedReport(await makeReport(db, publication, asked, NOW));
	const book = await reportFile(report, 'xlsx');
	const sheets = readWorkbook(book.content as Uint8Array);
	// days since 1900, as spreadsheets count them
	expect(sheets.get('Engaged readers over time')![1]![0]).toBe(45_967);
	expect(sheets.get('Signups and departures by month')![1]![0]).toBe(45_962);
	const summary = sheets.get('Summary')!;
	expect(summary).toContainEqual(['Currency', 'KWD']);
	const csv = String((await reportFile(report, 'csv')).content);
	expect(csv).toContain('Currency,KWD');
	for (const { title, note } of report.sections.flatMap(({ figures }) => figures))
		if (note) {
			expect(summary).toContainEqual(['Note', `${title}: ${note}`]);
			expect(csv.replaceAll('""', '"')).toContain(`${title}: ${note}`);
		}
	expect(csv).toContain('fewer than');
});

test('events with their verdicts, of a campaign that a spreadsheet would run → a text', async () => {
	const { db } = await archive();
	const lines: string[] = [];
	await verdicts.run({
		args: [],
		options: { rows: true },
		locale: 'en',
		db: async () => db,
		print: (more: readonly string[]) => lines.push(...more)
	} as unknown as Call);
	expect(lines[1]).toMatch(/^'=Tide 1,https:/);
});

test('options that change nothing of a report → said, and not passed over', async () => {
	const { db, publication } = await archive();
	const made = (kind: string, out: string, options: Options) =>
		report.run({
			args: [kind],
			options: { out, publication: publication.slug, ...options },
			locale: 'en',
			db: async () => db,
			path: (name: string) => join(tempFolder(), name)
		} as unknown as Call);
	const idle = await made('editorial', 'a.csv', { sponsor: 'Ferro', paper: 'letter', last: '1' });
	expect(idle!.notes).toEqual(['Without effect here: --sponsor, --paper.']);
	const whole = await made('sponsor', 'a.pdf', { sponsor: 'Ferro', paper: 'letter' }).catch(
		({ code }: { code: string }) => code
	);
	// it is looked for
	expect(whole).toBe('badChoice');
	const kept = await made('1', 'b.csv', { last: '1', separator: 'tab' });
	expect(kept!.notes).toEqual(['Without effect here: --last.']);
});

test('a note on a day → in a report and its files, and in nothing that a link or mail shows', async () => {
	const { db, publication } = await archive();
	const asked = { kind: 'acquisition', name: null, filters: everything, locale: 'en' } as const;
	const bare = await makeReport(db, publication, asked, NOW);
	await annotate(db, publication, [{ date: '2025-11-06', text: 'Ferro complained' }], {
		by: null,
		now: NOW
	});
	const report = await makeReport(db, publication, asked, NOW);
	const flagsOf = ({ sections }: Snapshot) =>
		sections
			.flatMap(({ figures }) => figures)
			.flatMap(({ chart }) => (chart && 'flags' in chart ? (chart.flags ?? []) : []));
	expect(flagsOf(report).length).toBeGreaterThan(0);
	const own = String((await reportFile(report, 'csv')).content);
	expect(own).toContain('1\u00a0· 6 Nov 2025\u00a0– Ferro complained');

	const shown = suppressedReport(report);
	expect(JSON.stringify(shown)).not.toContain('Ferro');
	expect(flagsOf(shown)).toEqual([]);
	// of a report of before, notes stood with what else was noted
	const old = {
		...report,
		sections: report.sections.map(({ heading, figures }) => ({
			heading,
			figures: figures.map(({ noted, ...figure }) => ({
				...figure,
				note: [noted?.text, figure.note].filter(Boolean).join(' ') || null
			}))
		}))
	};
	const stored = (one: object) => readSnapshot(JSON.parse(JSON.stringify(one)));
	expect(saysTheSame(stored(old), stored(report))).toBe(true);
	expect(saysTheSame(stored(bare), stored(report))).toBe(false);
});

test('a fraction → cut for a page, whole for a file', async () => {
	const { db, publication } = await archive();
	const event = {
		locals: { db, language: 'en' } as App.Locals,
		params: { publication: publication.slug },
		url: new URL('https://example.com/')
	};
	expect(await wholeAnswer(event, async () => 2 / 3)).toBe(2 / 3);
	expect(await answer(event, async () => 2 / 3)).toBe(0.6666666);
});
