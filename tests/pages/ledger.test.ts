import { expect, test, type Page } from '@playwright/test';
import { everybodyCanUse, openPage, shareVisit } from './visit.ts';

let page: Page;

shareVisit((there) => (page = there.page), { name: 'Letter', slug: 'letter', language: 'en' });

const spend = () => page.getByRole('region', { name: 'Spend', exact: true });
const rows = () => spend().locator('tbody tr');

async function open(query = '') {
	await openPage(page, `/p/letter/ledger${query}`);
}

/** Adds spend by its form. */
async function add(channel: string, day: string, amount: string, { twice = false } = {}) {
	const form = spend().locator('form[action^="?/add"]');
	if (!(await form.isVisible())) await spend().getByText('Add spend').click();
	await form.getByLabel('Channel', { exact: true }).fill(channel);
	await form.getByLabel('From').fill(day);
	await form.getByLabel('Amount').fill(amount);
	await form.getByRole('button', { name: 'Save' }).click({ clickCount: twice ? 2 : 1 });
}

test('an amount that is none → said beside its field, and what was typed stays', async () => {
	await open();
	// no channel is known that the page could be narrowed to
	await expect(page.getByRole('button', { name: 'Filter', exact: true })).toHaveCount(0);
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

test('Save clicked twice in a row → one row', async () => {
	await add('Stall', '2026-03-03', '12.00', { twice: true });
	await expect(rows().filter({ hasText: 'Stall' }).first()).toBeVisible();
	await open();
	await expect(rows().filter({ hasText: 'Stall' })).toHaveCount(1);
	await page.getByRole('button', { name: 'Undo' }).click();
	await expect(rows()).toHaveCount(1);
});

test('rows pasted from a spreadsheet without a head → imported like a file, and counted', async () => {
	await spend().getByText('Paste rows from a spreadsheet').click();
	await spend()
		.locator('textarea')
		.fill('Social\t2026-04-01\t2026-04-30\t80.00\tEUR\nSocial\t2026-05-01\t2026-05-31\t95.25\tEUR');
	await spend().getByRole('button', { name: 'Preview rows' }).click();
	await expect(spend().getByText('Social · 1 Apr – 30 Apr 2026 · €80.00')).toBeVisible();
	await spend().getByRole('button', { name: 'Import 2 rows' }).click();
	await expect(spend().getByText('2 rows imported')).toBeVisible();
	await expect(page).toHaveURL(/\/ledger$/);
	await expect(rows()).toHaveCount(3);
	// the same again
	await spend()
		.locator('textarea')
		.fill('Social\t2026-04-01\t2026-04-30\t80.00\tEUR\nSocial\t2026-05-01\t2026-05-31\t95.25\tEUR');
	await spend().getByRole('button', { name: 'Preview rows' }).click();
	await spend().getByRole('button', { name: 'Import 2 rows' }).click();
	await expect(spend().getByText(/^Already imported on/)).toBeVisible();
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
	expect(await file.text()).toContain('120.5,EUR');
});

test('pasted days that may be read in two orders, and a row with an error → asked, shown by row, and what is wrong stays', async () => {
	await open('');
	await spend().getByText('Paste rows from a spreadsheet').click();
	const field = spend().locator('textarea');
	await field.fill(
		'Radio\t01/07/2026\t05/07/2026\t10.00\tEUR\nRadio\t06/07/2026\t07/07/2026\tmany\tEUR'
	);
	await spend().getByRole('button', { name: 'Preview rows' }).click();
	// nothing is chosen for anybody
	await expect(spend().getByLabel('day first (31/12)')).not.toBeChecked();
	await expect(spend().getByRole('button', { name: /^Import/ })).toBeDisabled();
	await spend().getByLabel('month first (12/31)').check();
	await expect(spend().getByText('Radio · 7 Jan – 7 May 2026 · €10.00')).toBeVisible();
	await spend().getByLabel('day first (31/12)').check();
	await expect(spend().getByText('2 rows, 1 with an error')).toBeVisible();
	await everybodyCanUse(page);

	await spend().getByRole('button', { name: 'Import 1 row' }).click();
	await expect(field).toHaveValue('Radio\t06/07/2026\t07/07/2026\tmany\tEUR');
	await expect(spend().getByText('1 row imported.')).toBeVisible();
	await expect(
		spend().getByText('1 row was not imported and stays here: 1 × unreadable amount.')
	).toBeVisible();
	await everybodyCanUse(page);
	await expect(async () => {
		await open('?spend.order=-amount');
		await expect(rows().filter({ hasText: 'Radio' })).toHaveCount(1, { timeout: 500 });
	}).toPass();
});

const placements = () => page.getByRole('region', { name: 'Sponsor placements' });
const placed = () => placements().locator('tbody tr');
const booking = () => placements().locator('form[action^="?/add"]');
const issueOf = (n: number) => booking().getByLabel(`Issue, placement ${n}`);
const ownFeeOf = (n: number) => booking().getByLabel(`Fee, if different, placement ${n}`);

test('a booking over seven issues that is refused → said at the very issue, and all of it stays', async () => {
	await open();
	await placements().getByText('Add placements').click();
	await booking().getByLabel('Sponsor').fill('Acme');
	await booking().getByLabel('Number of issues').fill('7');
	await issueOf(1).fill('12');
	await expect(issueOf(7)).toHaveValue('18');
	await booking().getByLabel('Fee', { exact: true }).fill('1000');
	await booking().getByLabel('The fee is').selectOption('for all issues together');
	await expect(booking().getByRole('status').last()).toHaveText('7 placements, €1,000.00 in total');
	await expect(ownFeeOf(1)).toHaveAttribute('placeholder', '142.86');
	await ownFeeOf(3).fill('a lot');
	await booking().getByRole('button', { name: 'Save' }).click();
	await expect(ownFeeOf(3)).toHaveAttribute('aria-invalid', 'true');
	await expect(ownFeeOf(3)).toHaveAccessibleDescription(/a lot/);
	await expect(booking().locator('[aria-invalid]')).toHaveCount(1);
	await expect(booking().getByLabel('Sponsor')).toHaveValue('Acme');
	await expect(issueOf(7)).toHaveValue('18');
	await expect(booking().getByLabel('The fee is')).toHaveValue('all');
	await everybodyCanUse(page);
});

test('an issue that is taken out and one with its own fee → seven placements that add up, and an empty form', async () => {
	await booking().getByRole('button', { name: 'Remove placement 3' }).press('Enter');
	await expect(issueOf(3)).toBeFocused();
	await expect(issueOf(3)).toHaveValue('15');
	await booking().getByLabel('Number of issues').fill('7');
	await expect(issueOf(7)).toHaveValue('19');
	await ownFeeOf(2).fill('250');
	await booking().getByLabel('Sponsor').press('Enter');
	await expect(placed()).toHaveCount(7);
	const shares = Array.from({ length: 5 }, () => '€125.00');
	await expect(placed().getByText(/^€/)).toHaveText([...shares, '€250.00', '€125.00']);
	await expect(booking().getByLabel('Sponsor')).toHaveValue('');
	await expect(booking().getByLabel('Issue', { exact: true })).toHaveValue('');
	await expect(booking().getByLabel('Number of issues')).toHaveValue('1');
});

test('the undo of a booking → takes back all of its placements at once', async () => {
	await page.getByRole('button', { name: 'Undo' }).click();
	await expect(placements().getByText('None yet.')).toBeVisible();
});

test('without scripts: issues asked for by their number → listed to be looked at, then stored', async ({
	browser
}) => {
	const storageState = await page.context().storageState();
	const options = { baseURL: new URL(page.url()).origin, storageState, locale: 'en-GB' };
	const context = await browser.newContext({ ...options, javaScriptEnabled: false });
	const plain = await context.newPage();
	await plain.goto('/p/letter/ledger?channel=Fair&placement.order=sponsor');
	const region = plain.getByRole('region', { name: 'Sponsor placements' });
	const form = region.locator('form[action^="?/add"]');
	await region.getByText('Add placements').click();
	await form.getByLabel('Sponsor').fill('Bolt');
	await form.getByLabel('Issue', { exact: true }).fill('No. 8');
	await form.getByLabel('Fee', { exact: true }).fill('100');
	await form.getByLabel('Number of issues').fill('3');
	await form.getByRole('button', { name: 'Save' }).click();
	await expect(form.getByText('nothing is saved yet')).toBeVisible();
	await expect(form.getByLabel('Issue, placement 3')).toHaveValue('No. 10');
	await expect(form.getByLabel('Sponsor')).toHaveValue('Bolt');
	await form.getByLabel('The fee is').selectOption('for all issues together');
	await form.getByLabel('Issue, placement 2').fill('no. 8');
	await form.getByRole('button', { name: 'Save' }).click();
	await expect(form.getByLabel('Issue, placement 2')).toHaveAccessibleDescription(/listed twice/);
	await form.getByLabel('Issue, placement 2').fill('Extra');
	await form.getByRole('button', { name: 'Save' }).click();
	await expect(region.locator('tbody tr')).toHaveCount(3);
	await expect(region.locator('tbody')).toContainText('€33.34');
	// the page that answers is narrowed and ordered as the page of the form was
	await expect(plain).toHaveURL(/\?\/add&channel=Fair&placement\.order=sponsor$/);
	await expect(plain.locator('.chip.set')).toHaveText(/Channel.*Fair/);
	await context.close();
});

test('spend of days outside the period shown → said where it was saved, with a link that shows it', async () => {
	await open('?from=2026-03-01&to=2026-03-31');
	const before = await rows().count();
	await add('Kiosk', '2026-09-02', '12.5x');
	const amount = spend().getByRole('textbox', { name: 'Amount' });
	await expect(amount).toHaveAttribute('aria-invalid', 'true');
	// what was said of the amount that was sent is not said of another
	await amount.fill('12.50');
	await expect(amount).not.toHaveAttribute('aria-invalid');
	await expect(spend().locator('.refusal')).toHaveCount(0);
	await spend().getByRole('button', { name: 'Save' }).click();
	const said = spend().getByRole('status').filter({ hasText: 'saved' });
	await expect(said).toHaveText(/^Spend saved; outside the period shown – Show$/);
	await expect(rows()).toHaveCount(before);
	await everybodyCanUse(page);
	await said.getByRole('link', { name: 'Show' }).click();
	await expect(rows()).toHaveCount(1);
	await expect(rows()).toContainText('Kiosk');

	await add('Kiosk', '2026-09-02', '13.50');
	await expect(said).toHaveText('Spend saved');
	await expect(rows()).toHaveCount(2);
});

test('pasted rows outside the period shown → said, with a link that shows them; the focus goes on where something is to be done', async () => {
	await open('?from=2026-03-01&to=2026-03-31');
	await spend().getByText('Paste rows from a spreadsheet').click();
	await spend().locator('textarea').fill('Poster\t2026-10-01\t2026-10-31\t80.00\tEUR');
	await spend().getByRole('button', { name: 'Preview rows' }).press('Enter');
	const take = spend().getByRole('button', { name: 'Import 1 row' });
	await expect(take).toBeFocused();
	await take.press('Enter');
	const outcome = spend().getByRole('status').filter({ hasText: '1 row imported' });
	await expect(outcome).toBeFocused();
	await expect(outcome).toContainText('Outside the period shown: 1');
	await everybodyCanUse(page);
	await outcome.getByRole('link', { name: 'Show' }).click();
	await expect(rows().filter({ hasText: 'Poster' })).toHaveCount(1);
});

test('pasted rows that are undone → said, and the focus is there', async () => {
	await open('');
	await spend().getByText('Paste rows from a spreadsheet').click();
	await spend().locator('textarea').fill('Poster\t2026-11-01\t2026-11-30\t81.00\tEUR');
	await spend().getByRole('button', { name: 'Preview rows' }).press('Enter');
	await spend().getByRole('button', { name: 'Import 1 row' }).press('Enter');
	await spend().getByRole('button', { name: 'Undo this import' }).press('Enter');
	await expect(spend().getByRole('status').filter({ hasText: 'Undone' })).toBeFocused();
});

test('a row being edited → its form has the focus, Esc and Cancel close it; saved, its row has the focus again', async () => {
	await open('?spend.find=kiosk');
	const row = rows().filter({ hasText: '€13.50' });
	const edit = row.getByRole('button', { name: 'Edit' });
	const form = spend().locator('form[action="?/change"]');
	await edit.press('Enter');
	await expect(form.getByLabel('Channel', { exact: true })).toBeFocused();
	await page.keyboard.press('Escape');
	await expect(form).toHaveCount(0);
	await expect(edit).toBeFocused();

	await edit.press('Enter');
	await form.getByRole('button', { name: 'Cancel' }).press('Enter');
	await expect(form).toHaveCount(0);
	await expect(edit).toBeFocused();

	await edit.press('Enter');
	await row.getByRole('button', { name: 'Exclude' }).click();
	await expect(row).toContainText('excluded');
	await expect(form).toHaveCount(0);

	await edit.press('Enter');
	// its day is another, and so is its place in the list
	await form.getByLabel('From').fill('2026-08-01');
	await form.getByRole('button', { name: 'Save' }).press('Enter');
	await expect(spend().getByRole('status').filter({ hasText: 'Change saved' })).toBeVisible();
	await expect(edit).toBeFocused();
});

test('a form sent without a connection, or after the session ended → said at it, and what was typed stays', async () => {
	await open();
	const form = spend().locator('form[action^="?/add"]');
	await spend().getByText('Add spend').click();
	// what is said of it comes once somebody begins to type
	const coming = page.waitForResponse(/\.js$/);
	await form.getByLabel('Channel', { exact: true }).focus();
	await coming;
	await page.waitForLoadState('networkidle');
	await page.context().setOffline(true);
	await add('Leaflets', '2026-03-04', '8.00');
	await expect(form.getByRole('alert')).toContainText('did not answer');
	await expect(form.getByLabel('Channel', { exact: true })).toHaveValue('Leaflets');
	await page.context().setOffline(false);

	const kept = await page.context().cookies();
	await page.context().clearCookies();
	await form.getByRole('button', { name: 'Save' }).click();
	await expect(form.getByRole('alert')).toContainText('not signed in');
	await expect(form.getByLabel('Channel', { exact: true })).toHaveValue('Leaflets');

	// signed in again in another tab
	await page.context().addCookies(kept);
	await form.getByRole('button', { name: 'Save' }).click();
	await expect(rows().filter({ hasText: 'Leaflets' })).toHaveCount(1);
});
