import { expect, test } from 'vitest';
import { pack, reasons, unpack, verdicts } from './rules.ts';

test('a human without a reason is zero, so that a fresh column is human', () => {
	expect(pack(verdicts.human, 'none')).toBe(0);
});

test('every verdict and reason survives packing and fits a byte', () => {
	for (const reason of reasons)
		for (const verdict of Object.values(verdicts)) {
			const code = pack(verdict, reason);
			expect(code).toBeLessThan(256);
			expect(unpack(code)).toEqual({ verdict, reason });
		}
});

test('stored codes keep their meaning', () => {
	expect(unpack(14)).toEqual({ verdict: 2, reason: 'burst' });
	expect(unpack(42)).toEqual({ verdict: 2, reason: 'privacyProxy' });
});

test.each([3, 255, -1])('%i is no verdict', (code) => {
	expect(() => unpack(code)).toThrow(RangeError);
});
