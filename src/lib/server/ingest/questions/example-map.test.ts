import { globSync } from 'tinyglobby';
import { expect, test } from 'vitest';
import { readColumnMap } from './column-map.ts';
import { exampleMap } from './example-map.ts';
import { checkFile } from '../reading/read.ts';

const how = { zone: null, now: Date.UTC(2026, 0, 1) };
const remark = { file: 'f', kinds: 'k', columns: 'c', unused: 'u', zone: 'z', words: 'w' };

test.each([
	'events-en',
	'ouvertures',
	'clics-date-et-heure',
	'evenements-fr',
	'abonnes',
	'links',
	'value',
	'tags',
	'placements'
])('the example mapping of %s → reads the file as it was read, remarks and all', async (name) => {
	const path = `src/lib/providers/by-hand/samples/${name}.csv`;
	expect(globSync(path)).toHaveLength(1);
	const best = await checkFile(path, { ...how, map: null });

	const example = await exampleMap(path, { ...how, map: null }, () => remark);
	const map = readColumnMap(JSON.stringify(example), 'example.json');
	const mapped = await checkFile(path, { ...how, map });

	expect(example).toMatchObject({ '//': 'f', kind: best.kind });
	expect([mapped.kind, mapped.because, mapped.rows, mapped.accepted]).toEqual([
		best.kind,
		'map',
		best.rows,
		best.accepted
	]);
	expect(mapped.columns).toEqual(best.columns);
});

test('remarks in a mapping, at any depth → ignored; an unknown key → refused', () => {
	const map = { '//': ['a', 'b'], kind: 'opens', columns: { '//at': 'when', at: 'Day' } };
	expect(readColumnMap(JSON.stringify(map), 'a.json')).toEqual({
		kind: 'opens',
		columns: { at: 'Day' }
	});
	expect(() => readColumnMap(JSON.stringify({ ...map, sort: 1 }), 'a.json')).toThrow(
		expect.objectContaining({ code: 'mapUnreadable' })
	);
});
