import { expect, test, type Page } from '@playwright/test';
import { drop, everybodyCanUse, openPage, shareVisit, takenIn } from './visit.ts';

/** What comes once: no word of it recurs, so that it waits for a topic. */
const once = ['The bridge sings in the wind', 'Fog over Millau', 'Herons and a frozen weir'];

const letter = (number: number) => `---
title: "Canal letter #${number}"
number: ${number}
date: 2025-09-${11 + number}
---

## News

### The lock is shut, part ${number}

Until spring. [Read more](https://example.com/lock-${number})

### A museum opens, part ${number}

With boats. [Read more](https://example.com/museum-${number})

### ${once[number - 5]}

[Read more](https://example.com/bridge-${number})

## From our friends

### A buoy for everybody, part ${number}

It floats. [See](https://buoys.example.com/offer-${number})
`;

let page: Page;

shareVisit((there) => (page = there.page), { name: 'Letter', slug: 'letter', language: 'en' });

test.beforeAll(async () => {
	const numbers = [5, 6, 7];
	await drop(page, Object.fromEntries(numbers.map((n) => [`letter-${n}.md`, letter(n)])));
	await takenIn(page);
});

const rows = () => page.locator('[data-row]');

/** Suggestions follow what was said once figures are updated. */
async function updated() {
	await expect(async () => {
		await openPage(page, '/p/letter/activity');
		await expect(page.getByRole('heading', { level: 1 })).toHaveText('Everything is up to date', {
			timeout: 1000
		});
	}).toPass();
}

test('keys pressed on an item → it is merged with the one above, renamed and made a sponsor’s', async () => {
	await openPage(page, '/p/letter/issues');
	await page.locator('a[href*="/issues/"]').first().focus();
	await page.keyboard.press('Enter');
	await page.getByRole('link', { name: 'Correct' }).focus();
	await page.keyboard.press('Enter');
	await expect(rows()).toHaveCount(4);
	await everybodyCanUse(page);

	await page.keyboard.press('j');
	await page.keyboard.press('j');
	await page.keyboard.press('m');
	await expect(rows()).toHaveCount(3);

	await page.keyboard.press('k');
	await page.keyboard.press('r');
	await page.keyboard.type('Shut lock, new museum');
	await page.keyboard.press('Enter');
	await expect(rows().first()).toContainText('Shut lock, new museum');

	await page.keyboard.press('2');
	await expect(rows().first()).toContainText('sponsor');
});

const status = () => page.locator('p[role=status]');
const roles = async (issue: number) => {
	await openPage(page, '/p/letter/issues');
	await page.getByRole('link', { name: `Canal letter #${issue}` }).click();
	await page.getByRole('link', { name: 'Correct' }).click();
	await expect(rows().last()).toContainText('A buoy');
	return rows().last().innerText();
};

test('a correction applied to every issue → a rule, which one undo takes back', async () => {
	expect(await roles(7)).not.toContain('sponsor');
	await rows().last().focus();
	await page.keyboard.press('2');
	await expect(rows().last()).toContainText('sponsor');

	const apply = page.getByRole('button', { name: /Apply in 2 issues/ });
	await expect(apply.first()).toBeVisible();
	await page.locator('summary', { hasText: 'It changes 2 items in 2 issues' }).first().click();
	await expect(page.getByText('A buoy for everybody, part 5').first()).toBeVisible();
	await everybodyCanUse(page);
	expect(await roles(5)).not.toContain('sponsor');

	await roles(7);
	await expect(apply.first()).toBeVisible();
	await rows().last().focus();
	await page.keyboard.press('p');
	await expect(status()).toContainText('it changed 2 issues');
	expect(await roles(5)).toContain('sponsor');

	await openPage(page, '/p/letter/rules');
	await expect(page.getByRole('heading', { level: 1 })).toHaveText(
		'One rule applies to all issues'
	);
	await everybodyCanUse(page);

	await roles(7);
	await rows().last().focus();
	await page.keyboard.press('u');
	await expect(page.getByRole('button', { name: 'Redo' })).toBeEnabled();
	expect(await roles(5)).not.toContain('sponsor');
	expect(await roles(7)).toContain('sponsor');
	await openPage(page, '/p/letter/rules');
	await expect(page.getByRole('heading', { level: 1 })).toHaveText('No rules yet');
});

test('a rule removed from the list → no rule applies, and issues are read as before', async () => {
	await roles(7);
	await rows().last().focus();
	await page.keyboard.press('y');
	await expect(page.getByRole('button', { name: 'Redo' })).toBeDisabled();
	await openPage(page, '/p/letter/rules');
	await page.getByRole('button', { name: /^Remove/ }).click();
	await expect(status()).toContainText('Removed');
	expect(await roles(6)).not.toContain('sponsor');

	await openPage(page, '/p/letter/rules');
	await expect(page.getByRole('heading', { level: 1 })).toHaveText('No rules yet');
});

test('topics set on the issue’s page and undone there → what was suggested is suggested again', async () => {
	await roles(6);
	await rows().first().focus();
	await page.keyboard.press('g');
	await page.keyboard.press('Space');
	const first = page.locator('input[name=topic]').first();
	const was = await first.isChecked();
	await page.getByRole('button', { name: 'Save topics' }).press('Enter');
	await expect(page.getByRole('button', { name: 'Undo' })).toBeEnabled();
	await page.keyboard.press('u');
	// what was suggested is suggested again once figures are updated
	await expect(async () => {
		await roles(6);
		await rows().first().focus();
		await expect(first).toBeChecked({ checked: !was, timeout: 1000 });
	}).toPass();
});

test('undo pressed before what was saved has its answer → waits for it, and takes back that and nothing older', async () => {
	await roles(6);
	await rows().last().focus();
	await page.keyboard.press('2');
	await expect(rows().last()).toContainText('sponsor');
	await expect(page.getByRole('button', { name: 'Undo' })).toBeEnabled();

	let letGo: () => void = () => {};
	const held = new Promise<void>((resolve) => (letGo = resolve));
	const arrived = new Promise<void>((resolve) => {
		void page.route(
			/\/edit\?/,
			async (route) => {
				resolve();
				await held;
				await route.continue();
			},
			{ times: 1 }
		);
	});
	await page.keyboard.press('3');
	await arrived;
	// twice, as somebody who sees nothing happen
	await page.keyboard.press('u');
	await page.keyboard.press('u');
	letGo();
	await expect(page.getByRole('button', { name: 'Redo' })).toBeEnabled();
	await expect(rows().last()).toContainText('sponsor');
	await expect(page.locator('main .refusal')).toHaveCount(0);

	await page.keyboard.press('u');
	await expect(rows().last()).not.toContainText('sponsor');
});

test('a key for “none of these topics” → pressed on an issue’s page and on the page of topics, and undone', async () => {
	await roles(6);
	await rows().first().focus();
	await page.keyboard.press('0');
	const none = page.getByRole('button', { name: 'None of these topics' });
	await expect(none).toHaveAttribute('aria-pressed', 'true');
	await page.keyboard.press('u');
	await expect(none).toHaveAttribute('aria-pressed', 'false');

	await updated();
	await openPage(page, '/p/letter/topics/manage');
	const waiting = page.getByRole('heading', { level: 1 });
	const before = await waiting.innerText();
	await page.keyboard.press('0');
	await expect(waiting).not.toHaveText(before);
	await everybodyCanUse(page);
	await page.getByRole('button', { name: 'Undo the last change' }).press('Enter');
	await updated();
	await openPage(page, '/p/letter/topics/manage');
	await expect(waiting).toHaveText(before);
});

test('settings open twice, each changed elsewhere → both changes hold', async () => {
	const other = await page.context().newPage();
	for (const one of [page, other]) await openPage(one, '/p/letter/settings');
	await page.getByLabel('Name', { exact: true }).fill('Canal letter');
	await other.locator('#language').selectOption('fr');
	for (const one of [page, other]) {
		await one.getByRole('button', { name: 'Save', exact: true }).click();
		await expect(one.getByRole('status').filter({ hasText: 'saved' })).toBeVisible();
	}

	await expect(other.getByLabel('Name', { exact: true })).toHaveValue('Canal letter');
	await expect(other.locator('#language')).toHaveValue('fr');
	await other.close();
});
