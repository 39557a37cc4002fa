import { strFromU8, unzipSync } from 'fflate';
import { beforeAll, expect, test, vi } from 'vitest';
import { everything } from '#lib/filters/filters.ts';
import { reportKindRecords, reportKinds, type ReportKind } from '#lib/report-kinds.ts';
import type { ReportContext } from '#lib/server/report/kinds/report-context.ts';
import { degenerate } from './degenerate-archives.ts';
import { bare, textOf } from './paper.ts';

// A kind of report that is declared, with its words and what makes it, is one wherever reports are.

const tides = 'tides' as ReportKind;
const NOW = Date.UTC(2027, 0, 4, 9);

beforeAll(async () => {
	vi.doMock('#lib/messages/compiled/messages.js', async (original) => {
		const real = await original<{ m: object }>();
		const own = {
			'report.kind.tides': () => 'Table of tides',
			'report.name.tides': ({ period }: { period: string }) => `Tides: ${period}`
		};
		return { ...real, m: { ...real.m, ...own } };
	});
	vi.resetModules();
	const kinds = await import('#lib/report-kinds.ts');
	const record = { kind: tides, of: 'period', schedulable: 'date', livePages: ['tides'] };
	(kinds.reportKindRecords as unknown as object[]).push({ ...record, narrows: ['channels'] });
	kinds.reportKinds.push(tides);
	const { bodies } = await import('#lib/server/report/kinds/bodies.ts');
	const table = {
		columns: [
			{ head: 'Pier', kind: 'text' as const },
			{ head: 'Height', kind: 'count' as const }
		],
		rows: [['North pier', 417]]
	};
	bodies[tides] = async ({ issues }: ReportContext) => ({
		findings: [`The tide was read at ${issues.length} issues.`],
		keyFigures: [],
		advice: [],
		definitions: [{ term: 'Tide', text: 'How high the water stood.' }],
		setAside: null,
		compared: null,
		sections: [
			{
				heading: 'Piers',
				figures: [
					{
						id: 'piers',
						title: 'Tides by pier',
						sub: null,
						about: null,
						chart: null,
						table,
						shown: [0, 1],
						most: null,
						forest: null,
						note: null,
						noted: null
					}
				]
			}
		]
	});
	return () => {
		vi.doUnmock('#lib/messages/compiled/messages.js');
		vi.resetModules();
	};
});

async function published() {
	const { newWorkspace } = await import('./publication.ts');
	const workspace = await newWorkspace();
	await workspace.take(degenerate.usual!);
	return { ...workspace, publication: await workspace.publication() };
}

test('a kind of this test → none of the program’s own', () => {
	expect(reportKinds).not.toContain(tides);
	expect(reportKindRecords.map(({ kind }) => kind)).not.toContain(tides);
});

test('its form → read; what is made of it → kept, opened again, and handed on as PDF, workbook, CSV and JSON', async () => {
	const { readReportForm } =
		await import('../../src/routes/p/[publication]/reports/report-form.ts');
	const { keepReport, reportOf } = await import('#lib/server/report/reports.ts');
	const { reportFile } = await import('#lib/server/report/files.ts');
	const form = new FormData();
	for (const [name, value] of Object.entries({ kind: tides, locale: 'en' }))
		form.append(name, value);
	const { db, publication } = await published();
	const asked = { ...readReportForm(form), filters: everything };
	const id = await keepReport(db, publication, asked, { by: null, now: NOW });
	const report = await reportOf(db, publication, id);
	expect(report).toMatchObject({ kind: tides, name: expect.stringMatching(/^Tides: /) });

	const written = async (format: 'pdf' | 'xlsx' | 'csv' | 'json') =>
		(await reportFile(report, format)).content;
	const paper = (await textOf((await written('pdf')) as Uint8Array)).join('');
	const sheets = Object.values(unzipSync((await written('xlsx')) as Uint8Array)).map((one) =>
		strFromU8(one)
	);
	expect(paper).toContain(bare('Table of tides'));
	for (const text of [paper, sheets.join(''), await written('csv'), await written('json')]) {
		expect(bare(String(text))).toContain(bare('North pier'));
		expect(String(text)).toContain('417');
	}
});

test('a command that asks for it by name → writes it', async () => {
	const { report } = await import('../../src/cli/report.ts');
	const { db, data } = await published();
	const call = {
		args: ['tides'],
		options: { out: 'tides.csv' },
		locale: 'en',
		db: async () => db,
		path: (name: string) => `${data}/${name}`
	};
	const answer = await report.run(call as unknown as Parameters<typeof report.run>[0]);
	expect(answer!.json).toMatchObject({ kind: 'tides', name: expect.stringMatching(/^Tides: /) });
});

test('a schedule of it, and a link to its page → kept, and shown as it', async () => {
	const { addSchedule, scheduleFigures } = await import('#lib/server/mail/schedules.ts');
	const { liveReport } = await import('../../src/routes/s/live.ts');
	const { db, publication } = await published();
	const rule = { every: 'week', day: 1, hour: 7, last: 4 };
	const given = {
		report: tides,
		comparison: 'before',
		locale: 'en',
		rule,
		recipients: ['a@example.org']
	};
	await addSchedule(db, publication, given, { by: null, now: NOW });
	const { schedules } = await scheduleFigures(db, publication, NOW);
	expect(schedules.map((one) => one.report)).toEqual([tides]);
	expect(liveReport('tides', 'en')?.kind).toBe(tides);
});
