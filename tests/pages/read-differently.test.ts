import { expect, test, type Page } from '@playwright/test';
import { drop, everybodyCanUse, openPage, shareVisit, takenIn } from './visit.ts';

let page: Page;

shareVisit((there) => (page = there.page), { name: 'La Lettre', slug: 'lettre', language: 'fr' });

const clicks = [
	'Email,Clicked at,Link,Second page,Campaign',
	'ana@example.com,2025-04-03 10:20:00,https://example.com/cafe,https://example.com/tea,Letter 12',
	'bob@example.com,2025-04-03 10:22:00,https://example.com/cafe,https://example.com/tea,Letter 12'
].join('\n');

/** Waits until the items are as the new reading has them. */
async function expectItem(name: string, other: string) {
	await expect(async () => {
		await openPage(page, '/p/lettre/items');
		await expect(page.getByText(name, { exact: true }).first()).toBeVisible({ timeout: 500 });
		await expect(page.getByText(other, { exact: true })).toHaveCount(0);
	}).toPass();
}

test('an imported file → its receipt offers to read it differently', async () => {
	await drop(page, { 'letter-12.csv': clicks });
	await takenIn(page);
	await expectItem('Cafe', 'Tea');

	await openPage(page, '/p/lettre/imports');
	await page
		.getByRole('link', { name: /letter-12\.csv/ })
		.first()
		.click();
	await page.getByRole('link', { name: 'Read differently' }).click();
	await expect(page.getByRole('heading', { name: /Map the columns/ })).toBeVisible();
	await everybodyCanUse(page);
});

test('another column chosen → the preview follows', async () => {
	await expect(page.getByText('example.com/cafe').first()).toBeVisible();
	await page.getByLabel(/“Link”/).selectOption('');
	await page.getByLabel(/“Second page”/).selectOption('url');
	await expect(page.getByRole('cell', { name: /example\.com\/tea/ }).first()).toBeVisible();
});

test('the import replaced → figures are those of the new reading, and the old import is undone', async () => {
	await page.getByRole('button', { name: 'Replace the import' }).click();
	await expectItem('Tea', 'Cafe');

	await openPage(page, '/p/lettre/imports');
	await expect(page.getByRole('link', { name: /letter-12\.csv/ }).first()).toBeVisible();
	const answer = await page.request.get('/p/lettre/imports');
	expect((await answer.text()).match(/undone/g)?.length ?? 0).toBeGreaterThan(0);
});
