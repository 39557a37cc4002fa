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
