import { readFileSync } from 'node:fs';
import { createCanvas, loadImage } from '@napi-rs/canvas';
import { expect, test, type Locator, type Page } from '@playwright/test';
import { globSync } from 'tinyglobby';
import { straysOf } from '../pixels.ts';
import { openPage, waitForPictures } from './visit.ts';

// they only look
test.describe.configure({ mode: 'parallel' });
test.use({ viewport: { width: 1440, height: 1000 } });

const words = JSON.parse(readFileSync('messages/en.json', 'utf8')) as Record<string, string>;
const period = /[?&]from=\d{4}-\d\d-\d\d&to=\d{4}-\d\d-\d\d/;

/** Every chart of the pages: the component that has it, its page, its name, and where its points lead. */
const charts: readonly [file: string, page: string, name: string, to: RegExp | null][] = [
	['+page.svelte', '', 'overview.shift', /[?&]topic=\d+/],
	['topics/+page.svelte', 'topics', 'topics.supply', /[?&]topic=\d+/],
	['topics/Trends.svelte', 'topics', 'topics.trend.lineOf', /[?&]topic=\d+/],
	['GroupPage.svelte', 'topics/ID', 'topics.trend.lineOf', /items\?topic=\d+&from=.+&to=/],
	['issues/+page.svelte', 'issues?last=12', 'issues.rates', /\/issues\/\d+/],
	['audience/Growth.svelte', 'audience', 'audience.growth', period],
	['audience/Engaged.svelte', 'audience', 'audience.engaged', period],
	['audience/Curves.svelte', 'audience', 'audience.curves.of', /[?&]channel=/],
	['channels/ByAge.svelte', 'channels', 'channels.byAge', /[?&]channel=/],
	// there is no list of what was clicked in an hour, or of what stood at a position
	['issues/[issue]/+page.svelte', 'issues/ID', 'issue.arrival', null],
	['items/+page.svelte', 'items', 'items.positions', null]
];

/** The charts of that name on a page, whatever stands in the name. */
const named = (page: Page, name: string) =>
	page.getByRole('img', {
		name: new RegExp(`^${words[name]!.replace(/\{\w+\}/g, '.+')}$`)
	});

async function open(page: Page, path: string) {
	const [list, one] = path.split('/');
	await openPage(page, `/p/sample/${one ? list : path}`, { waitUntil: 'networkidle' });
	if (!one) return;
	// the newest issue still collects clicks
	const links = page.locator(`main a[data-row][href*="/${list}/"]`);
	await openPage(page, (await links.nth(1).getAttribute('href'))!, { waitUntil: 'networkidle' });
}

/** Does what shows that somebody is there: until then, pictures stand where charts will be. */
const use = (page: Page) => page.keyboard.press('Shift');

type Place = { x: number; y: number };

/** Moves over a chart that is drawn. @returns a place where a click is promised, and one where none is */
async function placesIn(canvas: Locator): Promise<{ lead?: Place; none?: Place }> {
	await canvas.scrollIntoViewIfNeeded();
	await use(canvas.page());
	await expect(canvas).toHaveAttribute('width');
	return canvas.evaluate((drawn: HTMLCanvasElement) => {
		const { left, top, width, height } = drawn.getBoundingClientRect();
		const places: { lead?: Place; none?: Place } = {};
		for (let down = 0.06; down < 1; down += 0.08)
			for (let right = 0.04; right < 1; right += 0.04) {
				const [x, y] = [left + width * right, top + height * down];
				drawn.dispatchEvent(new MouseEvent('mousemove', { clientX: x, clientY: y }));
				places[drawn.style.cursor === 'pointer' ? 'lead' : 'none'] ??= { x, y };
			}
		return places;
	});
}

for (const [file, path, name, to] of charts)
	test(`${file}: the pointer over a chart → a click leads on where it says so, and nowhere else`, async ({
		page
	}) => {
		await open(page, path);
		const before = page.url();
		const narrowed = await page.locator('.chip.set').count();
		const all = named(page, name);
		const count = await all.count();
		expect(count).toBeGreaterThan(0);
		let led = 0;
		const back = async () => {
			await page.goBack();
			await expect(page).toHaveURL(before);
			await expect(page.locator('.chip.set')).toHaveCount(narrowed);
		};
		// of small multiples, the first may be that of all
		for (const canvas of count === 1 ? [all] : [all.first(), all.last()]) {
			const { lead, none } = await placesIn(canvas);
			if (none) {
				await page.mouse.click(none.x, none.y);
				expect(page.url()).toBe(before);
			}
			await canvas.focus();
			await canvas.press('ArrowRight');
			await canvas.press('Enter');
			if (!lead) {
				expect(page.url()).toBe(before);
				continue;
			}
			led++;
			await expect(page).toHaveURL(to!);
			await back();
			const { x, y } = (await placesIn(canvas)).lead!;
			await page.mouse.click(x, y);
			await expect(page).toHaveURL(to!);
			await back();
		}
		expect(led > 0).toBe(to !== null);
	});

test('a point opened with Ctrl, by a click or by Enter → a page beside it', async ({
	page,
	context
}) => {
	await open(page, 'audience');
	const before = page.url();
	const growth = named(page, 'audience.growth');
	const { lead } = await placesIn(growth);
	const clicked = context.waitForEvent('page');
	await page.keyboard.down('Control');
	await page.mouse.click(lead!.x, lead!.y);
	await page.keyboard.up('Control');
	await expect(await clicked).toHaveURL(period);

	await growth.focus();
	await growth.press('ArrowRight');
	const entered = context.waitForEvent('page');
	await growth.press('Control+Enter');
	await expect(await entered).toHaveURL(period);
	expect(page.url()).toBe(before);
});

/** What draws charts, as it is sent. */
const DRAWS = /chartjs/;

test('a page with charts is opened → pictures of them, and what draws them once somebody uses it', async ({
	page
}) => {
	await waitForPictures(page);
	const drawing: string[] = [];
	page.on('response', async (response) => {
		if (response.request().resourceType() === 'script' && DRAWS.test(await response.text()))
			drawing.push(response.url());
	});
	await open(page, 'audience');
	const [growth, engaged] = [named(page, 'audience.growth'), named(page, 'audience.engaged')].map(
		(canvas) => page.locator('.chart', { has: canvas })
	);
	for (const chart of [growth!, engaged!])
		await expect(chart.locator('.picture svg')).toBeVisible();
	expect(drawing).toEqual([]);
	const pictured = await growth!.boundingBox();

	await use(page);
	for (const chart of [growth!, engaged!]) {
		await expect(chart.locator('canvas')).toHaveAttribute('width');
		await expect(chart.locator('.picture')).toHaveCount(0);
	}
	expect(drawing).toHaveLength(1);
	// nothing moves when one takes the other's place
	expect(await growth!.boundingBox()).toEqual(pictured);
});

for (const colorScheme of ['light', 'dark'] as const)
	test(`a picture of a chart, ${colorScheme} → looks as the chart that takes its place`, async ({
		page
	}) => {
		await waitForPictures(page);
		await page.emulateMedia({ colorScheme });
		for (const [path, name] of [
			['audience', 'audience.growth'],
			['topics', 'topics.supply'],
			['items', 'items.positions']
		] as const) {
			await open(page, path);
			const chart = page.locator('.chart', { has: named(page, name) });
			await chart.scrollIntoViewIfNeeded();
			await expect(chart.locator('.picture svg')).toBeVisible();
			const picture = await chart.screenshot();
			await use(page);
			await expect(chart.locator('canvas')).toHaveAttribute('width');
			await expect(chart.locator('.picture')).toHaveCount(0);
			const drawn = await chart.screenshot();
			expect(await unlike(picture, drawn)).toBeLessThan(0.01);
		}
	});

/** The share of pixels that two pictures of one size have otherwise: letters stand some tenths of a pixel apart. */
async function unlike(...pictures: [Buffer, Buffer]): Promise<number> {
	const [one, other] = await Promise.all(
		pictures.map(async (picture) => {
			const image = await loadImage(picture);
			const context = createCanvas(image.width, image.height).getContext('2d');
			context.drawImage(image, 0, 0);
			return context.getImageData(0, 0, image.width, image.height);
		})
	);
	expect([one!.width, one!.height]).toEqual([other!.width, other!.height]);
	return straysOf(one!, other!, 64) / (one!.width * one!.height);
}

test('no picture is to be had → the chart is drawn by the page, before anybody uses it', async ({
	page
}) => {
	await page.route('**/pictures', (route) => route.abort());
	await open(page, 'items');
	await expect(named(page, 'items.positions')).toHaveAttribute('width');
});

test('the window becomes narrower while a picture stands there → the chart, as wide as its place', async ({
	page
}) => {
	await waitForPictures(page);
	await open(page, 'items');
	const canvas = named(page, 'items.positions');
	await expect(page.locator('.chart .picture svg')).toBeVisible();
	await page.setViewportSize({ width: 900, height: 1000 });
	await expect(canvas).toHaveAttribute('width');
	const [chart, drawn] = [page.locator('.chart', { has: canvas }), canvas];
	await expect
		.poll(async () => (await drawn.boundingBox())!.width - (await chart.boundingBox())!.width)
		.toBe(0);
});

test.describe('by touch', () => {
	test.use({ hasTouch: true });

	test('a bar is tapped on the picture of a chart → its issue, as from the chart', async ({
		page
	}) => {
		await waitForPictures(page);
		await open(page, 'issues?last=12');
		const canvas = named(page, 'issues.rates');
		const chart = page.locator('.chart', { has: canvas });
		await expect(chart.locator('.picture svg')).toBeVisible();
		const { x, y, width, height } = (await chart.boundingBox())!;
		// the last bar but one, at its foot
		await page.touchscreen.tap(x + width * 0.87, y + height - 40);
		await expect(page).toHaveURL(/\/issues\/\d+/);
	});
});

test('a component with a chart → is among those whose points are tried', () => {
	const root = 'src/routes/p/[publication]';
	const files = globSync('**/*.svelte', { cwd: root });
	const drawing = files.filter((file) =>
		readFileSync(`${root}/${file}`, 'utf8').includes('<Chart')
	);
	// a kept report leads nowhere: it is as it was sent
	const tried = new Set([...charts.map(([file]) => file), 'reports/[report]/ReportFigure.svelte']);
	expect(drawing.sort()).toEqual([...tried].sort());
});
