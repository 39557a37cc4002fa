import type { Fatigue } from './fatigue.ts';
import { Z90, normalCdf } from '../stats/normal.ts';
import type { Effect } from '../stats/observed.ts';
import { wilson } from '../stats/wilson.ts';

/** An item, for shares: its clickers, and those an average item would get at its place. */
export type SuppliedItem = { topics: readonly number[]; clickers: number; expected: number };

/** A topic's share of what is offered and of what is clicked. */
export type Supply = {
	/** of items, one of k topics counting 1/k; null without items */
	shareOfItems: number | null;
	/** of position-adjusted clickers, with its 90 % interval; null where nobody clicked */
	shareOfClicks: number | null;
	low: number | null;
	high: number | null;
};

/**
 * Supply and demand of each topic. An item's position-adjusted clickers are its clickers divided by those an
 * average item would get at its place, so that an item weighs the same at the top and at the bottom. Items
 * without topics are left out.
 *
 * The interval treats items, not clicks, as the sample (linearised ratio; Cochran, Sampling Techniques, 3rd
 * edition, section 6.4), on the log-odds scale: a topic of three items may deserve far more than its share,
 * but never less than nothing (as survey estimates of small shares; Korn & Graubard 1998).
 */
export function supply(items: readonly SuppliedItem[], topics: number): Supply[] {
	const counted = items.filter(({ topics: own, expected }) => own.length > 0 && expected > 0);
	const ratios = counted.map(({ clickers, expected }) => clickers / expected);
	const wanted = ratios.reduce((sum, ratio) => sum + ratio, 0);
	const sums = Array.from({ length: topics }, () => ({ items: 0, ratios: 0 }));

	counted.forEach(({ topics: own }, i) => {
		for (const topic of own) {
			sums[topic]!.items += 1 / own.length;
			sums[topic]!.ratios += ratios[i]! / own.length;
		}
	});

	return sums.map((own, topic) => {
		const shareOfItems = counted.length ? own.items / counted.length : null;
		if (wanted === 0) return { shareOfItems, shareOfClicks: null, low: null, high: null };

		const share = own.ratios / wanted;
		let squares = 0;
		counted.forEach((item, i) => {
			const part = item.topics.includes(topic) ? 1 / item.topics.length : 0;
			squares += (ratios[i]! * (part - share)) ** 2;
		});
		const error = Math.sqrt(squares) / wanted;
		return { shareOfItems, shareOfClicks: share, ...endsOf(share, error, counted.length) };
	});
}

/** Ends of the 90 % interval of a share. At 0 and 1 it would have no width, and Wilson's is used. */
function endsOf(share: number, error: number, items: number): { low: number; high: number } {
	if (share <= 0) return { low: 0, high: wilson(0, items)[1] };
	if (share >= 1) return { low: wilson(items, items)[0], high: 1 };
	const factor = Math.exp((Z90 * error) / (share * (1 - share)));
	const odds = share / (1 - share);
	return { low: odds / (odds + factor), high: (odds * factor) / (1 + odds * factor) };
}

/** Whether readers want more of a topic, or less; null if neither is clear. */
export type Coverage = {
	covered: 'under' | 'over' | null;
	/** predicted lift of one more item now, with its 90 % interval and the chance that it exceeds usual */
	next: number;
	low: number;
	high: number;
	above: number;
};

/**
 * Under-covered: the topic's lift is clearly above 1, and so is that of one more item at the present cadence,
 * fatigue included, whose 90 % interval is shown beside the advice. Over-covered is the mirror image.
 *
 * @param lift the topic's log lift
 * @param recent items on the topic in the window of `recentItems`, counted from the next issue
 */
export function coverage(lift: Effect, fatigue: Fatigue | null, recent: number): Coverage {
	const further = fatigue ? recent - fatigue.usual : 0;
	const mean = lift.mean + further * (fatigue?.slope.mean ?? 0);
	const sd = Math.hypot(lift.sd, further * (fatigue?.slope.sd ?? 0));

	const side = sideOf(lift);
	const covered = side === sideOf({ mean, sd }) ? side : null;
	const [low, high] = [Math.exp(mean - Z90 * sd), Math.exp(mean + Z90 * sd)];
	return { covered, next: Math.exp(mean), low, high, above: sd > 0 ? normalCdf(mean / sd) : 0.5 };
}

/** What a log lift whose 90 % interval excludes the average says about a topic; null if it includes it. */
function sideOf({ mean, sd }: Effect): Coverage['covered'] {
	return mean - Z90 * sd > 0 ? 'under' : mean + Z90 * sd < 0 ? 'over' : null;
}
