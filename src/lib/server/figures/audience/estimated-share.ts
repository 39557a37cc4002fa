import { wilson } from '#lib/measure/stats/wilson.ts';

/** A share of readers with the ends of its 90 % interval; all null without readers. */
export type EstimatedShare = { share: number | null; low: number | null; high: number | null };

/** A share with its Wilson interval; null without readers. */
export function shareOf(n: number, of: number): EstimatedShare {
	if (of === 0) return { share: null, low: null, high: null };
	const [low, high] = wilson(n, of);
	return { share: n / of, low, high };
}
