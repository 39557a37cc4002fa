import { expect, test } from 'vitest';
import { needOf } from './key-figures.ts';
import { lacksOf, type ColumnNeed } from './needs.ts';
import { leavingTable } from './tables/audience-issues.ts';
import { channelTable } from './tables/channels.ts';
import { editorialTable } from './tables/editorial.ts';
import { issueTable } from './tables/issues.ts';
import { publicationTable } from './tables/publications.ts';
import { leagueTable, sponsorTable } from './tables/sponsors.ts';
import { topicLineTable } from './tables/topic-lines.ts';

/** What a table lacks that shows these of its columns, in rows of these numbers. */
function lacks<Key extends string>(
	{ columns }: { columns: readonly { key: Key; need?: ColumnNeed }[] },
	...rows: Partial<Record<Key, number | null>>[]
) {
	const shown = columns.filter(({ key }) => rows.some((row) => key in row));
	return lacksOf({
		columns: shown,
		rows: rows.map((row) => ({ cells: shown.map(({ key }) => ({ value: row[key] ?? null })) }))
	});
}

test('columns without any number → what they need, each thing once', () => {
	const unknown = { delivered: null, rate: null, allOpeners: 3, lift: null };
	expect(lacks(issueTable, unknown, { delivered: null })).toEqual(['deliveries']);
	expect(lacks(issueTable, { delivered: 9, rate: 0.1, allOpeners: null, lift: null })).toEqual([
		'opens'
	]);
});

test('a number in some row, or no row at all → nothing is said', () => {
	const known = { delivered: 9, rate: 0.1, allOpeners: 4 };
	expect(lacks(issueTable, known, { delivered: null })).toEqual([]);
	expect(lacksOf({ columns: issueTable.columns, rows: [] })).toEqual([]);
});

test('a key figure that some export fills → what it needs; one that none fills → nothing', () => {
	expect(needOf('delivered')).toBe('deliveries');
	expect(needOf('value')).toBe('itemValue');
	expect(needOf('topics')).toBeNull();
	expect(needOf('feesPerIssue')).toBeNull();
});

test('rates without a number → deliveries, or clicks where deliveries are known or no clicker is', () => {
	expect(lacks(issueTable, { delivered: 9, rate: null })).toEqual(['clicks']);
	expect(lacks(issueTable, { clickers: null, rate: null })).toEqual(['clicks']);
	expect(lacks(issueTable, { clickers: 4, rate: null })).toEqual(['deliveries']);
	expect(lacks(publicationTable, { clickRate: null })).toEqual(['deliveries']);
});

test('a rate of readers who signed up → no deliveries are asked for', () => {
	expect(lacks(channelTable, { joined: 3, rate: null })).toEqual([]);
});

test('a cost that divides by nobody → nothing is asked for; by who is not known → what would tell it', () => {
	expect(lacks(sponsorTable, { fee: 90_000, clickers: 0, perClicker: null })).toEqual([]);
	expect(lacks(sponsorTable, { fee: 90_000, clickers: null, perClicker: null })).toEqual([
		'clicks'
	]);
	expect(lacks(sponsorTable, { fee: null, clickers: 4, perClicker: null })).toEqual(['prices']);
	expect(lacks(sponsorTable, { fee: 90_000, perThousandDelivered: null })).toEqual(['deliveries']);
	expect(lacks(sponsorTable, { fee: 90_000, perThousandOpeners: null })).toEqual(['opens']);
});

test('fees that no column shows → known where what is made from them is', () => {
	const delivered = { clickers: 0, perClicker: null, perThousandDelivered: 833_333 };
	expect(lacks(leagueTable, delivered)).toEqual([]);
	expect(lacks(leagueTable, { ...delivered, perThousandDelivered: null })).toEqual(['prices']);
});

test('value of items without any → rows that name items; of channels → whatever came', () => {
	const items = { items: 3, value: null, valuePerItem: null };
	expect(lacks(editorialTable('topic'), items)).toEqual(['itemValue']);
	expect(lacks(channelTable, { joined: 3, value: null })).toEqual(['value']);
	// what a point of a line is called is no money
	expect(lacks(topicLineTable('topic-lines', 'lift'), { items: 3, value: null })).toEqual([]);
});

test('a return of content without a number → value or costs, never spend and signup months', () => {
	const table = editorialTable('section');
	expect(lacks(table, { cost: 500, value: null, return: null })).toEqual(['itemValue']);
	expect(lacks(table, { cost: null, value: 900, return: null })).toEqual(['costs']);
	expect(lacks(table, { cost: 500, value: 900, return: null })).toEqual([]);
});

test('unsubscribes that no service counts → no departures are asked for where they are known', () => {
	const leaving = { unsubscribed: null };
	expect(lacks(issueTable, leaving)).toEqual(['unsubscribes']);
	expect(lacks(leavingTable, { ...leaving, left: 15 })).toEqual([]);
	expect(lacks(leavingTable, { ...leaving, left: null })).toEqual(['unsubscribes']);
});

test('spend that is known → no more of it is asked for: signups where nobody knows them, else nothing', () => {
	const unpaid = { joined: null, costPerReader: null, return: null };
	expect(lacks(channelTable, { spend: 500, ...unpaid })).toEqual(['readers']);
	expect(lacks(channelTable, { spend: 500, ...unpaid, joined: 20, costPerReader: 25 })).toEqual([]);
	expect(lacks(channelTable, { spend: null, ...unpaid, joined: 20 })).toEqual(['spend', 'mature']);
});
