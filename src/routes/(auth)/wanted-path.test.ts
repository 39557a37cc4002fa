import fc from 'fast-check';
import { expect, test } from 'vitest';
import { wantedPath } from './wanted-path.ts';

const form = 'http://localhost:3000/sign-in';
const asking = (wanted: string) =>
	wantedPath(new URL(`${form}?next=${encodeURIComponent(wanted)}`));

test.each([
	['/p/sample/items?last=12', 'a page of ours'],
	['/p/sample/items?author=Zo%C3%A9%2F%2Fx', 'slashes that mean nothing'],
	['/p/sample/../other', 'a path that climbs, and stays']
])('%s → gone to: %s', (wanted) => {
	const { pathname, search } = new URL(wanted, form);
	expect(asking(wanted)).toBe(pathname + search);
});

test('nothing wanted → the first page', () => {
	expect(wantedPath(new URL(form))).toBe('/');
});

test.each([
	'https://example.com',
	'//example.com/a',
	'///example.com',
	'\\\\example.com',
	'/\\example.com',
	'/\t/example.com',
	'\t//example.com',
	' //example.com',
	'/\n/example.com',
	'/.//example.com',
	'/./\\example.com',
	'/%2e//example.com',
	'/%2E%2e//example.com',
	'/p/..//example.com',
	'/p/../\\example.com',
	'/a/b/../..//example.com',
	'/p/.\t.//example.com',
	'/%2f/example.com',
	'/%5cexample.com',
	'/.%2f/example.com/..//example.com',
	'//ana@example.com',
	'http://localhost:3000@example.com/',
	'http://localhost:3000//example.com',
	'javascript:alert(1)',
	'http://[',
	'//[',
	'example.com',
	''
])('%j → no other site', (wanted) => {
	const { host } = new URL(asking(wanted), form);
	expect(host).toBe('localhost:3000');
	expect(asking(wanted)).not.toMatch(/^\/([/\\]|%2f|%5c)/i);
});

test('any address wanted → a page of this site', () => {
	const piece = fc.constantFrom(
		'/',
		'\\',
		'.',
		'..',
		'%2e',
		'%2f',
		'%5c',
		'\t',
		'\n',
		'\0',
		' ',
		'@',
		':',
		'?',
		'#',
		'p',
		'example.com',
		'http:',
		'localhost:3000',
		'[',
		';',
		'%',
		'%00',
		'é',
		'\u{202e}'
	);
	fc.assert(
		fc.property(fc.array(piece, { maxLength: 9 }), (pieces) => {
			const led = asking(pieces.join(''));
			expect(led).toMatch(/^\/(?![/\\])/);
			expect(new URL(led, form).origin).toBe('http://localhost:3000');
			// and once more by a browser that was led there
			expect(wantedPath(new URL(`${form}?next=${encodeURIComponent(led)}`))).toBe(led);
		}),
		{ numRuns: 3000 }
	);
});
