import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { globSync } from 'tinyglobby';
import { afterAll, beforeAll, expect, onTestFinished, test } from 'vitest';
import { settingsFrom } from '#lib/server/settings.ts';
import { open } from '#lib/server/store/sql/open.ts';
import type { Command } from '../../src/cli/command.ts';
import { isBlankChart } from '#lib/chart/blank.ts';
import { reportKinds } from '#lib/report-kinds.ts';
import type { Snapshot } from '#lib/server/report/snapshot.ts';
import { cookiesOf } from './browser.ts';
import { dealt } from '../combinations.ts';
import { degenerate, MANY } from './degenerate-archives.ts';
import { folder, rubrique, started, type Running } from './program.ts';
import { readWorkbook } from './workbook.ts';

const here = folder();
const env = {
	RUBRIQUE_DATA: folder(),
	RUBRIQUE_IMPORTS: folder(),
	// what hangs is ended, and with it the wait for it
	WATCHDOG_SECONDS: '300'
};
const archives = Object.keys(degenerate);

let program: Running;
let cookie: string;

beforeAll(async () => {
	for (const [slug, files] of Object.entries(degenerate)) {
		const inbox = join(env.RUBRIQUE_IMPORTS, slug);
		const words = { slug, name: `The ${slug}`, language: 'en', currency: 'EUR', zone: 'UTC' };
		mkdirSync(inbox);
		writeFileSync(join(inbox, 'publication.json'), JSON.stringify(words));
		for (const [name, content] of Object.entries(files)) writeFileSync(join(inbox, name), content);
	}
	program = await started({ here, env });
	const email = 'ana@example.org';
	const { out } = await rubrique(['user', 'add', email, '--role', 'admin'], { here, env });
	const signedIn = await ask('/sign-in', { email, password: out.trim() });
	cookie = cookiesOf(signedIn);
});

afterAll(() => program?.stop());

test('the degenerate archives → hold the issues and clicks that they are made of', async () => {
	type Issues = { data: { issues: { clicks: number | null }[] } };
	const issuesOf = async (archive: string) => {
		const answer = await ask(`/api/publications/${archive}/issues`);
		return ((await answer.json()) as Issues).data.issues;
	};
	const clicked = (issues: Issues['data']['issues']) =>
		issues.filter(({ clicks }) => clicks! > 0).length;
	const usual = await issuesOf('usual');
	expect([usual.length, clicked(usual)]).toEqual([12, 12]);
	const many = await issuesOf('many-issues');
	expect([many.length, clicked(many)]).toEqual([MANY, MANY]);
	expect(await issuesOf('nothing')).toEqual([]);
	expect(clicked(await issuesOf('no-clicks'))).toBe(0);
	expect(clicked(await issuesOf('counts-alone'))).toBe(12);
	expect(clicked(await issuesOf('no-dates-no-topics'))).toBe(12);
	type Figure = { data: { items: unknown[]; totals: { signed: number } } };
	const figure = async (archive: string, path: string) =>
		((await (await ask(`/api/publications/${archive}/${path}`)).json()) as Figure).data;
	expect((await figure('all-sponsored', 'items?role=sponsor')).items.length).toBe(48);
	expect((await figure('one-author', 'authors')).totals.signed).toBe(48);
});

test('figures that no filter narrows → rest on all issues, whatever period the address asks for', async () => {
	const periods = async (path: string) => {
		const page = await (await ask(`/p/usual/${path}`)).text();
		return [...page.matchAll(/Period: ([^.<]*)/g)].map(([, period]) => period!.split(',')[0]);
	};
	expect(new Set(await periods('next?last=1'))).toEqual(new Set(['All issues']));
	expect(new Set(await periods('items?last=2'))).toEqual(new Set(['2 issues', 'All issues']));
});

function ask(path: string, filled?: Record<string, string>, language = 'en'): Promise<Response> {
	return fetch(program.address + path, {
		redirect: 'manual',
		headers: { accept: 'text/html', 'accept-language': language, cookie, origin: program.address },
		...(filled && { method: 'POST', body: new URLSearchParams(filled) })
	}).catch((error: unknown) => {
		throw new Error(`${path}: ${program.talk().split('\n').slice(-4).join('\n')}`, {
			cause: error
		});
	});
}

const nonsense = /NaN|Infinity|∞|\bundefined\b|\bnull\b|Invalid Date|\[object |-\d{4}-\d\d-\d\d/;

/** Some that were sent then, and one with an issue of that number. */
const ofThatYear = ['far-apart', 'many-issues'];

/** What is wrong with a text that people read, with what stands around it. */
function flawsOf(text: string, where: string, archive: string): string[] {
	const match = nonsense.exec(text);
	const flaws = match
		? [`${where}: …${text.slice(Math.max(0, match.index - 60), match.index + 40)}…`]
		: [];
	// the beginning of all time is where a missing date leads
	const epoch = /\b1970\b/.exec(text);
	if (epoch && !ofThatYear.includes(archive))
		flaws.push(
			`${where}: 1970 in …${text.slice(Math.max(0, epoch.index - 60), epoch.index + 20)}…`
		);
	return flaws;
}

/** A page without its code: what stands in it, and in those attributes that are drawn, said or followed. */
function wordsOf(html: string): string {
	const own = html.replace(
		/<script[\s\S]*?<\/script>|<style[\s\S]*?<\/style>|<!--[\s\S]*?-->/g,
		''
	);
	const attributes = [...own.matchAll(/ (?!id|class|data-|for)[\w:-]+="([^"]*)"/g)]
		.map(([, value]) => value!)
		.filter((value) => /NaN|Infinity|undefined|Invalid Date|\[object /.test(value));
	return [own.replace(/<[^>]*>/g, ' '), ...attributes].join(' ').replace(/\s+/g, ' ');
}

const root = 'src/routes/p/[publication]';
const routes = globSync('**/+page.svelte', { cwd: root }).map((file) =>
	file.replace(/\/?\+page\.svelte$/, '')
);

const standAlone = routes.filter((route) => !route.includes('['));

/** Pages of an archive: of those that stand alone one in so many, and one of each kind that these lead to. */
async function pagesOf(archive: string, oneIn: number): Promise<Map<string, string>> {
	const pages = new Map<string, string>();
	const visit = async (path: string) => {
		if (pages.has(path)) return;
		const answer = await ask(path);
		pages.set(path, `${answer.status} ${await answer.text()}`);
	};
	for (const route of dealt(archives.indexOf(archive), standAlone, oneIn))
		await visit(`/p/${archive}/${route}`);
	for (const route of routes.filter((one) => one.includes('['))) {
		const shape = new RegExp(`"(/p/${archive}/${route.replace(/\[\w+\]/g, '\\d+')})["?]`);
		const path = [...pages.values()].map((html) => shape.exec(html)?.[1]).find(Boolean);
		if (path) await visit(path);
	}
	return pages;
}

test.each(archives)('%s → every page answers, in words', async (archive) => {
	const flaws: string[] = [];
	const pages = await pagesOf(archive, 8);
	for (const [path, text] of pages) {
		if (!/^(200|30\d) /.test(text)) flaws.push(`${path}: ${wordsOf(text).slice(0, 300)}`);
		flaws.push(...flawsOf(wordsOf(text), path, archive));
	}
	// a page under one of them, and under another one of the next archive
	const more = ['?trend=rolling&role=sponsor', '?from=1901-01-01&to=1901-12-31', '?last=1'];
	const first = archives.indexOf(archive);
	for (const route of dealt(first + 1, standAlone, 16)) {
		const path = `/p/${archive}/${route}${more[Math.floor((first + standAlone.indexOf(route)) / 16) % 3]}`;
		const answer = await ask(path, undefined, 'fr');
		if (answer.status >= 400) flaws.push(`${path}: ${answer.status}`);
		flaws.push(...flawsOf(wordsOf(await answer.text()), path, archive));
	}
	expect(flaws).toEqual([]);
});

test('a publication with nothing → its money is said to be missing, not counted, and no name to have what it needs', async () => {
	const title = async (path: string) =>
		/<h1[^>]*>([^]*?)<\/h1>/
			.exec(await (await ask(path)).text())?.[1]
			?.replace(/<[^>]*>/g, '')
			.trim();
	expect(await title('/p/nothing/ledger')).toBe('No spend or revenue yet');
	expect(await title('/p/nothing/ledger/names')).toBe('No names to match');
});

let offered: Promise<Set<string>> | undefined;

/** The names of the tables that pages offer where nothing is missing. */
async function tablesOffered(): Promise<Set<string>> {
	const usual = [...(await pagesOf('usual', 1)).values()].join('');
	return new Set(
		[...usual.matchAll(/export\.csv\?[^"]*?table=([\w-]+)/g)].map(([, name]) => name!)
	);
}

test('an issue unlike the others → told of where figures of it are shown, and of no period or topic without it', async () => {
	const told = async (path: string) =>
		(await (await ask(`/p/one-long-issue/${path}`)).text()).includes('looks unlike the others');
	const pages = ['topics', 'items', 'sections', 'issues'];
	const without = ['from=2025-01-02&to=2025-03-19', 'from=2024-01-01&to=2024-01-31'];
	for (const page of pages) {
		expect(await told(`${page}?last=1`), page).toBe(true);
		for (const period of without)
			expect(await told(`${page}?${period}`), `${page}?${period}`).toBe(false);
	}
	// of a section that it has not
	expect(await told('items?section=999')).toBe(false);
});

test('filters that nothing matches → said so, and nothing of how what is shown is counted', async () => {
	const read = async (page: string) => (await ask(`/p/usual${page}`)).text();
	for (const page of ['/topics?topic=999', '/sections?section=999', '/items?section=999']) {
		const [, head] = /<h1([^]*?)<\/header>/.exec(await read(page))!;
		expect(head, page).toMatch(/Nothing matches|No items match/);
		expect(head, page).not.toContain('adjusted');
	}
	const overview = await read('?topic=999');
	expect(overview).toContain('Nothing matches');
	expect(overview).not.toContain('Over 0 items');
});

test.each(archives)('%s → every table can be downloaded', async (archive) => {
	const names = await (offered ??= tablesOffered());
	expect(names.size).toBeGreaterThan(8);
	const issue = /issues\/(\d+)/.exec(await (await ask(`/p/${archive}/issues`)).text())?.[1];
	const flaws: string[] = [];
	for (const name of dealt(archives.indexOf(archive), [...names], 8)) {
		if (name === 'issue' && !issue) continue;
		const path = `/p/${archive}/export.csv?table=${name}${name === 'issue' ? `&issue=${issue}` : ''}`;
		const answer = await ask(path);
		if (answer.status !== 200) flaws.push(`${path}: ${answer.status}`);
		flaws.push(...flawsOf(await answer.text(), path, archive));
	}
	expect(flaws).toEqual([]);
});

test.each(archives)('%s → every figure of the API answers', async (archive) => {
	type Document = { paths: Record<string, { get?: object }> };
	const { paths } = (await (await ask('/api/openapi.json')).json()) as Document;
	const flaws: string[] = [];
	const plain = Object.keys(paths).filter(
		(one) => paths[one]!.get && !/\{(issue|import)\}/.test(one)
	);
	expect(plain.length).toBeGreaterThan(20);
	for (const path of dealt(archives.indexOf(archive), plain, 4)) {
		const asked = path.replace('{publication}', archive);
		const answer = await ask(asked);
		if (answer.status !== 200) flaws.push(`${asked}: ${answer.status}`);
		const body = await answer.text();
		if (/NaN|Infinity|undefined|Invalid Date/.test(body)) flaws.push(asked);
	}
	expect(flaws).toEqual([]);
});

test.each(archives)('%s → every report is made, or says why not', async (archive) => {
	const issue = /issues\/(\d+)/.exec(await (await ask(`/p/${archive}/issues`)).text())?.[1];
	const flaws: string[] = [];
	const first = archives.indexOf(archive);
	for (const kind of dealt(first, reportKinds, 6)) {
		const made = await ask(`/p/${archive}/reports?/make`, {
			kind,
			locale: 'en',
			...(issue && { issue })
		});
		const to = made.headers.get('location');
		if (!to) {
			const said = await made.text();
			const isSaid = made.status >= 400 && made.status < 500 && wordsOf(said).length > 40;
			if (!isSaid) flaws.push(`${kind}: ${made.status} ${said.slice(0, 200)}`);
			continue;
		}
		const page = await (await ask(to)).text();
		flaws.push(...flawsOf(wordsOf(page), `${kind} page`, archive));
		flaws.push(...(await blankCharts(to)).map((id) => `${kind}: ${id} is drawn, and blank`));
		const offered = page.matchAll(new RegExp(`"(${to}/[^"?]+)["?]`, 'g'));
		// paper takes as long as all the others
		const isOnPaper = dealt(Math.floor(first / 6), reportKinds, 2).includes(kind);
		for (const file of new Set([...offered].map(([, path]) => path!))) {
			if (file.endsWith('.pdf') && !isOnPaper) continue;
			const answer = await ask(file);
			if (answer.status !== 200) flaws.push(`${kind} ${file}: ${answer.status}`);
			else flaws.push(...(await flawsOfFile(answer, `${kind} ${file}`, archive)));
		}
	}
	expect(flaws).toEqual([]);
});

/** The charts of a report that show their axes alone. */
async function blankCharts(report: string): Promise<string[]> {
	const { sections } = (await (await ask(`${report}/report.json`)).json()) as Snapshot;
	return sections
		.flatMap(({ figures }) => figures)
		.filter(({ chart }) => chart && isBlankChart(chart))
		.map(({ id }) => id);
}

async function flawsOfFile(answer: Response, where: string, archive: string) {
	const type = answer.headers.get('content-type') ?? '';
	const content = new Uint8Array(await answer.arrayBuffer());
	if (content.length === 0) return [`${where}: empty`];
	if (/sheet/.test(type))
		return [...readWorkbook(content)].flatMap(([sheet, rows]) => {
			const text = rows.map((row) => row.map((cell) => cell ?? '').join('\t')).join('\n');
			return flawsOf(text, `${where} ${sheet}`, archive);
		});
	if (/csv/.test(type)) return flawsOf(new TextDecoder().decode(content), where, archive);
	return [];
}

test('every archive → the commands with figures answer about it, in English or French', async () => {
	const commands = await figureCommands();
	expect(commands.map(({ name }) => name)).toEqual(
		expect.arrayContaining(['topics', 'items', 'audience', 'channels', 'verdicts'])
	);
	const db = await open(`file:${join(env.RUBRIQUE_DATA, 'rubrique.db')}`);
	onTestFinished(() => db.$client.close());

	const flaws: string[] = [];
	for (const [i, publication] of archives.entries())
		for (const command of dealt(i, commands, 4))
			// by another count than commands are dealt by: each is asked in both languages
			for (const locale of dealt(Math.floor(i / 4), ['en', 'fr'] as const, 2)) {
				const where = `${command.name} --publication ${publication} (${locale})`;
				const said: string[] = [];
				const answer = await command.run({
					args: [],
					options: { publication },
					settings: settingsFrom(env, here, here),
					locale,
					path: (typed) => join(here, typed),
					db: async () => db,
					print: (lines) => void said.push(...lines),
					talk: (line) => void said.push(line)
				});
				if (!answer || answer.lines.length === 0) flaws.push(`${where}: nothing`);
				flaws.push(...flawsOf([...said, ...(answer?.lines ?? [])].join('\n'), where, publication));
				flaws.push(...oddIn(answer?.json).map((odd) => `${where}: ${odd}`));
			}
	expect(flaws).toEqual([]);
});

/** The commands that print the figures of a period: run in this process, as a process each takes a second. */
async function figureCommands(): Promise<Command[]> {
	const files = globSync('src/cli/*.ts', {
		absolute: true,
		ignore: ['**/main.ts', '**/*.test.ts']
	});
	const modules = await Promise.all(files.map((file) => import(file) as Promise<object>));
	return modules
		.flatMap((module): unknown[] => Object.values(module))
		.filter((one): one is Command => typeof one === 'object' && one !== null && 'run' in one)
		.filter(({ needs, options }) => needs === 0 && 'publication' in options && 'from' in options);
}

/** The places of numbers that are none, which JSON would hide. */
function oddIn(value: unknown, path = ''): string[] {
	if (typeof value === 'number') return Number.isFinite(value) ? [] : [`${path} is ${value}`];
	if (typeof value !== 'object' || value === null) return [];
	return Object.entries(value).flatMap(([key, part]) => oddIn(part, `${path}.${key}`));
}
