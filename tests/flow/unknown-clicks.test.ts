import { beforeAll, expect, test } from 'vitest';
import { renderTable, fileTable } from '#lib/columns/render-table.ts';
import { lacksOf } from '#lib/columns/needs.ts';
import { placeOf } from '#lib/columns/table.ts';
import { topicTable } from '#lib/columns/tables/topics.ts';
import { sponsorTable } from '#lib/columns/tables/sponsors.ts';
import { createFormats } from '#lib/messages/format.ts';
import { topicFigures } from '#lib/server/figures/content/topics.ts';
import { everything } from '#lib/filters/filters.ts';
import { issueListFigures } from '#lib/server/figures/content/issues.ts';
import type { Publication } from '#lib/server/figures/publications.ts';
import { sponsorFigures } from '#lib/server/figures/sponsors/sponsors.ts';
import { verdictFigures } from '#lib/server/figures/verdicts/verdicts.ts';
import { publicationMeant } from '#lib/server/ingest/publication.ts';
import { makeReport } from '#lib/server/report/make.ts';
import type { Db } from '#lib/server/store/sql/open.ts';
import { sampleDatabase } from './sample-database.ts';

// Three issues of the sample were delivered and opened, and no click of them was exported: nobody knows
// how many there were, which is not none.

let db: Db;
let publication: Publication;
const filters = { ...everything, from: '2026-02-15', to: '2026-03-08' };

beforeAll(async () => {
	const sample = await sampleDatabase();
	db = sample.db;
	publication = await publicationMeant(db, 'sample');
	return sample.close;
});

test('issues without a click that was exported → no rate of openers, and no item that is the best', async () => {
	const { issues, keyFigures } = await issueListFigures(db, publication, filters);
	expect(issues.map(({ clickers }) => clickers)).toEqual([null, null, null]);
	expect(issues.every(({ delivered, humanOpeners }) => delivered && humanOpeners)).toBe(true);
	expect(issues.map(({ best }) => best)).toEqual([null, null, null]);
	expect(keyFigures.clicksPerOpener).toMatchObject({ value: null, change: null });
	expect(keyFigures.delivered.value).toBeGreaterThan(3000);
});

test('places and clicks of these issues → their numbers are unknown, and do not fall to 0', async () => {
	const sponsors = await sponsorFigures(db, publication, filters);
	expect(sponsors.keyFigures.placements.value).toBeGreaterThan(0);
	expect(sponsors.keyFigures.sponsorClickers).toMatchObject({ value: null, change: null });
	const verdicts = await verdictFigures(db, publication, filters);
	expect(verdicts.keyFigures.clicks).toMatchObject({ value: null, change: null });
	expect(verdicts.keyFigures.humanClicks.value).toBeNull();
	expect(verdicts.keyFigures.opensAside.value).toBeGreaterThan(0);
});

test('a report of one of them → says that its clicks are missing, in each language', async () => {
	const { issues } = await issueListFigures(db, publication, filters);
	const asked = {
		kind: 'issue',
		name: null,
		filters: { ...everything, issue: issues[0]!.id }
	} as const;
	const said = async (locale: 'en' | 'fr') =>
		(await makeReport(db, publication, { ...asked, locale }, 0)).findings;
	expect(await said('en')).toEqual(['No clicks of this issue have been imported.']);
	expect(await said('fr')).toEqual(['Aucun clic de ce numéro n’a été importé.']);
});

test('lift of places and topics in these issues → clicks are unknown, on page, in a terminal, file and report', async () => {
	const { placements } = await sponsorFigures(db, publication, filters);
	expect(new Set(placements.map(({ why }) => why))).toEqual(new Set(['noClicks']));
	const formats = createFormats('en', publication.zone);
	const money = { currency: publication.currency };
	const last = (view: 'figure' | 'terminal', key: string) => {
		const { columns, rows } = renderTable(sponsorTable, view, placements, formats, money);
		return rows[0]!.cells[columns.findIndex((column) => column.key === key)]!.text;
	};
	expect(last('figure', 'sure')).toBe('clicks unknown');
	expect(last('terminal', 'estimate')).toBe('clicks unknown');
	const filed = fileTable(sponsorTable, placements, formats, money);
	expect(filed.rows[0]![placeOf(filed, 'why')]).toBe('clicks unknown');
	const asked = { kind: 'sponsor', name: null, filters, locale: 'en' } as const;
	const { sections } = await makeReport(db, publication, asked, 0);
	expect(sections[0]!.figures[0]!.note).toMatch(/^No lift for \d+ placements?: clicks unknown\.$/);

	const topics = await topicFigures(db, publication, filters);
	expect(topics.topics.length).toBeGreaterThan(0);
	for (const row of topics.topics) {
		expect(row).toMatchObject({ shareOfClicks: null, shareOfItems: null, why: 'noClicks' });
		// whom they reached is known all the same: it is clicks that are asked for, and nothing else
		expect(row.delivered).toBeGreaterThan(0);
	}
	const rendered = renderTable(topicTable, 'page', topics.topics, formats);
	expect(lacksOf(rendered)).toEqual(['clicks']);
});
