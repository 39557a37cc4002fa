import { expect, test } from 'vitest';
import { issueByPages } from './issue-by-pages.ts';

const issues = [
	{ id: 1, pages: new Set(['a1', 'a2', 'a3', 'home']) },
	{ id: 2, pages: new Set(['b1', 'b2', 'b3', 'home']) },
	{ id: 3, pages: new Set(['c1', 'a3', 'home']) }
];
const find = (...pages: string[]) => issueByPages(issues)(new Set(pages));

test('most clicked pages in one issue alone → that issue', () => {
	expect(find('a1', 'a2', 'home')).toBe(1);
	expect(find('b1', 'b2', 'b3', 'elsewhere')).toBe(2);
});

test('pages of every issue, one page, pages of several or of none → no issue', () => {
	expect(find('home')).toBeNull();
	expect(find('a1')).toBeNull();
	expect(find('a1', 'a2', 'b1', 'b2')).toBeNull();
	expect(find('x', 'y')).toBeNull();
	expect(find()).toBeNull();
});

test('a few pages of an issue among many of none → no issue', () => {
	expect(find('a1', 'a2', 'x', 'y', 'z')).toBeNull();
});

test('pages that two issues link to → decide nothing, and count for the one that the others tell', () => {
	expect(find('a3', 'home')).toBeNull();
	expect(find('a1', 'a2', 'a3')).toBe(1);
});

test('an issue that the send cannot be of → left out, and its pages are another’s own', () => {
	const found = issueByPages(issues)(new Set(['a3', 'c1']), (id) => id !== 1);
	expect(found).toBe(3);
});
