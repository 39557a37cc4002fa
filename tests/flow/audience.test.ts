import { DAY } from '#lib/duration.ts';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { audienceFigures, type AudienceFigures } from '#lib/server/figures/audience/audience.ts';
import { everything, type Filters } from '#lib/filters/filters.ts';
import { audienceNotes } from '#lib/messages/audience-notes.ts';
import { createFormats } from '#lib/messages/format.ts';
import { simulate } from '../simulate/archive.ts';
import type { Publication } from '#lib/server/figures/publications.ts';
import { makeReport } from '#lib/server/report/make.ts';
import { newWorkspace, type Workspace } from './publication.ts';

// A simulated archive with planted joining, leaving and channels, imported from CSV; every figure is
// compared with one that is reckoned here from the archive itself, plainly and by other means.

const names = ['Site', 'Salon', 'Parrainage'];

const { readers, clicks, issues, departures } = simulate(
	{
		issues: 40,
		items: 4,
		readers: 400,
		channels: names.length,
		foundingShare: 0.4,
		leaving: 0.012,
		clickRate: 0.05,
		scannerShare: 0,
		proxyShare: 0,
		fastShare: 0,
		promptShare: 0,
		officeShare: 0,
		repeatShare: 0
	},
	7
);

type Reader = { address: string; joined: number; left: number | null; channel: string };
const people: Reader[] = Array.from({ length: readers.count }, (_, r) => ({
	address: `lecteur-${r}@courriel.example.org`,
	// exports are to the second
	joined: Math.floor(readers.joined[r]! / 1000) * 1000,
	left: Number.isNaN(readers.left[r]!) ? null : Math.floor(readers.left[r]! / 1000) * 1000,
	channel: names[readers.channel[r]!]!
}));

/** One click a reader and issue, none on the way out: nothing of which a rule could doubt. */
const clicked = [...clicks.at.keys()]
	.map((i) => ({ issue: clicks.issue[i]!, reader: clicks.reader[i]!, at: clicks.at[i]! }))
	.sort((a, b) => a.at - b.at)
	.filter(
		({ issue, reader }, i, all) =>
			all.findIndex((other) => other.issue === issue && other.reader === reader) === i
	)
	.filter(({ reader, at }) => at < (people[reader]!.left ?? Infinity) - DAY);

const iso = (at: number | null) => (at === null ? '' : new Date(at).toISOString());
const text = (lines: string[]) => new TextEncoder().encode(`${lines.join('\n')}\n`);

const files = {
	'clicks.csv': text([
		'Email,Date,Event,Link,Campaign',
		...clicked.map(
			({ issue, reader, at }) =>
				`${people[reader]!.address},${iso(at)},click,https://example.org/${issue}/${reader % 4},Lettre ${issue + 1}`
		)
	]),
	'campaigns.csv': text([
		'Campaign,Subject,Sent at,Delivered',
		...issues.map(({ sentAt }, i) => `Lettre ${i + 1},Sujet ${i + 1},${iso(sentAt)},300`)
	]),
	'abonnes.csv': text([
		'Email,Joined,Unsubscribed at,Source,Status',
		...people.map(({ address, joined, left, channel }) =>
			[address, iso(joined), iso(left), channel, left === null ? 'active' : 'unsubscribed'].join(
				','
			)
		)
	])
};

let figures: (filters?: Partial<Filters>) => Promise<AudienceFigures>;
let whole: AudienceFigures;

beforeAll(async () => {
	const workspace = await newWorkspace(afterAll);
	for (const receipt of await workspace.take(files)) expect(receipt).toMatchObject({ rejected: 0 });
	const publication = await workspace.publication();
	figures = (filters) =>
		audienceFigures(workspace.db, publication, { ...everything, ...filters }, 0);
	whole = await figures();
	expect(await workspace.differences()).toEqual([]);
});

const format = new Intl.DateTimeFormat('sv', { timeZone: 'Europe/Paris', dateStyle: 'short' });
const months = new Map<number, string>();
/** The local month of an instant. */
function month(at: number): string {
	if (!months.has(at)) months.set(at, format.format(at).slice(0, 7));
	return months.get(at)!;
}
const newest = Math.max(
	...clicked.map(({ at }) => at),
	...people.flatMap(({ joined, left }) => [joined, left ?? 0])
);
const isThere = ({ joined, left }: Reader, at: number) =>
	joined <= at && (left === null || left > at);
const days = new Map<number, number>();
/** The local day of an instant, counted from 1970. */
function localDay(at: number): number {
	if (!days.has(at)) days.set(at, Date.parse(format.format(at)) / DAY);
	return days.get(at)!;
}

/** Distinct readers with a click in the window up to the end of a local day, of those still there. */
function engagedOn(day: number, of: (reader: Reader) => boolean = () => true, window = 90): number {
	const engaged = clicked.filter(({ reader, at }) => {
		const { left } = people[reader]!;
		const stays = left === null || left > newest || localDay(left) > day;
		return localDay(at) <= day && localDay(at) > day - window && stays && of(people[reader]!);
	});
	return new Set(engaged.map(({ reader }) => reader)).size;
}

test('subscribers and clicks imported → figures as of the newest line, with everybody who left', () => {
	expect(departures.at.length).toBeGreaterThan(50);
	expect(whole.asOf).toBe(newest);
	expect(whole.leavers).toBe('all');
	expect(whole.totals.there).toBe(people.filter((reader) => isThere(reader, newest)).length);
	expect(whole.totals.left).toBe(people.filter(({ left }) => left !== null).length);
});

test('a month → joined, left, net and subscribed, to the reader; no departures before the first that is known', () => {
	const known = month(Math.min(...people.flatMap(({ left }) => left ?? [])));
	expect(whole.months.some((row) => row.month < known)).toBe(true);
	for (const row of whole.months) {
		const joined = people.filter((reader) => month(reader.joined) === row.month).length;
		const left = people.filter((reader) => reader.left && month(reader.left) === row.month).length;
		const there = people.filter(
			(reader) =>
				month(reader.joined) <= row.month && (!reader.left || month(reader.left) > row.month)
		).length;
		expect(row).toMatchObject(
			row.month < known
				? { joined, left: null, net: null, there }
				: { joined, left, net: joined - left, there }
		);
	}
	expect(whole.months.map((row) => row.month)).toEqual(
		[...new Set(whole.months.map((row) => row.month))].sort()
	);
	expect(whole.months.reduce((n, { joined }) => n + joined!, 0)).toBe(people.length);
	expect(whole.months.filter(({ running }) => running).map((row) => row.month)).toEqual([
		month(newest)
	]);
});

test('a week → its engaged readers, marked as partial until clicks are known for 90 days', () => {
	expect(whole.engaged.length).toBeGreaterThan(30);
	for (const { at, engaged } of whole.engaged) expect(engaged).toBe(engagedOn(localDay(at)));
	const first = localDay(clicked[0]!.at);
	for (const { at, partial } of whole.engaged) expect(partial).toBe(localDay(at) - first + 1 < 90);
});

test('an engagement window of 30 days → the readers engaged within it', async () => {
	const { engaged, window } = await figures({ window: 30 });
	expect(window).toBe(30);
	expect(engaged.at(-1)!.engaged).toBe(engagedOn(localDay(newest), undefined, 30));
});

test('engagement tiers → every subscribed reader once, by the latest click', () => {
	const today = localDay(newest);
	const counts = { engaged: 0, fading: 0, dormant: 0, never: 0 };
	for (const [r, reader] of people.entries()) {
		if (!isThere(reader, newest)) continue;
		const last = clicked.filter((click) => click.reader === r).at(-1);
		const ago = last ? today - localDay(last.at) : Infinity;
		counts[!last ? 'never' : ago < 90 ? 'engaged' : ago < 180 ? 'fading' : 'dormant']++;
	}
	expect(Object.fromEntries(whole.tiers.map(({ tier, readers }) => [tier, readers]))).toEqual(
		counts
	);
	expect(Math.min(...Object.values(counts))).toBeGreaterThan(0);
});

test('a cohort → everybody who joined in its month, followed month by month, without the few', () => {
	expect(whole.cohorts.reduce((n, { joined }) => n + joined, 0)).toBe(people.length);
	const months = whole.months.map((row) => row.month);
	const firstDeparture = month(Math.min(...people.flatMap(({ left }) => left ?? [])));
	let [hidden, all] = [0, 0];
	for (const cohort of whole.cohorts) {
		const own = [...people.entries()].filter(([, { joined }]) => month(joined) === cohort.month);
		expect(cohort.joined).toBe(own.length);
		const ages = months.slice(months.indexOf(cohort.month));
		/** Counts as they are, but for those of few, and those that others' would tell. */
		const expectTold = (shown: readonly (number | null)[], counts: readonly (number | null)[]) => {
			for (const [i, n] of counts.entries()) {
				if (shown[i] !== null) expect(shown[i]).toBe(n);
				if (n !== null && n > 0 && n < 5) expect(shown[i]).toBe(null);
			}
			expect(shown).toHaveLength(counts.length);
			hidden += shown.filter((n, i) => n === null && counts[i] !== null).length;
			all += counts.filter((n) => n !== null).length;
		};
		expectTold(
			cohort.still!,
			ages.map((end) =>
				// before anybody's departure is known, nobody can be said to have stayed
				end < firstDeparture
					? null
					: own.filter(([, { left }]) => left === null || month(left) > end).length
			)
		);
		expectTold(
			cohort.clicked,
			ages.map((now) => {
				if (now < month(clicked[0]!.at)) return null;
				const inMonth = ({ at }: { at: number }) => month(at) === now;
				return own.filter(([r]) => clicked.some((c) => c.reader === r && inMonth(c))).length;
			})
		);
	}
	expect(hidden).toBeGreaterThan(0);
	expect(hidden).toBeLessThan(all / 2);
});

test('a channel → its own readers, both in its row and as the filter', async () => {
	for (const name of names) {
		const own = people.filter(({ channel }) => channel === name);
		const row = whole.channels.find(({ channel }) => channel === name)!;
		const there = own.filter((reader) => isThere(reader, newest)).length;
		const engaged = engagedOn(localDay(newest), ({ channel }) => channel === name);
		expect(row).toMatchObject({
			joined: own.length,
			left: own.filter(({ left }) => left !== null).length,
			there,
			engaged: { readers: engaged }
		});
		expect(row.engaged.low! < row.engaged.share! && row.engaged.share! < row.engaged.high!).toBe(
			true
		);

		const alone = await figures({ channel: name.toUpperCase() });
		expect(alone.channel).toBe(name);
		expect(alone.totals.there).toBe(there);
		expect(alone.engaged.at(-1)!.engaged).toBe(engaged);
		expect(alone.cohorts.reduce((n, { joined }) => n + joined, 0)).toBe(own.length);
	}
});

test('a period → figures as of the end of its last day', async () => {
	const to = '2025-06-30';
	const end = Date.UTC(2025, 5, 30, 22) - 1;
	const { asOf, totals, months } = await figures({ from: '2025-03-01', to });

	expect(asOf).toBe(end);
	expect(totals.there).toBe(people.filter((reader) => isThere(reader, end)).length);
	expect(months.map((row) => row.month)).toEqual(['2025-03', '2025-04', '2025-05', '2025-06']);
	expect(months.at(-1)!.running).toBe(false);
});

test('retention curves → near 1 at first, with intervals that hold what was planted', () => {
	// of those who get an issue, 1.2 % leave each week
	const planted = (months: number) => (1 - 0.012) ** ((months * 30.44) / 7);
	const all = whole.curves.find(({ channel }) => channel === null)!;
	expect(all.points[0]!.share).toBeGreaterThan(0.98);
	for (const after of [3, 6, 9]) {
		const point = all.points.find((one) => one.after === after)!;
		expect(point.low).toBeLessThan(planted(after) + 0.04);
		expect(point.high).toBeGreaterThan(planted(after) - 0.04);
	}
	expect(whole.curves.map(({ channel }) => channel).sort()).toEqual([...names, null].sort());
});

test('an issue → how many left after it, until the next one and within a week', () => {
	const latest = whole.issues[0]!;
	expect(whole.issues).toHaveLength(issues.length);
	expect(latest.sentAt).toBe(issues.at(-1)!.sentAt);
	for (const [i, { sentAt, left }] of [...whole.issues].reverse().entries()) {
		const next = issues[i + 1]?.sentAt ?? Infinity;
		const until = Math.min(next, sentAt! + 7 * DAY);
		const gone = people.filter((r) => r.left !== null && r.left >= sentAt! && r.left < until);
		expect(left).toBe(gone.length);
	}
});

test('a list without those who left → no retention, and no departures', async () => {
	const workspace = await newWorkspace();
	const lines = new TextDecoder().decode(files['abonnes.csv']).split('\n');
	await workspace.take({
		'abonnes.csv': text(lines.filter((line) => !line.includes('unsubscribed')).slice(0, -1))
	});
	const survivors = await audienceFigures(
		workspace.db,
		await workspace.publication(),
		everything,
		newest
	);

	expect(survivors.leavers).toBe('survivors');
	expect(survivors.curves).toEqual([]);
	expect(survivors.cohorts.every(({ still }) => still === null)).toBe(true);
	expect(survivors.months.every(({ left, net }) => left === null && net === null)).toBe(true);
	expect(survivors.finding.key).toBe('finding.audience.noClicks');
});

test('departures known since lately → how many more joined than left is said only of months of which both are known', async () => {
	const departed = people.flatMap(({ left }) => left ?? []).sort((a, b) => a - b);
	const since = departed.at(-5)!;
	const workspace = await newWorkspace();
	const head = 'Email,Joined,Unsubscribed at,Source,Status';
	await workspace.take({
		'abonnes.csv': text([
			head,
			...people
				.filter(({ left }) => left === null || left >= since)
				.map(({ address, joined, left }) =>
					[address, iso(joined), iso(left), '', left === null ? 'active' : 'unsubscribed'].join(',')
				)
		]),
		'clicks.csv': files['clicks.csv']
	});
	const publication = await workspace.publication();
	const of = (filters: Filters) => audienceFigures(workspace.db, publication, filters, newest);
	const day = (at: number) => new Date(at).toISOString().slice(0, 10);

	for (const filters of [everything, { ...everything, from: day(newest - 300 * DAY) }]) {
		const { finding, months } = await of(filters);
		expect(months.slice(-12).some(({ left }) => left === null)).toBe(true);
		expect(finding.key).toMatch(/\.(survivors|atLeast)$/);
	}
	const lately = await of({ ...everything, from: day(since) });
	expect(lately.months.every(({ left }) => left !== null)).toBe(true);
	expect(lately.finding.values.number).toEqual({
		count: Math.abs(lately.joined! - lately.left!)
	});
});

test('a period before the first click that is known → nobody is said to be engaged, or not to be', async () => {
	const before = new Date(clicked[0]!.at - DAY).toISOString().slice(0, 10);
	const early = await figures({ from: '2000-01-01', to: before });
	expect(early.totals.there).toBeGreaterThan(50);
	expect(early.finding.key).toBe('finding.audience.noClicks');
	expect(early).toMatchObject({ clicksSince: null, engagedReaders: null, tiers: [], engaged: [] });
	expect(early.keyFigures?.engaged).toBeNull();
	expect(early.channels.map(({ engaged }) => engaged)).toEqual(
		names.map(() => ({ readers: null, share: null, low: null, high: null }))
	);
	expect(early.tenure.some(({ readers }) => readers! > 0)).toBe(true);
	expect(early.tenure.every(({ engaged, share }) => engaged === null && share === null)).toBe(true);
	expect(early.cohorts.every(({ clicked }) => clicked.every((n) => n === null))).toBe(true);
	expect(early.companies.largest.every(({ engaged }) => engaged === null)).toBe(true);
});

test('an issue at the end of a period → as many left after it as in any other period', async () => {
	for (const { id, sentAt, left, share } of whole.issues) {
		const to = new Date(sentAt!).toISOString().slice(0, 10);
		const part = await figures({ from: '2000-01-01', to });
		expect(part.issues[0]).toMatchObject({ id, left, share });
	}
});

test('an issue that nobody unsubscribed from → 0 between others that somebody did, else unknown', async () => {
	const workspace = await newWorkspace();
	const day = (n: number, hour: number) => `2025-03-${10 + n}T${hour}:00:00Z`;
	await workspace.take({
		'evenements.csv': text([
			'Email,Date,Event,Link,Campaign',
			...[1, 2, 3, 4].flatMap((n) => [
				`ana@example.org,${day(n, 10)},delivered,,Lettre ${n}`,
				`ana@example.org,${day(n, 12)},click,https://example.org/${n},Lettre ${n}`,
				...(n % 2 ? [`bob${n}@example.org,${day(n, 13)},unsubscribed,,Lettre ${n}`] : [])
			])
		])
	});
	const publication = await workspace.publication();
	const { issues } = await audienceFigures(workspace.db, publication, everything, newest);
	expect(issues.map(({ unsubscribed }) => unsubscribed)).toEqual([null, 1, 0, 1]);
});

test('a channel by which nobody came → nobody, and not those whose channel is unknown', async () => {
	const workspace = await newWorkspace();
	await workspace.take({
		'abonnes.csv': text([
			'Email,Joined,Unsubscribed at,Source,Status',
			...Array.from(
				{ length: 20 },
				(_, i) => `r${i}@example.org,2025-01-1${i % 9}T10:00:00Z,,,active`
			),
			'venu@example.org,2025-01-10T10:00:00Z,,Salon,active'
		])
	});
	const none = await audienceFigures(
		workspace.db,
		await workspace.publication(),
		{ ...everything, channel: 'Affiche' },
		newest
	);
	expect(none).toMatchObject({ joined: 0, totals: { there: 0 }, cohorts: [], channels: [] });
	expect(none.months.filter(({ joined, there }) => joined || there)).toEqual([]);
	expect(none.tenure.every(({ readers }) => readers === 0)).toBe(true);
});

/** What the report of readers and channels says of who came, and of who is engaged. */
async function readersOnPaper({ db }: Pick<Workspace, 'db'>, publication: Publication) {
	const asked = { kind: 'acquisition', filters: everything, name: null, locale: 'en' } as const;
	const { sections } = await makeReport(db, publication, asked, newest);
	return sections[0]!.figures;
}

/** Twelve readers clicked on 2 May, one of them in March, too; the list is of a later day. */
async function clicksUntilMay(listed: string) {
	const workspace = await newWorkspace();
	const clicked = (i: number, day: string) =>
		`r${i}@example.org,${day}T10:00:00Z,click,https://example.org/a,Lettre ${day}`;
	await workspace.take({
		'clics.csv': text([
			'Email,Date,Event,Link,Campaign',
			clicked(0, '2025-01-20'),
			...Array.from({ length: 12 }, (_, i) => clicked(i, '2025-05-02'))
		]),
		'abonnes.csv': text([
			'Email,Joined,Source',
			...Array.from({ length: 20 }, (_, i) => `r${i}@example.org,2025-01-10T10:00:00Z,Salon`),
			`tard@example.org,${listed}T10:00:00Z,Salon`
		])
	});
	const publication = await workspace.publication();
	const figuresOf = (filters: Partial<Filters> = {}) =>
		audienceFigures(workspace.db, publication, { ...everything, ...filters }, newest);
	return { workspace, publication, figuresOf };
}

test('a list that is newer than the latest click by a window → nobody is said to be engaged, or not to be', async () => {
	const { figuresOf } = await clicksUntilMay('2025-10-01');
	const late = await figuresOf();
	expect(late).toMatchObject({ engagedReaders: null, tiers: [] });
	expect(late.finding.key).toBe('finding.audience.noRecentClicks');
	expect(late.totals.there).toBe(21);
	expect(late.tenure.every(({ engaged }) => engaged === null)).toBe(true);
	expect(late.channels.map(({ engaged }) => engaged.readers)).toEqual([null]);
	const { months } = late;
	expect(months.map(({ engaged }) => engaged)).toEqual([
		1,
		1,
		1,
		0,
		12,
		12,
		null,
		null,
		null,
		null
	]);
	expect(late.cohorts[0]!.clicked.slice(5)).toEqual([null, null, null, null, null]);
	expect(audienceNotes(late, createFormats('en', 'Europe/Paris'))).toContain(
		'No click is known after 2 May 2025: readers who have clicked since are not counted as engaged.'
	);
});

test('a list that is newer than the latest click by half a window → engaged readers are known in part', async () => {
	const { workspace, publication, figuresOf } = await clicksUntilMay('2025-06-16');
	const late = await figuresOf();
	expect(late).toMatchObject({
		engagedReaders: 12,
		clicksUntil: Date.parse('2025-05-02T00:00+02:00')
	});
	expect(late.engaged.map(({ partial }) => partial).slice(-3)).toEqual([false, false, true]);
	const [growth, engaged] = await readersOnPaper(workspace, publication);
	expect(growth!.note).toBe(null);
	expect(engaged!.note).toBe(
		'No click is known after 2 May 2025: readers who have clicked since are not counted as engaged.'
	);
});

test('a period without clicks that ends before later ones → nobody was engaged: silence was silence', async () => {
	const { figuresOf } = await clicksUntilMay('2025-05-03');
	expect(await figuresOf()).toMatchObject({ engagedReaders: 12, clicksUntil: null });
	expect(await figuresOf({ to: '2025-04-30' })).toMatchObject({
		engagedReaders: 0,
		clicksUntil: null
	});
});

test('lists that end before the clicks → months after them say nothing of who joined and left', async () => {
	const workspace = await newWorkspace();
	const date = (day: number) => new Date(Date.UTC(2025, 0, 1 + day, 10)).toISOString();
	const readers = Array.from({ length: 100 }, (_, i) => `r${i}@example.org`);
	await workspace.take({
		'abonnes.csv': text([
			'Email,Joined,Unsubscribed at',
			// every day until 10 April one joins, and every fourth leaves within a month
			...readers.map(
				(reader, i) => `${reader},${date(i)},${i % 4 ? '' : date(Math.min(i + 30, 99))}`
			)
		]),
		'clics.csv': text([
			'Email,Date,Event,Link,Campaign',
			...Array.from({ length: 30 }, (_, week) =>
				readers
					.slice(0, 30)
					.map(
						(reader) => `${reader},${date(7 * week)},click,https://example.org/a,Lettre ${week + 1}`
					)
			).flat()
		])
	});
	const publication = await workspace.publication();
	const figuresOf = (filters: Partial<Filters> = {}) =>
		audienceFigures(workspace.db, publication, { ...everything, ...filters }, newest);
	const listEnd = Date.parse(date(99));

	const all = await figuresOf();
	expect(all.knownUntil).toEqual({ joined: listEnd, left: listEnd });
	const told = all.months.map(({ month, joined, left, there }) => [
		month,
		joined,
		left === null,
		there
	]);
	expect(told.slice(0, 5)).toEqual([
		['2025-01', 31, false, 30],
		['2025-02', 28, false, 51],
		['2025-03', 31, false, 75],
		['2025-04', 10, false, 75],
		['2025-05', null, true, null]
	]);
	expect(all.finding.key).toBe('finding.audience.survivors');
	expect(all.keyFigures!.joined).toMatchObject({ value: 100 });
	expect(audienceNotes(all, createFormats('fr', 'Europe/Paris'))).toContain(
		'Aucune inscription ni aucun départ n’est connu après le 10 avr. 2025\u00a0: les listes de lecteurs s’arrêtent peut-être là.'
	);
	// paper has no page beside it that says so
	const [growth, engaged] = await readersOnPaper(workspace, publication);
	expect(growth!.note).toBe(
		'No reader is known to have joined or left after 10 Apr 2025: lists of readers may end there.'
	);
	expect(engaged!.note).toBe(null);
	// nobody is followed beyond the lists: 25 leave within a month, whatever comes after
	const [january] = all.cohorts;
	expect(january!.still!.slice(4).every((n) => n === null)).toBe(true);
	expect(Math.max(...all.curves[0]!.points.map(({ after }) => after))).toBeLessThan(4);

	const later = await figuresOf({ from: '2025-06-01', to: '2025-06-30' });
	expect(later).toMatchObject({ joined: null, left: null });
	expect(later.keyFigures!.joined.value).toBe(null);
	expect(later.keyFigures!.there.why).toBe('lists');

	const before = await figuresOf({ from: '2025-02-01', to: '2025-02-28' });
	expect(before).toMatchObject({ joined: 28, knownUntil: { joined: null, left: null } });
});

test('clicks that begin long after lists end, and end before opens do → months from the first to the last of which something is known', async () => {
	const workspace = await newWorkspace();
	const date = (month: number, day: number) => new Date(Date.UTC(2025, month, day)).toISOString();
	const readers = Array.from({ length: 30 }, (_, i) => `r${i}@example.org`);
	await workspace.take({
		'abonnes.csv': text([
			'Email,Joined',
			...readers.map((reader, i) => `${reader},${date(0, 1 + i)}`)
		]),
		'clics.csv': text([
			'Email,Date,Event,Link,Campaign',
			...readers.map((reader) => `${reader},${date(4, 6)},click,https://example.org/a,Lettre 1`)
		]),
		'ouvertures.csv': text([
			'Email,Date,Event,Campaign',
			...readers.map((reader) => `${reader},${date(11, 2)},open,Lettre 2`)
		])
	});
	const { months } = await audienceFigures(
		workspace.db,
		await workspace.publication(),
		everything,
		newest
	);
	expect(months.map(({ month, joined, engaged }) => [month, joined, engaged])).toEqual([
		['2025-01', 30, null],
		['2025-02', null, null],
		['2025-03', null, null],
		['2025-04', null, null],
		['2025-05', null, 30],
		['2025-06', null, 30],
		['2025-07', null, 30]
	]);
});

test('no import → no number, and a sentence that says so', async () => {
	const workspace = await newWorkspace();
	const none = await audienceFigures(
		workspace.db,
		await workspace.publication(),
		everything,
		newest
	);
	expect(none).toMatchObject({ asOf: null, leavers: 'none', months: [], tiers: [] });
	expect(none.finding.key).toBe('finding.audience.unknown');
});
