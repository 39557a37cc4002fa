import { existsSync, readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import * as v from 'valibot';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { kendall } from '../simulate/tally.ts';
import { sampleArchive } from '../simulate/sample.ts';
import { sampleTruth } from '../simulate/sample-truth.ts';
import { begun, builtCommand, outcomeOf } from './built.ts';
import { folder } from './program.ts';
import { sampleInto } from './sample-database.ts';

// The commands as scripts use them, on the sample publication and on what was kept of a real letter.

const root = join(import.meta.dirname, '../..');
const seed = join(root, '../shared/seed/rnd-cafe-322.txt');
const data = folder();
let main: string;
let receipts: unknown;

async function run(...args: string[]): Promise<unknown> {
	const child = begun(main, [...args, '--json'], {
		RUBRIQUE_DATA: data,
		INIT_CWD: root,
		LC_ALL: 'fr_FR.UTF-8'
	});
	const { code, out, talk } = await outcomeOf(child);
	expect(code, talk).toBe(0);
	return JSON.parse(out);
}

beforeAll(async () => {
	main = await builtCommand();
	receipts = await sampleInto(data);
});

afterAll(() => rmSync(data, { recursive: true, force: true }));

const count = v.pipe(v.number(), v.integer(), v.minValue(0));
const perhaps = v.nullable(v.pipe(v.number(), v.minValue(0)));
const share = v.nullable(v.pipe(v.number(), v.minValue(0), v.maxValue(1)));
const list = <Row extends v.GenericSchema>(row: Row) => v.pipe(v.array(row), v.minLength(1));

/** Where there is an interval: see design.md, section 7. */
const estimate = {
	lift: perhaps,
	low: perhaps,
	high: perhaps,
	low50: perhaps,
	high50: perhaps,
	above: share,
	enough: v.boolean(),
	why: v.nullable(v.string())
};

const receipt = v.pipe(
	v.object({
		id: count,
		file: v.string(),
		state: v.picklist(['done', 'known']),
		publication: v.literal('sample'),
		provider: v.nullable(v.string()),
		kind: v.string(),
		rows: count,
		accepted: count,
		duplicate: count,
		rejected: count,
		skipped: count,
		matched: count,
		ambiguous: count,
		unmatched: count,
		seconds: v.number()
	}),
	v.check((r) => r.rows === r.accepted + r.duplicate + r.rejected + r.skipped, 'rows add up'),
	v.check(
		(r) => r.kind !== 'clicks' || r.accepted === r.matched + r.ambiguous + r.unmatched,
		'clicks add up'
	)
);

const topic = v.object({
	...estimate,
	topic: v.string(),
	items: count,
	clickers: count,
	readers: count,
	expected: perhaps,
	rawRate: share,
	rank: perhaps,
	rankLow: perhaps,
	rankHigh: perhaps
});

const item = v.object({
	...estimate,
	issue: v.string(),
	section: v.nullable(v.string()),
	position: v.nullable(count),
	title: v.pipe(v.string(), v.minLength(1)),
	role: v.picklist(['editorial', 'sponsor', 'house']),
	topics: v.array(v.string()),
	delivered: v.nullable(count),
	basis: v.picklist(['events', 'count', 'subscribers', 'unknown']),
	clickers: v.nullable(count),
	clicks: v.nullable(count),
	expected: perhaps
});

test('import → a receipt for every file, each of which adds up', () => {
	const all = v.parse(list(receipt), receipts);
	expect(new Set(all.map(({ provider }) => provider)).size).toBeGreaterThan(3);
});

test('topics → a row for each topic, in about the planted order', async () => {
	const topics = v.parse(list(topic), await run('topics'));
	const lifts = new Map(topics.map((row) => [row.topic, row.lift]));
	const planted = sampleTruth().topics;

	expect(planted.filter((one) => !lifts.has(one.topic))).toEqual([]);
	const known = planted.filter((one) => lifts.get(one.topic) !== null);
	expect(known.length).toBe(planted.length);
	expect(
		kendall(
			known.map((one) => lifts.get(one.topic)!),
			known.map(({ lift }) => lift)
		)
	).toBeGreaterThanOrEqual(0.8);
});

test('items → a row for each item that was written, by the title that its author gave it', async () => {
	const items = v.parse(list(item), await run('items'));
	const key = (number: number | string, title: string) =>
		`${number} ${title.replace(/[\s\u00a0\u202f]+/g, ' ')}`;
	const there = new Set(items.map(({ issue, title }) => key(issue, title)));
	// an editorial may be named by the issue's title or by its first words
	const written = sampleTruth().items.filter(
		({ role, position }) => role === 'editorial' && position > 1
	);

	const missed = written.filter(({ number, title }) => !there.has(key(number, title)));
	expect(missed.length / written.length).toBeLessThan(0.05);
	expect(new Set(items.map(({ issue }) => issue)).size).toBe(sampleTruth().issues);
});

test('issues → a row for each issue, newest first, each with its document', async () => {
	const issue = v.object({
		number: count,
		title: v.string(),
		sentAt: count,
		delivered: count,
		clickers: v.nullable(count),
		hasDocument: v.literal(true)
	});
	const issues = v.parse(list(issue), await run('issues'));
	expect(issues).toHaveLength(sampleTruth().issues);
	expect(issues.map(({ sentAt }) => sentAt)).toEqual(
		issues.map(({ sentAt }) => sentAt).sort((a, b) => b - a)
	);
});

test('sections → rows with counts and estimates, among them a known section', async () => {
	const section = v.object({ ...estimate, section: v.string(), items: count, clickers: count });
	const sections = v.parse(list(section), await run('sections'));
	expect(sections.map((row) => row.section)).toContain('Dans le filet');
});

test('audience → a row for each month, with everybody who joined or left in one of them', async () => {
	const month = v.object({
		month: v.pipe(v.string(), v.regex(/^\d{4}-\d{2}$/)),
		running: v.boolean(),
		joined: count,
		// nobody knows who left before the first departure that is known
		left: v.nullable(count),
		net: v.nullable(v.pipe(v.number(), v.integer())),
		there: count,
		engaged: v.nullable(count)
	});
	const months = v.parse(list(month), await run('audience'));
	const { archive } = sampleArchive();
	const sum = (pick: (row: (typeof months)[number]) => number | null) =>
		months.reduce((n, row) => n + (pick(row) ?? 0), 0);

	expect(sum(({ joined }) => joined)).toBe(archive.readers.count);
	expect(sum(({ left }) => left)).toBe(archive.departures.at.length);
	expect(months.at(-1)!.there).toBe(archive.readers.count - archive.departures.at.length);

	const cohorts = (await run('audience', '--table', 'cohorts')) as { joined: number }[];
	expect(cohorts.reduce((n, { joined }) => n + joined, 0)).toBe(archive.readers.count);
});

test('a period of one day → the issue sent on that local day', async () => {
	const all = (await run('issues')) as { sentAt: number }[];
	const day = new Date(all[0]!.sentAt).toLocaleDateString('sv', { timeZone: 'Europe/Paris' });
	expect(await run('issues', '--from', day, '--to', day)).toEqual([
		expect.objectContaining({ sentAt: all[0]!.sentAt })
	]);
});

test('verify → no differences', async () => {
	expect(await run('verify')).toEqual({ issues: sampleTruth().issues, differences: [] });
});

const parsed = v.object({
	title: v.nullable(v.string()),
	number: v.nullable(count),
	date: v.nullable(v.pipe(v.string(), v.isoDate())),
	sections: v.array(
		v.object({
			title: v.nullable(v.string()),
			items: v.array(
				v.object({
					title: v.string(),
					role: v.picklist(['editorial', 'sponsor', 'house']),
					links: v.array(v.object({ url: v.string(), target: v.string(), text: v.string() }))
				})
			)
		})
	),
	otherLinks: v.array(
		v.object({ url: v.string(), target: v.string(), text: v.string(), role: v.string() })
	)
});

test('check, parse and url → answers in the shape that scripts rely on', async () => {
	const checked = v.object({
		encoding: v.string(),
		delimiter: v.literal(';'),
		provider: v.string(),
		kind: v.literal('subscribers'),
		columns: v.record(v.string(), v.string()),
		dates: v.object({ format: v.nullable(v.string()), zone: v.nullable(v.string()) }),
		rows: count,
		accepted: count,
		rejected: v.array(v.object({ row: count, code: v.string() })),
		sample: v.array(v.array(v.string()))
	});
	v.parse(checked, await run('check', 'imports/sample/abonnes.csv', '--zone', 'Europe/Paris'));

	const [name] = readdirSync(join(root, 'imports/sample/numeros')).sort().slice(-1);
	const document = v.parse(parsed, await run('parse', `imports/sample/numeros/${name}`));
	expect(document.number).toBe(sampleTruth().items.at(-1)!.number);

	const link = v.object({
		input: v.string(),
		target: v.string(),
		canonical: v.nullable(v.string()),
		wrapper: v.nullable(v.string())
	});
	v.parse(
		list(link),
		await run('url', 'https://example.com/?utm_source=a', 'mailto:a@example.org')
	);
});

const why = existsSync(seed) ? '' : ' (skipped: ../shared/seed/rnd-cafe-322.txt is not here)';

test.skipIf(why !== '')(
	`a letter without a link in it → read as its editor would${why}`,
	async () => {
		const letter = v.parse(parsed, await run('parse', seed));
		expect(letter.number).toBe(322);

		const items = letter.sections.flatMap((section) => section.items);
		expect(items.some(({ title }) => /en savoir plus/i.test(title))).toBe(false);
		expect(items.some(({ title }) => /\p{Extended_Pictographic}/u.test(title))).toBe(false);

		const titled = (title: string) =>
			letter.sections.find((section) => section.title === title)?.items.map((one) => one.title);
		expect(titled('A retenir cette semaine')).toHaveLength(1);
		expect(titled('En bref (ou presque)')).toHaveLength(5);
		expect(letter.sections[0]!.items).toHaveLength(1);
	}
);
