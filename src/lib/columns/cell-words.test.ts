import { expect, test } from 'vitest';
import { createFormats } from '#lib/messages/format.ts';
import { noteWords } from './cell-words.ts';

const formats = createFormats('en', 'UTC');

test('a figure without a value → why, and not that it is not comparable; one without a change → that', () => {
	const note = 'no earlier period';
	expect(noteWords({ value: null, note: 'Nobody clicked' }, formats)).toBe('Nobody clicked');
	expect(noteWords({ value: 4, note }, formats)).toBe('Not comparable: no earlier period');
	expect(noteWords({ value: 4, note: null }, formats)).toBe('');
});
