import { expect, test } from 'vitest';
import { createFormats } from '#lib/messages/format.ts';
import type { ChannelRow } from '../../server/figures/money/channel-rows.ts';
import { renderTable, fileTable } from '../render-table.ts';
import { channelTable } from './channels.ts';

const row = (own: Partial<ChannelRow>) =>
	({
		channel: 'Fair',
		campaign: null,
		cohort: null,
		currency: 'EUR',
		window: 90,
		value: 268_000,
		valueToDate: 2400,
		conversions: 40,
		activation: [],
		engagement: { n: 0, of: 0, rate: null, low: null, high: null },
		...own
	}) as ChannelRow;
const rows = [row({}), row({ cohort: '2026-08', value: 2400, conversions: 1 })];
const formats = createFormats('en', 'UTC');

/** What a file says of a row under a head. */
const said = (head: string) => {
	const { columns, rows: filed } = fileTable(channelTable, rows, formats, { currency: 'EUR' });
	const place = columns.findIndex((column) => column.head === head);
	return filed.map((cells) => cells[place]);
};

test('what came on days of the period, and of a signup month → two names, neither said of the other', () => {
	expect(said('Value in the period')).toEqual([268_000, null]);
	expect(said('Value in the month')).toEqual([null, 2400]);
	expect(said('Conversions in the period')).toEqual([40, null]);
	expect(said('Conversions in the month')).toEqual([null, 1]);
	expect(said('Value')).toEqual([undefined, undefined]);
});

test('channels and signup months in one table of a terminal → one value, of who joined then', () => {
	const { columns } = renderTable(channelTable, 'terminal', rows, formats, { currency: 'EUR' });
	expect(columns.map(({ head }) => head).filter((head) => head.startsWith('Value'))).toEqual([
		'Value to date'
	]);
});

test('a signup month → words to people in their language, and as it is sorted in a file', () => {
	const said = (locale: 'en' | 'fr') => {
		const formats = createFormats(locale, 'UTC');
		const { columns, rows: shown } = renderTable(channelTable, 'paperCohorts', rows, formats, {
			currency: 'EUR'
		});
		return shown[1]!.cells[columns.findIndex(({ key }) => key === 'cohort')]!.text;
	};
	expect([said('en'), said('fr')]).toEqual(['Aug 2026', 'août 2026']);
	const { columns, rows: filed } = fileTable(channelTable, rows, formats, { currency: 'EUR' });
	expect(filed[1]![columns.findIndex(({ key }) => key === 'cohort')]).toBe('2026-08');
});
