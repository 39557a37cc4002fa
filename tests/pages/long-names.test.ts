import AxeBuilder from '@axe-core/playwright';
import { expect, test, type Page } from '@playwright/test';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { folder } from '../flow/program.ts';
import { createAdministrator, openPage, visit, type Visit } from './visit.ts';

const kinds = ['Transformation numérique', 'Cybersécurité', 'Gouvernance', 'Financement'];
const fields = [
	'des collectivités territoriales et des établissements publics',
	'dans les associations reconnues d’utilité publique',
	'du secteur médico-social et hospitalier',
	'des communes rurales de moins de mille habitants'
];
const topics = [
	...fields.flatMap((field) => kinds.map((kind) => `${kind} ${field}`)),
	// a name without a space, as long as one may be
	'anticonstitutionnellement'.repeat(3)
];

/** An inbox with a publication of which every name is as long as names get. */
function inbox(): string {
	const here = folder();
	const own = join(here, 'longue');
	mkdirSync(own);
	const described = { slug: 'longue', name: `La lettre ${fields[0]}`, language: 'fr' };
	const where = { currency: 'EUR', zone: 'Europe/Paris' };
	writeFileSync(join(own, 'publication.json'), JSON.stringify({ ...described, ...where }));
	const said = ['Numéro;Lien;Thème'];
	for (let n = 1; n <= 8; n++) {
		const date = `2026-0${n}-14`;
		const items = [0, 1, 2, 3].map((i) => {
			const topic = topics[(4 * n + i) % topics.length]!;
			const url = `https://media.example.org/${n}-${i}`;
			said.push(`${n};${url};${topic}`);
			const title = `Enquête ${n}-${i} : ce que change, pour chacun, « ${topic} »`;
			return `### ${title}\n\nUne phrase de l’article ${n}-${i}.\n\n[Lire](${url})\n`;
		});
		const head = `---\ntitle: "Lettre longue #${n} – ${topics[n]}"\nnumber: ${n}\ndate: ${date}\n---\n`;
		writeFileSync(join(own, `${date}_longue-${n}.md`), [head, ...items].join('\n'));
	}
	writeFileSync(join(own, 'themes.csv'), said.join('\n'));
	return here;
}

/** What of a page is wider than its screen. */
const tooWide = (page: Page) =>
	page.evaluate(() => {
		const { scrollWidth, clientWidth } = document.documentElement;
		return scrollWidth > clientWidth ? `${scrollWidth} px on ${clientWidth} px` : null;
	});

test.describe.configure({ mode: 'serial' });
test.use({ viewport: { width: 320, height: 720 } });

let there: Visit;

test.beforeAll(async ({ browser }) => {
	there = await visit(browser, { RUBRIQUE_IMPORTS: inbox() });
	await createAdministrator(there);
});

test.afterAll(async () => {
	await there.leave();
});

for (const path of [
	'',
	'/topics',
	'/topics/ONE',
	'/topics/manage',
	'/topics/proposals',
	'/items',
	'/issues',
	'/issues/ONE',
	'/next',
	'/reports',
	'/settings'
])
	test(`a publication of long names, ${path || 'its overview'} on a narrow screen → fits, and what is pressed is large enough`, async () => {
		const { page } = there;
		await page.setViewportSize({ width: 320, height: 720 });
		const [, list, one] = path.split('/');
		await openPage(page, `/p/longue${one === 'ONE' ? `/${list}` : path}`);
		if (one === 'ONE') {
			const link = page.locator(`main a[href*="/${list}/"][data-row]`).first();
			await openPage(page, (await link.getAttribute('href'))!);
		}
		await expect.poll(() => tooWide(page)).toBeNull();

		const audit = new AxeBuilder({ page }).setLegacyMode().options({
			runOnly: ['target-size', 'heading-order'],
			resultTypes: ['violations']
		});
		const { violations } = await audit.analyze();
		expect(violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`)).toEqual([]);
	});

test('a table of a report on a narrow screen → its names leave room to its figures', async () => {
	const { page } = there;
	await page.setViewportSize({ width: 320, height: 720 });
	await openPage(page, '/p/longue/topics');
	const [wide, first] = await page.evaluate((name) => {
		const frame = document.createElement('div');
		frame.className = 'frame';
		const row = `<tr><td>${name}</td>${'<td class="num">1,234</td>'.repeat(9)}</tr>`;
		frame.innerHTML = `<table class="rows"><tbody>${row}</tbody></table>`;
		document.querySelector('main')!.append(frame);
		const cell = frame.querySelector('td')!;
		return [frame.clientWidth, cell.offsetWidth];
	}, topics[0]!);
	expect(first).toBeGreaterThan(wide! / 4);
	expect(first).toBeLessThan(wide! * 0.6);
});

test('a report of long names on a wide screen → no table scrolls sideways', async () => {
	const { page } = there;
	await page.setViewportSize({ width: 1440, height: 900 });
	await openPage(page, '/p/longue/reports');
	await page.getByRole('button', { name: /Create report|Créer le rapport/ }).click();
	await expect(page).toHaveURL(/\/reports\/\d+$/);
	const wide = () =>
		page
			.locator('.report .frame')
			.evaluateAll((frames) =>
				frames.flatMap(({ scrollWidth, clientWidth, ariaLabel }) =>
					scrollWidth > clientWidth + 1 ? [`${ariaLabel}: ${scrollWidth} > ${clientWidth}`] : []
				)
			);
	await expect(page.locator('.report .frame').first()).toBeVisible();
	await expect.poll(wide).toEqual([]);
});

test('a table of few rows in a low window → its head stays in sight while the rest is read', async () => {
	const { page } = there;
	await page.setViewportSize({ width: 1440, height: 300 });
	await openPage(page, '/p/longue/topics/manage');
	const table = page.locator('table.data').first();
	const rows = table.locator('tbody tr');
	expect(await rows.count()).toBeLessThanOrEqual(20);
	await rows.last().scrollIntoViewIfNeeded();
	await expect(rows.first()).not.toBeInViewport();
	await expect(table.locator('thead th').first()).toBeInViewport();
});

test('an overview with first steps to do, printed → without them', async () => {
	const { page } = there;
	await openPage(page, '/p/longue');
	const steps = page.getByRole('heading', { name: 'First steps' });
	await expect(steps).toBeVisible();
	await page.emulateMedia({ media: 'print' });
	await expect(steps).toBeHidden();
	await page.emulateMedia({ media: 'screen' });
});

test.describe('the sample in French', () => {
	test.use({ locale: 'fr-FR' });

	for (const path of ['issues', 'sponsors', 'verdicts', 'items', 'channels', 'next'])
		test(`/${path} on a narrow screen → fits`, async ({ page }) => {
			await openPage(page, `/p/sample/${path}`);
			await expect.poll(() => tooWide(page)).toBeNull();
		});
});
