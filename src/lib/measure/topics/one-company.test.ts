import { expect, test } from 'vitest';
import { oneCompany } from './one-company.ts';

const companyOf = (companies: number[], usual = 0.01) => oneCompany(companies, () => usual);
const readers = (company: number, n: number) => Array.from({ length: n }, () => company);

test('half of the clickers from one company → that company', () => {
	expect(companyOf([...readers(7, 20), ...readers(0, 18), 8, 9])).toEqual({
		company: 7,
		readers: 20,
		clickers: 40,
		share: 0.5
	});
});

test('a fifth of the clickers from one company, or a third of few → none', () => {
	expect(companyOf([...readers(7, 20), ...readers(0, 80)])).toBe(null);
	expect(companyOf([...readers(7, 5), ...readers(0, 10)])).toBe(null);
});

test('mailboxes that anybody can have, four colleagues, or nobody → no company', () => {
	expect(companyOf(readers(0, 50))).toBe(null);
	expect(companyOf(readers(7, 4))).toBe(null);
	expect(companyOf([])).toBe(null);
});

test('60 % of clickers from a company of half of all readers → none; of 30 % → that company', () => {
	const clickers = [...readers(7, 60), ...readers(0, 40)];
	expect(companyOf(clickers, 0.5)).toBe(null);
	expect(companyOf(clickers, 0.3)?.company).toBe(7);
});
