import { expect, test } from 'vitest';
import { applyCorrections } from './apply-corrections.ts';
import type { ItemAt, ReadingChange } from './correction-kinds.ts';
import type { EditableReading } from './reading.ts';

const item = (title: string, position: number, section: string | null) => ({
	title,
	position,
	section,
	role: 'editorial' as const,
	format: null,
	text: '',
	authors: [],
	authorsSaid: false
});
const link = (index: number | null, key: string) => ({
	item: index,
	key,
	url: `https://${key}`,
	text: key,
	role: 'editorial' as const
});

const reading: EditableReading = Object.freeze({
	items: [item('Lock', 1, 'News'), item('Bridge', 2, 'News'), item('Boat', 3, null)],
	links: [link(0, 'a.example'), link(0, 'b.example'), link(1, 'c.example'), link(2, 'd.example')]
});
const at = (title: string, page: string, position: number): ItemAt => ({ title, page, position });
const lock = at('Lock', 'a.example', 1);
const bridge = at('Bridge', 'c.example', 2);

const summary = ({ items, links }: EditableReading) =>
	items.map(({ title, position, section, role }, i) => [
		position,
		section,
		title,
		role,
		links.filter((one) => one.item === i).map(({ key }) => key)
	]);

test('two items merged → one item, and those below move up', () => {
	const merged = applyCorrections(reading, [{ kind: 'merge', item: bridge, into: lock }]);
	expect(summary(merged)).toEqual([
		[1, 'News', 'Lock', 'editorial', ['a.example', 'b.example', 'c.example']],
		[2, null, 'Boat', 'editorial', ['d.example']]
	]);
});

test('a link split off → an item of its own, which later changes can refer to', () => {
	const split = applyCorrections(reading, [
		{ kind: 'split', item: lock, page: 'b.example', title: 'Gate' },
		{ kind: 'role', item: at('Gate', 'b.example', 2), role: 'sponsor' },
		{ kind: 'move', item: at('Gate', 'b.example', 2), section: 'Ads' }
	]);
	expect(summary(split).slice(0, 2)).toEqual([
		[1, 'News', 'Lock', 'editorial', ['a.example']],
		[2, 'Ads', 'Gate', 'sponsor', ['b.example']]
	]);
});

test('a link moved to another item, or out of all → no longer with its item', () => {
	const moved = applyCorrections(reading, [
		{ kind: 'link', item: lock, page: 'b.example', into: bridge },
		{ kind: 'link', item: lock, page: 'a.example', into: null }
	]);
	expect(summary(moved)[0]![4]).toEqual([]);
	expect(summary(moved)[1]![4]).toEqual(['c.example', 'b.example']);
	expect(moved.links.at(-1)).toMatchObject({ item: null, key: 'a.example', role: 'house' });
});

test('a section or an item renamed → shown under the new name', () => {
	const named = applyCorrections(reading, [
		{ kind: 'section', from: 'News', to: 'Notes' },
		{ kind: 'title', item: lock, title: 'The lock' }
	]);
	expect(named.items.map(({ section, title }) => [section, title])).toEqual([
		['Notes', 'The lock'],
		['Notes', 'Bridge'],
		[null, 'Boat']
	]);
});

test('a change to an item that is gone → passed over; no changes → the same reading', () => {
	const gone: ReadingChange[] = [{ kind: 'title', item: at('Ferry', 'x.example', 9), title: '?' }];
	expect(applyCorrections(reading, gone)).toEqual(reading);
	expect(applyCorrections(reading, [])).toBe(reading);
});
