import { expect, test, type Page } from '@playwright/test';
import { cellWords } from '#lib/columns/cell-words.ts';
import { createFormats } from '#lib/messages/format.ts';
import type { Snapshot } from '#lib/server/report/snapshot.ts';
import { folder } from '../flow/program.ts';
import { sampleInto } from '../flow/sample-database.ts';
import {
	alive,
	createAdministrator,
	everybodyCanUse,
	openPage,
	visit,
	type Visit
} from './visit.ts';

// one after the other, as one person would: on a program of their own, with the sample in it
test.describe.configure({ mode: 'serial' });

let there: Visit;
let page: Page;
/** somebody without an account */
let guest: Page;
let link: string;

test.beforeAll(async ({ browser }) => {
	const data = folder();
	await sampleInto(data);
	there = await visit(browser, { RUBRIQUE_DATA: data });
	[page, guest] = [there.page, await there.newPage()];
	await createAdministrator(there, '/welcome');
});

test.afterAll(async () => {
	await there?.leave();
});

/** The link that was just made: it is not be shown again. */
async function made(): Promise<string> {
	await page.getByRole('button', { name: 'Create link' }).click();
	// what is shown once is where whoever works by keys goes on
	await expect(page.getByRole('button', { name: /^Copy/ })).toBeFocused();
	return (await page.locator('.copy code').textContent())!;
}

test('a page with its filters saved as a pinned view → opened from the navigation, with its filters', async () => {
	await openPage(page, '/p/sample/topics?last=12');
	await page.getByRole('button', { name: 'Saved views' }).click();
	const name = page.getByLabel('Save view as');
	await name.pressSequentially('a'.repeat(61), { delay: 0 });
	await expect(page.getByText('60 characters at most')).toBeVisible();
	await name.fill('Latest dozen');
	await expect(page.getByText('60 characters at most')).toHaveCount(0);
	await page.getByLabel('pin to sidebar').check();
	await page.getByRole('button', { name: 'Save', exact: true }).click();
	await expect(page.getByRole('dialog').getByRole('link', { name: 'Latest dozen' })).toBeVisible();

	await openPage(page, '/p/sample');
	await page.getByRole('navigation').getByRole('link', { name: 'Latest dozen' }).click();
	await expect(page).toHaveURL('/p/sample/topics?last=12');
	await page.getByRole('button', { name: 'Saved views' }).click();
	await expect(page.getByRole('dialog').getByRole('link', { name: 'Latest dozen' })).toBeVisible();
	await everybodyCanUse(page);
});

test('a shared link opened without an account → the page as it is narrowed', async () => {
	await openPage(page, '/p/sample/topics?last=12');
	await page.getByRole('link', { name: 'Share by link' }).click();
	// what is looked at is the page that comes, and not the one that goes
	await expect(page.getByRole('button', { name: 'Create link' })).toBeVisible();
	await everybodyCanUse(page);
	link = await made();

	await openPage(guest, link);
	await expect(guest.locator('main')).toContainText('12 issues');
	await everybodyCanUse(guest);
});

test('a shared link with other filters, a page beside it or a guessed link → nothing more than was shared', async () => {
	await openPage(guest, `${link}?last=3&issue=1`);
	await expect(guest.locator('main')).toContainText('12 issues');
	await openPage(guest, '/p/sample/topics');
	await expect(guest).toHaveURL(/sign-in/);

	const guessed = await guest.request.get(`${link.slice(0, -4)}aaaa`);
	expect(guessed.status()).toBe(404);
	const shown = await guest.request.get(link);
	expect(shown.headers()).toMatchObject({
		'x-robots-tag': 'noindex',
		'cache-control': 'private, no-store'
	});
	expect((await guest.request.get(`${link}/report.csv`)).status()).toBe(200);
});

test('a link revoked → it says so, and its files are gone', async () => {
	await openPage(page, '/p/sample/shares');
	await page
		.getByRole('button', { name: /Revoke/ })
		.first()
		.click();
	await expect(page.getByText('revoked')).toBeVisible();

	const answer = await openPage(guest, link);
	expect(answer?.status()).toBe(410);
	await expect(guest.getByRole('heading')).toContainText('has expired or was revoked');
	expect((await guest.request.get(`${link}/report.csv`)).status()).toBe(410);
});

test('a report shared with a password → it and its files open with that password alone', async () => {
	await openPage(page, '/p/sample/reports?last=12');
	await page.getByRole('button', { name: 'Create report' }).click();
	await expect(page).toHaveURL(/reports\/\d+/);
	await page.getByRole('link', { name: 'Share by link' }).click();
	await page.getByRole('textbox', { name: /^Password/ }).fill('battery staple');
	link = await made();

	await openPage(guest, link);
	expect((await guest.request.get(`${link}/report.json`)).status()).toBe(403);
	await guest.getByLabel('Password').fill('guess number one');
	await guest.getByRole('button', { name: 'Open' }).click();
	await expect(guest.getByRole('alert')).toBeVisible();
	await everybodyCanUse(guest);

	await guest.getByLabel('Password').fill('battery staple');
	await guest.getByRole('button', { name: 'Open' }).click();
	await expect(guest.locator('main')).toContainText('12 numéros');
	expect((await guest.request.get(`${link}/report.json`)).status()).toBe(200);
});

test('a report in French is opened from a page in English → it stays French, however it is come to', async () => {
	const isFrench = async () => {
		await expect(page).toHaveURL(/reports\/\d+/);
		await expect(page.locator('.report')).toContainText('Définitions');
		await expect(page.locator('.report')).not.toContainText('Definitions');
		await expect(page.getByRole('link', { name: 'Share by link' })).toBeVisible();
	};
	await openPage(page, '/p/sample/reports');
	await page.locator('main a[href*="/reports/"]:not([href*="mailings"])').first().click();
	await isFrench();

	// the page that comes after it is loaded anew, and knows English alone
	await page.getByRole('navigation').getByRole('link', { name: 'Topics' }).click();
	await expect(page).toHaveURL(/\/topics/);
	await page.reload();
	await alive(page);
	await page.goBack();
	await isFrench();
});

test('a report of a placement → its numbers on the page, files in every form, and a link until it is revoked', async () => {
	await openPage(page, '/p/sample/sponsors');
	await page.getByRole('link', { name: 'Placement report' }).first().click();
	await page.getByRole('button', { name: 'New report' }).click();
	await expect(page).toHaveURL(/reports\/\d+/);
	await everybodyCanUse(page);

	const base = page.url();
	const json = await page.request.get(`${base}/report.json`);
	const report = (await json.json()) as Snapshot;
	const formats = createFormats(report.locale, report.publication.zone);
	for (const [i, figure] of report.sections.flatMap(({ figures }) => figures).entries()) {
		const rows = page.locator('.report .figure table').nth(i).locator('tbody tr');
		const shown = figure.table.rows.slice(0, figure.most ?? undefined);
		await expect(rows).toHaveCount(shown.length);
		for (const [r, row] of shown.entries()) {
			const words = figure.shown.map((place) =>
				cellWords(row[place] ?? null, figure.table.columns[place]!, formats)
			);
			const cells = await rows.nth(r).locator('th, td').allInnerTexts();
			expect(cells.slice(0, words.length).map((cell) => cell.trim())).toEqual(words);
		}
	}
	for (const [name, start] of [
		['report.pdf', '%PDF'],
		['report.pdf?paper=letter', '%PDF'],
		['report.xlsx', 'PK'],
		['report.csv', '\ufeff'],
		['own.svg', '<?xml']
	] as const) {
		const file = await page.request.get(`${base}/${name}`);
		expect(file.status()).toBe(200);
		expect((await file.body()).toString('utf8').startsWith(start)).toBe(true);
	}

	await page.getByRole('link', { name: 'Share by link' }).click();
	link = await made();
	await openPage(guest, link);
	// the report is French, the browser is not
	await expect(guest.locator('main')).toHaveAttribute('lang', 'fr');
	await expect(guest.locator('main')).toContainText(report.findings[0]!);
	await expect(guest.getByRole('navigation', { name: 'Télécharger le rapport' })).toBeVisible();
	await expect(
		guest.getByRole('img', { name: /^(net|probable|pas d’écart net)$/ }).first()
	).toBeVisible();
	await everybodyCanUse(guest);

	// on a phone rows are cards: nothing is off the screen
	await guest.setViewportSize({ width: 320, height: 700 });
	const wide = await guest
		.locator('.report .frame')
		.evaluateAll((frames) => frames.filter((one) => one.scrollWidth > one.clientWidth + 1).length);
	expect(wide).toBe(0);
	await everybodyCanUse(guest);

	await openPage(page, '/p/sample/shares');
	await page
		.getByRole('button', { name: /Revoke/ })
		.first()
		.click();
	await expect(page.getByText('revoked').first()).toBeVisible();
	expect((await guest.request.get(link)).status()).toBe(410);
	expect((await guest.request.get(`${link}/report.pdf`)).status()).toBe(410);
});
