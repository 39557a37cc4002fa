/** Gives a number in [0, 1) each time it is called. */
export type Random = () => number;

/**
 * A small generator (mulberry32) that gives the same numbers for the same seed: figures drawn at
 * random are the same on every page, in every report and on every machine.
 *
 * @see https://github.com/bryc/code/blob/master/jshash/PRNGs.md#mulberry32
 */
export function seeded(seed: number): Random {
	let state = seed | 0;

	return () => {
		state = (state + 0x6d2b79f5) | 0;
		let t = Math.imul(state ^ (state >>> 15), state | 1);
		t ^= t + Math.imul(t ^ (t >>> 7), t | 61);
		return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
	};
}

/** Fills an array with independent standard normal draws (Marsaglia's polar method). */
export function fillNormal(into: Float64Array, random: Random): void {
	for (let i = 0; i < into.length; i += 2) {
		let x, y, s;
		do {
			x = 2 * random() - 1;
			y = 2 * random() - 1;
			s = x * x + y * y;
		} while (s >= 1 || s === 0);

		const scale = Math.sqrt((-2 * Math.log(s)) / s);
		into[i] = x * scale;
		if (i + 1 < into.length) into[i + 1] = y * scale;
	}
}

/** From this mean on a Poisson count is as good as normal. */
const MANY = 60;

/** Draws a Poisson count: by Knuth's product of uniforms where it is small, else as a normal number. */
export function poisson(mean: number, random: Random): number {
	if (mean > MANY) {
		const normal = new Float64Array(1);
		fillNormal(normal, random);
		return Math.max(0, Math.round(mean + Math.sqrt(mean) * normal[0]!));
	}
	const least = Math.exp(-mean);
	let n = 0;
	for (let product = random(); product > least; product *= random()) n++;
	return n;
}
