import { expect, test, type Page } from '@playwright/test';
import { openPage } from './visit.ts';

// they only look
test.describe.configure({ mode: 'parallel' });
test.use({ viewport: { width: 1440, height: 1000 } });

const chips = (page: Page) => page.locator('.chip.set');
const navigation = (page: Page, name: string) =>
	page.locator(`#navigation a[href^="/p/sample/${name}"]`).first();

test('from Topics over Next issue to Items → period, comparison and topic are still there', async ({
	page
}) => {
	await openPage(page, '/p/sample/topics?last=12&compare=year');
	await page.locator('main a[data-row][href*="/topics/"]').first().click();
	await expect(page).toHaveURL(/topic=\d+/);
	const [, topic] = /topic=(\d+)/.exec(page.url())!;
	await navigation(page, 'next').click();
	await expect(page).toHaveURL(/next\?/);
	await expect(chips(page).filter({ hasText: 'does not apply here' })).toHaveCount(3);
	await navigation(page, 'items').click();
	await expect(page).toHaveURL(/items\?/);
	const { searchParams } = new URL(page.url());
	expect(Object.fromEntries(searchParams)).toEqual({ last: '12', compare: 'year', topic });
});

for (const name of ['next', 'drafts'])
	test(`a page without filters, ${name} → says that those of the address do not apply, and takes them off`, async ({
		page
	}) => {
		await openPage(page, `/p/sample/${name}?last=12&channel=Site`);
		await expect(chips(page)).toHaveText([
			/Period.*12.*does not apply here/,
			/Channel.*Site.*does not apply here/
		]);
		await chips(page).first().click();
		await expect(chips(page)).toHaveCount(1);
		await expect(page).toHaveURL(/\?channel=Site$/);
		await chips(page).click();
		await expect(chips(page)).toHaveCount(0);
	});

test('one issue opened from a list with filters → says that they do not apply, and leads on with them', async ({
	page
}) => {
	await openPage(page, '/p/sample/issues?last=12&compare=year');
	await page.locator('main a[data-row][href*="/issues/"]').first().click();
	await expect(page).toHaveURL(/issues\/\d+\?last=12&compare=year/);
	await expect(chips(page).filter({ hasText: 'does not apply here' })).toHaveCount(2);
	await navigation(page, 'items').click();
	await expect(page).toHaveURL(/items\?last=12&compare=year/);
});

test('a section compared with the year before → key figures with their changes, and none without', async ({
	page
}) => {
	await openPage(page, '/p/sample/sections?last=8&compare=before');
	const row = page.locator('main a[data-row][href*="/sections/"]').first();
	await openPage(page, (await row.getAttribute('href'))!);
	const keys = page.locator('main dl').first();
	await expect(keys).toContainText('%');
	await expect(page.getByText(/^\s*Compared with/)).toBeVisible();
	const csv = page.getByRole('link', { name: 'Download as CSV' }).first();
	await expect(csv).toHaveAttribute(
		'href',
		/last=8.*section=\d+.*table=items-key-figures|section=\d+.*last=8.*table=items-key-figures/
	);
	await openPage(page, page.url().replace('compare=before', 'compare=none'));
	await expect(page.getByText(/^\s*Compared with/)).toHaveCount(0);
});

test('filters of items on the page of one section → said not to apply', async ({ page }) => {
	await openPage(page, '/p/sample/sections?topic=1&last=8');
	const row = page.locator('main a[href*="/sections/"]').first();
	await openPage(page, (await row.getAttribute('href'))!);
	await expect(chips(page)).toHaveText(/Topic.*does not apply here/);
});

for (const name of ['ledger', 'channels', 'audience'])
	test(`the filters of a page by days, ${name} → its channels, one of which narrows it until it is chosen again`, async ({
		page
	}) => {
		await openPage(page, `/p/sample/${name}?last=12`);
		await page.keyboard.press('f');
		const menu = page.getByRole('dialog', { name: 'Filter' });
		const channel = chips(page).filter({ hasText: 'Channel' });
		const chosen = menu.getByRole('link', { name: 'Réseaux sociaux', exact: true });
		await chosen.click();
		await expect(page).toHaveURL(/channel=R/);
		await expect(channel).toHaveText(/Réseaux sociaux/);
		await page.keyboard.press('f');
		await expect(chosen).toHaveAttribute('aria-current', 'true');
		await chosen.click();
		await expect(channel).toHaveCount(0);
	});
