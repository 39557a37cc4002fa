import AxeBuilder from '@axe-core/playwright';
import { expect, test } from '@playwright/test';
import type { Page } from '@playwright/test';
import { folder, started } from '../flow/program.ts';
import type { Running } from '../flow/program.ts';

// one after the other, as one person would: on a program of their own, which starts empty
test.describe.configure({ mode: 'serial' });

let program: Running;
let page: Page;

test.beforeAll(async ({ browser }) => {
	program = await started({ here: folder() });
	const context = await browser.newContext({ baseURL: program.address, locale: 'en-GB' });
	page = await context.newPage();
});

test.afterAll(async () => {
	await page?.context().close();
	await program?.stop();
});

async function everybodyCanUse() {
	const { violations } = await new AxeBuilder({ page }).analyze();
	expect(violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`)).toEqual([]);
}

test('the administrator is created on the way to a new publication', async () => {
	await page.goto('/p/new');
	await page.getByLabel('Name').fill('Ana');
	await page.getByLabel('E-mail address').fill('ana@example.org');
	await page.getByLabel('Password').fill('correct horse');
	await page.getByRole('button', { name: 'Create the account' }).click();
	await expect(page).toHaveURL('/p/new');
	await everybodyCanUse();
});

test('a publication says its language, currency and zone', async () => {
	await page.locator('[name=name]').fill('La Lettre');
	await page.locator('[name=slug]').fill('lettre');
	await page.locator('[name=language]').selectOption('fr');
	await page.locator('[name=currency]').selectOption('EUR');
	await page.locator('[name=zone]').selectOption('Europe/Paris');
	await page.locator('form button').last().click();
	await expect(page).toHaveURL('/p/lettre/imports');
	await everybodyCanUse();
});

test('a dropped file is taken in, and its receipt shown', async () => {
	const clicks = [
		'Email,Timestamp,Url,Campaign',
		'ana@example.org,2025-09-18 07:30:00,https://example.com/cafe,Letter 12',
		'ben@example.org,2025-09-18 09:12:30,https://example.com/cafe,Letter 12'
	].join('\n');
	await page
		.locator('input[type=file]')
		.first()
		.setInputFiles({ name: 'clicks.csv', mimeType: 'text/csv', buffer: Buffer.from(clicks) });

	await expect(page.getByText('clicks.csv').first()).toBeVisible();
	await expect(page.getByRole('button', { name: /undo|take back/i }).first()).toBeVisible({
		timeout: 20_000
	});
	await everybodyCanUse();
});

test('its clicks are on the pages', async () => {
	await page.goto('/p/lettre/items');
	await expect(page.getByText('Cafe').first()).toBeVisible();
});

test('undone, they are gone', async () => {
	await page.goto('/p/lettre/imports');
	await page
		.getByRole('button', { name: /undo|take back/i })
		.first()
		.click();
	await expect(async () => {
		await page.goto('/p/lettre/items');
		await expect(page.getByText('Cafe')).toHaveCount(0);
	}).toPass({ timeout: 20_000 });
});

test('the settings can be used by everybody', async () => {
	const answer = await page.goto('/p/lettre/settings');
	expect(answer?.status()).toBe(200);
	await everybodyCanUse();
});

test('without the session there is only the form', async () => {
	await page.context().clearCookies();
	await page.goto('/p/lettre/items');
	await expect(page).toHaveURL(/\/sign-in\?next=/);
	await everybodyCanUse();
	await page.getByLabel('E-mail address').fill('ana@example.org');
	await page.getByLabel('Password').fill('correct horse');
	await page.getByRole('button', { name: 'Sign in' }).click();
	await expect(page).toHaveURL('/p/lettre/items');
});
