import { expect, test } from 'vitest';
import { roleWords } from './role-words.ts';

test('a role → what it lets one do; no access → that alone, once', () => {
	expect(roleWords('viewer', 'en')).toBe('viewer (can view)');
	expect(roleWords('none', 'en')).toBe('no access');
	expect(roleWords('none', 'fr')).toBe('aucun accès');
});
