import { expect, test } from 'vitest';
import { noTrend } from './nothing-drawn.ts';

test('topics of few items → the items are missing; one of enough → a second period is', () => {
	const thin = Array.from({ length: 200 }, () => ({ enough: false }));
	expect(noTrend(thin, 'lift')).toContain('five compared items');
	expect(noTrend([...thin, { enough: true }], 'lift')).toContain('two periods');
	expect(noTrend(thin, 'rate')).toContain('two periods');
});
