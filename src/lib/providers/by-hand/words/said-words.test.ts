import { expect, test } from 'vitest';
import { tableOf } from '../../../../../tests/table-of.ts';
import { fromMap, type ColumnMap } from '../column-map.ts';
import { meanings, type Meaning } from './said-words.ts';

function readAs(kind: ColumnMap['kind'], header: string[], row: string[], means: Meaning) {
	const file = {
		name: 'journal.csv',
		labels: [],
		table: tableOf(header, row)
	};
	const columns =
		kind === 'events'
			? { address: 'Who', event: 'Deed', at: 'When', url: 'Where' }
			: { address: 'Who', status: 'Deed' };
	const recognition = fromMap({ kind, columns, words: { Zorp: means } }, file)!;
	const instant = () => 1_700_000_000_000;
	return recognition.recogniser.reader(
		file,
		recognition.columns,
		new Map(recognition.recogniser.instants.map((role) => [role, instant])),
		'UTC'
	)(row);
}

const events = ['open', 'click', 'delivery', 'unsubscribe', 'bounce', 'complaint'];

test.each(meanings.filter((one) => events.includes(one)))(
	'a word said to mean %s → that event',
	(means) => {
		const row = ['ana@example.com', 'zörp', '2025-03-04 10:00', 'https://example.com/a'];
		expect(readAs('events', ['Who', 'Deed', 'When', 'Where'], row, means)).toMatchObject({
			facts: [{ fact: 'event', event: means }]
		});
	}
);

test.each(meanings.filter((one) => !events.includes(one) && one !== 'other'))(
	'a word said to mean %s → that state of a reader',
	(means) => {
		expect(
			readAs('subscribers', ['Who', 'Deed'], ['ana@example.com', 'Zorp'], means)
		).toMatchObject({
			facts: [{ fact: 'reader', status: means }]
		});
	}
);

test('a word that is known and not kept → its row is skipped', () => {
	expect(readAs('subscribers', ['Who', 'Deed'], ['ana@example.com', 'ZORP'], 'other')).toEqual({
		skip: 'otherEvent'
	});
});
