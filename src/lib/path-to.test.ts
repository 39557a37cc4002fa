import { afterEach, expect, test } from 'vitest';
import { pathTo, pathWithin, serveBelow } from './path-to.ts';

afterEach(() => serveBelow(''));

test('with a host of our own paths are what they are', () => {
	expect(pathTo('/account')).toBe('/account');
	expect(pathWithin('/account')).toBe('/account');
});

test('below a path of a site all of ours begin with it, and are told without it', () => {
	serveBelow('/rubrique');
	expect(pathTo('/')).toBe('/rubrique/');
	expect(pathTo('/p/letter?last=12')).toBe('/rubrique/p/letter?last=12');
	expect(pathWithin('/rubrique/p/letter')).toBe('/p/letter');
	expect(pathWithin('/rubriques')).toBe('/rubriques');
});
