import { expect, test, type Page } from '@playwright/test';
import {
	createAdministrator,
	createPublication,
	drop,
	everybodyCanUse,
	openPage,
	takenIn,
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

test('a first visitor who wants a new publication → creates the administrator, and is led back there', async () => {
	await createAdministrator(there);
	await expect(page).toHaveURL('/p/new');
	await everybodyCanUse(page);
});

test('a new publication with its language → created, on pages that everybody can use', async () => {
	await createPublication(page, { name: 'La Lettre', slug: 'lettre', language: 'fr' });
	await everybodyCanUse(page);
});

test('a dropped file → imported, and shown with its receipt', async () => {
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

test('an imported file of clicks → its page is among the items', async () => {
	await openPage(page, '/p/lettre/items');
	await expect(page.getByText('Cafe').first()).toBeVisible();
});

test('its import undone → its page is gone from the items', async () => {
	await openPage(page, '/p/lettre/imports');
	await page.getByRole('button', { name: /undo/i }).first().click();
	await expect(async () => {
		await openPage(page, '/p/lettre/items');
		await expect(page.getByText('Cafe')).toHaveCount(0, { timeout: 500 });
	}).toPass();
});

test('the settings → a page that everybody can use', async () => {
	const answer = await openPage(page, '/p/lettre/settings');
	expect(answer?.status()).toBe(200);
	await everybodyCanUse(page);
});

test('a short name that another publication has → said at the form, which can be used by everybody', async () => {
	await openPage(page, '/p/new');
	await page.getByLabel('Name', { exact: true }).fill('Lettre');
	await expect(page.getByLabel('Short name')).toHaveValue('lettre');
	await page.getByRole('button', { name: 'Create publication' }).click();
	await expect(page.getByText('Another publication has this short name.')).toBeVisible();
	await everybodyCanUse(page);

	await page.getByLabel('Short name').fill('autre');
	await page.getByRole('button', { name: 'Create publication' }).click();
	await expect(page).toHaveURL('/p/autre/imports');
	await expect(page.getByRole('heading', { name: 'First steps' })).toBeVisible();
	await page.getByRole('button', { name: 'Hide this list' }).click();
	await expect(page.getByRole('heading', { name: 'First steps' })).toHaveCount(0);
});

test.describe('in French, in the dark, on a phone', () => {
	const pages = [
		['imports', '/p/lettre/imports'],
		['activity', '/p/lettre/activity'],
		['settings', '/p/lettre/settings'],
		['publications', '/publications'],
		['account', '/account'],
		['profile', '/account/profile'],
		['tokens', '/account/tokens'],
		['the audit log', '/account/audit'],
		['the glossary', '/glossary']
	] as const;

	test('each page that only members open → has a heading, fits, and can be used by everybody', async () => {
		const context = page.context();
		await context.addCookies([
			{ name: 'language', value: 'fr', url: there.program.address },
			{ name: 'theme', value: 'dark', url: there.program.address }
		]);
		await page.setViewportSize({ width: 390, height: 844 });
		for (const [name, path] of pages) {
			await openPage(page, path);
			await expect(page.getByRole('heading', { level: 1 }), name).toHaveText(/\S/);
			const tooWide = await page.evaluate(
				() => document.documentElement.scrollWidth - document.documentElement.clientWidth
			);
			expect(tooWide, name).toBeLessThanOrEqual(0);
			await everybodyCanUse(page);
		}
		await context.clearCookies({ name: 'language' });
		await context.clearCookies({ name: 'theme' });
		await page.setViewportSize({ width: 1280, height: 720 });
	});
});

test('two publications → stand side by side with their figures, of the same period', async () => {
	await openPage(page, '/publications');
	for (const name of ['La Lettre', 'Lettre'])
		await expect(page.getByRole('rowheader', { name: new RegExp(`^${name}`) })).toBeVisible();
	await everybodyCanUse(page);
});

test('⌘K on one’s account → publications, what an account can do, and help', async () => {
	await openPage(page, '/account');
	await page.keyboard.press('Control+k');
	const palette = page.getByRole('dialog', { name: 'Go to' });
	for (const name of ['API tokens', 'Profile', 'La Lettre', 'Keyboard shortcuts'])
		await expect(palette.getByRole('option', { name, exact: true })).toBeVisible();
	await everybodyCanUse(page);
	await page.keyboard.press('Escape');
});

test('a token created, revoked and restored → shown once, and can be revoked again', async () => {
	await openPage(page, '/account/tokens');
	await page.getByLabel('Name').fill('nightly');
	await page.getByRole('button', { name: 'Create token' }).click();
	await expect(page.getByRole('status').locator('code')).toHaveText(/^rubrique_/);
	await page.getByRole('button', { name: 'Revoke the token nightly' }).click();
	await page.getByRole('button', { name: 'Restore the token nightly' }).click();
	await expect(page.getByRole('button', { name: 'Revoke the token nightly' })).toBeVisible();
	await everybodyCanUse(page);
});

test('a profile is kept → where its owner signs in, pages are in that language and theme, and begin there', async () => {
	await openPage(page, '/account/profile');
	await page.getByLabel('Language').selectOption('fr');
	await page.getByLabel('Theme').selectOption('dark');
	await page.getByLabel('Default publication').selectOption('lettre');
	await page.getByLabel('Default period').selectOption('26');
	await page.getByRole('button', { name: 'Save' }).click();
	await expect(page.locator('html')).toHaveAttribute('lang', 'fr');

	const other = await there.newPage();
	await openPage(other, '/sign-in');
	await other.getByLabel('E-mail address').fill('ana@example.org');
	await other.getByLabel('Password').fill('correct horse');
	await other.getByRole('button', { name: 'Sign in' }).click();
	await expect(other).toHaveURL('/p/lettre?last=26');
	await expect(other.locator('html')).toHaveAttribute('lang', 'fr');
	await expect(other.locator('[data-theme="dark"]').first()).toBeAttached();

	await page.locator('#language').selectOption('en');
	await page.locator('#theme').selectOption('');
	await page.locator('form button').last().click();
	await expect(page.locator('html')).toHaveAttribute('lang', 'en');
});

test('a note that is refused → its reason at its field, what was typed stays, and the next one is kept', async () => {
	await openPage(page, '/p/lettre/annotations');
	const field = page.getByRole('textbox', { name: 'What happened' });
	await page.getByLabel('Day', { exact: true }).fill('2026-03-12');
	await field.fill(' ');
	await field.press('Enter');
	await expect(field).toBeFocused();
	await expect(field).toHaveAccessibleErrorMessage(/needs a text/);
	await expect(page.getByLabel('Day', { exact: true })).toHaveValue('2026-03-12');
	await everybodyCanUse(page);
	await field.fill('New layout');
	await field.press('Enter');
	await expect(page.getByRole('listitem').filter({ hasText: 'New layout' })).toBeVisible();
	await expect(page.getByRole('alert')).toHaveCount(0);
});

test('a page opened without a session → only the sign-in form, which leads back to the page', async () => {
	await page.context().clearCookies();
	await openPage(page, '/p/lettre/items');
	await expect(page).toHaveURL(/\/sign-in\?next=/);
	await everybodyCanUse(page);
	await page.getByLabel('E-mail address').fill('ana@example.org');
	await page.getByLabel('Password').fill('correct horse');
	await page.getByRole('button', { name: 'Sign in' }).click();
	await expect(page).toHaveURL('/p/lettre/items');
});

test('a person added to the team → signs in with the password handed on, and cannot import or see the team', async () => {
	await page.getByRole('link', { name: 'Ana' }).click();
	await page.getByLabel('Name').fill('Bo');
	await page.getByLabel('E-mail').fill('bo@example.org');
	await page.getByRole('button', { name: 'Add person' }).click();
	const password = await page.getByRole('status').locator('code').textContent();
	await page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
	await page.getByRole('button', { name: /^Copy – Password for/ }).click();
	await expect(page.getByText('Copied', { exact: true })).toBeVisible();
	expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(password);
	await expect(page.getByRole('rowheader', { name: /Bo/ })).toBeVisible();
	await everybodyCanUse(page);

	const other = await there.newPage();
	await openPage(other, '/account');
	await other.getByLabel('E-mail address').fill('bo@example.org');
	await other.getByLabel('Password').fill(password!);
	await other.getByRole('button', { name: 'Sign in' }).click();
	await expect(other).toHaveURL('/account');
	await expect(other.getByRole('heading', { level: 1 })).toHaveText('Bo');
	await expect(other.getByRole('heading', { name: 'Team' })).toHaveCount(0);
	await everybodyCanUse(other);
	// topics can be looked at, and nothing offers what a viewer may not do
	await openPage(other, '/p/lettre/topics/manage');
	await expect(other.getByRole('heading', { name: 'Topics' })).toBeVisible();
	await expect(other.getByRole('heading', { name: 'What is this item about?' })).toHaveCount(0);
	await everybodyCanUse(other);
	await openPage(other, '/p/lettre/topics');
	await expect(other.getByRole('link', { name: 'Manage topics' })).toHaveCount(0);
	// what refuses is a page without scripts
	await other.goto('/p/lettre/imports');
	await expect(other.getByRole('heading', { level: 1 })).toHaveText('You cannot open “Imports”');
	await expect(other.getByText('An administrator can change your role.')).toBeVisible();
	await everybodyCanUse(other);
	await other.getByRole('link', { name: 'La Lettre: overview' }).click();
	await expect(other).toHaveURL('/p/lettre');
});

test('another publication looked for in the palette → opened by keyboard', async () => {
	await openPage(page, '/p/new');
	await createPublication(page, { name: 'The Quay', slug: 'quay', language: 'en' });
	await page.keyboard.press('Control+k');
	const field = page.getByRole('dialog').getByRole('combobox');
	await expect(field).toBeFocused();
	await field.fill('lettre');
	await expect(page.getByRole('option').first()).toHaveText('La Lettre');
	await page.keyboard.press('Enter');
	await expect(page).toHaveURL('/p/lettre');
});
