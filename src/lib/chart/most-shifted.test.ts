import { expect, test } from 'vitest';
import { isAdvice } from './most-shifted.ts';

test('topics without a clear or likely lift → shares say nothing of what to cover more', () => {
	expect(isAdvice([{ tone: 'unclear' }, { tone: 'unclear' }])).toBe(false);
	expect(isAdvice([{ tone: 'unclear' }, { tone: 'below' }])).toBe(true);
});
