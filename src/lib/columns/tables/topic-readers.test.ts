import { expect, test } from 'vitest';
import { createFormats } from '#lib/messages/format.ts';
import { renderTable } from '../render-table.ts';
import { tasteTable } from './topic-readers.ts';

test('a group of readers by tenure → named in words in a terminal, not by its code', () => {
	const row = {
		what: 'affinity',
		by: 'tenure',
		group: 'quarter',
		topic: 'Tides',
		topicId: 1,
		readers: 79,
		clicked: 281,
		expected: 280,
		lift: 1,
		low: 0.9,
		high: 1.1,
		enough: true
	} as never;
	const { rows } = renderTable(tasteTable, 'terminal', [row], createFormats('en', 'UTC'));
	expect(rows[0]!.cells.map(({ text }) => text)[0]).toBe('less than three months');
});
