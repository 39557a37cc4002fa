import { expect, test } from '@playwright/test';
import { openPage, waitForPictures } from './visit.ts';

// they only look
test.describe.configure({ mode: 'parallel' });

const pages = [
	'/p/sample',
	...['topics', 'items', 'issues', 'audience', 'channels', 'sponsors', 'next', 'verdicts'].map(
		(path) => `/p/sample/${path}`
	),
	'/publications'
];

/** As wide as the text of A4 between its margins, in CSS pixels. */
const PAPER = 680;

test.describe('on paper', () => {
	// words are longest in French
	test.use({ viewport: { width: PAPER, height: 960 }, locale: 'fr-FR' });

	for (const path of pages)
		test(`${path} is printed → it says whose figures it has, and up to when; all of it fits, and nothing waits to be pressed`, async ({
			page
		}) => {
			await openPage(page, path, { waitUntil: 'networkidle' });
			await page.emulateMedia({ media: 'print' });

			const masthead = page.locator('.masthead');
			await expect(masthead).toContainText('Marée haute');
			await expect(masthead).toContainText('Données jusqu’au');
			// a key figure has its name
			for (const name of await page.locator('dl .key dt').all())
				await expect(name.getByRole('button')).toBeVisible();

			const seen = () =>
				page.evaluate(() => ({
					wide: document.documentElement.scrollWidth,
					// a choice is printed as what is chosen
					controls: [
						...document.querySelectorAll<HTMLElement>(
							'button, textarea, input:not([role="combobox"]), .button'
						)
					]
						.filter((one) => one.checkVisibility() && !one.closest('dt'))
						.map((one) => one.outerHTML),
					// words in a column of a letter or two make rows as high as a page
					high: [...document.querySelectorAll('tr')]
						.filter((row) => row.getBoundingClientRect().height > 110)
						.map((row) => row.textContent)
				}));
			// letters are wider until their font is there
			await expect.poll(seen).toEqual({ wide: PAPER, controls: [], high: [] });
		});
});

test('a page is printed before anybody scrolled or pressed a key → all of its charts, no table in their place', async ({
	page
}) => {
	await waitForPictures(page);
	await page.setViewportSize({ width: 1280, height: 400 });
	await openPage(page, '/p/sample/audience');
	const charts = page.locator('main .chart');
	const all = await charts.count();
	expect(all).toBeGreaterThan(2);
	await expect(charts.last()).not.toBeInViewport();
	await expect(page.locator('main .chart .picture svg')).toHaveCount(all);
	await page.evaluate(() => dispatchEvent(new Event('beforeprint')));
	// a chart that is not there has its table in its place
	await expect(charts).toHaveCount(all);
	await expect(page.locator('main .chart .picture svg')).toHaveCount(all);
});

test.describe('without scripts', () => {
	test.use({ javaScriptEnabled: false });

	test('the name of a key figure is pressed → its definition, below it', async ({ page }) => {
		await page.goto('/p/sample');
		const key = page.locator('dl .key').nth(1);
		await expect(key.locator('[popover]')).toBeHidden();
		await key.getByRole('button').click();
		const definition = key.locator('[popover]');
		await expect(definition).toContainText('delivered');
		const [name, text] = [
			await key.getByRole('button').boundingBox(),
			await definition.boundingBox()
		];
		expect(text!.y).toBeGreaterThanOrEqual(name!.y + name!.height);
		await page.keyboard.press('Escape');
		await expect(definition).toBeHidden();
	});

	for (const path of [
		'',
		'topics',
		'topics/ONE',
		'items',
		'issues',
		'issues/ONE',
		'audience',
		'channels'
	])
		test(`/${path} → in place of each chart its figure has a table`, async ({ page }) => {
			const [list, one] = path.split('/');
			await page.goto(`/p/sample/${list}`);
			if (one) {
				const link = page.locator(`main [href*="/${list}/"]:is([data-row], .name a)`).nth(1);
				await page.goto((await link.getAttribute('href'))!);
			}
			const figures = page.locator('[data-figure]:has(canvas)');
			expect(await figures.count()).toBeGreaterThan(0);
			for (const figure of await figures.all()) {
				await expect(figure.locator('canvas').first()).toBeHidden();
				await expect(figure.getByRole('table').first()).toBeVisible();
			}
		});
});
