import { expect, test, type Page } from '@playwright/test';
import { everybodyCanUse, shareVisit } from './visit.ts';

let page: Page;

shareVisit((there) => (page = there.page), { name: 'Bare', slug: 'bare', language: 'en' });

/** The same person in a browser that runs no scripts. */
async function bare(): Promise<Page> {
	const context = page.context();
	const there = await context.browser()!.newContext({
		baseURL: new URL(page.url()).origin,
		locale: 'en-GB',
		javaScriptEnabled: false,
		storageState: await context.storageState()
	});
	return there.newPage();
}

test('several files and a pasted issue, without scripts → imported, each with its receipt', async () => {
	const plain = await bare();
	await plain.goto('/p/bare/imports');
	const csv = (text: string) => ({ mimeType: 'text/csv', buffer: Buffer.from(text) });
	await plain.locator('input[name=file]').setInputFiles([
		{ name: 'spend.csv', ...csv('Channel,From,To,Spend\nFair,2026-02-01,2026-02-28,100.00\n') },
		{ name: 'vide.csv', ...csv('') }
	]);
	await plain.getByRole('button', { name: 'Import the files' }).click();
	await expect(plain).toHaveURL(/\/imports\?import=\d+$/);
	await expect(async () => {
		await plain.reload();
		const said = plain.getByRole('heading', { name: /row of “spend.csv” is accounted for/ });
		await expect(said).toBeVisible({ timeout: 500 });
		await expect(plain.getByText('This file is empty.').first()).toBeVisible({ timeout: 500 });
	}).toPass();

	await plain.getByLabel('Or paste an issue').fill('# Letter 3\n\n[Tea](https://example.com/tea)');
	await plain.getByRole('button', { name: 'Import this issue' }).click();
	await expect(async () => {
		await plain.reload();
		const said = plain.getByRole('heading', { name: /“pasted-.*\.txt”/ });
		await expect(said).toBeVisible({ timeout: 500 });
		await expect(plain.getByRole('button', { name: 'Undo this import' })).toBeVisible({
			timeout: 500
		});
	}).toPass();
	await plain.context().close();
	await everybodyCanUse(page);
});
