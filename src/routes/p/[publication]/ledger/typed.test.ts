import { expect, test } from 'vitest';
import { kindOf, typed } from './typed.ts';

test('cells are trimmed, and what is not there is empty', () => {
	const form = new FormData();
	form.set('channel', '  Salon ');
	expect(typed(form)('channel')).toBe('Salon');
	expect(typed(form)('amount')).toBe('');
});

test('a form of a kind that nobody knows is refused', () => {
	const form = new FormData();
	form.set('kind', 'placement');
	expect(kindOf(form)).toBe('placement');
	form.set('kind', '__proto__');
	expect(() => kindOf(form)).toThrow('badChoice');
});
