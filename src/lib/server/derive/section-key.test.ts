import { expect, test } from 'vitest';
import { sectionKey } from './section-key.ts';

test.each([
	['⚡ En bref (ou presque) :', 'en bref ou presque'],
	['EN BREF — OU PRESQUE', 'en bref ou presque'],
	['À retenir', 'a retenir'],
	['🎯', '']
])('sectionKey(%j) → %j', (title, key) => {
	expect(sectionKey(title)).toBe(key);
});
