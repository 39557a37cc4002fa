import { expect, test, type Locator, type Page } from '@playwright/test';
import { everybodyCanUse, openPage } from './visit.ts';

// they only look
test.describe.configure({ mode: 'parallel' });
test.use({ locale: 'fr-FR' });

const bar = (page: Page) => page.getByRole('region', { name: 'Filtres' });

/** Controls of the bar that are seen, each of which has to be inside the window. */
async function allInside(controls: Locator, width: number) {
	for (const control of await controls.filter({ visible: true }).all()) {
		const box = (await control.boundingBox())!;
		expect(box.x, await control.innerText()).toBeGreaterThanOrEqual(0);
		expect(box.x + box.width, await control.innerText()).toBeLessThanOrEqual(width);
	}
}

for (const width of [320, 390, 640, 720]) {
	test(`the bar in French on ${width} px → every control is inside the window, or in the menu Plus`, async ({
		page
	}) => {
		await page.setViewportSize({ width, height: 800 });
		await openPage(page, '/p/sample/items?last=12&role=editorial');
		const controls = bar(page).locator('a, button');
		await allInside(controls, width);
		expect(await bar(page).evaluate((one) => one.scrollWidth - one.clientWidth)).toBe(0);
		for (const name of [/12 numéros/, 'Filtrer'])
			await expect(bar(page).getByRole('button', { name })).toBeVisible();

		const csv = bar(page).getByRole('link', { name: 'CSV' });
		await expect(csv).toBeHidden();
		await bar(page).getByRole('button', { name: 'Plus' }).click();
		await expect(csv).toBeVisible();
		for (const name of ['Vues enregistrées', 'Copier un lien vers cette page', 'Imprimer'])
			await expect(bar(page).getByRole('button', { name })).toBeVisible();
		await expect(bar(page).getByRole('button', { name: /période précédente/ })).toHaveCount(1);
		await allInside(controls, width);
		await everybodyCanUse(page);

		await bar(page).getByRole('button', { name: 'Vues enregistrées' }).click();
		const views = page.getByRole('dialog', { name: 'Vues enregistrées' });
		await expect(views).toBeVisible();
		await allInside(views, width);
		await page.keyboard.press('Escape');
		await page.keyboard.press('Escape');
		await expect(csv).toBeHidden();
		await expect(bar(page).getByRole('button', { name: 'Plus' })).toBeFocused();
	});
}

test('a window as wide as the bar needs → all of it in a line, and no menu', async ({ page }) => {
	await page.setViewportSize({ width: 1440, height: 800 });
	await openPage(page, '/p/sample/items');
	await expect(bar(page).getByRole('link', { name: 'CSV' })).toBeVisible();
	await expect(bar(page).getByRole('button', { name: 'Plus' })).toBeHidden();
});

test.describe('without scripts', () => {
	test.use({ javaScriptEnabled: false, viewport: { width: 390, height: 800 } });

	test('the menu Plus of a narrow bar → opens, with what needs no script', async ({ page }) => {
		await page.goto('/p/sample/items');
		await bar(page).getByRole('button', { name: 'Plus' }).click();
		const csv = bar(page).getByRole('link', { name: 'CSV' });
		await expect(csv).toBeVisible();
		await allInside(csv, 390);
		await expect(bar(page).getByRole('button', { name: 'Imprimer' })).toBeHidden();
	});
});
