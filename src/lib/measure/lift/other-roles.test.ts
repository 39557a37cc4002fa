import { expect, test } from 'vitest';
import { otherRoles } from './other-roles.ts';

test('no items → half of a story’s clickers, and hardly known', () => {
	const { sponsor, house } = otherRoles([]);
	expect(Math.exp(sponsor.mean)).toBeCloseTo(0.5, 6);
	expect(sponsor.sd).toBeGreaterThan(0.5);
	expect(house).toEqual(sponsor);
});

test('many items that get a third → a third, well known; the other role keeps its prior', () => {
	const items = Array.from({ length: 60 }, () => ({
		role: 'sponsor' as const,
		clickers: 30,
		expected: 90
	}));
	const { sponsor, house } = otherRoles(items);
	expect(Math.exp(sponsor.mean)).toBeCloseTo(1 / 3, 1);
	expect(sponsor.sd).toBeLessThan(0.1);
	expect(house.mean).toBe(otherRoles([]).house.mean);
});
