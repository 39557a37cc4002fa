import { expect, test, type Page } from '@playwright/test';
import { openPage, waitForPictures } from './visit.ts';

// they only look
test.describe.configure({ mode: 'parallel' });
test.use({ viewport: { width: 1440, height: 1000 } });

const chips = (page: Page) => page.locator('.chip.set');

test('a row touched → the page is narrowed, twice stacks, and a chip or Back takes one off', async ({
	page
}) => {
	await openPage(page, '/p/sample/topics');
	const rows = page.locator('main a[data-row][href*="/topics/"]');
	await rows.nth(0).click();
	await expect(page).toHaveURL(/topic=\d+/);
	await expect(chips(page)).toHaveCount(1);
	await openPage(page, '/p/sample/sections' + new URL(page.url()).search);
	await page.locator('main a[data-row][href*="/sections/"]').first().click();
	await expect(page).toHaveURL(/topic=\d+.*section=\d+|section=\d+.*topic=\d+/);
	await expect(chips(page)).toHaveCount(2);

	await page.goBack();
	await expect(chips(page)).toHaveCount(1);
	await chips(page).first().click();
	await expect(page).not.toHaveURL(/topic=/);
	await expect(chips(page)).toHaveCount(0);
});

test('a filter looked for by keyboard → found in all lists, taken with Enter, and the focus stays at the menu', async ({
	page
}) => {
	await openPage(page, '/p/sample/items');
	await page.keyboard.press('f');
	const field = page.getByRole('searchbox', { name: 'Search filters' });
	await expect(field).toBeFocused();
	await page.keyboard.type('vie pri');
	const found = page.getByRole('dialog', { name: 'Filter' }).getByRole('link');
	await expect(found).toHaveText(['Vie privée']);
	await page.keyboard.press('ArrowDown');
	await expect(found).toBeFocused();
	await page.keyboard.press('Enter');
	await expect(chips(page)).toHaveText(/Vie privée/);
	await expect(page.getByRole('button', { name: 'Filter' })).toBeFocused();
});

test('a list sorted, turned and no longer narrowed by keyboard → the focus stays where the work is', async ({
	page
}) => {
	await openPage(page, '/p/sample/items?role=editorial');
	const sorts = page.getByRole('columnheader').getByRole('link', { name: 'Clickers' });
	await sorts.press('Enter');
	await expect(page).toHaveURL(/order=clickers/);
	await expect(sorts).toBeFocused();
	const next = page.locator('main a[rel=next]');
	await next.press('Enter');
	await expect(page).toHaveURL(/page=2/);
	await expect(next).toBeFocused();
	await chips(page).press('Enter');
	await expect(chips(page)).toHaveCount(0);
	await expect(page.getByRole('button', { name: 'Filter' })).toBeFocused();
});

test('a row opened with Ctrl → its page, not the filter', async ({ page, context }) => {
	await openPage(page, '/p/sample/topics');
	const opened = context.waitForEvent('page');
	await page
		.locator('main a[data-row][href*="/topics/"]')
		.first()
		.click({ modifiers: ['Control'] });
	await expect(await opened).toHaveURL(/\/topics\/\d+/);
	await expect(page).not.toHaveURL(/topic=/);
});

test('printed before a chart could be drawn → its table stands in for it', async ({ page }) => {
	// nothing that draws arrives
	await page.route(/\.js$/, async (route) => {
		const reply = await route.fetch();
		const text = await reply.text();
		return /ResizeObserver[^]*getDatasetMeta/.test(text)
			? route.abort()
			: route.fulfill({ response: reply });
	});
	await page.route('**/pictures', (route) => route.abort());
	await openPage(page, '/p/sample/channels');
	const figure = page.locator('[data-figure]', { has: page.locator('canvas') });
	const title = await figure.getByRole('heading').textContent();
	await page.evaluate(() => dispatchEvent(new Event('beforeprint')));
	const printed = page.locator('[data-figure]', {
		has: page.getByRole('heading', { name: title! })
	});
	await expect(printed.locator('canvas')).toHaveCount(0);
	await expect(printed.getByRole('table')).toBeVisible();
	await page.evaluate(() => dispatchEvent(new Event('afterprint')));
	await expect(printed.locator('canvas')).toHaveCount(1);
	await page.unrouteAll({ behavior: 'ignoreErrors' });
});

test('printed while a picture stands in for a chart → the picture', async ({ page }) => {
	await waitForPictures(page);
	await openPage(page, '/p/sample/channels');
	const figure = page.locator('[data-figure]', { has: page.locator('canvas') });
	await figure.scrollIntoViewIfNeeded();
	await expect(figure.locator('.picture svg')).toBeVisible();
	await page.evaluate(() => dispatchEvent(new Event('beforeprint')));
	await page.emulateMedia({ media: 'print' });
	await expect(figure.locator('.picture svg')).toBeVisible();
});

test('the pointer on the button of a menu → its content is made, and shown once it is pressed', async ({
	page
}) => {
	await openPage(page, '/p/sample/topics');
	const button = page.locator('.bar button[aria-haspopup="dialog"]').first();
	const menu = page.locator(`[id="${await button.getAttribute('aria-controls')}"]`);
	const content = menu.locator('a, button, input, select');
	await expect(content).toHaveCount(0);

	await button.hover();
	await expect(content).not.toHaveCount(0);
	await expect(menu).toBeHidden();
	await page.mouse.move(700, 700);
	await expect(content).toHaveCount(0);

	await button.click();
	await page.mouse.move(700, 700);
	await expect(content.first()).toBeVisible();
	await page.keyboard.press('Escape');
	await expect(content).toHaveCount(0);
	await expect(button).toBeFocused();
});

test.describe('a phone', () => {
	test.use({ viewport: { width: 390, height: 844 } });

	test('a page of fifty of a longer list → the first twelve cards, and all of them once that is asked for', async ({
		page
	}) => {
		await openPage(page, '/p/sample/items');
		const table = page.locator('[data-figure]', { has: page.locator('.all-cards') }).first();
		const cards = table.locator('tbody > tr:visible');
		await expect(cards).toHaveCount(12);
		await table.getByLabel('Show all rows of this page: 50').check();
		await expect(cards).toHaveCount(50);
	});

	test('retention by month of signup → a table that stays within the screen, of the months it has room for', async ({
		page
	}) => {
		await openPage(page, '/p/sample/audience');
		const matrix = page.locator('table.matrix');
		await expect(matrix.locator('thead th:visible')).toHaveText([
			'Signup month',
			'Joined',
			'0',
			'1',
			'3',
			'6',
			'9',
			'12'
		]);
		const wide = await matrix.evaluate((table) => table.scrollWidth);
		expect(wide).toBeLessThanOrEqual(390);
	});
});
