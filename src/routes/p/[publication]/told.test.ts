import { expect, test } from 'vitest';
import { arePositionsTold } from './told.ts';

test('items of too few issues → what their positions get is not told; a lift or a rank → it is', () => {
	expect(arePositionsTold([{ lift: null, rank: null }])).toBe(false);
	expect(arePositionsTold([{ lift: 1.2, rank: 1 }])).toBe(true);
	expect(arePositionsTold([{ lift: null, rank: 3 }])).toBe(true);
	expect(arePositionsTold([])).toBe(false);
});
