import { expect, test } from 'vitest';
import { lacksOf, needOf } from './needs.ts';

const row = (...values: (number | null)[]) => ({ cells: values.map((value) => ({ value })) });
const columns = [{ key: 'delivered' }, { key: 'rate' }, { key: 'allOpeners' }, { key: 'lift' }];

test('columns without any number → what they need, each thing once', () => {
	expect(
		lacksOf({ columns, rows: [row(null, null, 3, null), row(null, null, null, null)] })
	).toEqual(['deliveries']);
	expect(lacksOf({ columns, rows: [row(9, 0.1, null, null)] })).toEqual(['opens']);
});

test('a number in some row, or no row at all → nothing is said', () => {
	expect(lacksOf({ columns, rows: [row(9, 0.1, 4, null), row(null, null, null, null)] })).toEqual(
		[]
	);
	expect(lacksOf({ columns, rows: [] })).toEqual([]);
});

test('a column that some export fills → what it needs; one that none fills → nothing', () => {
	expect(needOf('topics')).toBeNull();
	expect(needOf('delivered')).toBe('deliveries');
});

test('rates without a number → deliveries, or clicks where deliveries are known or no clicker is', () => {
	const of = (...keys: string[]) => keys.map((key) => ({ key }));
	expect(lacksOf({ columns: of('delivered', 'rate'), rows: [row(9, null)] })).toEqual(['clicks']);
	expect(lacksOf({ columns: of('clickers', 'rate'), rows: [row(null, null)] })).toEqual(['clicks']);
	expect(lacksOf({ columns: of('clickers', 'rate'), rows: [row(4, null)] })).toEqual([
		'deliveries'
	]);
});

test('a cost that divides by nobody → nothing is asked for; by who is not known → what would tell it', () => {
	const of = (...keys: string[]) => keys.map((key) => ({ key }));
	const placed = of('fee', 'clickers', 'perClicker');
	expect(lacksOf({ columns: placed, rows: [row(90_000, 0, null)] })).toEqual([]);
	expect(lacksOf({ columns: placed, rows: [row(90_000, null, null)] })).toEqual(['clicks']);
	expect(lacksOf({ columns: placed, rows: [row(null, 4, null)] })).toEqual(['prices']);
	expect(
		lacksOf({ columns: of('fee', 'perThousandDelivered'), rows: [row(90_000, null)] })
	).toEqual(['deliveries']);
	// what a thousand delivered cost is told, so that fees are known where no column shows them
	const together = of('clickers', 'perClicker', 'perThousandDelivered');
	expect(lacksOf({ columns: together, rows: [row(0, null, 833_333)] })).toEqual([]);
	expect(lacksOf({ columns: together, rows: [row(4, null, null)] })).toEqual(['prices']);
});

test('value of items without any → rows that name items; of channels → whatever came', () => {
	const of = (...keys: string[]) => keys.map((key) => ({ key }));
	expect(needOf('value')).toBe('itemValue');
	const items = of('items', 'value', 'valuePerItem');
	expect(lacksOf({ columns: items, rows: [row(3, null, null)] })).toEqual(['itemValue']);
	expect(lacksOf({ columns: of('joined', 'value'), rows: [row(3, null)] })).toEqual(['value']);
});

test('unsubscribes that no service counts → no departures are asked for where they are known', () => {
	const columns = [{ key: 'unsubscribed' }, { key: 'left' }];
	expect(lacksOf({ columns, rows: [row(null, 15)] })).toEqual([]);
	expect(lacksOf({ columns, rows: [row(null, null)] })).toEqual(['unsubscribes']);
});

test('spend that is known → no more of it is asked for: signups where nobody knows them, else nothing', () => {
	const columns = ['spend', 'joined', 'costPerReader', 'return'].map((key) => ({ key }));
	expect(lacksOf({ columns, rows: [row(500, null, null, null)] })).toEqual(['readers']);
	expect(lacksOf({ columns, rows: [row(500, 20, 25, null)] })).toEqual([]);
	expect(lacksOf({ columns, rows: [row(null, 20, null, null)] })).toEqual(['spend', 'mature']);
});
