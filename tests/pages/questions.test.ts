import { expect, test, type Page } from '@playwright/test';
import { choose, drop, everybodyCanUse, openPage, shareVisit } from './visit.ts';

let page: Page;

shareVisit((there) => (page = there.page), { name: 'La Lettre', slug: 'lettre', language: 'fr' });

async function dropLines(name: string, lines: string[]) {
	await drop(page, { [name]: lines.join('\n') });
	await expect(page.getByText(name).first()).toBeVisible();
}

test('a file of a known shape → read without a question', async () => {
	await dropLines('depenses.csv', ['Canal;Du;Au;Dépense', 'Salon;01/02/2026;28/02/2026;100,00']);
	await expect(page.getByRole('heading', { name: /“depenses.csv”/ })).toBeVisible();
});

test('a file of an unknown shape → its columns are asked for, without anybody’s name', async () => {
	await dropLines('divers.csv', [
		'Prénom;Quoi;Jour',
		'Anabelle;https://example.com/cafe;03/04/2025 10:20',
		'Benoît;https://example.com/cafe;03/04/2025 10:22'
	]);
	await expect(
		page.getByRole('heading', { name: /Map the columns of “divers.csv”/ })
	).toBeVisible();
	await expect(page.getByText('Anabelle')).toHaveCount(0);
	await everybodyCanUse(page);
});

test('its kind and the order of its dates not chosen yet → it cannot be imported; chosen → it can', async () => {
	const store = page.getByRole('button', { name: 'Import the file' });
	await expect(store).toBeDisabled();
	await page.getByLabel('What the file holds').selectOption('clicks');
	await expect(store).toBeDisabled();
	await page.getByLabel(/Order of day and month/).selectOption('dmy');
	await expect(page.getByText('03/04/2025 10:20 = 3 Apr 2025')).toBeVisible();
	await page.getByLabel('Send this file is about').fill('Letter 12');
	await store.click();

	// on this file and no other, where whoever goes by keys is
	await expect(page).toHaveURL(/\/imports\?import=\d+$/);
	await expect(page.getByRole('heading', { name: /“divers.csv”/ })).toBeFocused();
	await expect(
		page.getByRole('heading', { name: /rows of “divers.csv” are accounted for/ })
	).toBeFocused();
	await expect(page.getByRole('button', { name: /undo/i }).first()).toBeVisible();
});

test('another file of that shape → imported without a question', async () => {
	await dropLines('encore.csv', [
		'Prénom;Quoi;Jour',
		'Cyril;https://example.com/the;05/06/2025 10:20'
	]);
	await expect(async () => {
		await openPage(page, '/p/lettre/items');
		await expect(page.getByText('Cafe').first()).toBeVisible({ timeout: 500 });
		await expect(page.getByText('The').first()).toBeVisible({ timeout: 500 });
	}).toPass();
});

test('pages of clicks that no issue names → a page that everybody can use', async () => {
	const answer = await openPage(page, '/p/lettre/imports/pages');
	expect(answer?.status()).toBe(200);
	await everybodyCanUse(page);
});

test('a send without a document → assigned to its issue by hand, at once; undone → alone again', async () => {
	await openPage(page, '/p/lettre/imports');
	await dropLines('numero-7.md', [
		'---\ntitle: "Les cafés du port"\nnumber: 7\ndate: 2024-01-15\n---\n\n# Les cafés du port\n',
		'## À la une\n\n### [Le café du quai](https://example.com/cafe)\n\nUne phrase.\n',
		'### [Le thé du matin](https://example.com/the)\n\nUne phrase.'
	]);
	await expect(page.getByRole('heading', { name: /row of “numero-7.md”/ })).toBeVisible();
	await page.getByRole('link', { name: 'Sends and their issues' }).click();
	const alone = page.getByRole('region', { name: 'Sends without a document' });
	await expect(alone.getByText('Letter 12', { exact: true })).toBeVisible();
	await everybodyCanUse(page);

	await alone.getByRole('link', { name: 'To another issue: “Letter 12”' }).click();
	await expect(page.getByRole('combobox', { name: 'Issue' })).toBeVisible();
	await everybodyCanUse(page);
	await choose(page, 'Issue', 'cafés', /Les cafés du port/);
	await page.getByRole('button', { name: 'Assign', exact: true }).click();
	const said = page.getByRole('region', { name: 'Assigned by hand' });
	await expect(said).toContainText('Letter 12 → no. 7');
	await expect(page.getByRole('combobox', { name: 'Issue' })).toHaveCount(0);
	await expect(alone.getByText('Letter 12', { exact: true })).toHaveCount(0);
	const row = page.getByRole('row', { name: /Letter 12/ });
	await expect(row).toContainText('a person');
	await everybodyCanUse(page);

	await row.getByRole('link', { name: 'Assign: “Letter 12”' }).click();
	await expect(page.getByRole('combobox', { name: 'Issue' })).toBeVisible();
	await said.getByRole('button', { name: 'Undo for “Letter 12”' }).click();
	await expect(said).toHaveCount(0);
	await expect(alone.getByText('Letter 12', { exact: true })).toBeVisible();

	await page.getByRole('button', { name: 'Assign all 2 sends as suggested' }).click();
	await expect(page.getByRole('heading', { name: 'Every send has its document' })).toBeVisible();
	await expect(said).toContainText('encore → no. 7');
	await page.getByRole('button', { name: 'Undo all 2 assignments' }).click();
	await expect(alone.getByText('encore', { exact: true })).toBeVisible();
	await expect(said).toHaveCount(0);
});

test('a change of which more follows than a page waits for → it says so, until all is there', async () => {
	await openPage(page, '/p/lettre/imports/sends');
	// as of an archive that takes long
	await page.route(/sends\?\/assignAll/, async (route) => {
		const response = await route.fetch();
		const body = (await response.text()).replace('true]', 'false]');
		await route.fulfill({ response, body });
	});
	let end = () => {};
	const held = new Promise<void>((resolve) => (end = resolve));
	await page.route(/activity\/progress$/, async (route) => {
		await held;
		await route.continue();
	});
	const said = page.getByText('Saved. Issues are being updated');
	await page.getByRole('button', { name: 'Assign all 2 sends as suggested' }).click();
	await expect(said).toBeVisible();
	end();
	await expect(said).toHaveCount(0);
	await expect(page.getByRole('region', { name: 'Assigned by hand' })).toContainText('encore');
	await page.unrouteAll();
});

test('what was under way is over, and another file came meanwhile → its question is asked without a reload', async () => {
	await openPage(page, '/p/lettre/imports');
	// the stream of the file before ends just as this one is loaded
	await page.route(
		/imports\/progress$/,
		(route) => route.fulfill({ contentType: 'text/event-stream', body: 'event: over\ndata:\n\n' }),
		{ times: 1 }
	);
	const rows = Array.from({ length: 40_000 }, (_, i) => `Nom ${i};https://example.com/${i};3`);
	await dropLines('grand.csv', ['Prénom;Quoi;Combien', ...rows]);
	await expect(page.getByRole('heading', { name: /Map the columns of “grand.csv”/ })).toBeVisible();
});
