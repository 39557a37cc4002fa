import { expect, test } from 'vitest';
import { noTrend } from './nothing-drawn.ts';

test('topics of few items → the items are missing; one of enough → a second period of enough items is', () => {
	const thin = Array.from({ length: 200 }, () => ({ enough: false, why: 'fewItems' as const }));
	expect(noTrend(thin, 'lift')).toContain('five compared items');
	const one = noTrend([...thin, { enough: true, why: null }], 'lift');
	expect(one).toContain('two periods with enough items');
	expect(noTrend(thin, 'rate')).toContain('clicks in at least two periods');
});

test('items enough, always in the same positions → not said to be too few', () => {
	const rows = [{ enough: false, why: 'confounded' as const }];
	expect(noTrend(rows, 'lift')).toContain('needs a lift');
});
