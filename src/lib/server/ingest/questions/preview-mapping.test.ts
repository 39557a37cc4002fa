import { expect, test } from 'vitest';
import { sourceOf } from '#lib/csv/source-of.ts';
import type { ColumnMap } from '#lib/providers/by-hand/column-map.ts';
import { previewMapping } from './preview-mapping.ts';
import type { About } from '../reading/tell-table.ts';

const now = Date.UTC(2025, 6, 1);

function preview(text: string, map: ColumnMap | null, about: About = {}, whole = false) {
	return previewMapping(sourceOf('journal.csv', text), {
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
	const found = await preview(clicks, map, { campaign: 'Letter 3' });

	expect(found.trouble).toBeNull();
	expect(found).toMatchObject({ rows: 4, accepted: 2, skipped: 1, rejected: 1 });
	expect(found.stored[0]).toMatchObject({
		row: 2,
		what: 'click',
		at: Date.UTC(2025, 2, 4, 9),
		send: 'Letter 3',
		link: 'https://example.com/a'
	});
	expect(found.refused).toMatchObject([{ row: 5, code: 'badTime' }]);
	expect(found.card?.words.What).toContainEqual({ word: 'Ploc', means: 'other', rows: 1 });
	expect(found.card?.columns).toEqual(columns);
	expect(JSON.stringify(found)).not.toMatch(/ana@|ben@/);
});

test('a header that stands elsewhere, as somebody says → columns of that row', async () => {
	const text = `Export of the month;;;\n;;;\n${clicks}`;
	const found = await preview(text, { kind: 'clicks', columns }, { layout: { headerRow: 3 } });
	expect(found.columns.map(({ header }) => header)).toEqual(['Who', 'What', 'Page', 'When']);
	expect(found.accepted).toBe(3);
});

test('another delimiter, as somebody says → other columns', async () => {
	const found = await preview('a|b;c|d\n1|2;3|4\n', null, { layout: { delimiter: ';' } });
	expect(found.columns.map(({ header }) => header)).toEqual(['a|b', 'c|d']);
});

test('a mapping that does not fit → said, with the columns as they are', async () => {
	const found = await preview(clicks, { kind: 'clicks', columns: { at: 'Moment', url: 'Page' } });
	expect(found.trouble).toMatchObject({ code: 'mapDoesNotFit' });
	expect(found.columns).toHaveLength(4);
});

test('whole → values as they are', async () => {
	const found = await preview(clicks, { kind: 'clicks', columns }, {}, true);
	expect(found.columns[0]!.values).toContain('ana@example.com');
	expect(found.columns[0]!.masked).toBe(false);
});
