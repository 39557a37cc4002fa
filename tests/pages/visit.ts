import AxeBuilder from '@axe-core/playwright';
import { expect, test, type Browser, type Page } from '@playwright/test';
import { firstCodeIn } from '../flow/first-code.ts';
import { folder, started } from '../flow/program.ts';

/** A program of its own, which starts empty, and somebody in a browser. */
export type Visit = Awaited<ReturnType<typeof visit>>;

/** @param env of the program, beside its own folders and port */
export async function visit(browser: Browser, env: Record<string, string> = {}) {
	const program = await started({ here: folder(), env });
	const pages: Page[] = [];

	/** One more browser, of somebody else. */
	async function newPage(): Promise<Page> {
		const context = await browser.newContext({ baseURL: program.address, locale: 'en-GB' });
		const page = await context.newPage();
		pages.push(page);
		return page;
	}
	return {
		program,
		page: await newPage(),
		newPage,
		async leave() {
			for (const page of pages) await page.context().close();
			await program.stop();
		}
	};
}

/**
 * Has the tests of a file share one program, which starts empty, and one administrator with a publication;
 * it stops after the last of them. They run one after the other, as one person would do.
 *
 * @param take is handed the visit before the first test
 */
export function shareVisit(
	take: (there: Visit) => void,
	publication: Parameters<typeof createPublication>[1]
) {
	test.describe.configure({ mode: 'serial' });
	let there: Visit | undefined;

	test.beforeAll(async ({ browser }) => {
		there = await visit(browser);
		take(there);
		await createAdministrator(there);
		await createPublication(there.page, publication);
	});

	test.afterAll(async () => {
		await there?.leave();
	});
}

/** Waits until the scripts of a page have taken it over: what is pressed or typed before does nothing. */
export async function alive(page: Page) {
	await expect(page.locator('html')).toHaveAttribute('data-alive');
}

/** Opens a page of the program, of which scripts may run, and waits until it is alive. */
export async function openPage(page: Page, ...to: Parameters<Page['goto']>) {
	const answer = await page.goto(...to);
	await alive(page);
	return answer;
}

/** Has pages wait for the server's pictures of charts however slow a machine is: they draw charts themselves after some seconds. */
export async function waitForPictures(page: Page) {
	await page.addInitScript(() => {
		AbortSignal.timeout = () => new AbortController().signal;
	});
}

/** Creates the administrator, where nobody has an account. @param from where that is asked for */
export async function createAdministrator({ page, program }: Visit, from = '/p/new') {
	await openPage(page, from);
	await page.getByLabel('One-time code').fill(firstCodeIn(program.talk()));
	await page.getByLabel('Name').fill('Ana');
	await page.getByLabel('E-mail address').fill('ana@example.org');
	await page.getByLabel('Password').fill('correct horse');
	await page.getByRole('button', { name: 'Create account' }).click();
	await expect(page).not.toHaveURL(/welcome/);
}

/** Fills in the form of a new publication, which is open, and waits until files can be dropped. */
export async function createPublication(
	page: Page,
	{ name, slug, language }: { name: string; slug: string; language: 'en' | 'fr' }
) {
	await page.locator('[name=name]').fill(name);
	await page.locator('[name=slug]').fill(slug);
	await page.locator('[name=language]').selectOption(language);
	await choose(page, 'Currency', 'euro', 'EUR · Euro');
	await choose(page, 'Time zone', 'paris', /^Paris/);
	await page.locator('form button').last().click();
	await expect(page).toHaveURL(new RegExp(`/p/${slug}/imports$`));
	await alive(page);
}

/** Types into a field with a list of its own, and takes what it finds first. */
export async function choose(page: Page, label: string, typed: string, option: string | RegExp) {
	// until the page has come alive it is the browser's own list
	const field = page.getByRole('combobox', { name: label }).and(page.locator('input'));
	const list = page.getByRole('listbox', { name: label });
	await field.fill(typed);
	await expect(list.getByRole('option').first()).toHaveText(option);
	await field.press('Enter');
	await expect(field).toHaveValue(option);
}

/** Drops files on the page of imports. */
export async function drop(page: Page, files: Record<string, string>) {
	const given = Object.entries(files).map(([name, text]) => ({
		name,
		mimeType: name.endsWith('.md') ? 'text/markdown' : 'text/csv',
		buffer: Buffer.from(text)
	}));
	await page.locator('input[type=file]').first().setInputFiles(given);
}

/** Waits until a file that was dropped is in. */
export async function takenIn(page: Page) {
	await expect(page.getByRole('button', { name: /undo/i }).first()).toBeVisible();
}

/** Holds a page as it stands to what can be checked of the accessibility guidelines. */
export async function everybodyCanUse(page: Page) {
	// what has just become enabled is pale for a moment: it is read once it stands
	await page.evaluate(async () => {
		await Promise.allSettled(document.getAnimations().map(({ finished }) => finished));
	});
	// what is in order is not described, and no page is opened to put the parts of an answer together: a
	// third of the time
	const audit = new AxeBuilder({ page }).setLegacyMode().options({ resultTypes: ['violations'] });
	const { violations } = await audit.analyze();
	expect(violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`)).toEqual([]);
}
