import { expect, test } from 'vitest';
import {
	addMoney,
	changeMoney,
	changeMoneySettings,
	leaveOutMoney,
	undoMoneyChange
} from '#lib/server/editing/money.ts';
import {
	costWords,
	placementWords,
	rateWords,
	spendWords,
	valueWords
} from '#lib/server/editing/money-words.ts';
import { channelFigures } from '#lib/server/figures/money/channels.ts';
import { everything, type Filters } from '#lib/filters/filters.ts';
import { ledgerFigures } from '#lib/server/figures/money/ledger.ts';
import { readerOfAddress } from '#lib/server/ingest/find-reader.ts';
import { changePublication, costsOf, ratesOf } from '#lib/server/store/publications.ts';
import { newWorkspace, type Workspace } from './publication.ts';

const text = (...lines: string[]) => new TextEncoder().encode(`${lines.join('\n')}\n`);
const actor = { by: null, now: 0 };

const files = {
	'abonnes.csv': text(
		"Adresse e-mail;Date d'inscription;Canal;Statut",
		'ana@example.org;03/02/2026;Salon;Abonné',
		'bo@example.org;05/02/2026;Salon;Abonné'
	),
	'depenses.csv': text(
		'Canal;Du;Au;Dépense;Devise',
		'Salon;01/02/2026;28/02/2026;100,00;EUR',
		'Salon;01/02/2026;28/02/2026;50,00;CHF'
	)
};

const typed = (cells: Record<string, string>) => (name: string) => cells[name] ?? '';
const fair = {
	channel: 'Salon',
	from: '2026-02-10',
	to: '2026-02-12',
	amount: '30',
	currency: 'eur'
};

async function begun() {
	const workspace = await newWorkspace();
	await workspace.take(files);
	return workspace;
}

async function spent(workspace: Workspace) {
	return (
		(await channelFigures(workspace.db, await workspace.publication(), everything, Date.now())).paid
			?.spend ?? null
	);
}

test('spend typed by hand → counts beside what was imported, until undone', async () => {
	const workspace = await begun();
	expect(await spent(workspace)).toBe(10_000);

	await addMoney(
		workspace.db,
		await workspace.publication(),
		'spend',
		[spendWords(typed(fair))],
		actor
	);
	expect(await spent(workspace)).toBe(13_000);
	await undoMoneyChange(workspace.db, await workspace.publication(), actor);
	expect(await spent(workspace)).toBe(10_000);
	// there is nothing more to undo
	await undoMoneyChange(workspace.db, await workspace.publication(), actor);
	expect(await spent(workspace)).toBe(10_000);
});

test('spend of days to come → said below the total, which Channels reaches without it', async () => {
	const workspace = await begun();
	const sums = async () => {
		const publication = await workspace.publication();
		const { sum, beyond } = await ledgerFigures(workspace.db, publication);
		return { sum: sum.spend, beyond: beyond?.spend ?? 0 };
	};
	await workspace.take({
		'clics.csv': text(
			'Email,Timestamp,Url,Campaign',
			'ana@example.org,2026-02-20 08:00:00,https://example.com/a,L1'
		)
	});
	const before = await sums();
	expect(before.sum - before.beyond).toBe(await spent(workspace));

	const planned = { ...fair, from: '2027-03-01', to: '2027-03-31', amount: '500' };
	const publication = await workspace.publication();
	await addMoney(workspace.db, publication, 'spend', [spendWords(typed(planned))], actor);
	const after = await sums();
	expect(after).toEqual({ sum: before.sum + 50_000, beyond: before.beyond + 50_000 });
	expect(after.sum - after.beyond).toBe(await spent(workspace));
});

test('an imported line edited → kept as it was imported, and only the edited one counts', async () => {
	const workspace = await begun();
	const { spend } = await ledgerFigures(workspace.db, await workspace.publication());
	const row = spend.find(({ currency }) => currency === 'EUR')!;
	const words = spendWords(typed({ ...fair, amount: '120,50' }));
	await changeMoney(workspace.db, await workspace.publication(), 'spend', row.id, words, actor);

	expect(await spent(workspace)).toBe(12_050);
	const now = await ledgerFigures(workspace.db, await workspace.publication());
	expect(now.spend.find(({ id }) => id === row.id)).toMatchObject({
		leftOut: true,
		amount: 10_000,
		file: 'depenses.csv'
	});

	// typed by now: edited in place
	const own = now.spend.find(({ file }) => file === null)!;
	const more = spendWords(typed({ ...fair, amount: '121' }));
	await changeMoney(workspace.db, await workspace.publication(), 'spend', own.id, more, actor);
	expect(await spent(workspace)).toBe(12_100);

	await undoMoneyChange(workspace.db, await workspace.publication(), actor);
	await undoMoneyChange(workspace.db, await workspace.publication(), actor);
	expect(await spent(workspace)).toBe(10_000);
	expect((await ledgerFigures(workspace.db, await workspace.publication())).spend).toEqual(spend);
});

test('a placement that a file gave and somebody typed → both count and say so, until one is excluded', async () => {
	const workspace = await newWorkspace();
	await workspace.take({
		'partenaires.csv': text(
			'Partenaire;Numéro;Prix;Devise',
			'Ondine;12;160,00;EUR',
			'Phare;12;90,00;EUR',
			'Phare;12;90,00;EUR',
			'Phare;13;80,00;EUR'
		)
	});
	const words = placementWords(
		typed({ sponsor: 'ondine', issue: '12', amount: '170', currency: 'EUR' })
	);
	const publication = await workspace.publication();
	await addMoney(workspace.db, publication, 'placement', [{ ...words, urlId: null }], actor);
	const marked = async () => {
		const { placement } = await ledgerFigures(workspace.db, await workspace.publication());
		return placement.map((row) => [row.sponsor, row.fee, row.twice || row.twiceInFile]);
	};
	const twiceInFile = [
		['Phare', 9000, true],
		['Phare', 9000, true]
	];
	const elsewhere = ['Phare', 8000, false];
	expect(new Set(await marked())).toEqual(
		new Set([['ondine', 17_000, true], ['Ondine', 16_000, true], ...twiceInFile, elsewhere])
	);

	const { placement } = await ledgerFigures(workspace.db, publication);
	const { id } = placement.find(({ sponsor }) => sponsor === 'Ondine')!;
	await leaveOutMoney(workspace.db, publication, 'placement', id, true, actor);
	expect((await marked()).filter(([, , twice]) => twice)).toEqual(twiceInFile);
});

test('a line left out → in no figure, until undone', async () => {
	const workspace = await begun();
	const { spend } = await ledgerFigures(workspace.db, await workspace.publication());
	const { id } = spend.find(({ currency }) => currency === 'EUR')!;
	await leaveOutMoney(workspace.db, await workspace.publication(), 'spend', id, true, actor);

	expect(await spent(workspace)).toBeNull();
	const { aside } = await channelFigures(
		workspace.db,
		await workspace.publication(),
		everything,
		Date.now()
	);
	expect(aside.leftOut).toBe(1);
	await undoMoneyChange(workspace.db, await workspace.publication(), actor);
	expect(await spent(workspace)).toBe(10_000);
});

test('an imported line edited by two people at once → the second is refused, and the first counts once', async () => {
	const workspace = await begun();
	const publication = await workspace.publication();
	const { spend } = await ledgerFigures(workspace.db, publication);
	// as both saw it before either was sent
	const row = spend.find(({ currency }) => currency === 'EUR')!;
	const shown: unknown = JSON.parse(JSON.stringify(row));
	const edit = (amount: string) => {
		const words = spendWords(typed({ ...fair, amount }));
		return changeMoney(workspace.db, publication, 'spend', row.id, words, actor, shown);
	};
	await edit('120');
	await expect(edit('130')).rejects.toMatchObject({ code: 'moneyMovedOn' });
	await expect(
		leaveOutMoney(workspace.db, publication, 'spend', row.id, true, actor, shown)
	).rejects.toMatchObject({ code: 'moneyMovedOn' });
	expect(await spent(workspace)).toBe(12_000);
});

test('a typed line edited by two people at once → what the first said is not put back', async () => {
	const workspace = await begun();
	const publication = await workspace.publication();
	const [id] = await addMoney(workspace.db, publication, 'spend', [spendWords(typed(fair))], actor);
	const { spend } = await ledgerFigures(workspace.db, publication);
	const shown = spend.find((row) => row.id === id)!;
	const edit = (said: Partial<typeof fair>) => {
		const words = spendWords(typed({ ...fair, ...said }));
		return changeMoney(workspace.db, publication, 'spend', id!, words, actor, shown);
	};
	await edit({ amount: '40' });
	await expect(edit({ to: '2026-02-13' })).rejects.toMatchObject({ code: 'moneyMovedOn' });
	expect(await spent(workspace)).toBe(14_000);
});

test('a rate given for a currency → its amounts are converted, to the cent, until undone', async () => {
	const workspace = await begun();
	const rates = rateWords([['CHF', '1,0433']]);
	await changeMoneySettings(workspace.db, await workspace.publication(), { rates }, actor);
	// 50.00 × 1.0433 is 52.165: to the cent, halves away from zero
	expect(await spent(workspace)).toBe(10_000 + 5217);
	await undoMoneyChange(workspace.db, await workspace.publication(), actor);
	expect(await spent(workspace)).toBe(10_000);
});

test('rates given in two forms → each leaves what the other said; an empty cell takes one away', async () => {
	const workspace = await begun();
	// as both saw it before either was sent
	const publication = await workspace.publication();
	const give = (code: string, rate: string) =>
		changeMoneySettings(workspace.db, publication, { rates: rateWords([[code, rate]]) }, actor);
	await give('CHF', '1,0433');
	await give('USD', '0,92');
	expect(ratesOf(await workspace.publication())).toEqual({ CHF: '1.0433', USD: '0.92' });
	await give('CHF', '');
	expect(ratesOf(await workspace.publication())).toEqual({ USD: '0.92' });
	await undoMoneyChange(workspace.db, publication, actor);
	expect(ratesOf(await workspace.publication())).toEqual({ CHF: '1.0433', USD: '0.92' });
});

test('rates and costs in two forms that show the same → each leaves what it did not change', async () => {
	const workspace = await begun();
	const publication = await workspace.publication();
	const rates = rateWords([['CHF', '1,04']]);
	await changeMoneySettings(workspace.db, publication, { rates }, actor);
	await changeMoneySettings(
		workspace.db,
		publication,
		{ costs: { item: 500, hour: 900, sections: { 1: 300, 2: 400 } } },
		actor
	);
	// both forms show all of that; one person changes one half, another the other
	const seen = { rates, costs: costsOf(await workspace.publication()) };
	const give = (words: [string, string][]) =>
		changeMoneySettings(
			workspace.db,
			publication,
			{ rates: rateWords(words), shown: seen.rates },
			actor
		);
	await give([['CHF', '1,05']]);
	await give([
		['CHF', '1,04'],
		['USD', '0,92']
	]);
	expect(ratesOf(await workspace.publication())).toEqual({ CHF: '1.05', USD: '0.92' });

	const cost = (costs: typeof seen.costs) =>
		changeMoneySettings(workspace.db, publication, { costs, shown: seen.costs }, actor);
	await cost({ item: 600, sections: { 1: 300, 2: 450 } });
	await cost({ item: 500, hour: 900, hours: 2, sections: { 1: 350, 2: 400 } });
	expect(costsOf(await workspace.publication())).toEqual({
		item: 600,
		hours: 2,
		sections: { 1: 350, 2: 450 }
	});
	await cost({ item: 500, hour: 900, sections: { 2: 400 } });
	expect(costsOf(await workspace.publication())).toEqual({
		item: 600,
		hours: 2,
		sections: { 2: 450 }
	});
});

test('a publication whose currency changes → rates and costs of another one do not hold, and do again with it', async () => {
	const workspace = await begun();
	const { db } = workspace;
	const euros = await workspace.publication();
	const { slug, name, language, zone } = euros;
	const inCurrency = (currency: string) =>
		changePublication(db, euros.id, { slug, name, language, zone, currency });
	await changeMoneySettings(db, euros, { rates: rateWords([['CHF', '1,0433']]) }, actor);
	await changeMoneySettings(db, euros, { costs: { item: 1250 } }, actor);

	await inCurrency('JPY');
	expect(await spent(workspace)).toBeNull();
	expect(await ledgerFigures(db, await workspace.publication())).toMatchObject({
		costs: {},
		foreign: [
			{ currency: 'CHF', rate: null },
			{ currency: 'EUR', rate: null }
		]
	});
	const yen = rateWords([['EUR', '160']]);
	await changeMoneySettings(db, await workspace.publication(), { rates: yen }, actor);
	expect(await spent(workspace)).toBe(16_000);
	await undoMoneyChange(db, await workspace.publication(), actor);
	// given while it was in euros: the undo takes it back there
	await undoMoneyChange(db, await workspace.publication(), actor);
	expect(await spent(workspace)).toBeNull();

	await inCurrency('EUR');
	expect(await spent(workspace)).toBe(10_000 + 5217);
	expect((await ledgerFigures(db, await workspace.publication())).costs).toEqual({});
});

test('a line of another publication → cannot be left out', async () => {
	const workspace = await begun();
	const other = { ...(await workspace.publication()), id: 999 };
	const { spend } = await ledgerFigures(workspace.db, await workspace.publication());
	await expect(
		leaveOutMoney(workspace.db, other, 'spend', spend[0]!.id, true, actor)
	).rejects.toMatchObject({ code: 'noSuchMoney' });
});

test.each([
	[{ ...fair, channel: '' }, 'noChannel'],
	[{ ...fair, amount: '-3' }, 'badAmount'],
	[{ ...fair, amount: '0' }, 'badAmount'],
	[{ ...fair, amount: 'trente' }, 'badAmount'],
	[{ ...fair, currency: 'XYZ' }, 'badCurrency'],
	[{ ...fair, from: '' }, 'badDate'],
	[{ ...fair, from: '2026-02-13' }, 'badPeriod']
])('spend of %j → refused: %s', (cells, code) => {
	expect(() => spendWords(typed(cells))).toThrow(expect.objectContaining({ code }));
});

test('placements, rates and costs typed by hand → read as typed, or refused', async () => {
	const sold = { sponsor: 'Maison Lune', issue: '12', amount: '', guaranteed: '40' };
	expect(placementWords(typed(sold))).toMatchObject({ fee: null, guaranteedClicks: 40 });
	expect(() => placementWords(typed({ ...sold, guaranteed: '1,5' }))).toThrow('badCount');
	expect(placementWords(typed({ ...sold, guaranteed: '1 200' })).guaranteedClicks).toBe(1200);
	expect(() => placementWords(typed({ ...sold, sponsor: '' }))).toThrow('noSponsor');
	expect(rateWords([['CHF', ' ']])).toEqual({ CHF: null });
	expect(() => rateWords([['CHF', '-1']])).toThrow('badRate');

	const publication = await (await newWorkspace()).publication();
	const costs = { item: '80', hours: '1,5', 'section-7': '120,50' };
	expect(costWords(typed(costs), [6, 7], publication)).toEqual({
		item: 8000,
		hours: 1.5,
		sections: { '7': 12_050 }
	});
});

test('value typed with an address → the reader’s, and the address is not stored', async () => {
	const workspace = await begun();
	const publication = await workspace.publication();
	const reader = await readerOfAddress(
		workspace.db,
		publication,
		' Bo@Example.org ',
		workspace.identity
	);
	const said = valueWords(typed({ from: '2026-02-20', amount: '80', currency: 'EUR' }));
	const nowhere = { urlId: null, conversions: null, sessions: null };
	await addMoney(
		workspace.db,
		publication,
		'value',
		[{ ...said, ...nowhere, readerId: reader }],
		actor
	);

	const { channels } = await channelFigures(
		workspace.db,
		await workspace.publication(),
		everything,
		Date.now()
	);
	expect(channels.find(({ channel }) => channel === 'Salon')).toMatchObject({ value: 8000 });
	const { rows } = await workspace.db.$client.execute('SELECT * FROM value');
	expect(JSON.stringify(rows).toLowerCase()).not.toContain('example.org');

	for (const nobody of ['cleo@example.org', 'bo', ''])
		await expect(
			readerOfAddress(workspace.db, publication, nobody, workspace.identity)
		).rejects.toMatchObject({ code: 'noSuchReader' });
});

test('a period or a channel → the rows whose days meet it, or of the channel, and their sums alone', async () => {
	const workspace = await newWorkspace();
	await workspace.take({
		'depenses.csv': text(
			'Canal;Du;Au;Dépense;Devise',
			'Salon;16/01/2026;15/02/2026;31,00;EUR',
			'Salon;01/03/2026;31/03/2026;62,00;EUR',
			'Moteur;10/02/2026;10/02/2026;5,00;EUR'
		)
	});
	const asked = async (filters: Partial<Filters>) => {
		const publication = await workspace.publication();
		return ledgerFigures(workspace.db, publication, { ...everything, ...filters });
	};
	const undated = { ...spendWords(typed(fair)), from: null, to: null };
	await addMoney(workspace.db, await workspace.publication(), 'spend', [undated], actor);

	const all = await asked({});
	expect([all.spend.length, all.sum.spend, all.narrowed]).toEqual([
		4,
		9800,
		{ dated: false, channelled: false }
	]);
	const february = await asked({ from: '2026-02-01', to: '2026-02-28' });
	expect(february.spend.map(({ from }) => from)).toEqual(['2026-02-10', '2026-01-16']);
	expect(february.totals).toEqual([
		{ month: '2026-02', channel: 'Moteur', spend: 500, value: 0 },
		{ month: '2026-02', channel: 'Salon', spend: 1500, value: 0 }
	]);
	expect([february.sum.spend, february.kept.spend]).toEqual([2000, 4]);
	// written another way, with the row of no day, which is of the channel
	const salon = await asked({ channel: 'salon' });
	expect(salon.spend.map(({ channel }) => channel)).toEqual(['Salon', 'Salon', 'Salon']);
	expect(salon.sum.spend).toBe(9300);
	expect((await asked({ channel: 'salon', to: '2026-01-31' })).sum.spend).toBe(1600);
	// nothing was sent: the last issues are none, and narrow nothing
	expect((await asked({ last: 3 })).spend).toHaveLength(4);
	// names to propose, and rates to ask for, are those of all rows
	expect((await asked({ channel: 'nobody' })).known).toEqual(all.known);
});

test('spend planned beyond the last click → a period’s totals are those of Channels, and its last issues end there', async () => {
	const workspace = await newWorkspace();
	await workspace.take({
		...files,
		'depenses.csv': text(
			'Canal;Du;Au;Dépense;Devise',
			'Salon;01/02/2026;28/02/2026;280,00;EUR',
			'Moteur;26/02/2026;27/02/2026;5,00;EUR'
		),
		'clics.csv': text(
			'Adresse e-mail;Campagne;Envoyé le;URL;Date du clic',
			'ana@example.org;Lettre 1;05/02/2026 08:00;https://example.com/a;05/02/2026 09:00',
			'ana@example.org;Lettre 2;14/02/2026 08:00;https://example.com/b;14/02/2026 09:00'
		)
	});
	const now = Date.UTC(2026, 2, 1);
	const asked = async (filters: Partial<Filters>) => {
		const args = [workspace.db, await workspace.publication()] as const;
		const narrowed = { ...everything, ...filters };
		const ledger = await ledgerFigures(...args, narrowed, now);
		const { channels, paid } = await channelFigures(...args, narrowed, now);
		const spends = channels.flatMap(({ channel, spend }) => (spend ? [[channel, spend]] : []));
		expect(ledger.totals.map(({ channel, spend }) => [channel, spend])).toEqual(spends);
		const sum = spends.reduce((total, [, spend]) => total + Number(spend), 0);
		expect(ledger.sum.spend).toBe(sum);
		if (!filters.channel) expect(paid?.spend ?? 0).toBe(sum);
		return [sum, ledger.spend.length];
	};
	expect(await asked({ last: 1 })).toEqual([1000, 1]);
	expect(await asked({ last: 2 })).toEqual([10_000, 1]);
	expect(await asked({ from: '2026-02-10' })).toEqual([5000, 2]);
	expect(await asked({ from: '2026-02-03', to: '2026-02-04' })).toEqual([2000, 1]);
	expect(await asked({ from: '2026-02-01', to: '2026-02-28' })).toEqual([14_000, 2]);
	expect(await asked({ last: 2, channel: 'salon' })).toEqual([10_000, 1]);
});
