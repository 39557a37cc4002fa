import { expect, test } from 'vitest';
import { pack, reasons, unpack, verdicts } from './rules.ts';

test('human without a reason → zero, so that a fresh column is human', () => {
	expect(pack(verdicts.human, 'none')).toBe(0);
});

test('any verdict and reason → packed into one byte, and back', () => {
	for (const reason of reasons)
		for (const verdict of Object.values(verdicts)) {
			const code = pack(verdict, reason);
			expect(code).toBeLessThan(256);
			expect(unpack(code)).toEqual({ verdict, reason });
		}
});

test('a stored code → the verdict and reason that it has always meant', () => {
	expect(unpack(14)).toEqual({ verdict: 2, reason: 'burst' });
	expect(unpack(42)).toEqual({ verdict: 2, reason: 'privacyProxy' });
});

test.each([3, 255, -1])('%i → refused as a verdict', (code) => {
	expect(() => unpack(code)).toThrow(RangeError);
});
