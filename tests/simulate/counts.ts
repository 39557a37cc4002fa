import type { LiftInput, LiftItem } from '#lib/measure/lift/lift-input.ts';
import { seeded, fillNormal } from '#lib/measure/stats/random.ts';

/** What an archive of counts is like; effects are logarithms. */
export type CountOptions = {
	issues: number;
	items: number;
	topics: number;
	/** readers each issue reaches, and the mean click rate of an item */
	reach: number;
	clickRate: number;
	topicSd: number;
	itemSd: number;
	issueSd: number;
	positionSlope: number;
	/** from half of the issues on every nth topic has this effect on top; 0: none */
	change: number;
	changeEvery: number;
	/** spread of slow drifts of topics: random walks over the history, by their end */
	drift: number;
	/** from half of the issues on all items are clicked by this much more; 0: none */
	rise: number;
	/** from a third of the issues on the slope is this much flatter; 0: the layout stays */
	layout: number;
	/** 0: order is chance; 1: the editor's favourites decide the order */
	confounding: number;
};

export const countReference: CountOptions = {
	issues: 60,
	items: 12,
	topics: 12,
	reach: 3000,
	clickRate: 0.02,
	topicSd: 0.45,
	itemSd: 0.3,
	issueSd: 0.15,
	positionSlope: 0.8,
	change: 0,
	changeEvery: 4,
	drift: 0,
	rise: 0,
	layout: 0,
	confounding: 0.7
};

/** Counts of an archive with what is true of its topics. */
export type Counts = {
	input: LiftInput;
	/** log effect of each topic in each issue */
	effects: Float64Array[];
	/** item-weighted mean of topics' effects over all items: what is usual */
	usual: number;
	/** log effect of each item, against usual */
	items: Float64Array;
	/** how many clickers each item was to have, before chance */
	expected: Float64Array;
};

/**
 * Draws how many clicked each item, without readers: hundreds of archives in the time of one of
 * `simulate`.
 */
export function simulateCounts(changes: Partial<CountOptions>, seed: number): Counts {
	const o = { ...countReference, ...changes };
	const random = seeded(seed * 7919 + 13);
	const pair = new Float64Array(2);
	const normal = () => {
		fillNormal(pair, random);
		return pair[0]!;
	};

	const base = Array.from({ length: o.topics }, () => o.topicSd * normal());
	const favour = base.map(() => normal());
	const often = base.map(() => Math.exp(0.35 * normal()));
	const effects = base.map((effect, topic) => {
		let walk = 0;
		const from = topic % o.changeEvery === 0 ? o.issues / 2 : Infinity;
		return Float64Array.from({ length: o.issues }, (_, issue) => {
			walk += (o.drift / Math.sqrt(o.issues)) * normal();
			return effect + walk + (issue >= from ? o.change : 0);
		});
	});
	const total = often.reduce((sum, one) => sum + one, 0);
	const draw = () => {
		let at = random() * total;
		return Math.max(
			0,
			often.findIndex((one) => (at -= one) < 0)
		);
	};

	const items: LiftItem[] = [];
	const whole: number[] = [];
	const expected: number[] = [];
	for (let issue = 0; issue < o.issues; issue++) {
		const level = o.issueSd * normal() + (issue >= o.issues / 2 ? o.rise : 0);
		const slope = o.positionSlope - (issue >= o.issues / 3 ? o.layout : 0);
		const chosen = Array.from({ length: o.items }, draw)
			.map((topic) => ({
				topic,
				score: o.confounding * favour[topic]! + (1 - o.confounding) * normal()
			}))
			.sort((a, b) => b.score - a.score);
		const worth = chosen.map((_, i) => Math.exp(-slope * Math.log(i + 1)));
		const mean = worth.reduce((sum, one) => sum + one, 0) / o.items;
		chosen.forEach(({ topic }, i) => {
			const effect = effects[topic]![issue]! + o.itemSd * normal();
			const rate = (o.clickRate * worth[i]! * Math.exp(level + effect)) / mean;
			whole.push(effect);
			expected.push(o.reach * rate);
			items.push({
				issue,
				reach: o.reach,
				position: i + 1,
				format: i === 0 ? 'lead' : 'brief',
				pages: 1,
				section: -1,
				topics: [topic],
				authors: [],
				clickers: poisson(o.reach * rate, random, normal)
			});
		});
	}
	const usual =
		items.reduce((sum, { topics, issue }) => sum + effects[topics[0]!]![issue]!, 0) / items.length;
	return {
		input: { items, issues: o.issues, sections: 0, topics: o.topics, authors: 0 },
		effects,
		usual,
		items: Float64Array.from(whole, (effect) => effect - usual),
		expected: Float64Array.from(expected)
	};
}

/** A count of that mean. @param normal draws from the standard normal distribution */
export function poisson(mean: number, random: () => number, normal: () => number): number {
	if (mean > 60) return Math.max(0, Math.round(mean + Math.sqrt(mean) * normal()));
	const least = Math.exp(-mean);
	let product = random();
	let n = 0;
	while (product > least) {
		product *= random();
		n++;
	}
	return n;
}
