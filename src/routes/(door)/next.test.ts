import { expect, test } from 'vitest';
import { next } from './next.ts';

test.each([
	['/sign-in', '/', 'nothing wanted'],
	['/sign-in?next=%2Fp%2Fsample%2Fitems%3Flast%3D12', '/p/sample/items?last=12', 'a page of ours'],
	['/sign-in?next=https%3A%2F%2Fexample.com', '/', 'another site'],
	['/sign-in?next=%2F%2Fexample.com%2Fa', '/', 'another site, without a scheme'],
	['/sign-in?next=%5C%5Cexample.com', '/', 'another site, as browsers read backslashes'],
	['/sign-in?next=javascript%3Aalert(1)', '/', 'no page at all']
])('%s leads to %s: %s', (path, expected) => {
	expect(next(new URL(path, 'http://localhost:3000'))).toBe(expected);
});
