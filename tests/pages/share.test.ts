import { resolve } from 'node:path';
import { expect, test } from '@playwright/test';
import type { Page } from '@playwright/test';
import { createAdministrator, everybodyCanUse, visit } from './visit.ts';
import type { Visit } from './visit.ts';

// one after the other, as one person would: on a program of their own, with the sample in it
test.describe.configure({ mode: 'serial' });

let there: Visit;
let page: Page;
/** somebody without an account */
let guest: Page;
let link: string;

test.beforeAll(async ({ browser }) => {
	test.setTimeout(120_000);
	there = await visit(browser, { RUBRIQUE_IMPORTS: resolve('imports') });
	[page, guest] = [there.page, await there.newPage()];
	await createAdministrator(page, '/welcome');
});

test.afterAll(async () => {
	await there?.leave();
});

/** The link that was just made: it is shown this once. */
async function made(): Promise<string> {
	await page.getByRole('button', { name: 'Make the link' }).click();
	return page.getByRole('textbox', { name: /shown this once/ }).inputValue();
}

test('a page with its filters is kept under a name, and stands in the navigation', async () => {
	await page.goto('/p/sample/topics?last=12');
	await page.getByRole('button', { name: 'Views' }).click();
	await page.getByLabel('Keep this page as').fill('Latest dozen');
	await page.getByLabel('show it in the navigation').check();
	await page.getByRole('button', { name: 'Keep', exact: true }).click();
	await expect(page.getByRole('dialog').getByRole('link', { name: 'Latest dozen' })).toBeVisible();

	await page.goto('/p/sample');
	await page.getByRole('navigation').getByRole('link', { name: 'Latest dozen' }).click();
	await expect(page).toHaveURL('/p/sample/topics?last=12');
	await page.getByRole('button', { name: 'Views' }).click();
	await everybodyCanUse(page);
});

test('a link shows a page as it is narrowed to somebody without an account', async () => {
	await page.goto('/p/sample/topics?last=12');
	await page.getByRole('link', { name: 'Share by link' }).click();
	await everybodyCanUse(page);
	link = await made();

	await guest.goto(link);
	await expect(guest.locator('main')).toContainText('12 issues');
	await everybodyCanUse(guest);
});

test('nobody narrows it otherwise, goes on from it, or finds others', async () => {
	await guest.goto(`${link}?last=3&issue=1`);
	await expect(guest.locator('main')).toContainText('12 issues');
	await guest.goto('/p/sample/topics');
	await expect(guest).toHaveURL(/sign-in/);

	const guessed = await guest.request.get(`${link.slice(0, -4)}aaaa`);
	expect(guessed.status()).toBe(404);
	const shown = await guest.request.get(link);
	expect(shown.headers()).toMatchObject({
		'x-robots-tag': 'noindex',
		'cache-control': 'private, no-store'
	});
	expect((await guest.request.get(`${link}/report.csv`)).status()).toBe(200);
});

test('taken back, it says so', async () => {
	await page.goto('/p/sample/shares');
	await page
		.getByRole('button', { name: /Take back/ })
		.first()
		.click();
	await expect(page.getByText('taken back')).toBeVisible();

	const answer = await guest.goto(link);
	expect(answer?.status()).toBe(410);
	await expect(guest.getByRole('heading')).toContainText('no longer valid');
	expect((await guest.request.get(`${link}/report.csv`)).status()).toBe(410);
});

test('a report with a password opens with it, and its files do', async () => {
	await page.goto('/p/sample/reports?last=12');
	await page.getByRole('button', { name: 'Make it' }).click();
	await expect(page).toHaveURL(/reports\/\d+/);
	await page.getByRole('link', { name: 'Share by link' }).click();
	await page.getByRole('textbox', { name: /^Password/ }).fill('battery staple');
	link = await made();

	await guest.goto(link);
	expect((await guest.request.get(`${link}/report.json`)).status()).toBe(403);
	await guest.getByLabel('Password').fill('guess number one');
	await guest.getByRole('button', { name: 'Open' }).click();
	await expect(guest.getByRole('alert')).toBeVisible();
	await everybodyCanUse(guest);

	await guest.getByLabel('Password').fill('battery staple');
	await guest.getByRole('button', { name: 'Open' }).click();
	await expect(guest.locator('main')).toContainText('12 numéros');
	expect((await guest.request.get(`${link}/report.json`)).status()).toBe(200);
});
