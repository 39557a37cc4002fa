import { expect, test, type Page } from '@playwright/test';
import { openPage } from './visit.ts';

// they only look
test.describe.configure({ mode: 'parallel' });
test.use({ viewport: { width: 1440, height: 1000 } });

const dialog = (page: Page, name: string) => page.getByRole('dialog', { name });
const rows = (page: Page) => page.locator('main [data-row]');

type Shortcut = { path: string; does: (page: Page) => Promise<void> };

/** A key that opens a dialog of that name. */
const opens = (key: string, path: string, name: string): Shortcut => ({
	path,
	async does(page) {
		await page.keyboard.press(key);
		await expect(dialog(page, name)).toBeVisible();
	}
});

/** Each key of the list of shortcuts, on a page where it holds, and that it does there what the list says. */
const shortcuts: Record<string, Shortcut> = {
	'/': {
		path: '/p/sample/topics',
		async does(page) {
			await page.keyboard.press('/');
			await expect(dialog(page, 'Go to').getByRole('combobox')).toBeFocused();
		}
	},
	F: opens('f', '/p/sample/items', 'Filter'),
	P: opens('p', '/p/sample/items', 'Period'),
	T: {
		path: '/p/sample/channels',
		async does(page) {
			const off = page.locator('[data-chart-or-table][aria-pressed="false"]').first();
			const shown = await off.getAttribute('aria-label');
			await page.keyboard.press('t');
			await expect(off).not.toHaveAttribute('aria-label', shown!);
		}
	},
	E: {
		path: '/p/sample/items',
		async does(page) {
			const file = page.waitForEvent('download');
			await page.keyboard.press('e');
			expect((await file).suggestedFilename()).toMatch(/\.csv$/);
		}
	},
	J: {
		path: '/p/sample/issues',
		async does(page) {
			await page.keyboard.press('j');
			await page.keyboard.press('j');
			await expect(rows(page).nth(1)).toBeFocused();
		}
	},
	K: {
		path: '/p/sample/issues',
		async does(page) {
			await rows(page).nth(1).focus();
			await page.keyboard.press('k');
			await expect(rows(page).first()).toBeFocused();
		}
	},
	O: {
		path: '/p/sample/issues',
		async does(page) {
			await page.keyboard.press('j');
			await page.keyboard.press('o');
			await expect(page).toHaveURL(/\/issues\/\d+$/);
		}
	},
	'?': opens('?', '/p/sample/drafts', 'Keyboard shortcuts'),
	Enter: {
		path: '/p/sample/issues',
		async does(page) {
			await page.keyboard.press('j');
			await page.keyboard.press('Enter');
			await expect(page).toHaveURL(/\/issues\/\d+$/);
		}
	},
	Esc: {
		path: '/p/sample/items',
		async does(page) {
			await page.keyboard.press('?');
			await expect(dialog(page, 'Keyboard shortcuts')).toBeVisible();
			await page.keyboard.press('Escape');
			await expect(dialog(page, 'Keyboard shortcuts')).toBeHidden();
		}
	},
	'Ctrl/⌘ K': {
		path: '/p/sample/drafts',
		async does(page) {
			await page.keyboard.press('Control+k');
			await expect(dialog(page, 'Go to').getByRole('combobox')).toBeFocused();
		}
	},
	'Ctrl/⌘ P': {
		path: '/p/sample/channels',
		async does(page) {
			await page.evaluate(() => {
				window.print = () => void (document.documentElement.dataset.printed = '');
			});
			await page.keyboard.press('Control+p');
			await expect(page.locator('html')).toHaveAttribute('data-printed');
		}
	},
	'Ctrl/⌘ click': {
		path: '/p/sample/topics',
		async does(page) {
			const opened = page.context().waitForEvent('page');
			await rows(page)
				.first()
				.click({ modifiers: ['Control'] });
			await expect(await opened).toHaveURL(/\/topics\/\d+/);
		}
	}
};

test('the list of shortcuts → each is tried here', async ({ page }) => {
	await openPage(page, '/p/sample');
	await page.keyboard.press('?');
	const listed = dialog(page, 'Keyboard shortcuts').locator('dt');
	await expect(listed).toHaveText(Object.keys(shortcuts));
});

for (const [key, { path, does }] of Object.entries(shortcuts)) {
	test(`${key} → does what the list of shortcuts says`, async ({ page }) => {
		await openPage(page, path);
		await does(page);
	});
}

test('a menu opened by its key and left with Esc → the focus is where it was, or at the menu’s button', async ({
	page
}) => {
	await openPage(page, '/p/sample/items');
	for (const [key, name] of [
		['f', 'Filter'],
		['p', 'Period']
	] as const) {
		await page.evaluate(() => (document.activeElement as HTMLElement).blur());
		await page.keyboard.press(key);
		await expect(dialog(page, name)).toBeVisible();
		await page.keyboard.press('Escape');
		await expect(page.locator('.bar button:focus')).toHaveAttribute('aria-haspopup', 'dialog');

		await page.keyboard.press('j');
		await expect(page.locator('[data-row]:focus')).toHaveCount(1);
		await page.keyboard.press(key);
		await expect(dialog(page, name)).toBeVisible();
		await page.keyboard.press('Escape');
		await expect(page.locator('[data-row]:focus')).toHaveCount(1);
		await page.locator('[data-row]:focus').blur();
	}
});

for (const width of [320, 720]) {
	test(`the strip of the overview on ${width} px → all its parts are inside the window`, async ({
		page
	}) => {
		await page.setViewportSize({ width, height: 900 });
		await openPage(page, '/p/sample');
		const parts = page.locator('.strip li');
		expect(await parts.count()).toBeGreaterThan(3);
		for (const part of await parts.all()) {
			const box = (await part.boundingBox())!;
			expect(box.x + box.width).toBeLessThanOrEqual(width);
		}
	});
}

for (const path of ['/publications', '/glossary'])
	test(`${path}, which is of no publication → has the palette and the shortcuts too`, async ({
		page
	}) => {
		await openPage(page, path);
		await page.keyboard.press('?');
		await expect(dialog(page, 'Keyboard shortcuts')).toBeVisible();
		// those of rows, figures and filters would do nothing
		const period = path === '/publications' ? ['P'] : [];
		await expect(dialog(page, 'Keyboard shortcuts').locator('kbd')).toHaveText([
			'/',
			...period,
			'?',
			'Enter',
			'Esc',
			'Ctrl/⌘ K'
		]);
		await page.keyboard.press('Escape');
		await page.keyboard.press('Control+k');
		await page.keyboard.type('lift');
		await dialog(page, 'Go to').getByRole('link', { name: 'Lift', exact: true }).click();
		await expect(page).toHaveURL('/glossary#lift');
		await expect(page.locator('#lift')).toContainText('readers expected');
	});

test('the palette is asked for above a dialog, and typed into before it is there → has all that was typed', async ({
	page
}) => {
	await openPage(page, '/publications');
	await page.keyboard.press('?');
	await expect(dialog(page, 'Keyboard shortcuts')).toBeVisible();
	let letGo = () => {};
	const typed = new Promise<void>((resolve) => (letGo = resolve));
	const asked = page.waitForRequest('**/immutable/**');
	await page.route('**/immutable/**', (route) => typed.then(() => route.continue()));
	await page.keyboard.press('Control+k');
	await page.keyboard.type('lift');
	await asked;
	letGo();
	await expect(dialog(page, 'Go to').getByRole('combobox')).toHaveValue('lift');
});

test('what a figure means is looked at → leads to the glossary', async ({ page }) => {
	await openPage(page, '/p/sample/topics');
	await page
		.getByRole('button', { name: /: definition$/ })
		.first()
		.click();
	await page.locator('.about:visible').getByRole('link', { name: 'Glossary' }).click();
	await expect(page.getByRole('heading', { name: 'Glossary', level: 1 })).toBeVisible();
	await expect(page.locator('dl > div:has(:target)')).toBeInViewport();
});
