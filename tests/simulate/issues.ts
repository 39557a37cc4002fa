import { WEEK } from '#lib/duration.ts';
import { below, normal, seeded, shuffled, weighted, type Random } from './random.ts';
import type { Options } from './options.ts';

export type SimulatedTopic = {
	name: string;
	/** planted log effect */
	effect: number;
	/** how much the editor likes it, independent of demand */
	favour: number;
	/** what an analysis should find: exp of the effect's contrast with the item-weighted mean */
	lift: number;
	/** number of editorial items, one of two topics counting one half */
	items: number;
};

export type SimulatedIssue = {
	/** UTC milliseconds */
	sentAt: number;
	effect: number;
	/** indexes, in reading order */
	items: number[];
	/** indexes of every link; the last three are house, browser view and unsubscribe */
	links: number[];
};

export type SimulatedItem = {
	issue: number;
	/** position, from 1 */
	position: number;
	section: string;
	format: 'editorial' | 'lead' | 'brief';
	role: 'editorial' | 'sponsor';
	/** indexes; empty for a sponsor */
	topics: number[];
	/** indexes */
	links: number[];
	/** log effects: its place in the issue, its topics (fatigue included), its own */
	positionEffect: number;
	topicEffect: number;
	ownEffect: number;
	/** exp of topic and own effect, as a contrast with the publication's usual */
	lift: number;
	/** chance that a reader it was sent to clicks it, on average over readers */
	rate: number;
};

export type SimulatedLink = {
	url: string;
	issue: number;
	/** index, null for a link outside items */
	item: number | null;
	role: 'editorial' | 'sponsor' | 'house' | 'footer';
};

export type Plan = {
	topics: SimulatedTopic[];
	issues: SimulatedIssue[];
	items: SimulatedItem[];
	links: SimulatedLink[];
};

const NEWS = 'https://news.example.org';
const EDITORIAL_LINKS = 3;
const SPONSOR_POSITION = 5;

/** Decides what every issue holds and how attractive each item is, before any reader is there. */
export function planIssues(options: Options, seed: number): Plan {
	const random = seeded(seed, 'issues');
	const plan: Plan = { topics: planTopics(options, seed), issues: [], items: [], links: [] };
	const frequency = sums(plan.topics.map(() => Math.exp(options.frequencySd * normal(random))));

	for (let issue = 0; issue < options.issues; issue++) {
		const sentAt = options.sentAt?.[issue] ?? options.start + issue * WEEK;
		const effect = options.issueSd * normal(random);
		plan.issues.push({ sentAt, effect, items: [], links: [] });

		arrange(options, plan.topics, frequency, random).forEach((topics, position) =>
			addItem(options, plan, issue, position + 1, topics, random)
		);
		addLink(plan, issue, null, 'house', `${NEWS}/jobs`);
		addLink(plan, issue, null, 'footer', `${NEWS}/${issue + 1}`);
		addLink(plan, issue, null, 'footer', `${NEWS}/unsubscribe`);
	}

	settle(options, plan);
	return plan;
}

function planTopics({ topics, topicSd }: Options, seed: number): SimulatedTopic[] {
	const random = seeded(seed, 'topics');
	return Array.from({ length: topics }, (_, i) => ({
		name: `Topic ${i + 1}`,
		effect: topicSd * normal(random),
		favour: normal(random),
		lift: 1,
		items: 0
	}));
}

/** The topics of each item of one issue, in the order in which the editor puts them. */
function arrange(
	{ items, fewer, twoTopics, confounding, favouriteLeads, editorial }: Options,
	topics: SimulatedTopic[],
	frequency: Float64Array,
	random: Random
): number[][] {
	const length = fewer ? items - below(random, fewer + 1) : items;
	const chosen = Array.from({ length }, () => {
		const first = weighted(random, frequency);
		const second = weighted(random, frequency);
		return random() < twoTopics && second !== first ? [first, second] : [first];
	});

	const scored = chosen.map((item) => ({
		item,
		score: confounding * topics[item[0]!]!.favour + (1 - confounding) * normal(random)
	}));
	const order = scored.sort((a, b) => b.score - a.score).map(({ item }) => item);
	// what the week imposes, not a favourite, is what the editorial is about
	if (editorial) order.unshift(...order.splice(below(random, order.length), 1));
	if (favouriteLeads === null) return order;

	// elsewhere the favourite stands where chance puts it
	const others = shuffled(random, order);
	if (random() < favouriteLeads) others[0] = [0];
	return others;
}

function addItem(
	options: Options,
	plan: Plan,
	issue: number,
	position: number,
	topics: number[],
	random: Random
) {
	const { editorial, sponsorEvery, itemSd, leadBoost } = options;
	const slope = options.positionSlope - (issue >= (options.issues * 2) / 3 ? options.layout : 0);
	const lead = editorial ? 2 : 1;
	const sponsor =
		sponsorEvery > 0 && position === SPONSOR_POSITION && issue % sponsorEvery === sponsorEvery - 1;
	const format = position < lead ? 'editorial' : position === lead ? 'lead' : 'brief';
	const index = plan.items.length;

	plan.items.push({
		issue,
		position,
		section: format === 'brief' ? 'In brief' : format === 'lead' ? 'To remember' : 'Editorial',
		format,
		role: sponsor ? 'sponsor' : 'editorial',
		topics: sponsor ? [] : topics,
		links: [],
		positionEffect: -slope * Math.log(position) + (format === 'lead' ? leadBoost : 0),
		topicEffect: 0,
		ownEffect: itemSd * normal(random),
		lift: 1,
		rate: 0
	});
	plan.issues[issue]!.items.push(index);

	for (let link = 1; link <= (format === 'editorial' ? EDITORIAL_LINKS : 1); link++) {
		const path = `https://site-${topics[0]}.example.org/${issue + 1}/${position}-${link}`;
		addLink(plan, issue, index, sponsor ? 'sponsor' : 'editorial', path);
	}
}

function addLink(
	plan: Plan,
	issue: number,
	item: number | null,
	role: SimulatedLink['role'],
	url: string
) {
	const index = plan.links.length;
	plan.links.push({ url, issue, item, role });
	plan.issues[issue]!.links.push(index);
	if (item !== null) plan.items[item]!.links.push(index);
}

/**
 * Works out, once all items are there, what depends on the others: fatigue, usual, lift, rate. The
 * lift of a topic that changes is the one before it did.
 */
function settle(options: Options, { topics, issues, items }: Plan) {
	const ranked = items.filter(({ role }) => role === 'editorial');
	for (const item of ranked) {
		for (const topic of item.topics) topics[topic]!.items += 1 / item.topics.length;

		const before = issues.slice(Math.max(0, item.issue - 2), item.issue).flatMap((i) => i.items);
		const shares = item.topics.map((topic) => {
			const recent = before.filter((i) => items[i]!.topics.includes(topic)).length;
			const changed = topic === 0 && item.issue >= issues.length / 2 ? options.change : 0;
			return topics[topic]!.effect + options.fatigue * recent + changed;
		});
		item.topicEffect = mean(shares);
	}

	const usual = topics.reduce((sum, t) => sum + t.items * t.effect, 0) / ranked.length;
	for (const topic of topics) topic.lift = Math.exp(topic.effect - usual);

	// the mean over positions, so that `clickRate` is what an average item gets
	const level = mean(items.map(({ positionEffect }) => Math.exp(positionEffect)));
	for (const item of items) {
		item.lift = Math.exp(item.topicEffect + item.ownEffect - usual);
		const { effect } = issues[item.issue]!;
		item.rate = (options.clickRate / level) * Math.exp(effect + item.positionEffect) * item.lift;
	}
}

function mean(values: number[]): number {
	return values.reduce((sum, value) => sum + value, 0) / values.length;
}

function sums(weights: number[]): Float64Array {
	let sum = 0;
	return Float64Array.from(weights, (weight) => (sum += weight));
}
