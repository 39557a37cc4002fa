import { DAY } from '#lib/duration.ts';
import { expect, test } from 'vitest';
import { archiveOf } from '#lib/server/figures/archive.ts';
import { moneyOf } from '#lib/server/figures/money/money.ts';
import { openRevisions } from '#lib/server/figures/money/revisions.ts';
import { moneyOutcomes } from '#lib/server/figures/money/money-receipt.ts';
import { declareBeside } from '#lib/server/ingest/questions/declare-beside.ts';
import { findImport } from '#lib/server/store/events/imports.ts';
import { channelsFinding } from '#lib/findings/channels.ts';
import { changeMoneySettings } from '#lib/server/editing/money.ts';
import { rateWords } from '#lib/server/editing/money-words.ts';
import { channelFigures } from '#lib/server/figures/money/channels.ts';
import { nameFigures } from '#lib/server/figures/names.ts';
import { figuresOf } from '#lib/server/report/facts.ts';
import { makeReport } from '#lib/server/report/make.ts';
import { everything, type Filters } from '#lib/filters/filters.ts';
import { below, pick, seeded } from '../simulate/random.ts';
import { newWorkspace } from './publication.ts';

// A newsletter with planted channels, imported from CSV as people write it; every figure is compared
// with one that is reckoned here from the same rows, plainly and by other means.

const WINDOW = 60;
const FIRST = '2025-01-01';
const END = '2025-10-31';

const text = (lines: string[]) => new TextEncoder().encode(`${lines.join('\n')}\n`);
const iso = (day: number) => new Date(day * DAY).toISOString().slice(0, 10);
const dayOf = (date: string) => Date.parse(date) / DAY;
const french = (date: string) => date.split('-').reverse().join('/');
const euros = (cents: number) => (cents / 100).toFixed(2).replace('.', ',');

type Reader = { address: string; joined: string; left: string | null; channel: string };
type Click = { address: string; date: string; n: number };
type Sale = { address: string; date: string; cents: number };
type Spend = { channel: string; from: string; to: string; cents: number };

/** By channel: who clicks, who buys; what a month costs in cents. */
const planted = {
	Parrainage: { active: 0.5, buys: 0.15, monthly: 12_345 },
	'Réseaux sociaux': { active: 0.15, buys: 0.01, monthly: 33_333 },
	Site: { active: 0.4, buys: 0.05, monthly: 0 }
};
type Channel = keyof typeof planted;
const channels = Object.keys(planted) as Channel[];

function world(seed: number) {
	const random = seeded(seed, 'channels');
	const readers: Reader[] = [];
	const clicks: Click[] = [];
	const sales: Sale[] = [];
	for (let r = 0; r < 500; r++) {
		const channel = pick(random, channels);
		const { active, buys } = planted[channel];
		const joined = dayOf(FIRST) - 40 + below(random, 330);
		const stays = random() < 0.8;
		const left = joined + below(random, 150);
		const address = `reader${r}@example.org`;
		readers.push({
			address,
			joined: iso(joined),
			left: stays || left > dayOf(END) ? null : iso(left),
			channel
		});
		for (let n = 0; n < 4; n++)
			if (random() < active) {
				const date = joined + below(random, 120);
				if (date <= dayOf(END)) clicks.push({ address, date: iso(date), n: 1 + below(random, 2) });
			}
		if (random() < buys)
			for (let n = 1 + below(random, 3); n > 0; n--) {
				const date = joined - 5 + below(random, 130);
				const cents = 1000 + below(random, 9000);
				if (date <= dayOf(END)) sales.push({ address, date: iso(date), cents });
			}
	}
	// so that the data end on a day that is known
	clicks.push({ address: readers[0]!.address, date: END, n: 1 });
	sales.push({ address: readers[0]!.address, date: END, cents: 1999 });

	const spending: Spend[] = [];
	for (const channel of channels)
		for (let month = 1; month <= 10 && planted[channel].monthly; month++) {
			const from = `2025-${String(month).padStart(2, '0')}-01`;
			const to = new Date(Date.UTC(2025, month, 0)).toISOString().slice(0, 10);
			spending.push({ channel, from, to, cents: planted[channel].monthly + below(random, 5000) });
		}
	// a fee over parts of two months
	spending.push({ channel: 'Parrainage', from: '2025-03-17', to: '2025-04-02', cents: 10_001 });
	return { readers, clicks, sales, spending };
}

function filesOf({ readers, clicks, sales, spending }: ReturnType<typeof world>) {
	return {
		'abonnes.csv': text([
			"Adresse e-mail;Date d'inscription;Date de désinscription;Canal;Statut",
			...readers.map(
				({ address, joined, left, channel }) =>
					`${address};${french(joined)} 12:00;${left ? `${french(left)} 13:00` : ''};${channel};${left ? 'Désabonné' : 'Abonné'}`
			)
		]),
		'clics.csv': text([
			'Email,Date,Event,Link,Campaign',
			...clicks.flatMap(({ address, date, n }, i) =>
				Array.from(
					{ length: n },
					(_, k) =>
						`${address},${date}T${String(8 + ((i + 5 * k) % 12)).padStart(2, '0')}:${String(i % 60).padStart(2, '0')}:00Z,click,https://example.com/${k}/${i % 7},Lettre ${date.slice(0, 7)}`
				)
			)
		]),
		'ventes.csv': text([
			'Date;Adresse e-mail;Montant (€)',
			...sales.map(({ date, address, cents }) => `${french(date)};${address};${euros(cents)}`)
		]),
		'depenses.csv': text([
			'Canal;Du;Au;Dépense;Devise',
			...spending.map(
				({ channel, from, to, cents }) =>
					`${channel === 'Réseaux sociaux' ? 'reseaux-sociaux' : channel};${french(from)};${french(to)};${euros(cents)};EUR`
			)
		])
	};
}

/** What a channel's readers of one month cost and did, day by day and reader by reader. */
function reckon(
	{ readers, clicks, sales, spending }: ReturnType<typeof world>,
	channel: Channel,
	month: string
) {
	const own = readers.filter((r) => r.channel === channel && r.joined.startsWith(month));
	let spend = 0;
	for (const { channel: of, from, to, cents } of spending) {
		if (of !== channel) continue;
		const days = dayOf(to) - dayOf(from) + 1;
		for (let k = 0; k < days; k++)
			if (iso(dayOf(from) + k).startsWith(month))
				spend += Math.floor((cents * (k + 1)) / days) - Math.floor((cents * k) / days);
	}
	const age = (r: Reader, date: string) => dayOf(date) - dayOf(r.joined);
	const clicksOf = (r: Reader, least: number, most: number) =>
		clicks
			.filter((c) => c.address === r.address && age(r, c.date) >= least && age(r, c.date) <= most)
			.reduce((n, c) => n + c.n, 0);
	const valueOf = (r: Reader, most: number) =>
		sales
			.filter((s) => s.address === r.address && age(r, s.date) >= 0 && age(r, s.date) <= most)
			.reduce((sum, s) => sum + s.cents, 0);
	const total = (of: (r: Reader) => number) => own.reduce((sum, r) => sum + of(r), 0);
	const lastOfMonth = Date.UTC(Number(month.slice(0, 4)), Number(month.slice(5)), 0) / DAY;
	const firstClick = clicks.map(({ date }) => date).sort()[0]!;
	const mature = lastOfMonth + WINDOW <= dayOf(END) && month >= firstClick.slice(0, 7);
	return {
		spend,
		mature,
		joined: own.length,
		value: total((r) => valueOf(r, 1e9)),
		engaged: mature ? own.filter((r) => clicksOf(r, 0, WINDOW) > 0).length : 0,
		clicks: mature ? total((r) => clicksOf(r, 0, WINDOW)) : 0,
		kept: mature ? own.filter((r) => !r.left || age(r, r.left) > WINDOW).length : 0,
		valueInWindow: mature ? total((r) => valueOf(r, WINDOW)) : 0
	};
}

test('channels → cost and bring what the rows say, to the cent and to the reader', async () => {
	const planted = world(1);
	const workspace = await newWorkspace();
	await workspace.take(filesOf(planted));
	const figures = await channelFigures(
		workspace.db,
		await workspace.publication(),
		{
			...everything,
			window: WINDOW
		},
		Date.now()
	);

	let given = 0;
	for (const row of figures.cohorts) {
		const expected = reckon(planted, row.channel as Channel, row.cohort!);
		// of few, and of whom others would tell, it is not said what they did
		const unsaid = { ...(row.engaged === null && { engaged: null, clicks: null }) };
		const stayed = row.retention!.n === null ? null : expected.kept;
		given += Number(row.engaged !== null);
		expect({
			spend: row.spend ?? 0,
			mature: row.mature,
			joined: row.joined,
			value: row.valueToDate,
			engaged: row.engaged,
			clicks: row.clicks,
			kept: row.retention!.n,
			valueInWindow: row.valueInWindow
		}).toEqual({ ...expected, ...unsaid, kept: stayed });
	}
	expect(given).toBeGreaterThan(figures.cohorts.length / 3);
	// every month of every channel from its first spend on, and what costs nothing from the beginning
	const months = (channel: string) =>
		figures.cohorts.filter((row) => row.channel === channel).map(({ cohort }) => cohort);
	expect(months('Parrainage')[0]).toBe('2025-01');
	expect(months('Site')[0]).toBe('2024-11');
	const early = planted.readers.filter((r) => r.channel !== 'Site' && r.joined < FIRST);
	expect(figures.before).toBe(early.length);

	for (const row of figures.channels) {
		const own = figures.cohorts.filter(({ channel }) => channel === row.channel);
		const old = own.filter(({ mature }) => mature);
		const sum = (of: typeof own, pick: (one: (typeof own)[number]) => number) =>
			of.reduce((all, one) => all + pick(one), 0);
		const first = own.map(({ cohort }) => cohort!).sort()[0]!;
		const earlier = planted.readers.filter(
			({ channel, joined }) => channel === row.channel && joined.slice(0, 7) < first
		);
		// of which month it is not told, no month's is
		const engaged = old.map((one) => one.engaged);
		const isTold = !engaged.includes(null);
		if (isTold) expect(row.engaged).toBe(engaged.reduce((all, n) => all! + n!, 0));
		expect(row).toMatchObject({
			joined: sum(own, (one) => one.joined!) + earlier.length,
			joinedSinceSpend: sum(own, (one) => one.joined!),
			matureJoined: sum(old, (one) => one.joined!),
			matureCohorts: old.length,
			valueInWindow: sum(old, (one) => one.valueInWindow!)
		});
		if (!row.paid) continue;
		const spend = sum(old, (one) => one.spend!);
		expect(row.spend).toBe(sum(own, (one) => one.spend!));
		expect(row.costPerReader).toBe(Math.round(row.spend! / row.joinedSinceSpend!));
		expect(row.costPerEngaged).toBe(Math.round(spend / row.engaged!));
		expect(row.costPerClick).toBe(Math.round(spend / row.clicks!));
		expect(row.return).toBeCloseTo(row.valueInWindow! / spend, 12);
	}
	// the whole of what was spent is there
	expect(figures.paid!.spend).toBe(planted.spending.reduce((sum, { cents }) => sum + cents, 0));

	const [social, referral] = ['reseaux sociaux', 'parrainage'].map((name) =>
		figures.channels.find(
			({ channel }) => channel.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase() === name
		)!
	);
	expect(referral!.low!).toBeGreaterThan(social!.return!);
	expect(referral!.enough).toBe(true);
	expect(figures.organic).toMatchObject({ spend: null, return: null, why: 'notPaid' });
	expect(figures.meters.map(({ meter }) => meter)).toEqual([
		'variability',
		'volume',
		'cycle',
		'precision',
		'infrastructure'
	]);
	// what is said of the buyers is said of those whom the return rests on
	expect(figures.meters[1]!.figures.buyers).toBe(figures.paid!.buyers);
});

test('a filter → what is said of the cycle, precision and series of all data is the same', async () => {
	const workspace = await newWorkspace();
	await workspace.take(filesOf(world(1)));
	const publication = await workspace.publication();
	const metersOf = async (filters: Partial<Filters>) => {
		const asked = { ...everything, ...filters };
		const { meters, channels } = await channelFigures(workspace.db, publication, asked, Date.now());
		return { meters: meters.slice(2), channel: channels[0]!.channel };
	};
	const { meters, channel } = await metersOf({});
	expect(meters[0]!.figures.inside).toBeGreaterThan(0);
	for (const filters of [{ channel }, { last: 1 }, { channel, last: 1 }])
		expect((await metersOf(filters)).meters).toEqual(meters);
});

test('spend in a currency without a rate → the report says beneath its channels that it is left out', async () => {
	const workspace = await newWorkspace();
	await workspace.take({
		...filesOf(world(1)),
		'ailleurs.csv': Buffer.from(
			'Channel,From,To,Spend,Currency\nSalon,2025-02-01,2025-02-28,90,CHF\n'
		)
	});
	const publication = await workspace.publication();
	const asked = { kind: 'acquisition', name: null, filters: everything, locale: 'en' } as const;
	const report = await makeReport(workspace.db, publication, asked, Date.now());
	expect(figuresOf(report).find(({ id }) => id === 'channels')!.note).toContain(
		'1 row of spend in a currency without an exchange rate: CHF'
	);
});

test('no first day asked for → the report of readers and money says no period that begins with the first issue', async () => {
	const workspace = await newWorkspace();
	await workspace.take(filesOf(world(1)));
	const publication = await workspace.publication();
	const said = async (filters: Partial<Filters>) => {
		const asked = { ...everything, ...filters };
		const wanted = { kind: 'acquisition', name: null, filters: asked, locale: 'en' } as const;
		return (await makeReport(workspace.db, publication, wanted, Date.now())).period;
	};
	expect(await said({})).toMatch(/^\d+ issues, until \d+ \w+ \d{4}$/);
	expect(await said({ to: '2025-03-31' })).toMatch(/until 31 Mar 2025$/);
	expect(await said({ from: '2025-03-01', to: '2025-03-31' })).toMatch(/1 Mar – 31 Mar 2025$/);
});

test('all spend of a channel is in a currency without a rate → it costs, its return waits for the rate, and no name is said to lack spend', async () => {
	const { 'depenses.csv': _, ...files } = filesOf(world(1));
	const workspace = await newWorkspace();
	await workspace.take({
		...files,
		'ailleurs.csv': Buffer.from(
			'Channel,From,To,Spend,Currency\nParrainage,2025-01-01,2025-06-30,9000,CHF\n'
		)
	});
	const figures = async () =>
		channelFigures(workspace.db, await workspace.publication(), everything, Date.now());
	const fair = ({ channels }: Awaited<ReturnType<typeof figures>>) =>
		channels.find(({ channel }) => channel === 'Parrainage')!;
	const unrated = await figures();
	expect(fair(unrated)).toMatchObject({ paid: true, spend: null, return: null, why: 'unrated' });
	expect(unrated.paid).toMatchObject({ joined: fair(unrated).joined, why: 'unrated' });
	expect(channelsFinding(unrated)).toEqual({
		key: 'finding.channels.unrated',
		values: { n: { n: 1 } }
	});
	const names = await nameFigures(workspace.db, await workspace.publication());
	expect(names.bringing.map(({ name }) => name)).not.toContain('Parrainage');
	expect(names.bringing.length).toBeGreaterThan(0);

	const actor = { by: null, now: Date.now() };
	const rates = rateWords([['CHF', '1']]);
	await changeMoneySettings(workspace.db, await workspace.publication(), { rates }, actor);
	const rated = await figures();
	expect(fair(rated)).toMatchObject({ paid: true, spend: 900_000 });
	expect(fair(rated).return).not.toBeNull();
});

test('a list and spend without any click → nobody is said to be engaged or not, and costs are known', async () => {
	const { 'clics.csv': _, ...files } = filesOf(world(1));
	const workspace = await newWorkspace();
	await workspace.take(files);
	const filters = { ...everything, window: WINDOW };
	const publication = await workspace.publication();
	const { channels, cohorts, paid, organic } = await channelFigures(
		workspace.db,
		publication,
		filters,
		Date.now()
	);

	expect(channels.map(({ spend }) => spend !== null)).toContain(true);
	for (const row of [...channels, ...cohorts, paid!, organic!]) {
		expect(row).toMatchObject({ engaged: null, clicks: null, costPerEngaged: null });
		expect(row.engagement).toMatchObject({ n: null, rate: null });
		expect(row.activation.map(({ n }) => n)).toEqual([null, null, null]);
		expect(row.joined).toBeGreaterThan(0);
	}
});

test('a period → the readers who joined in it, and its share of what was spent', async () => {
	const planted = world(2);
	const workspace = await newWorkspace();
	await workspace.take(filesOf(planted));
	const figures = await channelFigures(
		workspace.db,
		await workspace.publication(),
		{
			...everything,
			from: '2025-03-20',
			to: '2025-03-31',
			window: WINDOW
		},
		Date.now()
	);

	const row = figures.channels.find(({ channel }) => channel === 'Parrainage')!;
	expect(row.joined).toBe(
		planted.readers.filter(
			(r) => r.channel === 'Parrainage' && r.joined >= '2025-03-20' && r.joined <= '2025-03-31'
		).length
	);
	const spend = planted.spending.filter(({ channel }) => channel === 'Parrainage');
	const march = spend.find(({ from }) => from === '2025-03-01')!;
	const fee = spend.find(({ from }) => from === '2025-03-17')!;
	expect(row.spend).toBe(
		march.cents -
			Math.floor((march.cents * 19) / 31) +
			Math.floor((fee.cents * 15) / 17) -
			Math.floor((fee.cents * 3) / 17)
	);
});

test('what no channel holds → is told of the period that is asked for; readers of a list without dates are in a list', async () => {
	const workspace = await newWorkspace();
	await workspace.take({
		'abonnes.csv': text([
			'Adresse e-mail;Date d’inscription;Canal;Statut',
			'a@example.org;14/01/2025;Site;Abonné',
			'b@example.org;15/01/2025;;Abonné',
			'c@example.org;20/03/2025;;Abonné',
			'd@example.org;;Site;Abonné',
			'e@example.org;28/03/2025;Site;Abonné'
		]),
		'clics.csv': text([
			'Email;Date;Lien;Campagne',
			'a@example.org;17/01/2025 10:00:00;https://example.org/1;Lettre 1',
			'a@example.org;17/04/2025 10:00:00;https://example.org/2;Lettre 2'
		]),
		'depenses.csv': text([
			'Canal;Du;Au;Dépense;Devise',
			'Site;01/01/2025;31/01/2025;70,00;EUR',
			'Site;01/02/2025;28/02/2025;60,00;CHF',
			'Site;01/03/2025;31/03/2025;80,00;CHF'
		]),
		'ventes.csv': text([
			'Date;Adresse e-mail;Montant;Devise',
			'16/01/2025;b@example.org;10,00;EUR',
			'21/03/2025;c@example.org;20,00;EUR',
			'22/01/2025;d@example.org;30,00;EUR',
			'23/03/2025;d@example.org;40,00;EUR',
			'24/03/2025;inconnu@example.org;50,00;EUR',
			'25/03/2025;e@example.org;60,00;EUR',
			'26/03/2025;a@example.org;15,00;CHF'
		])
	});
	const publication = await workspace.publication();
	const of = async (filters: Partial<typeof everything>) => {
		const asked = { ...everything, ...filters };
		const figures = await channelFigures(workspace.db, publication, asked, Date.now());
		const { joined, channels, channelless, attribution, aside, valueBefore } = figures;
		// who joined came by a channel, or by none that is known
		expect(channels.reduce((sum, one) => sum + one.joined!, channelless)).toBe(joined);
		return { channelless, attribution, noRate: aside.noRate, valueBefore };
	};
	const chf = (kind: string, n: number, amount: number) => ({ kind, currency: 'CHF', n, amount });

	expect(await of({})).toMatchObject({
		channelless: 2,
		attribution: {
			noChannel: { n: 2, amount: 3000 },
			undatedReader: { n: 2, amount: 7000 },
			unknownReader: { n: 1, amount: 5000 }
		},
		noRate: [chf('spend', 2, 14_000), chf('value', 1, 1500)],
		valueBefore: 6000
	});
	expect(await of({ from: '2025-01-01', to: '2025-01-31' })).toMatchObject({
		channelless: 1,
		attribution: {
			noChannel: { n: 1, amount: 1000 },
			undatedReader: { n: 1, amount: 3000 },
			unknownReader: { n: 0, amount: 0 }
		},
		noRate: [],
		valueBefore: 0
	});
	expect(await of({ from: '2025-03-01', to: '2025-03-31' })).toMatchObject({
		channelless: 1,
		noRate: [chf('spend', 1, 8000), chf('value', 1, 1500)],
		valueBefore: 6000
	});
});

test('amounts without a date, rate or known reader → counted aside, never converted, dated or silently dropped', async () => {
	const workspace = await newWorkspace();
	await workspace.take(filesOf(world(3)));
	const before = await channelFigures(
		workspace.db,
		await workspace.publication(),
		everything,
		Date.now()
	);
	await workspace.take({
		'depenses-2.csv': text([
			'Canal;Du;Au;Dépense;Devise',
			'Parrainage;01/05/2025;31/05/2025;100,00;CHF',
			'Parrainage;;;50,00;EUR',
			'Parrainage;01/05/2025;31/05/2025;;EUR',
			'Parrainage;01/05/2025;31/05/2025;-20,00;EUR',
			'Parrainage;01/05/2025;31/05/2025;0;EUR',
			'Affiche;01/05/2025;31/05/2025;70,00;EUR'
		]),
		'ventes-2.csv': text([
			'Date;Adresse e-mail;Montant (€)',
			'05/05/2025;stranger@example.net;30,00',
			'05/05/2025;;12,00',
			';reader1@example.org;9,00'
		])
	});
	const after = await channelFigures(
		workspace.db,
		await workspace.publication(),
		everything,
		Date.now()
	);

	expect(after.aside).toMatchObject({
		undated: { spend: 1, value: 1 },
		unpriced: 1,
		noRate: [{ kind: 'spend', currency: 'CHF', n: 1, amount: 10_000 }]
	});
	expect(after.attribution.unknownReader).toEqual({ n: 1, amount: 3000 });
	expect(after.attribution.nowhere).toEqual({ n: 1, amount: 1200 });
	const own = (figures: typeof after) =>
		figures.channels.filter(({ channel }) => !['Affiche', 'Parrainage'].includes(channel));
	expect(own(after)).toEqual(own(before));
	// a part of its spend is not known: what is known stands, and no cost or return is made of it
	const referral = (figures: typeof after) =>
		figures.channels.find(({ channel }) => channel === 'Parrainage')!;
	expect(referral(before).return).toBeGreaterThan(0);
	expect(referral(after)).toMatchObject({
		spend: referral(before).spend,
		joined: referral(before).joined,
		costPerReader: null,
		costPerEngaged: null,
		return: null,
		why: 'unrated'
	});
	expect(after.keyFigures.return).toMatchObject({ value: null, missing: 'unrated' });
	// nobody came by it: its cost is there all the same
	expect(after.channels.find(({ channel }) => channel === 'Affiche')).toMatchObject({
		spend: 7000,
		joined: 0,
		costPerReader: null
	});

	const receipts = await workspace.receipts();
	const spend = receipts.find(({ file }) => file === 'depenses-2.csv')!;
	expect(spend).toMatchObject({ rows: 6, accepted: 3, rejected: 2, skipped: 1 });
});

test('a longer spend file that repeats another → repeated rows are spent once, also after the first is undone', async () => {
	const workspace = await newWorkspace();
	const files = filesOf(world(4));
	await workspace.take(files);
	const once = (
		await channelFigures(workspace.db, await workspace.publication(), everything, Date.now())
	).paid!.spend!;

	const lines = new TextDecoder().decode(files['depenses.csv']);
	await workspace.take({
		'encore.csv': new TextEncoder().encode(`${lines}Site;01/06/2025;30/06/2025;3,00;EUR\n`)
	});
	const twice = await channelFigures(
		workspace.db,
		await workspace.publication(),
		everything,
		Date.now()
	);
	expect(twice.paid!.spend).toBe(once + 300);
	expect(twice.aside.repeated).toBe(lines.trim().split('\n').length - 1);

	const first = (await workspace.receipts()).find(({ file }) => file === 'depenses.csv')!;
	await workspace.undo(first.id);
	const undone = await channelFigures(
		workspace.db,
		await workspace.publication(),
		everything,
		Date.now()
	);
	expect(undone.paid!.spend).toBe(once + 300);
	expect(undone.aside.repeated).toBe(0);
});

test('refunds, months without spend and late buyers → the sale annulled, an unknown cost, and no return by luck', async () => {
	const workspace = await newWorkspace();
	const joined = ['03/01/2025', '05/01/2025', '07/02/2025', '08/02/2025'];
	await workspace.take({
		'abonnes.csv': text([
			"Adresse e-mail;Date d'inscription;Canal",
			...joined.map((date, i) => `reader${i}@example.org;${date} 12:00;Affiche`)
		]),
		'clics.csv': text([
			'Email,Date,Event,Link,Campaign',
			'reader0@example.org,2025-01-04T09:00:00Z,click,https://example.com/a,Lettre 1',
			'reader3@example.org,2025-10-30T09:00:00Z,click,https://example.com/a,Lettre 9'
		]),
		'depenses.csv': text([
			'Canal;Du;Au;Dépense;Devise',
			'Affiche;01/01/2025;31/01/2025;500,00;EUR'
		]),
		'ventes.csv': text([
			'Date;Adresse e-mail;Montant (€)',
			'20/01/2025;reader0@example.org;49,00',
			// given back long after the window: the sale did not hold
			'15/09/2025;reader0@example.org;-49,00',
			'20/09/2025;reader1@example.org;900,00',
			'31/10/2025;reader2@example.org;10,00'
		])
	});
	const publication = await workspace.publication();
	const figures = await channelFigures(workspace.db, publication, everything, Date.now());

	expect(figures.channels[0]).toMatchObject({
		channel: 'Affiche',
		buyers: 0,
		valueInWindow: 0,
		valueLater: 91_000,
		conversions: null,
		why: 'refunded',
		return: 0,
		low: null,
		value: 91_000,
		enough: false
	});
	const [january, february] = figures.cohorts;
	expect(january).toMatchObject({
		spend: 50_000,
		costPerReader: 25_000,
		value: 0,
		valueToDate: 90_000,
		payback: 9
	});
	expect(february).toMatchObject({ spend: null, costPerReader: null, costPerEngaged: null });
	expect(february!.activation.map(({ cost }) => cost)).toEqual([null, null, null]);
	// of so few buyers nobody is told after how long each of them bought
	expect(figures.meters.find(({ meter }) => meter === 'cycle')).toMatchObject({
		position: null,
		figures: { median: null, p90: null }
	});

	const later = { ...everything, from: '2025-02-01' };
	const paused = await channelFigures(workspace.db, publication, later, Date.now());
	expect(paused.paid).toMatchObject({ spend: null, costPerReader: null, why: 'notPaid' });
});

test('a revised export of spend → replaces the amounts it states anew, and its undo brings them back', async () => {
	const workspace = await newWorkspace();
	await workspace.take(filesOf(world(5)));
	const ask = async () =>
		channelFigures(workspace.db, await workspace.publication(), everything, Date.now());
	const before = await ask();
	const own = (figures: typeof before) =>
		figures.channels.find(({ channel }) => channel === 'Parrainage')!.spend!;
	const may = before.cohorts.find(
		({ channel, cohort }) => channel === 'Parrainage' && cohort === '2025-05'
	)!.spend!;

	await workspace.take({
		'revu.csv': text(['Canal;Du;Au;Dépense;Devise', 'PARRAINAGE;01/05/2025;31/05/2025;999,00;EUR'])
	});
	const after = await ask();
	expect(own(after)).toBe(own(before) - may + 99_900);
	expect(after.aside.replaced).toBe(1);

	const revised = (await workspace.receipts()).find(({ file }) => file === 'revu.csv')!;
	await workspace.undo(revised.id);
	expect(own(await ask())).toBe(own(before));
});

test.each([
	[
		'a fee by month, and costs by day',
		['Social;01/05/2025;31/05/2025;100,00;EUR;'],
		'Social;03/05/2025;03/05/2025;70,00;EUR;'
	],
	[
		'a channel, and one of its campaigns',
		['Social;01/05/2025;31/05/2025;100,00;EUR;'],
		'Social;01/05/2025;31/05/2025;70,00;EUR;Ete'
	],
	[
		'a campaign, and its channel',
		['Social;01/05/2025;31/05/2025;100,00;EUR;Ete'],
		'Social;01/05/2025;31/05/2025;70,00;EUR;'
	]
])(
	'%s in two files → neither added nor replaced before somebody says which',
	async (_, first, second) => {
		const workspace = await newWorkspace();
		const head = 'Canal;Du;Au;Dépense;Devise;Campagne';
		await workspace.take({ 'un.csv': text([head, ...first]) });
		const [later] = await workspace.take({ 'deux.csv': text([head, second]) });
		const spent = async () => {
			const now = await workspace.publication();
			await archiveOf(workspace.db, now);
			return (await moneyOf(workspace.db, now)).spent.reduce((sum, { amount }) => sum + amount, 0);
		};
		const asked = async () =>
			(await channelFigures(workspace.db, await workspace.publication(), everything, Date.now()))
				.revisions;
		expect(await spent()).toBe(10_000);
		expect(await asked()).toEqual([{ id: later!.id, file: 'deux.csv', n: 1, code: 'held' }]);
		const setOption = async (adds: boolean) =>
			declareBeside(workspace.db, await workspace.publication(), later!.id, adds, {
				by: null,
				now: 1
			});
		await setOption(true);
		expect(await spent()).toBe(17_000);
		expect(await asked()).toEqual([]);
		await setOption(false);
		expect(await spent()).toBeLessThan(17_000);
		expect(await asked()).toEqual([]);
		await workspace.undo(later!.id);
		expect(await spent()).toBe(10_000);
	}
);

test('two ad accounts of one channel and month → the receipt asks, and both count once that is said', async () => {
	const workspace = await newWorkspace();
	const spend = (amount: string) =>
		text(['Canal;Du;Au;Dépense;Devise', `Social;01/05/2025;31/05/2025;${amount};EUR`]);
	await workspace.take({ 'depenses-compte-a.csv': spend('100,00') });
	const [second] = await workspace.take({ 'depenses-compte-b.csv': spend('70,00') });
	const publication = await workspace.publication();
	const outcomes = async () => {
		const stored = (await findImport(workspace.db, second!.id))!;
		const all = await moneyOutcomes(workspace.db, await workspace.publication(), stored);
		return all.map(({ code, n }) => [code, n]);
	};
	const spent = async () => {
		const now = await workspace.publication();
		// nothing is written while it is read
		await archiveOf(workspace.db, now);
		return (await moneyOf(workspace.db, now)).spent.map(({ amount }) => amount);
	};
	expect(await spent()).toEqual([7000]);
	expect(await outcomes()).toContainEqual(['revises', 1]);

	const setOption = (beside: boolean) =>
		declareBeside(workspace.db, publication, second!.id, beside, { by: null, now: 1 });
	await setOption(true);
	expect(await spent()).toEqual([10_000, 7000]);
	expect(await outcomes()).not.toContainEqual(['revises', 1]);
	await setOption(false);
	expect(await spent()).toEqual([7000]);
	await workspace.undo(second!.id);
	expect(await spent()).toEqual([10_000]);
});

test('a month so far, then the whole month → each day counts once; then some of its days → asked about first', async () => {
	const workspace = await newWorkspace();
	const spend = (...rows: string[]) => text(['Canal;Du;Au;Dépense;Devise', ...rows]);
	const now = { by: null, now: 1 };
	const state = async () => {
		const publication = await workspace.publication();
		await archiveOf(workspace.db, publication);
		const { spent, aside } = await moneyOf(workspace.db, publication);
		const asked = (await openRevisions(workspace.db, publication)).map(({ file, n }) => [file, n]);
		return [spent.reduce((sum, { amount }) => sum + amount, 0), aside.replaced, asked];
	};
	await workspace.take({ 'a.csv': spend('Social;01/05/2025;15/05/2025;150,00;EUR') });
	expect(await state()).toEqual([15_000, 0, []]);
	await workspace.take({ 'b.csv': spend('social;01/05/2025;31/05/2025;310,00;EUR') });
	expect(await state()).toEqual([31_000, 1, [['b.csv', 1]]]);
	const [days] = await workspace.take({
		'c.csv': spend(
			'Social;30/05/2025;30/05/2025;20,00;EUR',
			'Social;31/05/2025;31/05/2025;20,00;EUR'
		)
	});
	// two days of another sum may be of the month, or more than it: neither until somebody says so
	expect(await state()).toEqual([
		31_000,
		1,
		[
			['c.csv', 2],
			['b.csv', 1]
		]
	]);

	// of an account of its own it takes nothing, and is asked about no more
	await declareBeside(workspace.db, await workspace.publication(), days!.id, true, now);
	expect(await state()).toEqual([35_000, 1, [['b.csv', 1]]]);
	await declareBeside(workspace.db, await workspace.publication(), days!.id, false, now);
	expect(await state()).toEqual([33_000, 2, [['b.csv', 1]]]);
	await workspace.undo(days!.id);
	expect(await state()).toEqual([31_000, 1, [['b.csv', 1]]]);
});
