import { join } from 'node:path';
import { expect, test, type Browser, type BrowserContext, type Page } from '@playwright/test';
import { addPerson } from '#lib/server/access/people.ts';
import { open } from '#lib/server/store/sql/open.ts';
import { dealt, everyCombination } from '../combinations.ts';
import { folder } from '../flow/program.ts';
import { sampleInto } from '../flow/sample-database.ts';
import { everybodyCanUse, openPage, visit, type Visit } from './visit.ts';

// Members of one installation with the sample: each signs in once, and follows the questions of one reader
// through the navigation. What a page is for stands in the README; what an administrator opens is in member.test.ts.
test.describe.configure({ mode: 'serial' });

/** Each of the first four and the one four further share nothing: dealt two of them, all values are tried. */
const screens = [
	{ locale: 'fr-FR', colorScheme: 'light', phone: false },
	{ locale: 'fr-FR', colorScheme: 'light', phone: true },
	{ locale: 'fr-FR', colorScheme: 'dark', phone: false },
	{ locale: 'fr-FR', colorScheme: 'dark', phone: true },
	{ locale: 'en-GB', colorScheme: 'dark', phone: true },
	{ locale: 'en-GB', colorScheme: 'dark', phone: false },
	{ locale: 'en-GB', colorScheme: 'light', phone: true },
	{ locale: 'en-GB', colorScheme: 'light', phone: false }
] as const;
type Screen = (typeof screens)[number];

/** A state of a page, and what brings it about. */
type State = { name: string; enter(page: Page): Promise<void> };

const dialog = (page: Page) => page.getByRole('dialog').first();

const pressed = (name: string, key: string): State => ({
	name,
	async enter(page) {
		await openPage(page, '/p/sample/topics?last=12');
		await page.keyboard.press(key);
		await expect(dialog(page)).toBeVisible();
	}
});

const states = {
	editor: [
		{
			name: 'narrowed by a topic that was touched',
			async enter(page) {
				await openPage(page, '/p/sample/topics?last=12');
				await page.locator('main a[href*="/topics/"][data-row]').first().click();
				await expect(page).toHaveURL(/topic=\d+/);
				await expect(page.locator('.chip.set').first()).toBeVisible();
			}
		},
		pressed('the menu of filters', 'f'),
		{
			name: 'an error in the form of a draft',
			async enter(page) {
				await openPage(page, '/p/sample/drafts');
				await page.locator('[name=draft]').fill('# Tides\n\n[One](https://example.org/one)');
				await page.locator('[name=delivered]').fill('many');
				await page.locator('form:has([name=draft]) button.main').click();
				await expect(page.getByRole('alert').first()).toBeVisible();
			}
		}
	],
	marketer: [
		{
			name: 'the palette with what it found',
			async enter(page) {
				await openPage(page, '/p/sample/channels');
				await page.keyboard.press('Control+k');
				await expect(dialog(page).getByRole('option').first()).toBeVisible();
			}
		},
		{
			name: 'an error at a field of spend',
			async enter(page) {
				await openPage(page, '/p/sample/ledger');
				const adding = page.locator('details:has(form [name=amount])').first();
				await adding.locator('summary').first().click();
				const form = adding.locator('form');
				for (const field of await form.locator('input[required]:visible').all())
					if ((await field.inputValue()) === '')
						await field.fill((await field.getAttribute('type')) === 'date' ? '2026-01-05' : 'x');
				await form.locator('button').last().click();
				await expect(
					page.getByRole('alert').or(page.locator('[aria-invalid]')).first()
				).toBeVisible();
			}
		}
	],
	manager: [
		pressed('the shortcuts', '?'),
		{
			name: 'the menu of periods',
			async enter(page) {
				await openPage(page, '/p/sample?last=12');
				await page.locator('button.chip[aria-expanded]').first().click();
				await expect(page.locator('button.chip[aria-expanded=true]')).toHaveCount(1);
			}
		},
		{
			name: 'a period without anything',
			enter: async (page) =>
				void (await openPage(page, '/p/sample?from=2001-01-01&to=2001-01-31', {
					waitUntil: 'networkidle'
				}))
		},
		{
			name: 'all publications',
			enter: async (page) =>
				void (await openPage(page, '/publications', { waitUntil: 'networkidle' }))
		},
		{
			name: 'a wrong password in the form of an account',
			async enter(page) {
				await openPage(page, '/account');
				await page.locator('[name=present]').fill('not this one');
				await page.locator('[name=fresh]').fill('correct horse battery');
				await page.locator('form:has([name=fresh]) button').click();
				await expect(page.getByRole('alert').first()).toBeVisible();
			}
		}
	]
} satisfies Record<string, State[]>;

/** Who opens which pages of the navigation, in this order; together every page of each. */
const journeys = {
	editor: {
		role: 'editor',
		asks: 'what readers click, what to write next, and how issues are read',
		pages: [
			'topics',
			'items',
			'sections',
			'authors',
			'issues',
			'next',
			'drafts',
			'rules',
			'imports'
		]
	},
	marketer: {
		role: 'marketing',
		asks: 'which channels bring readers who stay, and what they cost',
		pages: ['channels', 'audience', 'sponsors', 'ledger', 'reports', 'activity']
	},
	manager: {
		role: 'viewer',
		asks: 'whether it goes well, and whether data can be trusted',
		pages: ['editorial', 'annotations', 'alerts', 'verdicts', 'shares', 'privacy']
	}
} as const;
type Who = keyof typeof journeys;
const everybody = Object.keys(journeys) as Who[];

let there: Visit;
/** the cookies of each, who signed in once */
const signedIn = new Map<Who, Awaited<ReturnType<BrowserContext['storageState']>>>();

test.beforeAll(async ({ browser }) => {
	const data = folder();
	await sampleInto(data);
	const db = await open(`file:${join(data, 'rubrique.db')}`);
	const now = Date.now();
	// the first is always an administrator
	await addPerson(db, { name: 'Ana', email: 'ana@example.org', role: 'admin' }, { now });
	const passwords = new Map<Who, string>();
	for (const name of everybody) {
		const person = { name, email: `${name}@example.org`, role: journeys[name].role };
		passwords.set(name, await addPerson(db, person, { now }));
	}
	db.$client.close();
	there = await visit(browser, { RUBRIQUE_DATA: data });
	for (const name of everybody) {
		const page = await there.newPage();
		await openPage(page, '/sign-in');
		await page.getByLabel('E-mail address').fill(`${name}@example.org`);
		await page.getByLabel('Password').fill(passwords.get(name)!);
		await page.locator('form button').first().click();
		await expect(page).not.toHaveURL(/sign-in/);
		const { cookies, origins } = await page.context().storageState();
		// the language is that of each browser
		const kept = cookies.filter((cookie) => cookie.name !== 'language');
		signedIn.set(name, { cookies: kept, origins });
		await page.context().close();
	}
});

test.afterAll(async () => {
	await there?.leave();
});

/** A browser of somebody who is signed in, with the errors that it meets. */
async function browserOf(browser: Browser, who: Who, { phone, locale, colorScheme }: Screen) {
	const context = await browser.newContext({
		baseURL: there.program.address,
		storageState: signedIn.get(who)!,
		locale,
		colorScheme,
		viewport: phone ? { width: 390, height: 844 } : { width: 1440, height: 1000 }
	});
	const page = await context.newPage();
	const errors: string[] = [];
	page.on('pageerror', ({ message }) => errors.push(message));
	page.on('console', (message) => {
		// a form that is refused answers 400
		if (message.type() === 'error' && !/status of 400/.test(message.text()))
			errors.push(message.text());
	});
	return { page, errors };
}

/** Holds a page, or a state of it, to what everybody needs: it is whole, fits, and can be used. */
async function holds(page: Page, isAudited: boolean) {
	await expect(page.getByRole('heading', { level: 1 })).toHaveText(/\S/);
	const tooWide = await page.evaluate(
		() => document.documentElement.scrollWidth - document.documentElement.clientWidth
	);
	expect(tooWide).toBeLessThanOrEqual(0);
	if (isAudited) await everybodyCanUse(page);
}

/** Opens a page from the navigation, which is behind a button on a phone. */
async function follow(page: Page, name: string, phone: boolean) {
	if (phone) await page.locator('[aria-controls="navigation"]').click();
	await page.locator(`#navigation a[href^="/p/sample/${name}"]`).first().click();
	await expect(page).toHaveURL(new RegExp(`/p/sample/${name}([?#]|$)`));
	await expect(page.locator('#navigation [aria-current="page"]')).toHaveAttribute(
		'href',
		new RegExp(`/p/sample/${name}`)
	);
}

for (const [row, who] of everybody.entries())
	for (const [turn, screen] of dealt(row, screens, 4).entries()) {
		const { locale, colorScheme, phone } = screen;
		const on = `${locale}, ${colorScheme}, ${phone ? 'on a phone' : 'at a desk'}`;
		// each page and state is audited once, by turns on one screen and on another
		const isAudited = (place: number) => everyCombination || place % 2 === turn;

		test(`${who}: ${journeys[who].asks} → every page and state fits and can be used (${on})`, async ({
			browser
		}) => {
			const { page, errors } = await browserOf(browser, who, screen);
			await openPage(page, '/p/sample?last=12', { waitUntil: 'networkidle' });
			await expect(page.locator('html')).toHaveAttribute('lang', locale.slice(0, 2));
			await holds(page, isAudited(row));
			if (phone) {
				await page.locator('[aria-controls="navigation"]').click();
				await expect(page.locator('#navigation')).toBeVisible();
				await holds(page, row === 0);
				await page.locator('[aria-controls="navigation"]').click();
			}
			for (const [place, name] of journeys[who].pages.entries()) {
				await follow(page, name, phone);
				await holds(page, isAudited(place));
			}
			for (const [place, { name, enter }] of (states[who] as State[]).entries())
				await test.step(name, async () => {
					await enter(page);
					await holds(page, isAudited(place + 1));
				});
			expect(errors).toEqual([]);
			await page.context().close();
		});
	}

test('the journeys together → every page of the navigation of each is visited', async ({
	browser
}) => {
	const offered = new Set<string>();
	for (const who of everybody) {
		const { page } = await browserOf(browser, who, screens.at(-1)!);
		await openPage(page, '/p/sample');
		const links = page.locator('#navigation a[href*="/p/sample/"]');
		for (const href of await links.evaluateAll((all) => all.map((a) => a.getAttribute('href')!)))
			offered.add(href.split('/')[3]?.split('?')[0] ?? '');
		await page.context().close();
	}
	offered.delete('');
	const visited = everybody.flatMap((who) => journeys[who].pages);
	expect([...offered].sort()).toEqual([...visited].sort());
});
