import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Call, Command } from '../../src/cli/command.ts';
import { audience as audienceCommand } from '../../src/cli/audience.ts';
import { channels as channelsCommand } from '../../src/cli/channels.ts';
import type { AudienceFigures } from '#lib/server/figures/audience/audience.ts';
import type { ChannelFigures } from '#lib/server/figures/money/channels.ts';
import type { ChannelRow } from '#lib/server/figures/money/channel-rows.ts';
import { everything, type Filters } from '#lib/filters/filters.ts';
import { audienceTables, type AudienceTable } from '#lib/columns/tables/audience.ts';
import { channelTable } from '#lib/columns/tables/channels.ts';
import { fileTable } from '#lib/columns/render-table.ts';
import type { Table } from '#lib/columns/table.ts';
import { createFormats } from '#lib/messages/format.ts';
import { makeReport } from '#lib/server/report/make.ts';
import { figuresOf } from '#lib/server/report/facts.ts';
import { cookiesOf } from './browser.ts';
import { fewFiles, fewIn, groups, isFew } from './few.ts';
import { throughPaper } from './paper.ts';
import { folder, rubrique, started, type Running } from './program.ts';
import { newWorkspace, type Workspace } from './publication.ts';
import { throughWorkbook } from './through-files.ts';
import {
	countsIn,
	fewByDifference,
	fewInLines,
	keyed,
	linesOfCsv,
	linesOfPage,
	linesOfTerminal,
	membership,
	type Line
} from './small-cells-shown.ts';

// Walks through all that members and links can ask for, and fails where what fewer than five readers of
// a channel, country, company or tenure did is told, or can be had by difference.

let workspace: Workspace;
let program: Running;
let cookie: string;
let token: string;

const formats = createFormats('en', 'UTC');
const channels = groups.map(([channel]) => channel);

beforeAll(async () => {
	const data = folder();
	workspace = await newWorkspace(afterAll, data);
	await workspace.take(fewFiles());
	const where = { here: folder(), env: { RUBRIQUE_DATA: data, RUBRIQUE_IMPORTS: folder() } };
	const made = await rubrique(
		['user', 'add', 'ana@example.org', '--role', 'admin', '--json'],
		where
	);
	const { password } = JSON.parse(made.out) as { password: string };
	token = (await rubrique(['token', 'add', 'figures', '--scope', 'read'], where)).out.trim();
	program = await started(where);
	const answer = await ask('/sign-in', { email: 'ana@example.org', password });
	cookie = cookiesOf(answer);
});

afterAll(() => program?.stop());

function ask(path: string, filled?: Record<string, string>, headers: Record<string, string> = {}) {
	return fetch(`${program.address}${path}`, {
		redirect: 'manual',
		headers: {
			accept: 'text/html',
			'accept-language': 'en',
			origin: program.address,
			...(cookie && { cookie }),
			...headers
		},
		...(filled && { method: 'POST', body: new URLSearchParams(filled) })
	});
}

async function textAt(path: string): Promise<string> {
	const answer = await ask(path);
	expect([path, answer.status]).toEqual([path, 200]);
	return answer.text();
}

async function answerOf<T>(figure: string, query: string): Promise<T> {
	const path = `/api/publications/canal/${figure}?${query}`;
	const answer = await ask(path, undefined, { authorization: `Bearer ${token}`, cookie: '' });
	expect([path, answer.status]).toEqual([path, 200]);
	return ((await answer.json()) as { data: T }).data;
}

/** Under these and, of each, of every channel by itself. */
const selections: Partial<Filters>[] = [{ window: 14 }, { window: 14, last: 4 }];
const narrowed = selections.flatMap((one) => [
	one,
	...channels.map((channel) => ({ ...one, channel }))
]);
const queryOf = (filters: object) =>
	new URLSearchParams(filters as Record<string, string>).toString();

/** Tables of groups of readers by what they are, on the page of the audience. */
const ofGroups: AudienceTable[] = [
	'channels',
	'cohorts',
	'tenure',
	'companies',
	'devices',
	'countries'
];
/** Of a channel, everything that its readers did. */
const ofChannel: AudienceTable[] = [...ofGroups, 'months', 'engaged', 'tiers'];
const tablesUnder = ({ channel }: Partial<Filters>) => (channel ? ofChannel : ofGroups);

/** Lines that tell of few, each with the place where it stands. */
const cells: string[] = [];
let seen = 0;
function look(place: string, lines: readonly Line[], exempt: readonly string[]) {
	const looked = fewInLines(lines, exempt);
	seen += looked.seen;
	cells.push(...looked.few.map((line) => `${place}: ${line}`));
}
const lookAt = (place: string, table: Table) =>
	cells.push(...fewIn(table, membership).map((line) => `${place}: ${line}`));
/** What was found since this was asked last. */
function foundSince(atLeast: number): string[] {
	expect(seen).toBeGreaterThan(atLeast);
	seen = 0;
	return cells.splice(0);
}

test('pages as members get them → no number of few', async () => {
	for (const filters of narrowed)
		for (const page of ['audience', 'channels', 'topics/readers']) {
			const html = await textAt(`/p/canal/${page}?${queryOf(filters)}`);
			const lines = linesOfPage(html);
			// of all readers together, what they are engaged is told whatever it is
			look(`${page} ${queryOf(filters)}`, lines, membership);
		}
	expect(foundSince(200)).toEqual([]);
});

test('pages, files and tables that a link leads to → no number of few, of membership neither', async () => {
	for (const filters of narrowed.slice(0, 6))
		for (const page of ['audience', 'channels']) {
			const made = await ask('/p/canal/shares?/make', {
				path: `${page}?${queryOf(filters)}`,
				days: '7'
			});
			const [, link] = /(\/s\/[\w-]+)/.exec(await made.text())!;
			look(`link to ${page} ${queryOf(filters)}`, linesOfPage(await textAt(link!)), []);
			look(`csv of it`, linesOfCsv(await textAt(`${link}/report.csv`)), []);
		}
	expect(foundSince(100)).toEqual([]);
});

test('answers of the API, files of values and commands → no number of few', async () => {
	for (const filters of narrowed) {
		const query = queryOf(filters);
		const audience = await answerOf<AudienceFigures>('audience', query);
		for (const name of tablesUnder(filters)) {
			lookAt(`API audience ${name} ${query}`, audienceTables[name].file(audience, formats));
			const csv = await textAt(`/p/canal/export.csv?table=audience-${name}&${query}`);
			look(`CSV audience ${name} ${query}`, linesOfCsv(csv), membership);
			const { json, lines } = await printed(audienceCommand, { ...filters, table: name });
			look(`command audience ${name} ${query}`, linesOfTerminal(lines), membership);
			const rows = name === 'companies' ? { companies: { largest: json } } : { [name]: json };
			const own = { months: [], ...rows } as unknown as AudienceFigures;
			lookAt(`command audience ${name} --json ${query}`, audienceTables[name].file(own, formats));
		}
		const money = await answerOf<ChannelFigures>('channels', query);
		const rows = [...money.channels, ...money.campaigns, ...money.cohorts];
		const totals = [money.paid, money.organic].filter((row) => row !== null);
		lookAt(
			`API channels ${query}`,
			fileTable(channelTable, [...rows, ...totals], formats, { currency: 'EUR' })
		);
		const csv = await textAt(`/p/canal/export.csv?table=channels&${query}`);
		look(`CSV channels ${query}`, linesOfCsv(csv), membership);
		const { json, lines } = await printed(channelsCommand, filters);
		look(`command channels ${query}`, linesOfTerminal(lines), membership);
		const listed = fileTable(channelTable, json as ChannelRow[], formats, { currency: 'EUR' });
		lookAt(`command channels --json ${query}`, listed);
		for (const { meter, figures } of money.meters)
			if (isFew(figures.buyers)) cells.push(`${meter} ${query}`);
	}
	expect(foundSince(200)).toEqual([]);
});

/** What a command prints for people, and for programs. */
async function printed(command: Command, filters: Record<string, unknown>) {
	const given = Object.entries(filters).map(([name, value]) => [name, String(value)]);
	const options = { publication: 'canal', ...Object.fromEntries(given) };
	const call = { args: [], options, locale: 'en', db: async () => workspace.db } as unknown as Call;
	const { json, lines } = (await command.run(call))!;
	return { json: JSON.parse(JSON.stringify(json)) as unknown, lines: lines! };
}

test('workbooks and paper of reports as members get them → no number of few', async () => {
	const publication = await workspace.publication();
	for (const filters of narrowed.slice(0, 7)) {
		const wanted = {
			kind: 'acquisition',
			name: null,
			locale: 'en',
			filters: { ...everything, ...filters }
		} as const;
		const report = await makeReport(workspace.db, publication, wanted, Date.UTC(2025, 6, 1));
		const ofReaders = figuresOf(report)
			.map(({ id }) => id)
			.filter((id) => !['issues', 'growth', 'months'].includes(id));
		const read = [
			...(await throughWorkbook(report)),
			...(await throughPaper(report)).map(([id, { table }]): [string, Table] => [id, table])
		].filter(([id]) => ofReaders.includes(id));
		expect(read.length).toBeGreaterThan(6);
		for (const [id, table] of read)
			if (filters.channel || id !== 'tiers')
				lookAt(`report ${id} ${queryOf(filters)}`, keyed(table));
	}
	expect(cells.splice(0)).toEqual([]);
});

test('what all readers did, less what is told of each channel → nothing of few', async () => {
	for (const selection of selections) {
		const whole = await answerOf<AudienceFigures>('audience', queryOf(selection));
		const parts = await Promise.all(
			channels.map((channel) =>
				answerOf<AudienceFigures>('audience', queryOf({ ...selection, channel }))
			)
		);
		const { few, hidden } = fewByDifference(
			countsIn(whole),
			parts.map((part) => countsIn(part))
		);
		expect(few).toEqual([]);
		// of large channels it is told, of small ones not
		expect(hidden).toBeGreaterThan(10);
		expect(countsIn(parts[0]).size).toBeGreaterThan(10);
	}
});

/** What rows of channels count of what readers did. */
const ofRow = (row: ChannelRow | null): Map<string, number> =>
	new Map(
		Object.entries({
			engaged: row?.engaged,
			buyers: row?.buyers,
			conversions: row?.conversions,
			kept: row?.retention?.n,
			...Object.fromEntries((row?.activation ?? []).map(({ day, n }) => [`by ${day}`, n]))
		}).flatMap(([key, n]) => (typeof n === 'number' ? [[key, n] as const] : []))
	);

test('what paid channels came to, less what is told of each and of its months → nothing of few', async () => {
	for (const selection of selections) {
		const {
			paid,
			channels: rows,
			cohorts
		} = await answerOf<ChannelFigures>('channels', queryOf(selection));
		const differences = [
			[paid, rows] as const,
			...rows.map(
				(row) =>
					[
						row,
						cohorts.filter(({ channel, campaign }) => channel === row.channel && campaign === null)
					] as const
			)
		];
		for (const month of new Set(cohorts.map(({ cohort }) => cohort!))) {
			const own = { window: '14', from: `${month}-01`, to: `${month}-31` };
			const alone = await answerOf<ChannelFigures>('channels', queryOf(own));
			differences.push([alone.paid, cohorts.filter(({ cohort }) => cohort === month)]);
		}
		for (const channel of channels) {
			const alone = await answerOf<ChannelFigures>('channels', queryOf({ ...selection, channel }));
			const row = rows.find((one) => one.channel === channel) ?? null;
			expect([ofRow(alone.channels[0] ?? null), ofRow(alone.paid)]).toEqual([
				ofRow(row),
				ofRow(row)
			]);
		}
		for (const [whole, parts] of differences)
			expect(fewByDifference(ofRow(whole), parts.map(ofRow)).few).toEqual([]);
	}
});
