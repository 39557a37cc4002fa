import { expect, test, type Page } from '@playwright/test';
import { drop, everybodyCanUse, openPage, shareVisit, takenIn } from './visit.ts';

const SENT = Date.UTC(2025, 8, 18, 6);

/** Ten links clicked by one reader in three seconds, and one by each of two others. */
function clicks() {
	const row = (email: string, seconds: number, n: number) =>
		`${email},${new Date(SENT + seconds * 1000).toISOString()},https://example.com/page-${n},Letter 12`;
	const scanned = Array.from({ length: 10 }, (_, n) => row('ana@example.org', 600 + (n % 4), n));
	const others = [row('ben@example.org', 4003, 1), row('eve@example.org', 9007, 2)];
	return ['Email,Timestamp,Url,Campaign', ...scanned, ...others].join('\n');
}

let page: Page;

shareVisit((there) => (page = there.page), { name: 'Letter', slug: 'letter', language: 'en' });

test.beforeAll(async () => {
	await drop(page, { 'clicks.csv': clicks() });
	await takenIn(page);
});

const preview = () => page.getByRole('region', { name: 'What the changed rules would do' });
const burst = () => page.locator('input[name=burst]');

test('rules switched off and previewed → what would change is shown, and nothing has changed', async () => {
	await openPage(page, '/p/letter/verdicts');
	await burst().uncheck();
	await page.locator('input[name=coverage]').uncheck();
	await page.getByRole('button', { name: 'Preview changes' }).click();

	await expect(preview().getByRole('row').last()).toContainText('+1');
	await expect(preview().getByRole('row').last()).toContainText('12');
	await expect(burst()).not.toBeChecked();
	// the button is a page further down
	await expect(preview()).toBeInViewport();
	const aside = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
	expect(aside).toBeLessThanOrEqual(0);
	await everybodyCanUse(page);

	// the ledger is as it was
	await openPage(page, '/p/letter/verdicts');
	await expect(page.locator('#finding')).toContainText('83');
	await expect(burst()).toBeChecked();
});

test('the change applied → history is judged anew, and the way back is offered', async () => {
	await burst().uncheck();
	await page.locator('input[name=coverage]').uncheck();
	await page.getByRole('button', { name: 'Preview changes' }).click();
	await expect(preview()).toBeVisible();
	await page.getByRole('button', { name: 'Apply to all history' }).click();

	await expect(async () => {
		await openPage(page, '/p/letter/verdicts');
		await expect(page.locator('#finding')).not.toContainText('83', { timeout: 500 });
	}).toPass();
	await expect(burst()).not.toBeChecked();

	await page.getByRole('button', { name: /Show the rules of/ }).click();
	await expect(preview().getByRole('row').last()).toContainText('−1');
	await expect(burst()).toBeChecked();
});
