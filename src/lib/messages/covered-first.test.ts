import { expect, test } from 'vitest';
import { coveredFirst } from './covered-first.ts';

test('topics covered too little or too much → the farthest from the average first, without what nobody confirmed', () => {
	const topics = [
		{ topic: 'A', covered: 'under', next: 1.4 },
		{ topic: 'B', covered: 'under', next: 2.1 },
		{ topic: 'C', covered: 'under', next: 3, suggested: true },
		{ topic: 'D', covered: null, next: 1 },
		{ topic: 'E', covered: 'over', next: 0.7 },
		{ topic: 'F', covered: 'over', next: 0.4 }
	] as const;
	const named = (which: 'under' | 'over') => coveredFirst(topics, which).map(({ topic }) => topic);
	expect(named('under')).toEqual(['B', 'A']);
	expect(named('over')).toEqual(['F', 'E']);
});
