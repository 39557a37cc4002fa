import { HOUR } from '#lib/duration.ts';
import { expect, test } from 'vitest';
import { everything } from '#lib/filters/filters.ts';
import { figuresOf } from '#lib/server/report/facts.ts';
import { makeReport } from '#lib/server/report/make.ts';
import { sponsorReceipt } from '#lib/server/figures/sponsors/sponsor-receipt.ts';
import { editorialFigures } from '#lib/server/figures/money/editorial.ts';
import { channelFigures } from '#lib/server/figures/money/channels.ts';
import { keyFiguresOfSponsor } from '#lib/server/figures/sponsors/one-sponsor.ts';
import { sponsorFigures } from '#lib/server/figures/sponsors/sponsors.ts';
import { newWorkspace } from './publication.ts';

const text = (...lines: string[]) => new TextEncoder().encode(`${lines.join('\n')}\n`);

/** Issue 1 is sent on the first Monday of 2026 at 8:00, the others a week apart. */
const sent = (number: number) => Date.UTC(2026, 0, 5, 8) + (number - 1) * 7 * 24 * HOUR;
const ISSUES = 8;

/** How many readers click the sponsor of an issue, spread over 40 hours; the last issue is 10 hours old. */
const clickersOf = (number: number) => 20 + 2 * number;

function files() {
	const issues = Array.from({ length: ISSUES }, (_, i) => i + 1);
	const documents = issues.map((n) => [
		`numeros/2026-${n}_canal-${n}.md`,
		text(
			'---',
			`title: "Canal #${n}"`,
			`date: ${new Date(sent(n)).toISOString().slice(0, 10)}`,
			`number: ${n}`,
			'---',
			'',
			'## Nouvelles',
			'',
			`### Une histoire ${n}`,
			'',
			`Des mots. [Lire](https://journal.example.org/${n})`,
			'',
			`### Offre du partenaire ${n}`,
			'',
			`Sponsorisé par Maison Lune. [Découvrir](https://lune.example.com/offre-${n})`,
			''
		)
	]);
	const events = issues.flatMap((n) => {
		const rows: string[] = [];
		for (let reader = 0; reader < 100; reader++)
			rows.push(`r${reader}@example.org,${at(sent(n) + 60_000)},delivered,,Canal #${n}`);
		for (let reader = 0; reader < clickersOf(n); reader++) {
			const when = sent(n) + HOUR * (0.5 + reader);
			if (n === ISSUES && when > sent(n) + 10 * HOUR) continue;
			rows.push(
				`r${reader}@example.org,${at(when)},click,https://lune.example.com/offre-${n},Canal #${n}`
			);
			if (reader % 3 === 0)
				rows.push(
					`r${reader}@example.org,${at(when + 120_000)},click,https://journal.example.org/${n},Canal #${n}`
				);
		}
		return rows;
	});
	return {
		...Object.fromEntries(documents),
		'evenements.csv': text('Email,Date,Event,Link,Campaign', ...events),
		'partenaires.csv': text(
			'Partenaire;Numéro;Lien;Prix;Devise;Clics garantis',
			...issues.map(
				(n) =>
					`Maison Lune;${n};https://lune.example.com/offre-${n};${100 + n},00;EUR;${n === ISSUES ? 30 : 25}`
			),
			'Maison Lune;99;;500,00;EUR;',
			'Atelier Nord;3;https://nord.example.com/rien;50,00;EUR;',
			'Maison Lune;2;https://lune.example.com/offre-2;80,00;CHF;'
		)
	};
}

const at = (instant: number) => new Date(instant).toISOString();

test('a placement → finds its item, and costs what its fee and its clickers make', async () => {
	const workspace = await newWorkspace();
	await workspace.take(files());
	const publication = await workspace.publication();
	const figures = await sponsorFigures(workspace.db, publication, everything);
	const placed = figures.placements.filter(
		({ unlocated, fee }) => unlocated === null && fee !== null
	);

	expect(placed.map(({ issue }) => Number(issue))).toEqual([8, 7, 6, 5, 4, 3, 2, 1]);
	for (const row of placed) {
		const n = Number(row.issue);
		const clickers = n === ISSUES ? 10 : clickersOf(n);
		expect(row).toMatchObject({
			sponsor: 'Maison Lune',
			item: `Offre du partenaire ${n}`,
			delivered: 100,
			clickers,
			clicks: clickers,
			fee: 10_000 + 100 * n,
			perClicker: Math.round((10_000 + 100 * n) / clickers),
			perThousandDelivered: 10 * (10_000 + 100 * n)
		});
	}
	expect(figures.league).toMatchObject([{ sponsor: 'Maison Lune', placements: 9, priced: 8 }]);
});

test('a fee for an item that is read as the newsletter’s own → no average of sponsors, and why', async () => {
	const workspace = await newWorkspace();
	await workspace.take({
		...files(),
		'partenaires.csv': text(
			'Partenaire;Numéro;Lien;Prix;Devise',
			'Maison Lune;3;https://journal.example.org/3;90,00;EUR'
		)
	});
	const publication = await workspace.publication();
	const { placements, league } = await sponsorFigures(workspace.db, publication, everything);
	const row = { lift: null, expected: null, why: 'notSponsor' };
	expect(placements).toMatchObject([{ ...row, item: 'Une histoire 3', position: 1 }]);
	expect(league).toMatchObject([row]);
	const receipt = await sponsorReceipt(workspace.db, publication, placements[0]!.id);
	expect(receipt).toMatchObject({ expectedLow: null, expectedHigh: null });
});

test.for([
	['a day', 'Date;Partenaire;Prix', '2026-01-19;Maison Lune;90,00', '2026-02-02;Maison Lune;90,00'],
	[
		'a month',
		'Mois;Partenaire;Lien;Prix',
		'2026-01;Maison Lune;https://lune.example.com/offre-3;90,00',
		'2026-02;Maison Lune;https://lune.example.com/offre-5;90,00'
	],
	[
		'the send',
		'Newsletter;Partenaire;Prix',
		'Canal #3;Maison Lune;90,00',
		'Canal #5;Maison Lune;90,00'
	],
	[
		'the newsletter and a day',
		'Newsletter;Date;Partenaire;Prix',
		'Canal;2026-01-19;Maison Lune;90,00',
		'Canal;2026-02-02;Maison Lune;90,00'
	],
	[
		'a title',
		'Numéro;Partenaire;Prix',
		'Newsletter 3;Maison Lune;90,00',
		'Canal n° 5;Maison Lune;90,00'
	]
] as const)(
	'placements at one price that %s tells apart → both are found and counted',
	async ([, ...rows]) => {
		const workspace = await newWorkspace();
		await workspace.take({ ...files(), 'partenaires.csv': text(...rows) });
		const publication = await workspace.publication();
		const { placements } = await sponsorFigures(workspace.db, publication, everything);
		const row = { unlocated: null, fee: 9000 };
		expect(placements).toMatchObject([
			{ ...row, item: 'Offre du partenaire 5' },
			{ ...row, item: 'Offre du partenaire 3' }
		]);
	}
);

test('a sponsor whose name stands within another word → the item that says it is found', async () => {
	const workspace = await newWorkspace();
	await workspace.take({
		...files(),
		'numeros/2026-9_canal-9.md': text(
			'---\ntitle: "Canal #9"\ndate: 2026-03-02\nnumber: 9\n---',
			'\n## Nouvelles\n\n### Le marketing en pente',
			'\nDes mots. [Lire](https://journal.example.org/9)',
			'\n### Un compte pour tous\n\nAvec ING. [Ouvrir](https://ing.example.com/9)'
		),
		'partenaires.csv': text('Partenaire;Numéro;Prix', 'ING;9;90,00')
	});
	const publication = await workspace.publication();
	const { placements } = await sponsorFigures(workspace.db, publication, everything);
	expect(placements).toMatchObject([{ unlocated: null, item: 'Un compte pour tous' }]);
});

test('value of items by their titles → each item’s, and the titles that fit none are told', async () => {
	const workspace = await newWorkspace();
	await workspace.take({
		...files(),
		'ventes.csv': text(
			'Date;Titre;Numéro;Revenu (EUR)',
			'2026-01-20;Une histoire 3;3;40,00',
			'2026-02-03;Une histoire 5;;25,00',
			'2026-02-04;Une tasse;;7,00'
		)
	});
	const publication = await workspace.publication();
	const { all, elsewhere } = await editorialFigures(workspace.db, publication, everything);
	expect(all).toMatchObject({ value: 6500, valued: 2 });
	expect(elsewhere).toEqual({ n: 1, amount: 700 });
	const narrowed = await Promise.all(
		Array.from({ length: ISSUES }, (_, i) => {
			const day = at(sent(i + 1)).slice(0, 10);
			const filters = { ...everything, from: day, to: day };
			return editorialFigures(workspace.db, publication, filters);
		})
	);
	// of one issue alone, whichever that is
	expect(narrowed.filter((one) => one.elsewhere.n > 0).map((one) => one.elsewhere)).toEqual([
		{ n: 1, amount: 700 }
	]);
});

test('fewer than ten sponsors’ items → no average of them is told anywhere', async () => {
	const workspace = await newWorkspace();
	await workspace.take(files());
	const publication = await workspace.publication();
	const { placements, league, prices } = await sponsorFigures(
		workspace.db,
		publication,
		everything
	);
	const found = placements.filter(({ unlocated }) => unlocated === null);
	expect(new Set(found.map(({ expected }) => expected))).toEqual(new Set([null]));
	expect(league[0]!.expected).toBeNull();
	expect(prices.map(({ expected }) => expected)).toEqual([null]);
	const receipt = await sponsorReceipt(workspace.db, publication, found[3]!.id);
	expect(receipt).toMatchObject({ expectedLow: null, expectedHigh: null });
});

test('fees without an issue or item, or in a currency without a rate → listed and not counted', async () => {
	const workspace = await newWorkspace();
	await workspace.take(files());
	const { placements, aside } = await sponsorFigures(
		workspace.db,
		await workspace.publication(),
		everything
	);
	const of = (sponsor: string, issue: string) =>
		placements.filter((row) => row.sponsor === sponsor && row.issue === issue);

	expect(of('Maison Lune', '99')).toMatchObject([{ unlocated: 'noIssue', fee: 50_000 }]);
	expect(of('Atelier Nord', '3')).toMatchObject([{ unlocated: 'noItem', clickers: null }]);
	expect(of('Maison Lune', '2').map(({ fee }) => fee)).toContain(null);
	expect(aside.noRate).toEqual([{ kind: 'placement', currency: 'CHF', n: 1, amount: 8000 }]);
	// a fee is no spend of a channel
	const channels = await channelFigures(
		workspace.db,
		await workspace.publication(),
		everything,
		Date.now()
	);
	expect(channels.aside).toMatchObject({ noRate: [], unpriced: 0, repeated: 0, replaced: 0 });
});

test('a placement in an open issue → its expected clicks come from how earlier issues went on', async () => {
	const workspace = await newWorkspace();
	await workspace.take(files());
	const publication = await workspace.publication();
	const { placements } = await sponsorFigures(workspace.db, publication, everything);
	const open = placements.find(({ open }) => open)!;

	// ten hours of the earlier issues held 10 of 22 to 34 clicks
	expect(open).toMatchObject({ issue: '8', guaranteed: 30, clicks: 10 });
	expect(open.pacing!.expected).toBeGreaterThan(20);
	expect(open.pacing!.expected).toBeLessThan(36);
	expect(open.pacing!.low).toBeLessThan(open.pacing!.expected);
	expect(open.pacing!.others).toBe(7);
	expect(placements.filter(({ pacing }) => pacing !== null)).toHaveLength(1);
});

test('a placement report → that placement, and nothing of others or of readers', async () => {
	const workspace = await newWorkspace();
	await workspace.take(files());
	const publication = await workspace.publication();
	const { placements } = await sponsorFigures(workspace.db, publication, everything);
	const [first] = placements;
	const receipt = await sponsorReceipt(workspace.db, publication, first!.id);

	expect(receipt.placement).toEqual(first);
	expect(receipt.clicks).toMatchObject({ all: first!.allClicks, human: first!.clicks });
	expect(JSON.stringify(receipt)).not.toContain('Atelier Nord');
	expect(JSON.stringify(receipt)).not.toContain('@');
	await expect(sponsorReceipt(workspace.db, publication, 9999)).rejects.toMatchObject({
		code: 'noSuchPlacement'
	});
});

test('a sponsor in two spellings and a place given away → one sponsor; what was given away is no price', async () => {
	const workspace = await newWorkspace();
	const places = Array.from({ length: 7 }, (_, i) => i + 1).map((n) => {
		const sponsor = n === 3 ? 'MAISON-LUNE' : 'Maison Lune';
		return `${sponsor};${n};https://lune.example.com/offre-${n};${n === 7 ? '0,00' : '100,00'};EUR`;
	});
	await workspace.take({
		...files(),
		'partenaires.csv': text('Partenaire;Numéro;Lien;Prix;Devise', ...places)
	});
	const publication = await workspace.publication();
	const figures = await sponsorFigures(workspace.db, publication, everything);
	expect(figures.league).toMatchObject([
		{ sponsor: 'Maison Lune', placements: 7, fee: 60_000, priced: 7 }
	]);
	expect(figures.prices).toMatchObject([{ n: 6, perThousandDelivered: { low: 100_000 } }]);
	const own = await keyFiguresOfSponsor(workspace.db, publication, everything, 'MAISON LUNE');
	expect(own.placements.value).toBe(7);
});

test('a report of sponsors → says beneath its places what is in no sum, that of one sponsor does not', async () => {
	const workspace = await newWorkspace();
	await workspace.take(files());
	const publication = await workspace.publication();
	const noteOf = async (sponsor: string | null) => {
		const asked = { kind: 'sponsor', name: null, filters: everything, locale: 'en' } as const;
		const report = await makeReport(workspace.db, publication, { ...asked, sponsor }, 0);
		return figuresOf(report).find(({ id }) => id === 'placements')!.note;
	};
	const said = 'Not included above: 1 placement with a fee in a currency without an exchange rate';
	expect(await noteOf(null)).toContain(said);
	expect(await noteOf('Maison Lune')).not.toContain('Not included above');
});
