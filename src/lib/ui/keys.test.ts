import { expect, test } from 'vitest';
import { singleKey, typedOn } from './keys.ts';

const alone = { ctrlKey: false, metaKey: false, altKey: false };

function inside(selector: string | null) {
	return { closest: (query: string) => (selector && query.includes(selector) ? {} : null) };
}

test('a key alone → acts, whatever its case', () => {
	expect(singleKey({ ...alone, key: 'T', target: inside(null) as never })).toBe('t');
	expect(singleKey({ ...alone, key: '?', target: null })).toBe('?');
});

test.each(['input', 'select', 'textarea', '[role="menu"]', '[role="dialog"]', 'dialog[open]'])(
	'a key pressed in %s → left to it',
	(selector) => {
		expect(singleKey({ ...alone, key: 't', target: inside(selector) as never })).toBe(null);
	}
);

test('a key with a modifier → left to the browser', () => {
	expect(singleKey({ ...alone, ctrlKey: true, key: 't', target: null })).toBe(null);
});

test('keys pressed before a field is there → what it would hold; those that type nothing → null', () => {
	const typed = ['v', 'i', 'Backspace', 'É', ' '].reduce(
		(text, key) => typedOn(text, key) ?? text,
		''
	);
	expect(typed).toBe('vÉ ');
	expect(['Shift', 'Enter', 'ArrowDown', 'Dead'].map((key) => typedOn('v', key))).toEqual([
		null,
		null,
		null,
		null
	]);
});
