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

	await page.goto('/p/new');
	await page.getByLabel('Name').fill('Ana');
	await page.getByLabel('E-mail address').fill('ana@example.org');
	await page.getByLabel('Password').fill('correct horse');
	await page.getByRole('button', { name: 'Create the account' }).click();
	await expect(page).toHaveURL('/p/new');
	await page.locator('[name=name]').fill('La Lettre');
	await page.locator('[name=slug]').fill('lettre');
	await page.locator('[name=language]').selectOption('fr');
	await page.locator('[name=currency]').selectOption('EUR');
	await page.locator('[name=zone]').selectOption('Europe/Paris');
	await page.locator('form button').last().click();
	await expect(page).toHaveURL('/p/lettre/imports');
});

test.afterAll(async () => {
	await page?.context().close();
	await program?.stop();
});

async function drop(name: string, lines: string[]) {
	const buffer = Buffer.from(lines.join('\n'));
	await page
		.locator('input[type=file]')
		.first()
		.setInputFiles({ name, mimeType: 'text/csv', buffer });
	await expect(page.getByText(name).first()).toBeVisible();
}

async function everybodyCanUse() {
	const { violations } = await new AxeBuilder({ page }).analyze();
	expect(violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`)).toEqual([]);
}

test('a file of an unknown shape is asked about, with nobody’s name', async () => {
	await drop('divers.csv', [
		'Prénom;Quoi;Jour',
		'Anabelle;https://example.com/cafe;03/04/2025 10:20',
		'Benoît;https://example.com/cafe;03/04/2025 10:22'
	]);
	await expect(page.getByRole('heading', { name: /What is in “divers.csv”/ })).toBeVisible({
		timeout: 20_000
	});
	await expect(page.getByText('Anabelle')).toHaveCount(0);
	await everybodyCanUse();
});

test('it cannot be stored before what it holds and the order of its dates are said', async () => {
	const store = page.getByRole('button', { name: 'Store the file' });
	await expect(store).toBeDisabled();
	await page.getByLabel('What the file holds').selectOption('clicks');
	await expect(store).toBeDisabled();
	await page.getByLabel(/Day or month first/).selectOption('dmy');
	await expect(page.getByText('03/04/2025 10:20 = 3 April 2025')).toBeVisible();
	await page.getByLabel('The send that the file is about').fill('Letter 12');
	await store.click();

	await expect(page.getByRole('button', { name: /undo/i }).first()).toBeVisible({
		timeout: 20_000
	});
});

test('the next such file is recognised by itself', async () => {
	await drop('encore.csv', ['Prénom;Quoi;Jour', 'Cyril;https://example.com/the;05/06/2025 10:20']);
	await expect(async () => {
		await page.goto('/p/lettre/items');
		await expect(page.getByText('Cafe').first()).toBeVisible();
		await expect(page.getByText('The').first()).toBeVisible();
	}).toPass({ timeout: 20_000 });
});

test('pages without a place, and what was said of them, can be used by everybody', async () => {
	const answer = await page.goto('/p/lettre/imports/pages');
	expect(answer?.status()).toBe(200);
	await everybodyCanUse();
});
