import { expect, test } from 'vitest';
import { tableOf } from '../../../../../tests/table-of.ts';
import { timesUnread } from './times-unread.ts';

const columns = { address: 0, url: 1, at: 2 };

test.each([
	['Clicks', ['3', '1'], ['3']],
	['Nombre de clics', ['3', '2'], ['3', '2']],
	['Anzahl Klicks', ['1', '4'], ['4']],
	['Count', ['2', ''], ['2']],
	['Clicks', ['1', '1'], []],
	['Click rate', ['3', '1'], []],
	['Bot clicks', ['3', '1'], []],
	['Age', ['33', '41'], []]
])(
	'“%s” of %j beside the first click of each reader → said to be left out: %j',
	(name, n, values) => {
		const table = tableOf(
			['Email', 'URL', 'First click', name],
			...n.map((cell) => ['ana@example.com', 'https://example.org/a', '2026-05-12 08:01', cell])
		);
		const doubts = timesUnread({ name: 'x.csv', labels: [], table }, 'clicks', columns);

		expect(doubts).toEqual(
			values.length ? [{ code: 'timesUnread', waits: false, column: name, values }] : []
		);
	}
);
