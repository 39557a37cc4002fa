import { expect, test, type Page } from '@playwright/test';
import { drop, everybodyCanUse, openPage, shareVisit } from './visit.ts';

let page: Page;

shareVisit((there) => (page = there.page), { name: 'Uploads', slug: 'uploads', language: 'en' });

const many = (n: number) =>
	Object.fromEntries(
		Array.from({ length: n }, (_, i) => [
			`letter-${i}.md`,
			`# Letter ${i}\n\n[A](https://example.com/${i})`
		])
	);

test('thirty files dropped while the server is slow → one sum with one bar, and few rows', async () => {
	await page.route('**/imports/upload?name=*', () => {
		// never answered: what is sent stays under way
	});
	await drop(page, many(30));

	await expect(page.getByText('29 waiting · 1 uploading')).toBeVisible();
	await expect(page.getByRole('button', { name: /^Stop letter/ })).toHaveCount(1);
	await expect(page.getByText('29 more files')).toBeVisible();
	await everybodyCanUse(page);
});

test('the page is left while files are sent → asked first; no → it stays', async () => {
	let asked = '';
	page.once('dialog', async (dialog) => {
		asked = dialog.message();
		await dialog.dismiss();
	});
	await page.getByRole('link', { name: 'Topics', exact: true }).first().click();
	await expect.poll(() => asked).toMatch(/^30 files are still to be uploaded/);
	await expect(page).toHaveURL(/imports$/);
	await expect(page.getByText('29 waiting · 1 uploading')).toBeVisible();
});

test('one of them stopped → the next is sent; all stopped → nothing is under way, and leaving asks nothing', async () => {
	await page.getByRole('button', { name: 'Stop letter-0.md' }).click();
	await expect(page.getByText('28 waiting · 1 uploading · 1 stopped')).toBeVisible();
	await page.getByRole('button', { name: 'Stop all uploads' }).click();
	await expect(page.getByRole('button', { name: 'Stop all uploads' })).toHaveCount(0);

	page.once('dialog', () => {
		throw new Error('nothing is lost by leaving');
	});
	await page.getByRole('link', { name: 'Topics', exact: true }).first().click();
	await expect(page).toHaveURL(/topics/);
});

test('files that are refused among others → they stand first, with why', async () => {
	await page.unrouteAll();
	await openPage(page, '/p/uploads/imports');
	await page.route('**/imports/upload?name=letter-1.md*', (route) => route.abort());
	await drop(page, many(3));
	await expect(page.getByText('2 imported · 1 failed')).toBeVisible();
	await expect(page.getByRole('alert').filter({ hasText: 'The upload failed' })).toBeVisible();
});

test('an empty file, one with rejected rows, one undone → list and receipt say so', async () => {
	await openPage(page, '/p/uploads/imports');
	await drop(page, { 'vide.csv': '' });
	await page.getByRole('link', { name: 'vide.csv' }).click();
	await expect(page.getByRole('heading', { name: '“vide.csv” was rejected' })).toBeVisible();
	await expect(page.getByText('This file is empty. Export it again.').first()).toBeVisible();
	await expect(page.getByText(/Error: \d/)).toHaveCount(0);

	const times = [1, 2, 3, 4, 5, 6, 7, 8, 9].map((n) => `2026-03-02T10:11:0${n}Z`);
	const rows = [...times, 'never'].map((time, n) => `r${n}@example.org,${time}`);
	const link = 'https://example.com/1,Letter 1';
	const clicks = rows.map((row) => `${row},${link}\n`).join('');
	await drop(page, { 'some.csv': `Email,Timestamp,Link,Campaign\n${clicks}` });
	await expect(page.getByText(/^Imported at .* · 1 row rejected$/)).toBeVisible();
	await page.getByRole('link', { name: 'some.csv' }).click();
	const title = 'Receipt of “some.csv”: 9 of 10 rows stored, 1 rejected';
	await expect(page.getByRole('heading', { name: title })).toBeVisible();
	await page.getByRole('button', { name: 'Undo this import' }).click();
	await expect(page.getByRole('heading', { name: 'Import of “some.csv” undone' })).toBeVisible();
});
