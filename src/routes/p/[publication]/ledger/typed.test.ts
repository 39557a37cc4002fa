import { expect, test } from 'vitest';
import { kindOf, typed } from './typed.ts';

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
