import AxeBuilder from '@axe-core/playwright';
import { expect, test } from '@playwright/test';
import type { Page } from '@playwright/test';
import { folder, started } from '../flow/program.ts';
import type { Running } from '../flow/program.ts';

// by the keyboard alone, once the issue is there
test.describe.configure({ mode: 'serial' });

const issue = `---
title: "Canal letter #7"
number: 7
date: 2025-09-18
---

## News

### The lock is shut

Until spring. [Read more](https://example.com/lock)

### A museum opens

With boats. [Read more](https://example.com/museum)

### The bridge sings

In the wind. [Read more](https://example.com/bridge)
`;

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
	await page.waitForURL('/p/new');
	await page.locator('[name=name]').fill('Letter');
	await page.locator('[name=slug]').fill('letter');
	await page.locator('[name=language]').selectOption('en');
	await page.locator('[name=currency]').selectOption('EUR');
	await page.locator('[name=zone]').selectOption('Europe/Paris');
	await page.locator('form button').last().click();
	await page.waitForURL('/p/letter/imports');
	await page
		.locator('input[type=file]')
		.first()
		.setInputFiles({ name: 'letter-7.md', mimeType: 'text/markdown', buffer: Buffer.from(issue) });
	await expect(page.getByRole('button', { name: /undo|take back/i }).first()).toBeVisible({
		timeout: 20_000
	});
});

test.afterAll(async () => {
	await page?.context().close();
	await program?.stop();
});

const rows = () => page.locator('[data-row]');

async function everybodyCanUse() {
	const { violations } = await new AxeBuilder({ page }).analyze();
	expect(violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`)).toEqual([]);
}

test('an item is renamed, merged with the one above and made a sponsor’s', async () => {
	await page.goto('/p/letter/issues');
	await page.locator('a[href*="/issues/"]').first().focus();
	await page.keyboard.press('Enter');
	await page.getByRole('link', { name: 'Correct' }).focus();
	await page.keyboard.press('Enter');
	await expect(rows()).toHaveCount(3);
	await everybodyCanUse();

	await page.keyboard.press('j');
	await page.keyboard.press('j');
	await page.keyboard.press('m');
	await expect(rows()).toHaveCount(2);

	await page.keyboard.press('k');
	await page.keyboard.press('r');
	await page.keyboard.type('Shut lock, new museum');
	await page.keyboard.press('Enter');
	await expect(rows().first()).toContainText('Shut lock, new museum');

	await page.keyboard.press('2');
	await expect(rows().first()).toContainText('sponsor');
});
