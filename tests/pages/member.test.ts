import { expect, test } from '@playwright/test';
import type { Page } from '@playwright/test';
import {
	createAdministrator,
	createPublication,
	drop,
	everybodyCanUse,
	takenIn,
	visit
} from './visit.ts';
import type { Visit } from './visit.ts';

// one after the other, as one person would: on a program of their own, which starts empty
test.describe.configure({ mode: 'serial' });

let there: Visit;
let page: Page;

test.beforeAll(async ({ browser }) => {
	there = await visit(browser);
	page = there.page;
});

test.afterAll(async () => {
	await there?.leave();
});

test('the administrator is created on the way to a new publication', async () => {
	await createAdministrator(there);
	await expect(page).toHaveURL('/p/new');
	await everybodyCanUse(page);
});

test('a publication says its language, currency and zone', async () => {
	await createPublication(page, { name: 'La Lettre', slug: 'lettre', language: 'fr' });
	await everybodyCanUse(page);
});

test('a dropped file is taken in, and its receipt shown', async () => {
	const clicks = [
		'Email,Timestamp,Url,Campaign',
		'ana@example.org,2025-09-18 07:30:00,https://example.com/cafe,Letter 12',
		'ben@example.org,2025-09-18 09:12:30,https://example.com/cafe,Letter 12'
	].join('\n');
	await drop(page, { 'clicks.csv': clicks });
	await expect(page.getByText('clicks.csv').first()).toBeVisible();
	await takenIn(page);
	await everybodyCanUse(page);
});

test('its clicks are on the pages', async () => {
	await page.goto('/p/lettre/items');
	await expect(page.getByText('Cafe').first()).toBeVisible();
});

test('undone, they are gone', async () => {
	await page.goto('/p/lettre/imports');
	await page.getByRole('button', { name: /undo/i }).first().click();
	await expect(async () => {
		await page.goto('/p/lettre/items');
		await expect(page.getByText('Cafe')).toHaveCount(0, { timeout: 500 });
	}).toPass();
});

test('the settings can be used by everybody', async () => {
	const answer = await page.goto('/p/lettre/settings');
	expect(answer?.status()).toBe(200);
	await everybodyCanUse(page);
});

test('without the session there is only the form', async () => {
	await page.context().clearCookies();
	await page.goto('/p/lettre/items');
	await expect(page).toHaveURL(/\/sign-in\?next=/);
	await everybodyCanUse(page);
	await page.getByLabel('E-mail address').fill('ana@example.org');
	await page.getByLabel('Password').fill('correct horse');
	await page.getByRole('button', { name: 'Sign in' }).click();
	await expect(page).toHaveURL('/p/lettre/items');
});

test('somebody is added, comes in with the password that was handed on, and only looks', async () => {
	await page.getByRole('link', { name: 'Ana' }).click();
	await page.getByLabel('Name').fill('Bo');
	await page.getByLabel('E-mail').fill('bo@example.org');
	await page.getByRole('button', { name: 'Add person' }).click();
	const password = await page.getByRole('status').locator('code').textContent();
	await expect(page.getByRole('rowheader', { name: /Bo/ })).toBeVisible();
	await everybodyCanUse(page);

	const other = await there.newPage();
	await other.goto('/account');
	await other.getByLabel('E-mail address').fill('bo@example.org');
	await other.getByLabel('Password').fill(password!);
	await other.getByRole('button', { name: 'Sign in' }).click();
	await expect(other).toHaveURL('/account');
	await expect(other.getByRole('heading', { level: 1 })).toHaveText('Bo');
	await expect(other.getByRole('heading', { name: 'Team' })).toHaveCount(0);
	await everybodyCanUse(other);
	await other.goto('/p/lettre/imports');
	await expect(other.getByRole('heading', { level: 1 })).not.toHaveText('Imports');
});
