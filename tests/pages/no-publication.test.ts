import { expect, test, type Page } from '@playwright/test';
import {
	createAdministrator,
	createPublication,
	everybodyCanUse,
	openPage,
	visit,
	type Visit
} from './visit.ts';

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

test('the first page where there is nothing → the account, of no sample a word, and the way to a publication', async () => {
	await openPage(page, '/');
	await expect(page).toHaveURL(/\/welcome\?/);
	await expect(page.getByText('visible only to people with an account')).toBeVisible();
	await expect(page.getByText(/sample/)).toHaveCount(0);
	await createAdministrator(there, '/');
	await expect(page).toHaveURL('/p/new');
});

test('the only publication deleted → said so, with ways to a new one, to the account and back', async () => {
	await createPublication(page, { name: 'Seule', slug: 'seule', language: 'fr' });
	await openPage(page, '/p/seule/settings');
	await page.locator('[name=typed]').fill('Seule');
	await page.locator('form[action*=delete] button').click();
	await expect(page).toHaveURL('/publications');
	await expect(page.getByRole('heading', { name: 'No publication', level: 1 })).toBeVisible();
	await expect(page.getByText(/Ask an administrator/)).toHaveCount(0);
	await expect(page.getByRole('heading', { name: 'Archived or being deleted' })).toBeVisible();
	await expect(page.getByRole('link', { name: 'Account' })).toHaveAttribute('href', '/account');
	await everybodyCanUse(page);
	await page.getByRole('link', { name: 'New publication' }).click();
	await expect(page).toHaveURL('/p/new');
});
