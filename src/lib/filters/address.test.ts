import { expect, test } from 'vitest';
import { everything } from './filters.ts';
import { carried, changed, readFilters } from './address.ts';

const read = (query: string) => readFilters(new URLSearchParams(query));

test('no parameters → no filters', () => {
	expect(read('')).toEqual(everything);
});

test('an address with filters → each of them read', () => {
	expect(
		read(
			'from=2025-07-03&to=2025-09-18&section=2&section=5&topic=7&author=Ana%20Mar&issue=9&role=sponsor&channel=Ads&window=30&compare=year'
		)
	).toEqual({
		...everything,
		from: '2025-07-03',
		to: '2025-09-18',
		sections: [2, 5],
		topics: [7],
		authors: ['Ana Mar'],
		issue: 9,
		role: 'sponsor',
		channel: 'Ads',
		window: 30,
		compare: 'year'
	});
});

test('the last issues beside dates → the dates dropped', () => {
	expect(read('last=12&from=2025-07-03')).toMatchObject({ last: 12, from: null });
});

test.each([
	'last=-1',
	'from=soon',
	'from=2025-99-99',
	'from=2025-02-30',
	'to=2025-9-1',
	'topic=x&topic=1.5',
	'role=admin',
	'issue=0',
	'window=3',
	'channel=',
	'compare=later'
])('%s → no filter', (query) => {
	expect(read(query)).toEqual(everything);
});

test('a link to another page → filters carried, nothing else', () => {
	expect(carried(new URLSearchParams('page=2&last=12&import=4'))).toBe('?last=12');
	expect(carried(new URLSearchParams('page=2'))).toBe('');
});

test('one filter changed or removed → the others stay, the page number goes', () => {
	const params = new URLSearchParams('last=12&topic=3&page=2');

	expect(changed(params, { topic: [3, 4] })).toBe('?last=12&topic=3&topic=4');
	expect(changed(params, { topic: null })).toBe('?last=12');
	expect(changed(params, { last: null, topic: null })).toBe('?');
});
