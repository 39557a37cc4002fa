import { expect, test, type Page } from '@playwright/test';
import { firstCodeIn } from '../flow/first-code.ts';
import { folder } from '../flow/program.ts';
import { freePort } from '../free-port.mjs';
import { siteBelow, type Site } from '../flow/site.ts';
import { createPublication, drop, openPage, takenIn, type Visit, visit } from './visit.ts';

// one after the other, as one person would, below a path of a site that others share
test.describe.configure({ mode: 'serial' });

let site: Site;
let there: Visit;
let page: Page;

test.beforeAll(async ({ browser }) => {
	site = await siteBelow('/rubrique', false);
	const port = await freePort();
	site.lead(port);
	there = await visit(browser, {
		RUBRIQUE_DATA: folder(),
		PORT: String(port),
		ORIGIN: site.address
	});
	page = there.page;
});

test.afterAll(async () => {
	await there?.leave();
	await site?.close();
});

test('a first visitor below a path → creates an account and a publication, and imports a file', async () => {
	await openPage(page, `${site.address}/p/new`);
	await expect(page).toHaveURL(/\/rubrique\/welcome/);
	await page.getByLabel('One-time code').fill(firstCodeIn(there.program.talk()));
	await page.getByLabel('Name').fill('Ana');
	await page.getByLabel('E-mail address').fill('ana@example.org');
	await page.getByLabel('Password').fill('correct horse');
	await page.getByRole('button', { name: 'Create account' }).click();
	await expect(page).toHaveURL(`${site.address}/p/new`);
	await createPublication(page, { name: 'Tides', slug: 'tides', language: 'en' });
	await drop(page, { 'issue.md': '# Ebb\n\n## News\n\n[Low water](https://example.org/low)\n' });
	await takenIn(page);
});

test('links, a saved view and the theme used below a path → work without a page being loaded anew', async () => {
	await page.getByRole('navigation').getByRole('link', { name: 'Topics' }).click();
	await expect(page).toHaveURL(/\/rubrique\/p\/tides\/topics/);
	await page.getByRole('button', { name: 'Saved views' }).click();
	await page.getByLabel('Save view as').fill('My topics');
	await page.getByLabel('pin to sidebar').check();
	await page.getByRole('button', { name: 'Save', exact: true }).click();
	await page.keyboard.press('Escape');
	await page.getByRole('navigation').getByRole('link', { name: 'My topics' }).click();
	await expect(page).toHaveURL(`${site.address}/p/tides/topics`);
	await page.getByRole('button', { name: /theme/i }).click();
	await expect(page.locator('.theme')).toHaveAttribute('data-theme', 'light');
});

test('a page loaded anew, then signed out → stays below the path, and nothing was ever asked beside it', async () => {
	await openPage(page, `${site.address}/p/tides/imports`);
	await expect(page.getByRole('navigation')).toBeVisible();
	await page.getByRole('button', { name: 'Sign out' }).click();
	await expect(page).toHaveURL(`${site.address}/sign-in`);
	expect(site.beside).toEqual([]);
});
