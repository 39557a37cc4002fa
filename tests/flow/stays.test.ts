import { DAY } from '#lib/duration.ts';
import fc from 'fast-check';
import { afterAll, expect, test } from 'vitest';
import { audienceFigures } from '#lib/server/figures/audience/audience.ts';
import { channelFigures } from '#lib/server/figures/money/channels.ts';
import { everything, type Filters } from '#lib/filters/filters.ts';
import { seeded } from '#lib/measure/stats/random.ts';
import { newWorkspace, type Workspace } from './publication.ts';

// Readers who leave and come back, once or twice, known by three lists and by unsubscribe events. What
// figures say is compared with what is counted here from the stays themselves.

const start = Date.UTC(2025, 8, 1);
/** A list is made at the end of each third, which holds the beginning of at most one stay of a reader. */
const third = 80;
const end = start + 3 * third * DAY;
const channels = ['Site', 'Salon'];

type Stay = { joined: number; left: number; byEvent: boolean; channel: string };
const random = seeded(11);
const below = (n: number) => Math.floor(random() * n);

/** Instants in the middle of a day of Paris, so that a day is the same in every file. */
const noon = (day: number) => start + day * DAY + 11 * 3_600_000;

const people = Array.from({ length: 90 }, (_, r) => {
	const stays: Stay[] = [];
	for (let part = 0; part < 3; part++) {
		const isThere = stays.length > 0 && stays.at(-1)!.left === Infinity;
		if (isThere || random() < 0.3) continue;
		const joined = part * third + below(30);
		const left = random() < 0.6 ? joined + 1 + below(40) : Infinity;
		const byEvent = random() < 0.5;
		const channel = channels[below(2)]!;
		stays.push({
			joined: noon(joined),
			left: left === Infinity ? left : noon(left),
			byEvent,
			channel
		});
	}
	return { address: `personne-${r}@courriel.example.org`, stays };
});

const clicked = people.flatMap(({ stays }, reader) =>
	stays.flatMap(({ joined, left }) =>
		Array.from(
			{ length: 3 },
			() => joined + below(Math.max(1, (Math.min(left, end) - joined) / DAY)) * DAY
		)
			.filter((at) => at < left && at < end - DAY)
			.map((at) => ({ reader, at: at + 60_000 }))
	)
);

const iso = (at: number) => new Date(at).toISOString();
const text = (...lines: string[]) => new TextEncoder().encode(`${lines.join('\n')}\n`);

/** What a service's list says at an instant: of each reader the latest stay alone. */
function listAt(at: number) {
	return text(
		'Email,Status,Joined,Unsubscribed at,Source',
		// somebody who joined just then dates the list
		`temoin@courriel.example.org,active,${iso(at)},,Site`,
		...people.flatMap(({ address, stays }) => {
			const stay = stays.findLast(({ joined }) => joined <= at);
			if (!stay) return [];
			const gone = stay.left <= at;
			const left = gone && !stay.byEvent ? iso(stay.left) : '';
			return `${address},${gone ? 'unsubscribed' : 'active'},${iso(stay.joined)},${left},${stay.channel}`;
		})
	);
}

const files = {
	'liste-1.csv': listAt(start + third * DAY),
	'liste-2.csv': listAt(start + 2 * third * DAY),
	'liste-3.csv': listAt(end),
	'departs.csv': text(
		'Email,Date,Event,Campaign',
		...people.flatMap(({ address, stays }) =>
			stays.flatMap(({ left, byEvent }) =>
				byEvent && left < end ? `${address},${iso(left)},unsubscribed,Lettre 1` : []
			)
		)
	),
	'clics.csv': text(
		'Email,Date,Event,Link,Campaign',
		...clicked.map(
			({ reader, at }, i) =>
				`${people[reader]!.address},${iso(at)},click,https://example.org/${i},Lettre 1`
		)
	)
};
const names = Object.keys(files) as (keyof typeof files)[];

const format = new Intl.DateTimeFormat('sv', { timeZone: 'Europe/Paris', dateStyle: 'short' });
const date = (at: number) => format.format(at);
const stays = people.flatMap(({ stays }) => stays);
const witness = { joined: start + third * DAY, left: Infinity, channel: 'Site', byEvent: false };

const figuresOf = async (workspace: Workspace, filters: Partial<Filters> = {}) =>
	audienceFigures(workspace.db, await workspace.publication(), { ...everything, ...filters }, end);

/** Local days until which readers are there, and in which they are. */
const isThere = (stay: { joined: number; left: number }, day: string, first: boolean) =>
	(first || date(stay.joined) <= day) && date(stay.left === Infinity ? 8e15 : stay.left) > day;

function engagedOn(day: string, only: string | null = null): number {
	const since = date(Date.parse(day) - 89 * DAY + 12 * 3_600_000);
	return people.filter(({ stays }, reader) => {
		const present = stays.some(
			(stay, i) => (only === null || stay.channel === only) && isThere(stay, day, i === 0)
		);
		return (
			present &&
			clicked.some(
				(click) => click.reader === reader && date(click.at) >= since && date(click.at) <= day
			)
		);
	}).length;
}

let workspace: Workspace;
const taken = async () => {
	if (workspace) return workspace;
	workspace = await newWorkspace(afterAll);
	for (const receipt of await workspace.take(files))
		expect(receipt).toMatchObject({ state: 'done', rejected: 0 });
	return workspace;
};

test('the simulated readers → enough of them come back to tell', () => {
	expect(people.filter(({ stays }) => stays.length > 1).length).toBeGreaterThan(25);
	expect(people.filter(({ stays }) => stays.length > 2).length).toBeGreaterThan(5);
});

test('readers who leave and come back → joined, left and subscribed follow every stay, in any period', async () => {
	const whole = await figuresOf(await taken());
	const all = [...stays, witness];
	expect(whole.joined).toBe(all.length);
	expect(whole.left).toBe(stays.filter(({ left }) => left < end).length);
	expect(whole.totals.there).toBe(all.filter(({ left }) => left === Infinity).length);
	for (const { month, joined, left, there } of whole.months) {
		const last = `${month}-31`;
		expect([month, joined, left, there]).toEqual([
			month,
			all.filter((stay) => date(stay.joined).startsWith(month)).length,
			all.filter((stay) => stay.left < end && date(stay.left).startsWith(month)).length,
			all.filter((stay) => date(stay.joined) <= last && (stay.left > end || date(stay.left) > last))
				.length
		]);
	}

	const [from, to] = ['2025-10-20', '2026-01-15'];
	const part = await figuresOf(await taken(), { from, to });
	const within = (at: number) => at < end + DAY && date(at) >= from && date(at) <= to;
	expect(part.joined).toBe(all.filter(({ joined }) => within(joined)).length);
	expect(part.left).toBe(all.filter(({ left }) => within(left)).length);
	// whoever was away at its end was not there, whatever came after
	expect(part.totals.there).toBe(
		all.filter(({ joined, left }) => date(joined) <= to && (left > end || date(left) > to)).length
	);
});

test('stays by different channels → each counts where it came from, here and in the audience', async () => {
	const now = await taken();
	const whole = await figuresOf(now);
	const { channels: rows } = await channelFigures(now.db, await now.publication(), everything, end);
	for (const name of channels) {
		const joined = [...stays, witness].filter(({ channel }) => channel === name).length;
		expect(whole.channels.find(({ channel }) => channel === name)!.joined).toBe(joined);
		expect(rows.find(({ channel }) => channel === name)!.joined).toBe(joined);
		const own = await figuresOf(now, { channel: name });
		expect(own.joined).toBe(joined);
	}
});

test('a reader who comes back → in the cohort of the month of coming back as well', async () => {
	const { cohorts, months, leavingSince } = await figuresOf(await taken());
	for (const cohort of cohorts) {
		const own = [...stays, witness].filter(({ joined }) => date(joined).startsWith(cohort.month));
		expect(cohort.joined).toBe(own.length);
		const ages = months.map(({ month }) => month).filter((month) => month >= cohort.month);
		expect(cohort.still).toEqual(
			ages.map((month) =>
				month < date(leavingSince!).slice(0, 7)
					? null
					: own.filter(({ left }) => left > end || date(left) > `${month}-31`).length
			)
		);
	}
});

test('clicks of a reader who comes back → of the stay in which they were made, whichever channel is asked for', async () => {
	/** The place of the stay that a day belongs to: the latest begun by then; the first before that. */
	const stayOn = (day: string, own: readonly Stay[]) =>
		Math.max(
			0,
			own.findLastIndex(({ joined }) => date(joined) <= day)
		);
	let told = 0;
	for (const channel of [null, ...channels]) {
		const { cohorts, months } = await figuresOf(await taken(), { channel });
		for (const { month: joining, clicked: counted } of cohorts) {
			const ages = months.map(({ month }) => month).filter((month) => month >= joining);
			for (const [age, month] of ages.entries()) {
				if (counted[age] == null) continue;
				told++;
				const who = new Set<string>();
				for (const click of clicked) {
					const own = people[click.reader]!.stays;
					const place = stayOn(date(click.at), own);
					const stay = own[place]!;
					const isOf = channel === null || stay.channel === channel;
					if (isOf && date(stay.joined).startsWith(joining) && date(click.at).startsWith(month))
						who.add(`${click.reader} ${place}`);
				}
				expect([channel, joining, month, counted[age]]).toEqual([
					channel,
					joining,
					month,
					who.size
				]);
			}
		}
	}
	expect(told).toBeGreaterThan(20);
});

test('a reader who is away → not engaged; back within the window → engaged again', async () => {
	const whole = await figuresOf(await taken());
	expect(whole.engaged.length).toBeGreaterThan(20);
	for (const { at, engaged } of whole.engaged) expect(engaged).toBe(engagedOn(date(at)));
	const daily = await figuresOf(await taken(), { to: '2026-01-15' });
	expect(daily.engagedReaders).toBe(engagedOn('2026-01-15'));
});

test('files in any order → the same figures; the last undone → the figures before it', async () => {
	const expected = await figuresOf(await taken());
	await fc.assert(
		fc.asyncProperty(fc.shuffledSubarray(names, { minLength: names.length }), async (order) => {
			const other = await newWorkspace();
			for (const name of order.slice(0, -1)) await other.take({ [name]: files[name] });
			const before = await figuresOf(other);
			const [last] = await other.take({ [order.at(-1)!]: files[order.at(-1)!] });
			expect(JSON.stringify(await figuresOf(other))).toBe(JSON.stringify(expected));
			expect(await other.differences()).toEqual([]);
			await other.undo(last!.id);
			expect(JSON.stringify(await figuresOf(other))).toBe(JSON.stringify(before));
			expect(await other.differences()).toEqual([]);
		}),
		{ numRuns: 3 }
	);
});

test('a list with a row for each stay → all of them, in any order of its rows', async () => {
	const rows = people.flatMap(({ address, stays }) =>
		stays.map(
			({ joined, left, channel }) =>
				`${address},${left < end ? 'unsubscribed' : 'active'},${iso(joined)},${left < end ? iso(left) : ''},${channel}`
		)
	);
	const header = 'Email,Status,Joined,Unsubscribed at,Source';
	const seen = [];
	for (const lines of [rows, rows.toReversed()]) {
		const one = await newWorkspace();
		const [receipt] = await one.take({ 'liste.csv': text(header, ...lines) });
		expect(receipt).toMatchObject({ state: 'done', rejected: 0 });
		const { joined, left, months, totals } = await figuresOf(one);
		expect(joined).toBe(stays.length);
		expect(left).toBe(stays.filter((stay) => stay.left < end).length);
		seen.push({ joined, left, months, totals });
	}
	expect(seen[0]).toEqual(seen[1]);
});

test('a reader who came back → is one of those whose channel is known or not', async () => {
	const own = await newWorkspace();
	const list = (...rows: string[]) => text('Email,Status,Joined,Unsubscribed at,Source', ...rows);
	const stays = 'fidele@example.org,active,2025-09-02T10:00:00Z,,Site';
	const ofList = async (name: string, row: string) => {
		const [receipt] = await own.take({ [name]: list(stays, row) });
		expect(receipt).toMatchObject({ state: 'done', rejected: 0 });
	};
	const gone = 'revenant@example.org,unsubscribed,2025-09-01T10:00:00Z,2025-10-01T10:00:00Z,';
	await ofList('liste-a.csv', gone);
	await ofList('liste-b.csv', 'revenant@example.org,active,2025-11-01T10:00:00Z,,');
	const publication = await own.publication();
	const { joined, meters } = await channelFigures(own.db, publication, everything, end);
	expect(joined).toBe(3);
	const precision = meters.find(({ meter }) => meter === 'precision');
	expect(precision?.figures.known).toBe(0.5);
});
