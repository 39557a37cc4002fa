import { expect, test, type Page } from '@playwright/test';
import { gardenFiles, gardenLetter } from '../flow/garden.ts';
import { alive, drop, everybodyCanUse, openPage, shareVisit, takenIn } from './visit.ts';

let page: Page;

shareVisit((there) => (page = there.page), { name: 'Le potager', slug: 'potager', language: 'fr' });

const total = () => page.locator('tfoot b').first().innerText();
const titles = () => page.locator('tbody .title').allInnerTexts();

test('a draft pasted before any issue → the page says that it needs three issues', async () => {
	await openPage(page, '/p/potager/drafts');
	await page.getByLabel('Paste the draft').fill(gardenLetter(9));
	await page.getByRole('button', { name: 'Forecast draft' }).click();
	await expect(page.getByRole('alert')).toContainText('three issues');
});

test('a draft refused on a page whose scripts did not send it → the page says so at the field and keeps the draft, once they run', async () => {
	await openPage(page, '/p/potager/drafts');
	await page.getByLabel('Paste the draft').fill(gardenLetter(9));
	await page.locator('[name=delivered]').fill('many');
	await page.locator('form:has([name=draft])').evaluate((form: HTMLFormElement) => form.submit());
	await expect(page).toHaveURL(/try$/);
	await alive(page);
	const field = page.locator('[name=delivered]');
	await expect(field).toHaveValue('many');
	await expect(field).toHaveAttribute('aria-invalid', 'true');
	await expect(page.getByRole('alert')).toHaveCount(1);
	await expect(page.getByRole('alert')).toContainText('many');
	await expect(page.getByLabel('Paste the draft')).toHaveValue(gardenLetter(9));
	// what the page holds of its fields knows of it too
	await expect(page.getByRole('button', { name: 'Forecast draft' })).toBeEnabled();

	await field.fill('none');
	await page.getByRole('button', { name: 'Forecast draft' }).click();
	await expect(page.getByRole('alert')).toContainText('none');
	await expect(page.getByRole('alert')).toHaveCount(1);
});

test('a draft pasted with eight issues → a forecast on a page that everybody can use', async () => {
	await openPage(page, '/p/potager/imports');
	await drop(
		page,
		Object.fromEntries(
			Object.entries(gardenFiles(1, 8)).map(([name, bytes]) => [name, bytes.toString()])
		)
	);
	await takenIn(page);
	// the files come in one after the other
	await expect(async () => {
		await openPage(page, '/p/potager/drafts');
		await page.getByLabel('Paste the draft').fill(gardenLetter(9));
		await page.getByRole('button', { name: 'Forecast draft' }).click();
		await expect(page).toHaveURL(/drafts\/\d+$/, { timeout: 5000 });
	}).toPass();
	await expect(page.getByRole('heading', { level: 1 })).toContainText('clickers forecast');
	await everybodyCanUse(page);
});

test('items moved by keys, then back by dragging → the total follows, and is the first one again', async () => {
	const [drafted, before] = [await titles(), await total()];
	const handle = page.locator('tbody .handle button').first();
	await handle.focus();
	await page.keyboard.press('ArrowDown');
	await expect(page).toHaveURL(/order=2,1,3,4,5/);
	await page.keyboard.press('ArrowDown');
	await expect(page).toHaveURL(/order=2,3,1,4,5/);
	expect(await titles()).toEqual([1, 2, 0, 3, 4].map((i) => drafted[i]));
	expect(await total()).not.toBe(before);

	await page.locator('tbody tr').nth(2).dragTo(page.locator('tbody tr').nth(0));
	await expect(page).toHaveURL(/drafts\/1\??$/);
	expect(await titles()).toEqual(drafted);
	expect(await total()).toBe(before);
});
