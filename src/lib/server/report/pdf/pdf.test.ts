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
		...{ locale: 'en', name: 'Report', kind: 'editorial', seal: '', period: '', filters: [] },
		publication: { slug: 'one', name: 'One', zone: 'UTC', currency: 'EUR', logo: null },
		...{
			findings: [],
			keyFigures: [],
			advice: [],
			definitions: [{ term: 'Lift', text: 'How much more.' }]
		},
		...{ compared: null, createdAt: 0, dataUpTo: null, rules: 1, setAside: null },
		sections: [{ heading: 'One', figures: [figure] }]
	} as unknown as Snapshot;
}

/** How many rows of the table each page has. */
async function rowsByPage(pdf: Uint8Array): Promise<number[]> {
	const document = await getDocumentProxy(pdf);
	const counts = [];
	for (let n = 1; n <= document.numPages; n++) {
		const { items } = await (await document.getPage(n)).getTextContent();
		const text = items.map((item) => ('str' in item ? item.str : '')).join(' ');
		counts.push(text.match(/row\s+\d+\./g)?.length ?? 0);
	}
	await document.loadingTask.destroy();
	return counts;
}

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
