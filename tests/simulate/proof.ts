import { fitLift } from '#lib/measure/lift/lift.ts';
import { seeded } from '#lib/measure/stats/random.ts';
import { topicChanges } from '#lib/measure/topics/real-changes.ts';
import type { Archive } from './archive.ts';
import { HUMAN, SCANNER } from './columns.ts';
import { isHuman, type JudgedArchive } from './judged.ts';
import { leagueOf, rawRates } from './league.ts';
import { clickersByItem, kendall } from './tally.ts';

/** Counts that add up over archives; shares are taken of their sums. */
export type VerdictScore = {
	humanClicks: number;
	accused: number;
	scannerClicks: number;
	caught: number;
	/** readers behind proxies, as of the last issue: found rightly, wrongly, missed */
	found: number;
	mistaken: number;
	missed: number;
	/** human openers among readers not behind a proxy, over issues: planted, and counted */
	openers: number;
	counted: number;
};

/** How well verdicts agree with who really made the events. */
export function scoreVerdicts(archive: Archive, judged: JudgedArchive): VerdictScore {
	const { clicks } = archive;
	const score = { humanClicks: 0, accused: 0, scannerClicks: 0, caught: 0 };

	for (let i = 0; i < clicks.maker.length; i++) {
		const human = isHuman(judged.clicks[i]!);
		if (clicks.maker[i] === HUMAN) {
			score.humanClicks++;
			if (!human) score.accused++;
		} else if (clicks.maker[i] === SCANNER) {
			score.scannerClicks++;
			if (!human) score.caught++;
		}
	}
	return { ...score, ...scoreProxies(archive, judged), ...scoreOpeners(archive, judged) };
}

/** Of the readers who were there for the last eight issues, and so could be told. */
function scoreProxies({ readers, issues }: Archive, { proxied }: JudgedArchive) {
	const last = issues.at(-1)!.sentAt;
	const since = issues.at(-8)?.sentAt ?? issues[0]!.sentAt;
	const said = proxied.at(-1) ?? new Set();
	const score = { found: 0, mistaken: 0, missed: 0 };

	for (let r = 0; r < readers.count; r++) {
		if (readers.joined[r]! >= since || readers.left[r]! < last) continue;
		if (said.has(r)) score[readers.proxied[r] ? 'found' : 'mistaken']++;
		else if (readers.proxied[r]) score.missed++;
	}
	return score;
}

/** Distinct readers with an open or click, issue by issue, where proxies could be told. */
function scoreOpeners({ opens, clicks, readers }: Archive, judged: JudgedArchive) {
	const planted = new Set<number>();
	const counted = new Set<number>();

	const tally = (events: typeof opens, codes: Uint8Array) => {
		for (let i = 0; i < codes.length; i++) {
			const said = judged.proxied[events.issue[i]!];
			if (!said) continue;
			const r = events.reader[i]!;
			const key = events.issue[i]! * readers.count + r;
			if (events.maker[i] === HUMAN && !readers.proxied[r]) planted.add(key);
			if (isHuman(codes[i]!) && !said.has(r)) counted.add(key);
		}
	};
	tally(opens, judged.opens);
	tally(clicks, judged.clicks);
	return { openers: planted.size, counted: counted.size };
}

/** How well a fit agrees with the planted effects. Widths are of 90 % intervals, in logarithms. */
export type LiftScore = {
	/** Kendall's τ with the planted ranking: of lift, and of the raw click rate */
	tau: number;
	rawTau: number;
	/** topics with five items or more; of them, refused; of the others, with the truth inside */
	topics: number;
	refused: number;
	inside: number;
	widths: number[];
	/** items told, and with the truth inside */
	items: number;
	itemsInside: number;
	/** the topic of each rank */
	ranking: number[];
};

/** Fits an archive's items as clicked by `clickers`, and compares. */
export function scoreLift(archive: Archive, clickers: ArrayLike<number>): LiftScore {
	const league = leagueOf(archive, clickers);
	const fit = fitLift(league.input, { seed: 1, draws: 200 });
	const estimated = fit.topics.flatMap(({ enough }, topic) => (enough ? [topic] : []));
	const planted = estimated.map((topic) => archive.topics[topic]!.lift);
	const raw = rawRates(league);

	const contains = (estimate: { low: number | null; high: number | null }, truth: number) =>
		estimate.low! <= truth && truth <= estimate.high!;
	const eligible = fit.topics.filter(({ items }) => items >= 5 - 1e-9);

	return {
		tau: kendall(
			estimated.map((topic) => fit.topics[topic]!.lift!),
			planted
		),
		rawTau: kendall(
			estimated.map((topic) => raw[topic]!),
			planted
		),
		topics: eligible.length,
		refused: eligible.filter(({ enough }) => !enough).length,
		inside: estimated.filter((topic, k) => contains(fit.topics[topic]!, planted[k]!)).length,
		widths: estimated.map((topic) => Math.log(fit.topics[topic]!.high! / fit.topics[topic]!.low!)),
		items: fit.items.filter(({ enough }) => enough).length,
		itemsInside: fit.items.filter(
			(item, i) => item.enough && contains(item, archive.items[league.items[i]!]!.lift)
		).length,
		ranking: estimated.sort((a, b) => fit.topics[a]!.rank! - fit.topics[b]!.rank!)
	};
}

/** What is said of changes: of topic 0, which alone may change, and of all that never do. */
export type ChangeScore = {
	/** the first issue after the change, and its size as a log effect; null where none is said */
	found: { issue: number; mean: number; low: number; high: number } | null;
	/** whether one is said of a topic that never changes */
	falsely: boolean;
};

/** Looks for changes of topics' lifts, with perfectly labelled clicks. */
export function scoreChanges(archive: Archive): ChangeScore {
	const { input } = leagueOf(archive, clickersByItem(archive));
	const fit = fitLift(input, { seed: 1, draws: 10 });
	const items = input.items.map(({ issue, topics }, i) => ({
		at: issue,
		topics,
		observed: fit.observed[i]!,
		variance: fit.variance[i]!
	}));
	const { mean, sd } = fit.effects.topics;
	const effects = Array.from(mean, (one, topic) => ({ mean: one, sd: sd[topic]! }));
	const changes = topicChanges(items, effects, (t) => fit.topics[t]!.enough, seeded(1));

	const [first, ...others] = changes;
	const planted = archive.options.change !== 0;
	return {
		found: first
			? { issue: first.at, mean: first.change.mean, low: first.low, high: first.high }
			: null,
		falsely: (planted ? others : changes).some((change) => change !== null)
	};
}
