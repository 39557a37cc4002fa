import { expect, test, type Page } from '@playwright/test';
import { openPage, shareVisit } from './visit.ts';

let page: Page;

shareVisit((there) => (page = there.page), { name: 'Letter', slug: 'letter', language: 'en' });

/** Holds answers back until they are let go. @returns what lets them go */
async function holdBack(address: string | RegExp) {
	let resolve = () => {};
	const promise = new Promise<void>((done) => (resolve = done));
	await page.route(address, async (route) => {
		await promise;
		await route.continue();
	});
	return async () => {
		resolve();
		await page.unrouteAll({ behavior: 'wait' });
	};
}

const main = () => page.locator('main');

test('a page that is on its way → what was pressed is marked, and the old figures are dimmed until it is there', async () => {
	await openPage(page, '/p/letter');
	const letGo = await holdBack(/__data\.json/);
	const link = page.locator('nav').getByRole('link', { name: 'Issues', exact: true });
	await link.click();
	await expect(link).toHaveAttribute('data-pending');
	await expect(main()).toHaveAttribute('aria-busy', 'true');
	await expect(main()).toHaveCSS('opacity', '0.6');
	await letGo();
	await expect(page).toHaveURL(/\/issues/);
	await expect(main()).not.toHaveAttribute('aria-busy');
	await expect(main()).toHaveCSS('opacity', '1');
	await expect(link).not.toHaveAttribute('data-pending');
});

test('a period chosen in a menu, which closes → the button that opened it is marked', async () => {
	await openPage(page, '/p/letter/ledger');
	const letGo = await holdBack(/__data\.json/);
	const chip = page.getByRole('region', { name: 'Filters' }).locator('button').first();
	await chip.click();
	await page.getByRole('link', { name: /12 issues/ }).click();
	await expect(chip).toHaveAttribute('data-pending');
	await expect(main()).toHaveAttribute('aria-busy', 'true');
	await letGo();
	await expect(page).toHaveURL(/last=12/);
	await expect(chip).not.toHaveAttribute('data-pending');
});

test('a form that takes long → its button says so and keeps the focus', async () => {
	await openPage(page, '/p/letter/drafts');
	const letGo = await holdBack(/\/drafts\?/);
	await page.getByRole('textbox').first().fill('# News\n\n[One](https://example.com/one)');
	const button = page.getByRole('button', { name: 'Forecast draft' });
	await button.press('Enter');
	const busy = page.getByRole('button', { name: 'Forecasting …' });
	await expect(busy).toBeFocused();
	await expect(page.locator('form[aria-busy="true"]')).toHaveCount(1);
	await letGo();
	await expect(button).toBeFocused();
	await expect(page.locator('form[aria-busy="true"]')).toHaveCount(0);
});
