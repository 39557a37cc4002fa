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

/** From this mean on a Poisson count is close enough to normal. */
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

/** Gives a standard normal draw each time it is called. */
export function normals(random: Random): () => number {
	const pair = new Float64Array(2);
	let isFirst = false;
	return () => {
		isFirst = !isFirst;
		if (isFirst) fillNormal(pair, random);
		return pair[isFirst ? 0 : 1]!;
	};
}

/** Draws an index, given the log probability of each, up to a constant. */
export function drawnFrom(logs: readonly number[], random: Random): number {
	const best = Math.max(...logs);
	const weights = logs.map((log) => Math.exp(log - best));
	let rest = random() * weights.reduce((sum, one) => sum + one, 0);
	const drawn = weights.findIndex((weight) => (rest -= weight) <= 0);
	return drawn < 0 ? logs.length - 1 : drawn;
}

/** Draws a share from the beta distribution; never exactly 0 or 1. */
export function drawnBeta(a: number, b: number, normal: () => number, random: Random): number {
	const [one, other] = [drawnGamma(a, normal, random), drawnGamma(b, normal, random)];
	return Math.min(1 - 1e-12, Math.max(1e-12, one / (one + other)));
}

/** From the gamma distribution of a shape (Marsaglia & Tsang 2000, doi:10.1145/358407.358414). */
function drawnGamma(shape: number, normal: () => number, random: Random): number {
	if (shape < 1) return drawnGamma(shape + 1, normal, random) * random() ** (1 / shape);
	const d = shape - 1 / 3;
	const c = 1 / Math.sqrt(9 * d);
	for (;;) {
		const x = normal();
		const v = (1 + c * x) ** 3;
		if (v > 0 && Math.log(random()) < x ** 2 / 2 + d * (1 - v + Math.log(v))) return d * v;
	}
}
