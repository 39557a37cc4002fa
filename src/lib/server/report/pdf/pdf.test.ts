import { getDocumentProxy } from 'unpdf';
import { createCanvas } from '@napi-rs/canvas';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Snapshot } from '../snapshot.ts';
import { liftScale } from '#lib/chart/lift-scale.ts';
import { createFormats } from '#lib/messages/format.ts';
import { reportPdf } from './pdf.ts';
import { axisSvg } from './table.ts';

/** A report of one table of so many rows, each with the plot of its estimate. */
function reportOf(count: number): Snapshot {
	const rows = Array.from({ length: count }, (_, i) => [
		`row ${i + 1}.`,
		1.2,
		0.9,
		1.6,
		1,
		1.4,
		0.8
	]);
	const heads = ['Sponsor', 'Lift', 'Low', 'High', 'Low 50', 'High 50', 'Above'];
	const columns = heads.map((head, i) => ({ head, kind: i === 0 ? 'text' : 'lift' }));
	const forest = { lift: 1, low: 2, high: 3, low50: 4, high50: 5, above: 6, n: null };
	const none = { sub: null, about: null, chart: null, most: null, note: null };
	const figure = {
		...none,
		id: 'one',
		title: 'One',
		table: { columns, rows },
		shown: [0, 1],
		forest
	};
	return {
		locale: 'en',
		name: 'Report',
		kind: 'editorial',
		seal: '',
		period: '',
		filters: [],
		publication: { slug: 'one', name: 'One', zone: 'UTC', currency: 'EUR', logo: null },
		findings: [],
		keyFigures: [],
		advice: [],
		definitions: [{ term: 'Lift', text: 'How much more.' }],
		compared: null,
		createdAt: 0,
		dataUpTo: null,
		rules: 1,
		setAside: null,
		sections: [{ heading: 'One', figures: [figure] }]
	} as unknown as Snapshot;
}

/** What each page says. */
async function textByPage(pdf: Uint8Array): Promise<string[]> {
	const document = await getDocumentProxy(pdf);
	const pages = [];
	for (let n = 1; n <= document.numPages; n++) {
		const { items } = await (await document.getPage(n)).getTextContent();
		pages.push(items.map((item) => ('str' in item ? item.str : '')).join(' '));
	}
	await document.loadingTask.destroy();
	return pages;
}

/** How many rows of the table each page has. */
const rowsByPage = async (pdf: Uint8Array) =>
	(await textByPage(pdf)).map((text) => text.match(/row\s+\d+\./g)?.length ?? 0);

test('a chart of topics whose letters paper has not → their names all the same, as in tables', async () => {
	const report = reportOf(1);
	const row = { tone: 'above' as const, items: 0.1, clicks: 0.2 };
	const rows = ['Tides 🌊', '潮 Ebb'].map((name) => ({ ...row, name }));
	report.sections[0]!.figures[0]!.chart = { kind: 'shareShift', rows };
	// a chart is written letter by letter
	const [text] = await textByPage(await reportPdf(report));
	const letters = text!.replaceAll(/\s/g, '');
	expect(letters).toContain('Tides');
	expect(letters).toContain('□Ebb');
	// once in the chart, and once where it is said what it stands for
	expect(letters.split('□')).toHaveLength(3);
	expect(letters).toContain('□Standsforaletter');
	const [known] = await textByPage(await reportPdf(reportOf(1)));
	expect(known).not.toContain('□');
});

test('one row more than a page holds → it takes another along to the next', async () => {
	const [most = 0] = await rowsByPage(await reportPdf(reportOf(45)));
	expect(most).toBeGreaterThan(20);
	const pdf = await reportPdf(reportOf(most + 1));
	expect(await rowsByPage(pdf)).toEqual([most - 1, 2]);
});

test('a plot of any lifts → the number over each tick stands whole within its column', () => {
	const context = createCanvas(10, 10).getContext('2d');
	context.font = '8.5px sans-serif';
	fc.assert(
		fc.property(fc.double({ min: 1, max: 8, noNaN: true }), fc.boolean(), (lift, narrow) => {
			const plot = 130;
			const scale = liftScale([{ lift, enough: true }], narrow);
			const svg = axisSvg(scale, plot, createFormats('fr', 'UTC'));
			const ticks = [...svg.matchAll(/<text x="([\d.]+)"[^>]*>([^<]+)</g)];
			expect(ticks).toHaveLength(scale.ticks.length);
			for (const [, x, text] of ticks) {
				const half = context.measureText(text!).width / 2;
				expect(Number(x) - half).toBeGreaterThanOrEqual(-1);
				expect(Number(x) + half).toBeLessThanOrEqual(plot + 1);
			}
		})
	);
});

/** The lines of text of a report's first page: where each begins, ends and stands, in points from its lower left. */
async function linesOf(pdf: Uint8Array) {
	const document = await getDocumentProxy(pdf);
	const { items } = await (await document.getPage(1)).getTextContent();
	await document.loadingTask.destroy();
	return items.flatMap((item) => {
		if (!('str' in item) || !item.str.trim()) return [];
		const [, , , height, x, y] = item.transform as number[];
		return [{ text: item.str, from: x!, to: x! + item.width, y: y!, height: height! }];
	});
}

const period = '3 Jul 2025 – 18 Sep 2026';
const observatory = 'The Weekly Letter of the Observatory for Cultural and Digital Policies ';

test.each([
	['of 70 letters', observatory],
	['of 280 letters', observatory.repeat(4)],
	['of one word', 'Donaudampfschifffahrt'.repeat(6)]
])(
	'a publication name %s → stands whole above the text, and what the report is beneath it',
	async (_, name) => {
		const report = reportOf(3);
		const publication = { ...report.publication, name };
		const filters = Array.from({ length: 14 }, (_, i) => `Topic: ${observatory}${i}`);
		const lines = await linesOf(await reportPdf({ ...report, period, publication, filters }));

		const text = lines
			.map(({ text }) => text)
			.join(' ')
			.replace(/\s+/g, ' ');
		expect(text).toContain(`Editorial review · ${period}`);
		// filters that the foot has no room for stand above the figures
		expect(text).toContain('Policies 13');
		expect(lines.filter(({ from, to, y }) => from < 40 || to > 555 || y < 20 || y > 822)).toEqual(
			[]
		);
		const on = (a: (typeof lines)[number], b: typeof a) =>
			a !== b &&
			a.from < b.to &&
			b.from < a.to &&
			Math.abs(a.y - b.y) < 0.7 * Math.min(a.height, b.height);
		expect(lines.filter((line) => lines.some((other) => on(line, other)))).toEqual([]);
	}
);

/** By page its text. */
async function pagesOf(pdf: Uint8Array): Promise<string[]> {
	const document = await getDocumentProxy(pdf);
	const pages = [];
	for (let n = 1; n <= document.numPages; n++) {
		const { items } = await (await document.getPage(n)).getTextContent();
		pages.push(items.map((item) => ('str' in item ? item.str : '')).join(' '));
	}
	await document.loadingTask.destroy();
	return pages.map((text) => text.replace(/\s+/g, ' '));
}

/** A report whose one table has a note below it. */
function noted(count: number): Snapshot {
	const report = reportOf(count);
	const [section] = report.sections;
	const figures = section!.figures.map((figure) => ({ ...figure, note: 'Said of all rows.' }));
	return { ...report, sections: [{ ...section!, figures }] };
}

test('a note below a table that fills its page → takes rows along to the next', async () => {
	const [most = 0] = await rowsByPage(await reportPdf(noted(45)));
	for (const count of [most - 2, most - 1, most]) {
		const pages = await pagesOf(await reportPdf(noted(count)));
		expect(pages.find((text) => text.includes('Said of all rows.'))).toMatch(/row \d+\./);
	}
});

test('paragraphs of advice side by side where a page ends → none is on two pages', async () => {
	const line = (i: number) => `Start${i} ${'of what can be done about it '.repeat(9)}end${i}.`;
	const lines = Array.from({ length: 30 }, (_, i) => line(i));
	const advice = [
		{ heading: 'Do', lines },
		{ heading: 'Unknown', lines: ['Little.'] }
	];
	const pages = await pagesOf(await reportPdf({ ...reportOf(3), advice } as Snapshot));
	expect(pages.length).toBeGreaterThan(2);
	for (const i of lines.keys()) {
		const at = (text: string) => pages.findIndex((page) => page.includes(text));
		expect(at(`Start${i} `)).toBeGreaterThanOrEqual(0);
		expect(at(`end${i}.`)).toBe(at(`Start${i} `));
	}
});

test('short names beside heads of many words → each name on one line', async () => {
	const heads = ['Topic', ...Array.from({ length: 7 }, (_, i) => `A head of several words ${i}`)];
	const columns = heads.map((head, i) => ({ head, kind: i === 0 ? 'text' : 'lift' }));
	const rows = Array.from({ length: 8 }, (_, i) => [
		`Travail et organisation ${i}`,
		...Array(7).fill(1)
	]);
	const report = reportOf(8);
	const [section] = report.sections;
	const figure = { ...section!.figures[0]!, table: { columns, rows }, forest: null };
	const figures = [{ ...figure, shown: heads.map((_, i) => i) }];
	const given = { ...report, sections: [{ ...section!, figures }] } as Snapshot;
	const lines = await linesOf(await reportPdf(given));
	expect(lines.filter(({ text }) => /^Travail et organisation \d$/.test(text))).toHaveLength(8);
});

test('a title with a long period → the period on a line of its own, whole', async () => {
	const period = '60 issues, 4 Sep 2025 – 19 Nov 2026';
	const report = { ...reportOf(3), name: `Editorial review of tides: ${period}`, period };
	const lines = await linesOf(await reportPdf(report));
	const within = lines.filter(({ height }) => height > 20).map(({ text, y }) => ({ text, y }));
	const first = within[0]!.y;
	const rest = within.filter(({ y }) => y !== first).map(({ text }) => text);
	expect(rest.join('').replace(/\s/g, ' ').trim()).toBe(period);
});

test.each([
	[
		Date.UTC(2026, 8, 14, 8),
		/Made Tue 15 Sep 2026, 09:30, data up to Mon 14 Sep 2026, 08:00 \(UTC\) · snapshot/
	],
	[null, /Made Tue 15 Sep 2026, 09:30 \(UTC\) · snapshot/]
])(
	'data that end at %s → the foot says so, apart from when the report was made',
	async (dataUpTo, said) => {
		const createdAt = Date.UTC(2026, 8, 15, 9, 30);
		const [first] = await pagesOf(await reportPdf({ ...reportOf(3), createdAt, dataUpTo }));
		expect(first).toMatch(said);
	}
);

test('a zone with a long name → the foot takes a line more, and nothing stands below the paper', async () => {
	const report = reportOf(3);
	const zone = 'America/Argentina/ComodRivadavia';
	const publication = { ...report.publication, zone };
	const filters = Array.from({ length: 14 }, (_, i) => `Topic: ${observatory}${i}`);
	const made = { ...report, publication, filters, dataUpTo: Date.UTC(2026, 8, 14, 8) };
	const lines = await linesOf(await reportPdf({ ...made, locale: 'fr' }));
	expect(lines.filter(({ y }) => y < 14)).toEqual([]);
});
