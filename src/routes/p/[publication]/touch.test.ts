import { expect, test } from 'vitest';
import { namedBy, narrowedBy } from './touch.ts';

const base = '/p/letter';

test('links to pages of topics, sections and authors name them', () => {
	expect(namedBy('/p/letter/topics/3', base)).toEqual({ name: 'topic', value: '3' });
	expect(namedBy('/p/letter/sections/12', base)).toEqual({ name: 'section', value: '12' });
	expect(namedBy('/p/letter/authors/Ana%20Mar', base)).toEqual({
		name: 'author',
		value: 'Ana Mar'
	});
});

test.each([
	'/p/letter/topics',
	'/p/letter/topics/manage',
	'/p/letter/issues/3',
	'/p/other/topics/3'
])('%s names none', (path) => expect(namedBy(path, base)).toBeNull());

test('what is touched is added to what the page is narrowed to', () => {
	const params = new URLSearchParams('last=12&topic=4&page=3');
	const touched = { base, params, figures: ['items' as const] };
	expect(narrowedBy('/p/letter/topics/3', touched)?.href).toBe('?last=12&topic=4&topic=3');
	expect(narrowedBy('/p/letter/sections/2', touched)?.href).toBe('?last=12&topic=4&section=2');
	// the page is narrowed to it: its link leads to its own page
	expect(narrowedBy('/p/letter/topics/4', touched)).toBeNull();
});

test('a page that cannot be narrowed so leaves links as they are', () => {
	const params = new URLSearchParams();
	expect(narrowedBy('/p/letter/topics/3', { base, params, figures: ['issues'] })).toBeNull();
	expect(narrowedBy('/p/letter/topics/3', { base, params, figures: null })).toBeNull();
});
