import type { Labelled, Letter } from '../bench/parse.ts';
import { htmlStyles, type Style } from './html-styles.ts';
import { flatTruthOf, planOf, truthOf } from './plan.ts';
import { textStyles } from './text-styles.ts';
import { tongues } from './tongues.ts';

/** So many issues of each letter. */
const ISSUES = 4;

/** The project's own letters, all invented: each style in another language, with its siblings. */
export function corpus(): Letter[] {
	return [...htmlStyles, ...textStyles].map((style, i) => {
		const tongue = tongues[i % tongues.length]!;
		const documents = Array.from({ length: ISSUES }, (_, n) => documentOf(style, i, n + 1));
		return { name: `${tongue.code}-${style.name}`, documents };
	});
}

function documentOf(style: Style, seed: number, number: number): Labelled {
	const plan = planOf(tongues[seed % tongues.length]!, seed, number);
	return {
		name: `${plan.day}_${number}.${style.ending}`,
		bytes: new TextEncoder().encode(style.set(plan)),
		truth: style.flat ? flatTruthOf(plan) : truthOf(plan)
	};
}
