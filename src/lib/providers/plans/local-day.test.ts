import { expect, test } from 'vitest';
import { instants } from '#lib/csv/instants/dates.ts';
import { localDay, unitOfHeader } from './local-day.ts';

const read = instants({ order: 'mdy' }, 'UTC');
const spanOf = (header: string, cell: string) =>
	(['first', 'last'] as const).map((edge) => localDay(cell, read, edge, unitOfHeader(header)));

test.each([
	['Day', '2024-09-01', '2024-09-01', '2024-09-01'],
	['Time period', '2024-09-01 - 2024-09-30', '2024-09-01', '2024-09-30'],
	['Période', '01/09/2024 – 30/09/2024', '2024-09-01', '2024-09-30'],
	['Month', '2024-09', '2024-09-01', '2024-09-30'],
	['Month', '2024-02-01', '2024-02-01', '2024-02-29'],
	['Mois', 'févr. 2024', '2024-02-01', '2024-02-29'],
	['Monat', 'Okt. 2024', '2024-10-01', '2024-10-31'],
	['Monat', 'März 2024', '2024-03-01', '2024-03-31'],
	['Mes', 'diciembre de 2024', '2024-12-01', '2024-12-31'],
	['Mese', 'gen 2024', '2024-01-01', '2024-01-31'],
	['Woche', 'KW 36/2024', '2024-09-02', '2024-09-08'],
	['Woche', '2024-KW36', '2024-09-02', '2024-09-08'],
	['Semaine', 'Semaine 36 2024', '2024-09-02', '2024-09-08'],
	['Semaine', 'S36 2024', '2024-09-02', '2024-09-08'],
	['Kwartaal', '1e kwartaal 2024', '2024-01-01', '2024-03-31'],
	['Trimestre', '3º trimestre de 2024', '2024-07-01', '2024-09-30'],
	['Month of', '2024-09-30', '2024-09-01', '2024-09-30'],
	['Month', '2024-09-12', '2024-09-12', '2024-09-12'],
	['Week', '2024-W36', '2024-09-02', '2024-09-08'],
	['Week of', '9/2/2024', '2024-09-02', '2024-09-08'],
	['Semaine', '20240902', '2024-09-02', '2024-09-08'],
	['Week ending', '2024-09-08', '2024-09-02', '2024-09-08'],
	['Quarter', 'Q3 2024', '2024-07-01', '2024-09-30'],
	['Quartal', '2024-Q1', '2024-01-01', '2024-03-31'],
	['Trimestre', '1er trimestre 2024', '2024-01-01', '2024-03-31'],
	['Quarter', '2024-07-01', '2024-07-01', '2024-09-30']
])('%s of %s → from %s to %s', (header, cell, from, to) => {
	expect(spanOf(header, cell)).toEqual([from, to]);
});

test.each(['soon', '20241399', 'Q5 2024', '2024-W60', 'Marketing 2024', 'Week 36 2024', 'S1 2024'])(
	'%s → no day',
	(cell) => {
		expect(spanOf('Day', cell)).toEqual([null, null]);
	}
);

test.each(['2024-09-30 - 2024-09-01', '03/04/2024 - 05/06/2024'])(
	'a span that runs backwards, or may be read in two orders: %s → none',
	(cell) => {
		expect(localDay(cell, read, 'first')).toBeNull();
	}
);
