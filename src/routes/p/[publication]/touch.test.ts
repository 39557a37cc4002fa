import { expect, test } from 'vitest';
import { namedBy, narrowedBy } from './touch.ts';

const base = '/p/letter';

test('a link to a page of a topic, a section or an author → the filter that names it', () => {
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
])('%s → no filter', (path) => expect(namedBy(path, base)).toBeNull());

test('a link to a topic or a section → added to the filters; one already among them → its own page', () => {
	const params = new URLSearchParams('last=12&topic=4&page=3');
	const touched = { base, params, figures: ['items' as const] };
	expect(narrowedBy('/p/letter/topics/3', touched)?.href).toBe('?last=12&topic=4&topic=3');
	expect(narrowedBy('/p/letter/sections/2', touched)?.href).toBe('?last=12&topic=4&section=2');
	// the page is narrowed to it: its link leads to its own page
	expect(narrowedBy('/p/letter/topics/4', touched)).toBeNull();
});

test('a page without that filter → links as they are', () => {
	const params = new URLSearchParams();
	expect(narrowedBy('/p/letter/topics/3', { base, params, figures: ['issues'] })).toBeNull();
	expect(narrowedBy('/p/letter/topics/3', { base, params, figures: null })).toBeNull();
});
