import fc from 'fast-check';
import { expect, test } from 'vitest';
import { forTerminal, jsonForTerminal } from './terminal.ts';

test('a name full of control sequences → their pictures, on one line, in reading direction', () => {
	expect(forTerminal('\u001b]0;mine\u0007 a\rb\u202ec\u009b2J\u007f\0')).toBe(
		'␛]0;mine␇ a␍bc\ufffd2J␡␀'
	);
	expect(forTerminal('a\tb\r\nc\r')).toBe('a\tb\r\nc\r');
});

test('JSON → nothing that a terminal obeys, and the same value', () => {
	fc.assert(
		fc.property(fc.string({ unit: 'binary' }), (text) => {
			const written = jsonForTerminal({ text });
			expect(written).not.toMatch(/[\0-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]/);
			expect(JSON.parse(written)).toEqual({ text });
		})
	);
});
