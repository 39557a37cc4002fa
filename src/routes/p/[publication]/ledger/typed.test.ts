import { expect, test } from 'vitest';
import { countIn, kindOf, typed } from './typed.ts';

test('a cell with spaces → trimmed; a missing cell → empty', () => {
	const form = new FormData();
	form.set('channel', '  Salon ');
	expect(typed(form)('channel')).toBe('Salon');
	expect(typed(form)('amount')).toBe('');
});

test('a form of an unknown kind → refused', () => {
	const form = new FormData();
	form.set('kind', 'placement');
	expect(kindOf(form)).toBe('placement');
	form.set('kind', '__proto__');
	expect(() => kindOf(form)).toThrow('badChoice');
});

function formOf(...fields: [string, string][]): FormData {
	const form = new FormData();
	for (const [name, value] of fields) form.append(name, value);
	return form;
}

test('a number of placements, or as many as are listed where none is given → as many', () => {
	expect(countIn(formOf(['count', ' 7 '], ['issue', '12']))).toBe(7);
	expect(countIn(formOf(['issue', '12'], ['issue', '13']))).toBe(2);
	expect(countIn(formOf())).toBe(1);
});

test.each(['0', '-1', '1.5', '61', 'seven', ''])('%j issues → refused at their number', (count) => {
	expect(() => countIn(formOf(['count', count]))).toThrow(
		expect.objectContaining({ code: 'badCount', details: { given: count, field: 'count' } })
	);
});

test('more issues than a form takes, without their number → refused', () => {
	const many = Array.from({ length: 61 }, (_, i): [string, string] => ['issue', String(i)]);
	expect(() => countIn(formOf(...many))).toThrow('badCount');
});
