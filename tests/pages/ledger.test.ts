import { expect, test } from '@playwright/test';
import type { Page } from '@playwright/test';
import { everybodyCanUse, shareVisit, takenIn } from './visit.ts';

let page: Page;

shareVisit((there) => (page = there.page), { name: 'Letter', slug: 'letter', language: 'en' });

const spend = () => page.getByRole('region', { name: 'Spend', exact: true });
const rows = () => spend().locator('tbody tr');

async function open(query = '') {
	await page.goto(`/p/letter/ledger${query}`);
	await page.waitForLoadState('networkidle');
}

/** Adds spend by its form. */
async function add(channel: string, day: string, amount: string) {
	const form = spend().locator('form[action="?/add"]');
	if (!(await form.isVisible())) await spend().getByText('Add spend').click();
	await form.getByLabel('Channel', { exact: true }).fill(channel);
	await form.getByLabel('From').fill(day);
	await form.getByLabel('Amount').fill(amount);
	await form.getByRole('button', { name: 'Save' }).click();
}

test('an amount that is none → said beside its field, and what was typed stays', async () => {
	await open();
	await add('Fair', '2026-03-02', 'twelve');
	const amount = spend().getByLabel('Amount');
	await expect(amount).toHaveAttribute('aria-invalid', 'true');
	await expect(amount).toHaveAccessibleDescription(/twelve/);
	await expect(spend().getByLabel('Channel', { exact: true })).toHaveValue('Fair');
	await everybodyCanUse(page);
});

test('spend that was added → a row, its name proposed from then on, its month in the totals', async () => {
	await add('Fair', '2026-03-02', '120.50');
	await expect(rows()).toHaveCount(1);
	await expect(rows()).toContainText('€120.50');
	await expect(spend().locator('datalist option[value="Fair"]').first()).toBeAttached();
	const totals = page.getByRole('region', { name: 'Totals by month and channel' });
	await expect(totals.locator('tbody tr')).toContainText('Mar 2026');
	await expect(totals.locator('tbody tr')).toContainText('€120.50');
});

test('rows pasted from a spreadsheet without a head → imported like a file, and counted', async () => {
	await spend().getByText('Paste rows from a spreadsheet').click();
	await spend()
		.locator('textarea')
		.fill('Social\t2026-04-01\t2026-04-30\t80.00\tEUR\nSocial\t2026-05-01\t2026-05-31\t95.25\tEUR');
	await spend().getByRole('button', { name: 'Import rows' }).click();
	await expect(page).toHaveURL(/\/imports$/);
	await takenIn(page);
	await open('?spend.order=-amount');
	await expect(rows()).toHaveCount(3);
	await expect(rows().first()).toContainText('€80.00');
	await expect(rows().first()).toContainText('pasted-spend');
});

test('a row that is excluded and one that is edited → not counted, and changed; undo puts the edit back', async () => {
	await rows().first().getByRole('button', { name: 'Exclude' }).click();
	await expect(rows().first()).toContainText('excluded');
	const edited = rows().filter({ hasText: 'Fair' });
	await edited.getByRole('button', { name: 'Edit' }).click();
	const form = spend().locator('form[action="?/change"]');
	await form.getByLabel('Amount').fill('130');
	await form.getByRole('button', { name: 'Save' }).click();
	await expect(rows().filter({ hasText: 'Fair' })).toContainText('€130.00');
	await page.getByRole('button', { name: 'Undo' }).click();
	await expect(rows().filter({ hasText: 'Fair' })).toContainText('€120.50');
	await everybodyCanUse(page);
});

test('words looked for and a file → the rows that have them, and all rows as stated', async () => {
	await open('?spend.find=fair');
	await expect(rows()).toHaveCount(1);
	const file = await page.request.get('/p/letter/export.csv?table=ledger-spend');
	expect(file.status()).toBe(200);
	expect(await file.text()).toContain('120.50');
});
