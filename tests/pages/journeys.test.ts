import { expect, test } from '@playwright/test';
import type { Page } from '@playwright/test';
import { everybodyCanUse } from './visit.ts';

// They only look, at the sample, as somebody without an account may; what only members open is in
// member.test.ts. What a page is for stands in the README: each journey follows the questions of one reader.
test.describe.configure({ mode: 'parallel' });

const screens = [
	{ name: 'French, light, at a desk', locale: 'fr-FR', colorScheme: 'light', phone: false },
	{ name: 'English, dark, on a phone', locale: 'en-GB', colorScheme: 'dark', phone: true }
] as const;

/** The pages that each journey opens from the navigation, in its order. */
const journeys = {
	editor: ['topics', 'items', 'sections', 'authors', 'issues', 'next', 'drafts', 'rules'],
	marketer: ['channels', 'audience', 'sponsors', 'ledger', 'reports'],
	manager: ['editorial', 'annotations', 'alerts', 'verdicts', 'shares', 'privacy']
} as const;

const path = (name: string) => new RegExp(`/p/sample/${name}([?#]|$)`);

/** Holds a page, or a state of it, to what everybody needs: it is whole, fits, and can be used. */
async function holds(page: Page) {
	await expect(page.getByRole('heading', { level: 1 })).toHaveText(/\S/);
	const tooWide = await page.evaluate(
		() => document.documentElement.scrollWidth - document.documentElement.clientWidth
	);
	expect(tooWide).toBeLessThanOrEqual(0);
	await everybodyCanUse(page);
}

/** Opens a page from the navigation, which is behind a button on a phone. */
async function follow(page: Page, name: string, phone: boolean) {
	if (phone) await page.locator('[aria-controls="navigation"]').click();
	await page.locator(`#navigation a[href^="/p/sample/${name}"]`).first().click();
	await expect(page).toHaveURL(path(name));
	await expect(page.locator('#navigation [aria-current="page"]')).toHaveAttribute(
		'href',
		new RegExp(`/p/sample/${name}`)
	);
	await holds(page);
}

/** Begins where everybody begins, with a page that has come alive. */
async function begin(page: Page) {
	const errors: string[] = [];
	page.on('pageerror', ({ message }) => errors.push(message));
	page.on('console', (message) => {
		if (message.type() === 'error') errors.push(message.text());
	});
	await page.goto('/p/sample?last=12', { waitUntil: 'networkidle' });
	await holds(page);
	return errors;
}

for (const { name, locale, colorScheme, phone } of screens) {
	test.describe(name, () => {
		test.use({
			locale,
			colorScheme,
			viewport: phone ? { width: 390, height: 844 } : { width: 1440, height: 1000 }
		});

		test('an editor: what readers click, narrowed by a topic, and what to write next', async ({
			page
		}) => {
			const errors = await begin(page);
			await follow(page, 'topics', phone);
			await page.locator('main a[href*="/topics/"][data-row]').first().click();
			await expect(page).toHaveURL(/topic=\d+/);
			await expect(page.locator('.chip.set').first()).toBeVisible();
			await holds(page);
			await page.goBack();
			await expect(page).not.toHaveURL(/topic=\d+/);

			await page.keyboard.press('f');
			await expect(page.getByRole('dialog')).toBeVisible();
			await holds(page);
			await page.keyboard.press('Escape');
			for (const one of journeys.editor.slice(1)) await follow(page, one, phone);
			expect(errors).toEqual([]);
		});

		test('a marketer: which channels bring readers who stay, and what they cost', async ({
			page
		}) => {
			const errors = await begin(page);
			await follow(page, 'channels', phone);
			await page.keyboard.press('Control+k');
			await expect(page.getByRole('dialog').getByRole('option').first()).toBeVisible();
			await holds(page);
			await page.keyboard.press('Escape');
			for (const one of journeys.marketer.slice(1)) await follow(page, one, phone);
			expect(errors).toEqual([]);
		});

		test('a manager: whether it goes well, beside the period before, and whether data can be trusted', async ({
			page
		}) => {
			const errors = await begin(page);
			await page.keyboard.press('?');
			await expect(page.getByRole('dialog')).toBeVisible();
			await holds(page);
			await page.keyboard.press('Escape');
			await page.goto('/p/sample?from=2001-01-01&to=2001-01-31', { waitUntil: 'networkidle' });
			await holds(page);
			await page.goto('/publications', { waitUntil: 'networkidle' });
			await holds(page);
			await page.goto('/p/sample', { waitUntil: 'networkidle' });
			for (const one of journeys.manager) await follow(page, one, phone);
			expect(errors).toEqual([]);
		});
	});
}

test('the journeys together → every page of the navigation is visited', async ({ page }) => {
	await page.goto('/p/sample');
	const links = await page
		.locator('#navigation a[href*="/p/sample/"]')
		.evaluateAll((all) => all.map((a) => new URL((a as HTMLAnchorElement).href).pathname));
	// files are brought by members alone: the link to them leads to the door
	const offered = new Set(links.map((one) => one.split('/')[3] ?? '').filter(Boolean));
	offered.delete('imports');
	expect([...offered].sort()).toEqual(Object.values(journeys).flat().sort());
});
