import { expect, test } from 'vitest';
import { pageTokens } from '#lib/chart/tokens.ts';
import { pagePictures } from './page-pictures.ts';

const spec = {
	kind: 'slotCurve',
	slots: [1, 2].map((order) => ({ order, rate: 0.1 / order, low: 0.01, high: 0.2, n: 9 }))
};
const chart = { locale: 'fr', zone: 'Europe/Paris', spec, width: 480, height: 200 };

test('charts that a page asks for → SVG as large as their places, in its language and its colours', () => {
	const [one, other] = pagePictures([chart, { ...chart, locale: 'en', width: 300 }])!;
	expect(one).toMatch(/^<svg [^>]*width="480" height="200"/);
	expect(other).toMatch(/^<svg [^>]*width="300" height="200"/);
	expect(one).toMatch(/>\d+\u00a0%<\/text>/);
	expect(other).toMatch(/>\d+%<\/text>/);
	const colors = [...one!.matchAll(/ (?:fill|stroke)="([^"]+)"/g)].map(([, color]) => color!);
	expect(colors).toContain(pageTokens.ink);
	// the theme of a page may change while they stand there
	expect(colors.filter((color) => !/var\(--[\w-]+\)|^none$/.test(color))).toEqual([]);
});

test('two charts of one page → no part of one has the name of a part of the other', () => {
	const drawn = pagePictures([chart, { ...chart, width: 481 }])!;
	const [ids, others] = drawn.map((svg) => [...svg.matchAll(/ id="([^"]+)"/g)].map(([, id]) => id));
	expect(ids!.length).toBeGreaterThan(0);
	expect(ids!.filter((id) => others!.includes(id))).toEqual([]);
});

test.each([
	['no list', chart],
	['nothing', null],
	['more charts than a page asks for', Array(41).fill(chart)],
	['a chart of no kind', [{ ...chart, spec: { kind: 'pie' } }]],
	['a number that is none', [{ ...chart, spec: { ...spec, slots: [{ order: '1' }] } }]],
	['a wall', [{ ...chart, width: 100_000 }]],
	['a zone that is none', [{ ...chart, zone: 'Europe/Atlantis' }]],
	['a language that is none', [{ ...chart, locale: 'tlh' }]]
])('%s → no pictures', (_, body) => {
	expect(pagePictures(body)).toBeNull();
});

test('a name that would be markup → text, whoever sends it', () => {
	const row = { tone: 'above', items: 0.1, clicks: 0.2 };
	const rows = [{ ...row, name: '<img src=x onerror=alert(1)>' }];
	const [svg] = pagePictures([{ ...chart, spec: { kind: 'shareShift', rows } }])!;
	expect(svg).toContain('&lt;img src=x onerror=alert(1)&gt;');
	expect(svg).not.toContain('<img');
});
