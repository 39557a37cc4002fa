import { expect, test } from 'vitest';
import { fillNormal, seeded } from '../stats/random.ts';
import { realChanges } from './real-changes.ts';

/** Noise of variance 0.04 around a level that jumps halfway. */
function series(jump: number, seed: number) {
	const noise = new Float64Array(40);
	fillNormal(noise, seeded(seed));
	return Array.from(noise, (value, i) => ({
		value: 0.2 * value + (i >= 20 ? jump : 0),
		variance: 0.04
	}));
}

test('a jump of three standard deviations among still series → found where it is, and alone', () => {
	const changes = realChanges([series(0.6, 1), series(0, 2), series(0, 3)], seeded(1));
	expect(Math.abs(changes[0]!.index - 20)).toBeLessThanOrEqual(1);
	expect(changes.slice(1)).toEqual([null, null]);
});

test('twenty series without a change → hardly ever a change', () => {
	let said = 0;
	for (let run = 0; run < 10; run++) {
		const still = Array.from({ length: 20 }, (_, i) => series(0, 100 * run + i + 7));
		if (realChanges(still, seeded(run)).some((change) => change !== null)) said++;
	}
	// ten runs at one in ten: four or more come once in eighty
	expect(said).toBeLessThanOrEqual(3);
});
