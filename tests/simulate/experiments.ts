import { normal, poisson, seeded } from './random.ts';

/** An archive of headline experiments: which variant got how many clicks of how many who saw it. */
export type Experiments = {
	file: Uint8Array;
	/** by title of the variant: logarithm of how its rate stands to its test's, planted */
	truth: Map<string, number>;
};

export type Shape = {
	tests: number;
	/** to how many each variant was shown, at least and at most */
	seen: readonly [number, number];
	/** click rate of a usual variant in a usual test */
	rate: number;
	/** spread of the logarithms of variants' rates within their test, and of tests' rates */
	spread: number;
	between: number;
};

/**
 * Experiments of two to six variants, as a table of counts: a test, a variant's link, to how many it was
 * shown and how often it was clicked. No document says where variants stood: each stood alone.
 */
export function experiments(
	seed: number,
	{ tests, seen, rate, spread, between }: Shape
): Experiments {
	const random = seeded(seed, 'experiments');
	const truth = new Map<string, number>();
	const rows = ['campaign,url,impressions,clicks'];

	for (let n = 1; n <= tests; n++) {
		const usual = rate * Math.exp(between * normal(random));
		const variants = 2 + Math.floor(random() * 5);
		for (let v = 1; v <= variants; v++) {
			const shown = Math.round(seen[0] + random() * (seen[1] - seen[0]));
			const effect = spread * normal(random);
			const url = `https://example.com/test-${n}/variant-${v}-of-${n}`;
			truth.set(`variant ${v} of ${n}`, effect);
			rows.push(`Test ${n},${url},${shown},${poisson(random, shown * usual * Math.exp(effect))}`);
		}
	}
	return { file: Buffer.from(rows.join('\n')), truth };
}
