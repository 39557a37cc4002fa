import { expect, test } from 'vitest';
import { tableOf } from '../../../../../tests/table-of.ts';
import { sendsAgain } from '../../sends-again.ts';
import { rowWeigher } from '../../weigh-rows.ts';
import { anyFile } from '../any-file.ts';

const readingOf = (header: string[], ...sample: string[][]) => {
	const file = { name: 'export.csv', labels: [], table: tableOf(header, ...sample) };
	const recognition = anyFile(file)!;
	const instants = new Map(
		recognition.recogniser.instants.map((role) => [role, (cell: string) => Date.parse(cell)])
	);
	const read = recognition.recogniser.reader(file, recognition.columns, instants);
	const weigher = rowWeigher({ file, recognition, instants, now: 0, again: sendsAgain() }, read);
	for (const row of sample) weigher.add(row);
	const codes = weigher.doubts().map(({ code }) => code);
	return { recognition, codes };
};

const back = [
	['ana@example.com', 'subscribed', '2024-01-03'],
	['ana@example.com', 'unsubscribed', '2024-03-03'],
	['ben@example.com', 'subscribed', '2024-01-05']
];

test.each(['Date', 'Changed at', 'Last update'])(
	'readers who joined and left at other times, beside a column “%s” → each row dates what happened then',
	(date) => {
		const { recognition, codes } = readingOf(['Email', 'Status', date], ...back);
		expect(recognition).toMatchObject({
			because: 'evidence',
			recogniser: { kind: 'subscribers' },
			columns: { address: 0, status: 1, at: 2 }
		});
		expect(codes).not.toContain('statesDiffer');
	}
);

test('a log of actions → asked about, as the history that it seems to be', () => {
	const { recognition } = readingOf(['Email', 'Action', 'Date'], ...back);
	expect(recognition).toMatchObject({
		because: 'guess',
		columns: { address: 0, status: 1, at: 2 }
	});
	expect(recognition.doubts).toMatchObject([{ code: 'kindGuessed', kinds: ['subscribers'] }]);
});

test('a log of leavings by issue → events of it, and no history of the list', () => {
	const rows = back.map((row) => [...row, 'Letter 12']);
	const { recognition } = readingOf(['Email', 'Event', 'Date', 'Campaign'], ...rows);
	expect(recognition.recogniser.kind).toBe('events');
});

test('one row a reader → a list, whose date is when they joined', () => {
	const rows = [
		['ana@example.com', 'subscribed', '2024-01-03'],
		['ben@example.com', 'unsubscribed', '2024-03-03'],
		['cyr@example.com', 'subscribed', '2024-01-05']
	];
	const { recognition, codes } = readingOf(['Email', 'Status', 'Date'], ...rows);
	expect(recognition.columns).toEqual({ address: 0, status: 1, joined: 2 });
	expect(codes).not.toContain('statesDiffer');
});

test('readers both there and gone whom nothing dates → somebody is asked', () => {
	const dated = back.map(([address, status]) => [address!, status!, '2023-12-01']);
	const { codes } = readingOf(['Email', 'Status', 'Subscribed on'], ...dated);
	expect(codes).toContain('statesDiffer');
});

test('stays with both of their dates → nobody is asked', () => {
	const { recognition, codes } = readingOf(
		['Email', 'Status', 'Subscribed on', 'Unsubscribed on'],
		['ana@example.com', 'unsubscribed', '2024-01-03', '2024-03-03'],
		['ana@example.com', 'subscribed', '2024-06-03', ''],
		['ben@example.com', 'subscribed', '2024-01-05', '']
	);
	expect(recognition.columns).toMatchObject({ joined: 2, left: 3 });
	expect(codes).not.toContain('statesDiffer');
});

test('one reader of a long list who is in it twice → nobody is asked', () => {
	const rows = Array.from({ length: 150 }, (_, i) => [
		`r${i}@example.com`,
		'subscribed',
		'2024-01-03'
	]);
	const { codes } = readingOf(['Email', 'Status', 'Subscribed on'], ...rows, [
		'r3@example.com',
		'unsubscribed',
		'2024-01-03'
	]);
	expect(codes).not.toContain('statesDiffer');
});
