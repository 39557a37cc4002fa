import { expect, test } from 'vitest';
import { oneCompany as found } from './one-company.ts';

const oneCompany = (companies: number[], usual = 0.01) => found(companies, () => usual);
const readers = (company: number, n: number) => Array.from({ length: n }, () => company);

test('half of the clickers from one company is one company', () => {
	expect(oneCompany([...readers(7, 20), ...readers(0, 18), 8, 9])).toEqual({
		company: 7,
		readers: 20,
		clickers: 40,
		share: 0.5
	});
});

test('a fifth is not, nor a third of a few', () => {
	expect(oneCompany([...readers(7, 20), ...readers(0, 80)])).toBe(null);
	expect(oneCompany([...readers(7, 5), ...readers(0, 10)])).toBe(null);
});

test('mailboxes that anybody can have are no company, and four colleagues are persons', () => {
	expect(oneCompany(readers(0, 50))).toBe(null);
	expect(oneCompany(readers(7, 4))).toBe(null);
	expect(oneCompany([])).toBe(null);
});

test('a company that half of all readers write from has no topic of its own', () => {
	const clickers = [...readers(7, 60), ...readers(0, 40)];
	expect(oneCompany(clickers, 0.5)).toBe(null);
	expect(oneCompany(clickers, 0.3)?.company).toBe(7);
});
