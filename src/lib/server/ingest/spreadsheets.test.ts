import { describe, expect, test } from 'vitest';
import { readRows } from '#lib/csv/read-rows.ts';
import { bytesInMemory } from '#lib/csv/source-of.ts';
import { survey } from '#lib/csv/survey.ts';
import { tableFacts } from '#lib/csv/table-facts.ts';
import type { Fact } from '#lib/providers/facts.ts';
import { checkSource } from './reading/read.ts';
import { tellTable } from './reading/tell-table.ts';
import { cardReader } from './reading/weigh-reading.ts';

// What people do to a table in a spreadsheet, and what a person sees of it all the same, in seven languages.

const now = Date.UTC(2026, 11, 1);

/** What the rows of a file state, and what waits. */
async function read(name: string, text: string): Promise<{ facts: Fact[]; waits: string[] }> {
	const source = bytesInMemory(name, text);
	const sheet = await survey(source);
	const facts: Fact[] = [];
	for (const table of sheet.tables) {
		const file = { name, ...tableFacts(sheet, table) };
		const recognition = tellTable(file, { saved: null, map: null, about: {} });
		if (!recognition) continue;
		const zone = { zone: 'Europe/Paris', from: 'publication' } as const;
		const reader = await cardReader(source, sheet, { file, recognition }, zone, now);
		for await (const { rows } of readRows(source, sheet, table))
			for (const row of rows) {
				const reading = reader.read(row);
				if ('facts' in reading) facts.push(...reading.facts);
			}
	}
	return { facts, waits: await asked(name, text) };
}

async function asked(name: string, text: string): Promise<string[]> {
	const checked = await checkSource(bytesInMemory(name, text), {
		map: null,
		zone: 'Europe/Paris',
		now
	});
	return checked.doubts.filter(({ waits }) => waits).map(({ code }) => code);
}

const file = (rows: readonly (readonly string[])[]) =>
	rows.map((row) => row.join(';')).join('\n') + '\n';

const tongues = [
	{
		of: 'en',
		sends: ['Campaign', 'Sent on', 'Delivered', 'Opens', 'Clicks'],
		links: ['Campaign', 'Link', 'Clicks'],
		clicks: ['Campaign', 'Email', 'Link', 'Clicked at'],
		spend: ['Date', 'Channel', 'Spend'],
		sums: ['Total', 'March total', 'Total March 2026', 'Grand total', 'Average', 'All campaigns'],
		running: ['Spend to date', 'Amount so far'],
		machine: ['Bot', 'Click type', 'yes', 'no', 'bot', 'human']
	},
	{
		of: 'fr',
		sends: ['Campagne', 'Envoyé le', 'Délivrés', 'Ouvertures', 'Clics'],
		links: ['Campagne', 'Lien', 'Clics'],
		clicks: ['Campagne', 'Adresse', 'Lien', 'Cliqué le'],
		spend: ['Date', 'Canal', 'Dépense'],
		sums: ['Somme', 'Total mars', 'Total de mars 2026', 'Moyenne', 'Cumul', 'Toutes les campagnes'],
		running: ['Dépense cumulée', 'Dépense à ce jour'],
		machine: ['Robot', 'Type de clic', 'oui', 'non', 'robot', 'humain']
	},
	{
		of: 'de',
		sends: ['Kampagne', 'Versendet am', 'Zugestellt', 'Öffnungen', 'Klicks'],
		links: ['Kampagne', 'Link', 'Klicks'],
		clicks: ['Kampagne', 'E-Mail', 'Link', 'Geklickt am'],
		spend: ['Datum', 'Kanal', 'Kosten'],
		sums: ['Summe', 'Summe März', 'Gesamtergebnis', 'Durchschnitt', 'Ø', 'Alle Kampagnen'],
		running: ['Betrag kumuliert', 'Betrag bisher aufgelaufen'],
		machine: ['Maschine', 'Art', 'ja', 'nein', 'Maschine', 'Mensch']
	},
	{
		of: 'es',
		sends: ['Campaña', 'Fecha de envío', 'Entregados', 'Aperturas', 'Clics'],
		links: ['Campaña', 'Enlace', 'Clics'],
		clicks: ['Campaña', 'Correo', 'Enlace', 'Fecha del clic'],
		spend: ['Fecha', 'Canal', 'Gasto'],
		sums: ['Suma', 'Total marzo', 'Total de marzo de 2026', 'Promedio', 'Todas las campañas'],
		running: ['Importe acumulado', 'Importe hasta la fecha'],
		machine: ['Máquina', 'Tipo de clic', 'sí', 'no', 'robot', 'humano']
	},
	{
		of: 'it',
		sends: ['Campagna', 'Data di invio', 'Consegnati', 'Aperture', 'Clic'],
		links: ['Campagna', 'Link', 'Clic'],
		clicks: ['Campagna', 'Email', 'Link', 'Data del clic'],
		spend: ['Data', 'Canale', 'Spesa'],
		sums: ['Somma', 'Totale marzo', 'Totale complessivo', 'Media generale', 'Tutte le campagne'],
		running: ['Importo cumulativo', 'Importo fino a oggi'],
		machine: ['Macchina', 'Tipo di clic', 'sì', 'no', 'macchina', 'umano']
	},
	{
		of: 'nl',
		sends: ['Campagne', 'Verzonden op', 'Afgeleverd', 'Openingen', 'Kliks'],
		links: ['Campagne', 'Link', 'Kliks'],
		clicks: ['Campagne', 'E-mail', 'Link', 'Geklikt op'],
		spend: ['Datum', 'Kanaal', 'Uitgaven'],
		sums: ['Som', 'Totaal maart', 'Eindtotaal', 'Gemiddelde', 'Alle campagnes'],
		running: ['Bedrag cumulatief', 'Bedrag tot nu toe'],
		machine: ['Machine', 'Soort klik', 'ja', 'nee', 'machine', 'menselijk']
	},
	{
		of: 'pt',
		sends: ['Campanha', 'Data de envio', 'Entregues', 'Aberturas', 'Cliques'],
		links: ['Campanha', 'Link', 'Cliques'],
		clicks: ['Campanha', 'E-mail', 'Link', 'Data do clique'],
		spend: ['Data', 'Canal', 'Gasto'],
		sums: ['Soma', 'Total março', 'Total geral', 'Média geral', 'Todas as campanhas'],
		running: ['Valor acumulado', 'Valor até agora'],
		machine: ['Robô', 'Tipo de clique', 'sim', 'não', 'robot', 'humano']
	}
];

const letters = ['Letter 12', 'Letter 13', 'Letter 14'];

describe.each(tongues)('in $of', ({ of, sends, links, clicks, spend, sums, running, machine }) => {
	const sent = letters.map((name, i) => [
		name,
		`2026-03-0${i + 3}`,
		`${1000 + i}`,
		`${400 + i}`,
		`${80 + i}`
	]);

	test.each(sums)('sends with a line %s at the end or between → as without', async (sum) => {
		const plain = await read('letters.csv', file([sends, ...sent]));
		expect(plain.facts).toHaveLength(3);
		for (const cells of [
			[sum, '', '3003', '1203', '243'],
			['', sum, '3003', '1203', '243']
		])
			for (const at of [2, 3]) {
				const rows = [...sent.slice(0, at), cells, ...sent.slice(at)];
				expect((await read('letters.csv', file([sends, ...rows]))).facts).toEqual(plain.facts);
			}
	});

	test('amounts with a column for each month or each channel → as with one a row', async () => {
		const words = new Intl.DateTimeFormat(of, { month: 'long', year: 'numeric', timeZone: 'UTC' });
		const months = [0, 1, 2].map((month) => words.format(Date.UTC(2026, month)));
		const [, channel = '', spent = ''] = spend;
		const channels = ['Facebook', 'Radio'];
		const amount = (row: number, month: number) => `${100 * row + month}`;
		const long = channels.flatMap((one, row) =>
			months.map((month, i) => [month, one, amount(row + 1, i)])
		);
		const byChannel = channels.map((one, row) => [
			one,
			...months.map((_, i) => amount(row + 1, i)),
			'1'
		]);
		const byMonth = months.map((month, i) => [
			month,
			...channels.map((_, row) => amount(row + 1, i))
		]);
		const name = `${spent}.csv`;
		const plain = await read(name, file([spend, ...long]));
		expect(plain).toMatchObject({ facts: { length: 6 }, waits: [] });

		const wide = await read(name, file([[channel, ...months, sums[0]!], ...byChannel]));
		expect(wide).toEqual(plain);
		const { facts, waits } = await read(name, file([[spend[0]!, ...channels], ...byMonth]));
		expect(new Set(facts)).toEqual(new Set(plain.facts));
		expect(waits).toEqual(['kindGuessed']);
	});

	test('sends under the heading of a month → as without', async () => {
		const plain = await read('letters.csv', file([sends, ...sent]));
		const rows = [
			['März', '', '', '', ''],
			sent[0]!,
			['Q2 2026', '', '', '', ''],
			...sent.slice(1)
		];
		expect(await read('letters.csv', file([sends, ...rows]))).toEqual(plain);
	});

	test.each(sums)(
		'links of letters named once, with a line %s below → as named in each',
		async (sum) => {
			const paths = ['a', 'b', 'c'];
			const all = letters.flatMap((name, i) =>
				paths.map((path, j) => [name, `https://example.org/${path}`, `${3 * i + j + 1}`])
			);
			const merged = all.map(([name = '', ...row], i) => [i % 3 === 0 ? name : '', ...row]);
			const plain = await read('links.csv', file([links, ...all]));
			expect(plain.facts).toHaveLength(9);
			const rows = [
				links,
				...merged.slice(0, 6),
				[sum, '', '21'],
				...merged.slice(6),
				[sum, '', '45']
			];
			expect(await read('links.csv', file(rows))).toEqual(plain);
		}
	);

	test('clicks that a column calls those of machines, or not of persons → marked so', async () => {
		const [flag = '', type = '', yes = '', no = '', bot = '', person = ''] = machine;
		const rows = [0, 1, 2, 3].map((i) => [
			letters[0]!,
			`ana${i}@example.com`,
			'https://example.org/a',
			`2026-03-03 0${i + 6}:15`
		]);
		for (const [header, is, isNot] of [
			[flag, yes, no],
			[type, bot, person]
		] as const) {
			const marked = rows.map((row, i) => [...row, i === 2 ? is : isNot]);
			const { facts } = await read('letter-12-clicks.csv', file([[...clicks, header], ...marked]));
			expect(facts.map((fact) => fact.fact === 'event' && fact.machine)).toEqual([
				undefined,
				undefined,
				true,
				undefined
			]);
		}
	});

	test.each(running)(
		'spend called %s → asked about, and that of each day is not',
		async (called) => {
			const days = [1, 2, 3].map((day) => [`2026-03-0${day}`, 'Facebook', `${day * 100}.50`]);
			expect((await read('spend.csv', file([spend, ...days]))).waits).not.toContain(
				'runningTotals'
			);
			const header = [...spend.slice(0, 2), called];
			expect((await read('ad-spend.csv', file([header, ...days]))).waits).toContain(
				'runningTotals'
			);
		}
	);
});

test.each([
	['Month,Channel,Budget,Actual', 'en'],
	['Mois,Canal,Budget prévu,Réel', 'fr'],
	['Monat,Kanal,Budget,Ist', 'de'],
	['Mes,Canal,Presupuesto,Gastado', 'es'],
	['Mese,Canale,Budget,Speso', 'it'],
	['Maand,Kanaal,Begroting,Uitgegeven', 'nl'],
	['Mês,Canal,Orçamento,Realizado', 'pt']
])('%s → what was spent, and no answer of anybody that it is', async (header) => {
	const text = `${header}\n2026-03,Facebook,1000,870\n2026-04,Facebook,1000,910\n`;
	const { facts, waits } = await read('months.csv', text);
	expect(waits).toEqual([]);
	expect(facts).toMatchObject([{ amount: 87_000 }, { amount: 91_000 }]);
	const { fields } = await checkSource(bytesInMemory('months.csv', text), {
		map: null,
		zone: null,
		now
	});
	expect(fields.map(({ because }) => because)).not.toContain('map');
});
