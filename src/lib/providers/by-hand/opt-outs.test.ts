import { expect, test } from 'vitest';
import { yesOrNo } from '../plans/subscriber-reader.ts';
import { optOuts, optOutsOfTypes } from './opt-outs.ts';

const news = 'Opted out of email: News';
const offers = 'Opted out of email: Offers';

test.each<[what: string, types: string[], rows: string[][], asked: string[]]>([
	['out of one type of several', [news, offers], [['No', 'TRUE', 'FALSE']], [news]],
	['out of none', [news, offers], [['No', 'FALSE', 'FALSE']], []],
	['out of everything', [news, offers], [['Yes', 'TRUE', 'TRUE']], []],
	['one type alone', [news], [['No', 'TRUE']], []]
])('%s → the types asked about', (_, types, sample, asked) => {
	const header = ['Unsubscribed', ...types];
	const table = { header, sample, title: null, headerRow: 1, endRow: null };
	const doubts = optOutsOfTypes(table, (row) => yesOrNo(row[0]) === false);

	expect(doubts.map(({ column }) => column)).toEqual(asked);
});

test.each(['Not unsubscribed', 'Nicht abgemeldet', 'Non désabonné'])(
	'a column “%s” of yes and no → somebody is asked what it says',
	(header) => {
		const sample = [
			['ana@example.com', 'yes'],
			['ben@example.com', 'no']
		];
		const table = { header: ['Email', header], sample, title: null, headerRow: 1, endRow: null };
		const file = { name: 'readers.csv', labels: [], table };

		expect(optOuts(file, 'subscribers', { address: 0 })).toMatchObject([
			{ code: 'optOutUnknown', waits: true, column: header }
		]);
	}
);
