import { expect, test } from 'vitest';
import { takePrefixOff } from './prefix.ts';

test.each([
	[
		'/rubrique/p/letter?last=12',
		'/p/letter?last=12',
		null,
		'a proxy that hands paths on as they are'
	],
	['/p/letter?last=12', '/p/letter?last=12', null, 'a proxy that takes the prefix off itself'],
	['/rubrique/', '/', null, 'the first page'],
	['/rubrique', '/', '/rubrique/', 'the first page, read as a file'],
	['/rubrique?next=/', '/?next=/', '/rubrique/?next=/', 'the same with a question'],
	['/rubrique/account/', '/account/', '/rubrique/account', 'a page read as a folder'],
	['/rubrique//example.com/', '//example.com/', '/rubrique//example.com', 'never another host'],
	['/rubriques/account', '/rubriques/account', null, 'another path that begins alike'],
	['/rubrique/rubrique/x', '/rubrique/x', null, 'taken off once']
])('%s → asked as %s, redirected to %s: %s', (url, asked, to, _why) => {
	const request = { url };
	expect(takePrefixOff(request, '/rubrique')).toBe(to);
	expect(request.url).toBe(asked);
});

test('no prefix → the address stays as it was', () => {
	const request = { url: '/account/?a=1' };
	expect(takePrefixOff(request, '')).toBeNull();
	expect(request.url).toBe('/account/?a=1');
});
