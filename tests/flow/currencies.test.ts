import { expect, test } from 'vitest';
import { channels as channelsCommand } from '../../src/cli/channels.ts';
import type { Call } from '../../src/cli/command.ts';
import { cellWords } from '#lib/columns/cell-words.ts';
import { fileTable } from '#lib/columns/render-table.ts';
import { channelTable } from '#lib/columns/tables/channels.ts';
import { decimalsOf } from '#lib/minor-units.ts';
import { createFormats } from '#lib/messages/format.ts';
import { addMoney } from '#lib/server/editing/money.ts';
import { spendWords } from '#lib/server/editing/money-words.ts';
import { everything } from '#lib/filters/filters.ts';
import { channelFigures } from '#lib/server/figures/money/channels.ts';
import { dialectOf, writeCsv } from '#lib/server/report/csv.ts';
import { reportFile } from '#lib/server/report/files.ts';
import { makeReport } from '#lib/server/report/make.ts';
import { changePublication } from '#lib/server/store/publications.ts';
import { dealt } from '../combinations.ts';
import { bare, textOf } from './paper.ts';
import { newWorkspace } from './publication.ts';
import { readWorkbook } from './workbook.ts';

// Amounts written as people of a currency write them, from the file to every place that says them.

const NOW = Date.parse('2025-12-01T00:00:00Z');
const bytes = (lines: string[]) => Buffer.from(`${lines.join('\n')}\n`);
const plain = (text: string) => text.replaceAll(/[\u00a0\u202f]/g, ' ');

const list = bytes([
	'Email;Inscrit le;Canal',
	...Array.from({ length: 8 }, (_, i) => `r${i}@example.org;0${i + 1}/03/2025;Salon`)
]);
const clicks = bytes([
	'Email,Date,Event,Link,Campaign',
	'r0@example.org,2025-11-30 10:00:00,click,https://example.com/a,Lettre 1'
]);

const cases = [
	{ currency: 'JPY', file: ['1200', '12,500'], minor: 13_700, typed: '12,500', more: 12_500 },
	{ currency: 'CLP', file: ['$ 12.500', '$ 7.250'], minor: 19_750, typed: '12.500', more: 12_500 },
	{ currency: 'XOF', file: ['12 500', '7 250'], minor: 19_750, typed: '12 500', more: 12_500 },
	{ currency: 'EUR', file: ['1 250,50', '12,05'], minor: 126_255, typed: '12,05', more: 1205 },
	{ currency: 'HUF', file: ['12 500,50', '7 250'], minor: 1_975_050, typed: '1,5', more: 150 },
	{ currency: 'TND', file: ['12,345', '1 234,5'], minor: 1_246_845, typed: '12,345', more: 12_345 },
	{ currency: 'KWD', file: ['1,234.567', '0.005'], minor: 1_234_572, typed: '12.345', more: 12_345 }
];

test.each(dealt(1, cases, 2))(
	'amounts in $currency, whether the file names it or not → the same to the last minor unit everywhere',
	async ({ currency, file, minor, typed, more }) => {
		const workspace = await newWorkspace();
		const { id, slug, name } = await workspace.publication();
		const zone = 'Europe/Paris';
		await changePublication(workspace.db, id, { slug, name, language: 'fr', currency, zone });
		const rows = file.map((amount, i) => `Salon;0${i + 1}/03/2025;${amount}`);
		await workspace.take({
			'abonnes.csv': list,
			'clics.csv': clicks,
			'depenses.csv': bytes(['Canal;Date;Dépense', ...rows]),
			'autres.csv': bytes([
				'Canal;Date;Dépense;Devise',
				...rows.map((row) => row.replace('/03/', '/04/') + `;${currency}`)
			])
		});
		const form: Record<string, string> = { channel: 'Salon', amount: typed, currency };
		form.from = form.to = '2025-05-02';
		const actor = { by: null, now: NOW };
		const words = spendWords((cell) => form[cell] ?? '');
		await addMoney(workspace.db, await workspace.publication(), 'spend', [words], actor);

		const publication = await workspace.publication();
		const spend = 2 * minor + more;
		const figures = await channelFigures(workspace.db, publication, everything, NOW);
		expect(figures.aside).toMatchObject({ noRate: [], repeated: 0, unpriced: 0 });
		expect(figures.channels[0]).toMatchObject({ spend, currency });

		const digits = decimalsOf(currency);
		const amount = spend / 10 ** digits;
		const page = createFormats('fr', zone).money(spend, currency, { perUnit: true });
		expect(plain(page).replace(/[^\d,]/g, '')).toBe(amount.toFixed(digits).replace('.', ','));

		const call = {
			args: [],
			options: { publication: slug },
			locale: 'fr',
			db: async () => workspace.db
		} as unknown as Call;
		const answer = (await channelsCommand.run(call))!;
		expect((answer.json as { spend: number }[])[0]!.spend).toBe(spend);
		expect(plain(answer.lines.join('\n'))).toContain(plain(page));

		const formats = createFormats('fr', zone);
		const table = fileTable(channelTable, figures.channels, formats, { currency });
		const place = table.columns.findIndex(({ kind }) => kind === 'money');
		const csv = writeCsv([{ table }], [], dialectOf('fr')).split('\r\n')[1]!.split(';');
		expect(csv[place]).toBe(String(amount).replace('.', ','));
		expect(cellWords(spend, table.columns[place]!, formats)).toBe(page);

		const asked = { kind: 'acquisition', name: null, filters: everything } as const;
		const report = await makeReport(workspace.db, publication, { ...asked, locale: 'fr' }, NOW);
		const { content } = await reportFile(report, 'xlsx');
		const cells = [...readWorkbook(content as Uint8Array).values()].flat(2);
		expect(cells).toContain(amount);
		const pdf = await reportFile(report, 'pdf');
		const printed = await textOf(pdf.content as Uint8Array);
		expect(printed).toContain(bare(page));
	}
);
