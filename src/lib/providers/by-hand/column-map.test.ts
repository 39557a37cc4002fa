import * as v from 'valibot';
import { expect, test } from 'vitest';
import { tableOf } from '../../../../tests/table-of.ts';
import { instants } from '#lib/csv/instants/dates.ts';
import type { Instants, Role } from '../recogniser.ts';
import { columnMap, fromMap } from './column-map.ts';

function fileOf(header: string[], ...sample: string[][]) {
	const table = tableOf(header, ...sample);
	return { name: 'x.csv', labels: [], table };
}

const times = new Map<Role, Instants>([['at', instants({ order: 'dmy' }, 'UTC')]]);

test('a file and its mapping → read as the mapping says', () => {
	const map = v.parse(columnMap, {
		kind: 'clicks',
		provider: 'homemade',
		columns: { address: 'Wer', at: 'Wann', url: '#3' },
		dates: { at: { order: 'dmy' } },
		zone: 'Europe/Berlin',
		campaign: 'June'
	});
	const file = fileOf(['Wer', 'WANN', 'Wohin']);
	const { recogniser, columns } = fromMap(map, file)!;

	expect(recogniser).toMatchObject({
		provider: 'homemade',
		kind: 'clicks',
		zone: { known: 'Europe/Berlin' },
		dates: { at: { order: 'dmy' } },
		instants: ['at']
	});
	expect(columns).toEqual({ address: 0, at: 1, url: 2 });

	const read = recogniser.reader(file, columns, times);
	expect(read(['ana@example.com', '03/04/2024 10:00', 'https://example.org/a'])).toEqual({
		facts: [
			{
				fact: 'event',
				event: 'click',
				at: Date.UTC(2024, 3, 3, 10),
				campaign: 'June',
				address: 'ana@example.com',
				url: 'https://example.org/a'
			}
		]
	});
});

test('one campaign and one link for a whole file → those of each row', () => {
	const map = v.parse(columnMap, {
		kind: 'counts',
		columns: { address: 'Email Address' },
		campaign: 'June',
		url: 'https://example.org/a'
	});
	const file = fileOf(['Email Address', 'First Name']);
	const { recogniser, columns } = fromMap(map, file)!;

	expect(recogniser.reader(file, columns, times)(['ana@example.com', 'Ana'])).toEqual({
		facts: [
			{
				fact: 'count',
				event: 'click',
				campaign: 'June',
				of: { by: 'reader', address: 'ana@example.com', n: 1, url: 'https://example.org/a' }
			}
		]
	});
});

test.each([
	['minor', 'Total', '2900', 2900],
	['minor', 'Total', '2,900', 2900],
	['major', 'Total (cents)', '29', 2900],
	[undefined, 'Total', '29', 2900]
] as const)(
	'amounts whose unit is said to be %s → “%s: %s” is read in it',
	(unit, head, cell, amount) => {
		const map = v.parse(columnMap, {
			kind: 'value',
			columns: { address: 'Email', amount: head },
			...(unit && { unit })
		});
		const file = fileOf(['Email', head], ['ana@example.com', cell]);
		const { recogniser, columns } = fromMap(map, file)!;

		expect(recogniser.reader(file, columns, times)(['ana@example.com', cell])).toMatchObject({
			facts: [{ amount }]
		});
	}
);

test('a mapping that does not fit → refused with the column that it lacks', () => {
	const map = v.parse(columnMap, { kind: 'opens', columns: { address: 'Email' } });

	expect(() => fromMap(map, fileOf(['Address']))).toThrow(
		expect.objectContaining({ code: 'mapDoesNotFit', details: { column: 'Email' } })
	);
	expect(() => fromMap(map, fileOf(['Email']))).toThrow(
		expect.objectContaining({ code: 'mapDoesNotFit', details: { column: 'at' } })
	);
});

test.each([
	[{ kind: 'opens' }, 'no columns'],
	[{ kind: 'dance', columns: {} }, 'no such kind'],
	[{ kind: 'opens', columns: { wheel: 'x' } }, 'no such role'],
	[{ kind: 'opens', columns: {}, zone: 'Mars/Olympus' }, 'no such zone'],
	[{ kind: 'opens', columns: {}, colour: 'red' }, 'no such key']
])('%j → no mapping: %s', (value, _why) => {
	expect(v.safeParse(columnMap, value).success).toBe(false);
});
