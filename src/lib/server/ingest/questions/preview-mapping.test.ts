import { expect, test } from 'vitest';
import { bytesInMemory } from '#lib/csv/source-of.ts';
import type { ColumnMap } from '#lib/providers/by-hand/column-map.ts';
import { previewMapping } from './preview-mapping.ts';
import type { About } from '../reading/tell-table.ts';

const now = Date.UTC(2025, 6, 1);

function preview(text: string, map: ColumnMap | null, about: About = {}, whole = false) {
	return previewMapping(bytesInMemory('journal.csv', text), {
		answer: { saved: null, map, about },
		zone: { zone: 'Europe/Paris', from: 'publication' },
		now,
		whole
	});
}

const clicks = [
	'Who;What;Page;When',
	'ana@example.com;Zorp;https://example.com/a?utm_source=x;2025-03-04 10:00',
	'ben@example.com;Zorp;https://example.com/b;2025-03-04 11:00',
	'ana@example.com;Ploc;https://example.com/a;2025-03-04 12:00',
	'nobody;Zorp;https://example.com/a;soon'
].join('\n');

const columns = { address: 'Who', event: 'What', url: 'Page', at: 'When' };

test('a mapping with words → rows as they would be stored, counts that add up, no address shown', async () => {
	const map: ColumnMap = { kind: 'events', columns, words: { zorp: 'click', ploc: 'other' } };
	const result = await preview(clicks, map, { campaign: 'Letter 3' });

	expect(result.trouble).toBeNull();
	expect(result).toMatchObject({ rows: 4, accepted: 2, skipped: 1, rejected: 1 });
	expect(result.stored[0]).toMatchObject({
		row: 2,
		what: 'click',
		at: Date.UTC(2025, 2, 4, 9),
		send: 'Letter 3',
		link: 'https://example.com/a'
	});
	expect(result.refused).toMatchObject([{ row: 5, code: 'badTime' }]);
	expect(result.card?.words.What).toContainEqual({ word: 'Ploc', means: 'other', rows: 1 });
	expect(result.card?.columns).toEqual(columns);
	expect(JSON.stringify(result)).not.toMatch(/ana@|ben@/);
});

test('a file that was cut off in its last row → that row is refused, as the import refuses it', async () => {
	const whole = clicks.slice(0, clicks.lastIndexOf('\n'));
	const cut = await preview(whole.slice(0, -' 12:00'.length - 11), { kind: 'clicks', columns });
	expect(cut).toMatchObject({ rows: 3, accepted: 2, rejected: 1 });
	expect(cut.refused).toMatchObject([{ row: 4, code: 'cutOff' }]);
	const ended = await preview(`${whole}\n`, { kind: 'clicks', columns });
	expect(ended).toMatchObject({ rows: 3, accepted: 3, rejected: 0 });
});

test('a header that stands elsewhere, as somebody says → columns of that row', async () => {
	const text = `Export of the month;;;\n;;;\n${clicks}`;
	const result = await preview(text, { kind: 'clicks', columns }, { layout: { headerRow: 3 } });
	expect(result.columns.map(({ header }) => header)).toEqual(['Who', 'What', 'Page', 'When']);
	expect(result.accepted).toBe(3);
});

test('another delimiter, as somebody says → other columns', async () => {
	const result = await preview('a|b;c|d\n1|2;3|4\n', null, { layout: { delimiter: ';' } });
	expect(result.columns.map(({ header }) => header)).toEqual(['a|b', 'c|d']);
});

test('a mapping that does not fit → said, with the columns as they are', async () => {
	const result = await preview(clicks, { kind: 'clicks', columns: { at: 'Moment', url: 'Page' } });
	expect(result.trouble).toMatchObject({ code: 'mapDoesNotFit' });
	expect(result.columns).toHaveLength(4);
});

test('whole → values as they are', async () => {
	const result = await preview(clicks, { kind: 'clicks', columns }, {}, true);
	expect(result.columns[0]!.values).toContain('ana@example.com');
	expect(result.columns[0]!.masked).toBe(false);
});

test('a crossed table of amounts → a line for each of them, with its days and its amount', async () => {
	const text = 'Month,Radio,Ads\nJan 2026,1200,0\nFeb 2026,"1,200.50",3\n';
	const map: ColumnMap = { kind: 'spend', columns: { from: 'Month' } };
	const { stored, accepted, rejected } = await preview(text, map);
	expect([accepted, rejected]).toEqual([2, 0]);
	const february = { from: '2026-02-01', to: '2026-02-28' };
	expect(stored).toMatchObject([
		{ row: 2, days: { from: '2026-01-01', to: '2026-01-31' }, more: ['Radio'] },
		{ row: 3, days: february, amount: { units: 120_050, currency: 'EUR' }, more: ['Radio'] },
		{ row: 3, days: february, amount: { units: 300, currency: 'EUR' }, more: ['Ads'] }
	]);
});
