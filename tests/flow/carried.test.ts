import { afterAll, beforeAll, expect, test } from 'vitest';
import { filterRecords } from '#lib/filters/filters.ts';
import { cookiesOf } from './browser.ts';
import { folder, rubrique, started, type Running } from './program.ts';
import { tidesInbox } from './tides.ts';

// Every page of the navigation and one of each record is opened with filters: whatever link leads on keeps them.

let program: Running;
let headers: Record<string, string> = {};

beforeAll(async () => {
	const env = { RUBRIQUE_DATA: folder(), RUBRIQUE_IMPORTS: tidesInbox('sample', { sample: true }) };
	const where = { here: folder(), env };
	const email = 'ana@example.org';
	const made = await rubrique(['user', 'add', email, '--role', 'admin', '--json'], where);
	const { password } = JSON.parse(made.out) as { password: string };
	program = await started(where);
	const answer = await fetch(`${program.address}/sign-in`, {
		method: 'POST',
		redirect: 'manual',
		body: new URLSearchParams({ email, password }),
		headers: { origin: program.address }
	});
	headers = { cookie: cookiesOf(answer) };
});

afterAll(() => program?.stop());

type Link = { to: URL; isDownload: boolean };

/** The links of a page that stay inside the publication. */
async function linksOf(page: URL): Promise<Link[]> {
	const answer = await fetch(page, { headers });
	expect([page.pathname, answer.status]).toEqual([page.pathname, 200]);
	const text = (await answer.text()).replace(/<!--[^]*?-->/g, '');
	return [...text.matchAll(/<a\b([^>]*)>/g)].flatMap(([, attributes = '']) => {
		const href = /\bhref="([^"]*)"/.exec(attributes)?.[1]?.replaceAll('&amp;', '&');
		if (href === undefined || href.startsWith('#')) return [];
		const to = new URL(href, page);
		const isInside = to.origin === page.origin && /^\/p\/sample(\/|$)/.test(to.pathname);
		return isInside ? [{ to, isDownload: /\bdownload\b/.test(attributes) }] : [];
	});
}

const KINDS: Record<string, string> = { topics: 'topic', sections: 'section', authors: 'author' };
const PERIOD = ['last', 'from', 'to'];

/** The filters of a page that a link from it forgot. */
function forgotten(page: URL, { to, isDownload }: Link): string[] {
	if (isDownload || /\.csv$/.test(to.pathname)) return [];
	const names = [...new Set(page.searchParams.keys())];
	const [, kind = '', one] = /^\/p\/sample\/(\w+)\/([^/]+)$/.exec(to.pathname) ?? [];
	const isOne = kind === 'authors' || /^\d+$/.test(one ?? '');
	const own = isOne ? KINDS[kind] : undefined;
	const said = (name: string) => page.searchParams.getAll(name).join();
	const filters = filterRecords.map(({ name }) => name);
	const differing = filters.filter((name) => to.searchParams.getAll(name).join() !== said(name));
	const isOfPeriod = differing.every((name) => PERIOD.includes(name));
	// it sets a filter of the page that it is on, or takes it off
	if (to.pathname === page.pathname && (differing.length === 1 || isOfPeriod)) return [];
	return names.filter((name) => name !== own && !to.searchParams.has(name));
}

const records =
	/^\/p\/sample\/((?:issues|topics|sections|sponsors|items)(?=\/\d+$)|authors)\/[^/]+$/;

test('a page with filters → every link of the publication carries them on', async () => {
	const base = `${program.address}/p/sample`;
	const plain = await linksOf(new URL(base));
	const topic = plain.find(({ to }) => /\/topics\/\d+$/.test(to.pathname))!.to.pathname;
	const query = `last=12&compare=none&topic=${topic.split('/').at(-1)}`;

	const waiting = [new URL(`${base}?${query}`)];
	const seen = new Map<string, URL>();
	const found: string[] = [];
	for (let page = waiting.shift(); page; page = waiting.shift()) {
		const links = await linksOf(page);
		for (const link of links) {
			const { pathname } = link.to;
			const lost = forgotten(page, link);
			if (lost.length)
				found.push(`${page.pathname} → ${pathname}${link.to.search}: ${lost.join()}`);
			const isFile = link.isDownload || /\.\w+$/.test(pathname);
			// one record of each kind is like the others
			const like = pathname.replace(records, '/p/sample/$1/[one]').replace(/\d+/g, 'n');
			if (isFile || seen.has(like)) continue;
			seen.set(like, new URL(`${pathname}?${query}`, page));
			waiting.push(seen.get(like)!);
		}
	}
	expect([...seen.keys()]).toEqual(
		expect.arrayContaining([
			...['issues', 'topics', 'sections', 'sponsors'].map((kind) => `/p/sample/${kind}/[one]`),
			...['imports', 'settings', 'privacy', 'activity', 'shares', 'ledger', 'next'].map(
				(name) => `/p/sample/${name}`
			)
		])
	);
	expect([...new Set(found)]).toEqual([]);
});

test.each([
	['imports', 3],
	// its rows are of a period
	['ledger', 2],
	['next', 3]
] as const)(
	'%s with filters of which %i do not apply → each of these is said not to',
	async (name, idle) => {
		const page = `${program.address}/p/sample/${name}?last=12&compare=none&topic=1`;
		const text = await (await fetch(page, { headers })).text();
		expect(text.match(/<em[^>]*>does not apply here<\/em>/g)).toHaveLength(idle);
	}
);
