import { expect, test } from 'vitest';
import { pageBelow } from './page-below.ts';

test.each([
	'',
	'?last=12',
	'topics?last=12&topic=3',
	'topics/12',
	'authors/Maud%20Kerivel?last=4',
	'audience?channel=Pub*',
	'audience?channel=l%27ami+%C3%A9loign%C3%A9'
])('%j, a page of a publication → as it is', (path) => {
	expect(pageBelow(path)).toBe(path);
});

test.each([
	'../account',
	'topics/../../account',
	'topics/%2e%2e/%2E%2e/account',
	'topics\\..\\..\\..\\account',
	'//example.com',
	'/account',
	'https://example.com/p/x/topics',
	'javascript:alert(1)',
	'topics#there',
	`topics?find=${'x'.repeat(2000)}`
])('%j, which leads elsewhere → none', (path) => {
	expect(pageBelow(path)).toBeNull();
});
