import { expect, test } from 'vitest';
import { guaranteedWords } from './sponsors.ts';

test('clicks of a guarantee → of how many; unknown clicks → said so; no guarantee → nothing', () => {
	expect(guaranteedWords({ guaranteed: 1200, clicks: 1180 }, 'en')).toBe(
		'1,180 (1,200 guaranteed)'
	);
	expect(guaranteedWords({ guaranteed: 40, clicks: null }, 'en')).toBe('unknown, 40 guaranteed');
	expect(guaranteedWords({ guaranteed: 40, clicks: null }, 'fr')).toBe('inconnus, 40 garantis');
	expect(guaranteedWords({ guaranteed: null, clicks: 12 }, 'en')).toBeNull();
});

test('a guarantee of one click → the French word is singular', () => {
	expect(guaranteedWords({ guaranteed: 1, clicks: 10 }, 'fr')).toBe('10 (1 garanti)');
	expect(guaranteedWords({ guaranteed: 1, clicks: null }, 'fr')).toBe('inconnus, 1 garanti');
	expect(guaranteedWords({ guaranteed: 2, clicks: 1200 }, 'fr')).toBe('1\u00a0200 (2 garantis)');
});
