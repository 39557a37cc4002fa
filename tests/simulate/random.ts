/** Gives a number in [0, 1) each time it is called, the same ones for the same seed. */
export type Random = () => number;

/**
 * A small fast counter generator (sfc32), started from one number and the name of a stream.
 *
 * Streams are independent, so that drawing one more topic does not change who the readers are.
 *
 * @see https://pracrand.sourceforge.net/RNG_engines.txt
 */
export function seeded(seed: number, stream = ''): Random {
	let a = seed | 0;
	let b = 0x9e3779b9;
	let c = mix(stream);
	let d = 1;

	function next(): number {
		const t = (((a + b) | 0) + d) | 0;
		d = (d + 1) | 0;
		a = b ^ (b >>> 9);
		b = (c + (c << 3)) | 0;
		c = (((c << 21) | (c >>> 11)) + t) | 0;
		return (t >>> 0) / 4294967296;
	}

	for (let warm = 0; warm < 16; warm++) next();
	return next;
}

/** FNV-1a over UTF-16 units. */
function mix(text: string): number {
	let hash = 0x811c9dc5;
	for (let i = 0; i < text.length; i++) hash = Math.imul(hash ^ text.charCodeAt(i), 0x01000193);
	return hash;
}

/** A fixed number in [0, 1) for a pair, without storing a table of pairs. */
export function scatter(a: number, b: number): number {
	let hash = Math.imul(a + 0x9e3779b9, 0x85ebca6b) ^ Math.imul(b + 0x7f4a7c15, 0xc2b2ae35);
	hash = Math.imul(hash ^ (hash >>> 15), 0x2c1b3c6d);
	hash = Math.imul(hash ^ (hash >>> 12), 0x297a2d39);
	return ((hash ^ (hash >>> 15)) >>> 0) / 4294967296;
}

/** A standard normal draw (Box–Muller, one of the pair). */
export function normal(random: Random): number {
	return Math.sqrt(-2 * Math.log(1 - random())) * Math.cos(2 * Math.PI * random());
}

/** An exact Poisson draw: large means are halved, since a sum of Poissons is Poisson. */
export function poisson(random: Random, mean: number): number {
	if (mean > 24) return poisson(random, mean / 2) + poisson(random, mean / 2);

	const limit = Math.exp(-mean);
	let count = 0;
	for (let product = random(); product > limit; product *= random()) count++;
	return count;
}

/** An integer in [0, n). */
export function below(random: Random, n: number): number {
	return Math.floor(random() * n);
}

/** One of a list; never called with an empty one. */
export function pick<T>(random: Random, list: readonly T[]): T {
	return list[below(random, list.length)]!;
}

/** A copy of a list in random order (Fisher–Yates). */
export function shuffled<T>(random: Random, list: readonly T[]): T[] {
	const copy = [...list];
	for (let i = copy.length - 1; i > 0; i--) {
		const j = below(random, i + 1);
		[copy[i], copy[j]] = [copy[j]!, copy[i]!];
	}
	return copy;
}

/** The index of a draw in proportion to weights, given their running sums. */
export function weighted(random: Random, sums: Float64Array, length = sums.length): number {
	const target = random() * sums[length - 1]!;
	let low = 0;
	let high = length - 1;
	while (low < high) {
		const middle = (low + high) >> 1;
		if (sums[middle]! > target) high = middle;
		else low = middle + 1;
	}
	return low;
}
