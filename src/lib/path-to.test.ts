import { afterEach, expect, test } from 'vitest';
import { pathTo, pathWithin, serveBelow } from './path-to.ts';

afterEach(() => serveBelow(''));

test('a host of our own → paths as they are', () => {
	expect(pathTo('/account')).toBe('/account');
	expect(pathWithin('/account')).toBe('/account');
});

test('a site whose path lies above ours → added to our paths and taken off, never from a longer name', () => {
	serveBelow('/rubrique');
	expect(pathTo('/')).toBe('/rubrique/');
	expect(pathTo('/p/letter?last=12')).toBe('/rubrique/p/letter?last=12');
	expect(pathWithin('/rubrique/p/letter')).toBe('/p/letter');
	expect(pathWithin('/rubriques')).toBe('/rubriques');
});
