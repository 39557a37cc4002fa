import { expect, test } from '@playwright/test';
import { dealt } from '../combinations.ts';
import { everybodyCanUse, openPage } from './visit.ts';

// they only look
test.describe.configure({ mode: 'parallel' });

/** What a first-time visitor can open: the sample, before there is an account. */
const pages = [
	['the overview', '/p/sample'],
	['the topics', '/p/sample/topics'],
	['the items', '/p/sample/items'],
	['the sections', '/p/sample/sections'],
	['the issues', '/p/sample/issues'],
	['the audience', '/p/sample/audience'],
	['the next issue', '/p/sample/next'],
	['trying a draft', '/p/sample/drafts'],
	['creating the administrator', '/welcome']
] as const;

const screens = [
	['1440 px, light', { width: 1440, height: 1000 }, 'light'],
	['1440 px, dark', { width: 1440, height: 1000 }, 'dark'],
	['320 px, dark', { width: 320, height: 720 }, 'dark'],
	['390 px, light', { width: 390, height: 844 }, 'light']
] as const;

for (const [place, [screen, viewport, colorScheme]] of screens.entries()) {
	test.describe(screen, () => {
		test.use({ viewport, colorScheme });

		// each on a wide screen in one theme, and on a narrow one in the other
		for (const [name, path] of dealt(place, pages, 2)) {
			test(`${name} → opens without an error, fits, and can be used by everybody`, async ({
				page
			}) => {
				const errors: string[] = [];
				page.on('pageerror', (error) => errors.push(error.message));
				page.on('console', (message) => {
					if (message.type() === 'error') errors.push(message.text());
				});

				const answer = await openPage(page, path, { waitUntil: 'networkidle' });
				expect(answer?.status()).toBe(200);
				await expect(page.getByRole('heading', { level: 1 })).toHaveText(/\S/);
				expect(errors).toEqual([]);

				const [wide, shown] = await page.evaluate(() => [
					document.documentElement.scrollWidth,
					document.documentElement.clientWidth
				]);
				expect(wide).toBeLessThanOrEqual(shown!);

				await everybodyCanUse(page);
			});
		}
	});
}

for (const [width, path] of [
	[1440, '/p/sample/topics'],
	[1280, '/p/sample/sections'],
	[1024, '/p/sample/issues'],
	[720, '/p/sample'],
	[720, '/p/sample/sponsors']
] as const)
	test(`${path}, ${width} px wide → its tables fit, and are no place to scroll in`, async ({
		page
	}) => {
		await page.setViewportSize({ width, height: 900 });
		await openPage(page, path, { waitUntil: 'networkidle' });
		await expect(page.locator('.frame.fits').first()).toBeVisible();
		await expect(page.locator('.frame.wide')).toHaveCount(0);
	});

test('the audience narrowed by a channel and a window → both hold, and the cohorts’ switch changes their heading', async ({
	page
}) => {
	await openPage(page, '/p/sample/audience');
	await page.getByRole('link', { name: 'Salon' }).first().click();
	await expect(page).toHaveURL(/channel=Salon/);
	await page.getByRole('link', { name: /^180/ }).click();
	await expect(page).toHaveURL(/channel=Salon.*window=180|window=180.*channel=Salon/);
	await expect(page.locator('.chip.set', { hasText: 'Salon' }).first()).toBeVisible();

	const cohorts = page.locator('[data-figure]', { has: page.locator('.switch') });
	const before = await cohorts.getByRole('heading').textContent();
	await cohorts.locator('.switch button').nth(1).click();
	await expect(cohorts.getByRole('heading')).not.toHaveText(before!);
});

test('an issue in the list → opened, with its items below the headings of their sections', async ({
	page
}) => {
	await openPage(page, '/p/sample/issues');
	await page.locator('main a[href*="/issues/"]').first().click();
	await expect(page).toHaveURL(/\/issues\/\d+/);
	await expect(page.getByRole('heading', { level: 1 })).toHaveText(/\S/);
	await expect(page.locator('h3 + article.item').nth(1)).toBeVisible();
});

test('an issue as it was sent → beside most links the clickers that their items have in the list', async ({
	page
}) => {
	const errors: string[] = [];
	page.on('console', (message) => {
		if (message.type() === 'error') errors.push(message.text());
	});
	await openPage(page, '/p/sample/issues');
	await page.locator('main a[href*="/issues/"]').nth(3).click();
	const rows = page.locator('article.item', { has: page.locator('.estimate b') });
	await expect(rows.first()).toBeVisible();
	const counts = await rows.locator('.counts b').allTextContents();
	expect(counts.length).toBeGreaterThan(3);

	await page.getByRole('link', { name: 'As it was sent' }).click();
	const letter = page.frameLocator('iframe');
	await expect(letter.locator('.rubrique-badge').first()).toBeVisible();
	const badges = await letter.locator('.rubrique-badge').allTextContents();
	const alone = counts.filter((n) => badges.some((words) => words.startsWith(`${n} ·`)));
	// items with several pages have more clickers than the first of them
	expect(alone.length).toBeGreaterThan(counts.length / 2);

	const frame = page.locator('iframe');
	await expect
		.poll(() =>
			frame.evaluate(
				(one: HTMLIFrameElement) =>
					one.scrollHeight - one.contentDocument!.documentElement.scrollHeight
			)
		)
		.toBeGreaterThanOrEqual(0);
	expect(errors).toEqual([]);
});

test('words typed after ⌘K → issues, items and pages with them, opened by the keyboard alone', async ({
	page
}) => {
	await openPage(page, '/p/sample/issues');
	await page.keyboard.press('Control+k');
	const field = page.getByPlaceholder(/Page, issue/);
	await expect(field).toBeFocused();
	// the answer to what was typed first comes, and then the one to the rest
	const first = page.getByRole('dialog').getByRole('option').first();
	await page.keyboard.type('16');
	await expect(first).toContainText('#16');
	await page.keyboard.press('ArrowDown');
	await page.keyboard.type('2');
	await expect(first).toContainText('#162');
	await expect(first).toHaveAttribute('data-selected', '');
	await everybodyCanUse(page);

	await page.keyboard.press('Enter');
	await expect(page).toHaveURL(/\/issues\/\d+$/);
	await expect(page.getByRole('heading', { level: 1 })).toContainText('#162');
});

test('words typed before the palette is there → stand in its field, and open nothing else', async ({
	page
}) => {
	await openPage(page, '/p/sample/topics');
	// one after the other, with no time for anything to load
	await page.evaluate(() => {
		const press = (key: string, ctrlKey = false) =>
			document.body.dispatchEvent(
				new KeyboardEvent('keydown', { key, ctrlKey, bubbles: true, cancelable: true })
			);
		press('k', true);
		for (const key of 'file') press(key);
	});
	const field = page.getByPlaceholder(/Page, issue/);
	await expect(field).toHaveValue('file');
	await expect(field).toBeFocused();
	await expect(page.getByRole('dialog')).toHaveCount(1);
	await page.keyboard.type('s');
	await expect(field).toHaveValue('files');
});

test('a browser in French → French pages, and English ones once that is chosen', async ({
	browser
}) => {
	const french = await browser.newPage({ locale: 'fr-FR' });
	await openPage(french, '/p/sample');
	await expect(french.locator('html')).toHaveAttribute('lang', 'fr');
	await french.getByRole('button', { name: 'English' }).first().click();
	await expect(french.locator('html')).toHaveAttribute('lang', 'en');
	await french.close();
});

test('a visitor of the sample who wants to import → asked to create the administrator first', async ({
	page
}) => {
	await openPage(page, '/p/sample');
	await page.getByRole('link', { name: 'Import your own files' }).click();
	await expect(page).toHaveURL(/\/welcome\?next=/);
	await expect(page.getByRole('heading', { level: 1 })).toHaveText(
		'Create the administrator account'
	);
});
