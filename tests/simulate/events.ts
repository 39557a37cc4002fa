import { HUMAN, PROXY, SCANNER, collector, type Columns } from './columns.ts';
import { normal, poisson, scatter, seeded, weighted, type Random } from './random.ts';
import { echo, queueOf, sweep } from './field-scanners.ts';
import type { Options } from './options.ts';
import type { Plan, SimulatedItem } from './issues.ts';
import type { Readers } from './readers.ts';

/** Entry k of each column is one event; `maker` is HUMAN, SCANNER or PROXY. */
export type Events = Omit<Columns, 'link'>;
export type Clicks = Columns;
export type Departures = Omit<Columns, 'link' | 'maker'>;

type Collector = ReturnType<typeof collector>;
type Stage = {
	options: Options;
	plan: Plan;
	readers: Readers;
	random: Random;
	opens: Collector;
	clicks: Collector;
	/** when each reader opened the issue at hand, and their running weights; the first `length` count */
	opened: Float64Array;
	present: Uint32Array;
	weights: Float64Array;
	length: number;
	/** number of the item that the reader was last drawn for: nobody is one item's clicker twice */
	drawn: Int32Array;
	/** by how much the issue's scanners are late, in milliseconds */
	queue: number;
};

const SECOND = 1000;
const MINUTE = 60 * SECOND;
const HOUR = 60 * MINUTE;

/** Lets every issue go out: deliveries, machines, people, and those who leave. */
export function happen(options: Options, plan: Plan, readers: Readers, seed: number) {
	const deliveries = collector();
	const departures = collector();
	const stage: Stage = {
		options,
		plan,
		readers,
		random: seeded(seed, 'events'),
		opens: collector(),
		clicks: collector(),
		opened: new Float64Array(readers.count),
		present: new Uint32Array(readers.count),
		weights: new Float64Array(readers.count),
		length: 0,
		drawn: new Int32Array(readers.count).fill(-1),
		queue: 0
	};

	plan.issues.forEach(({ sentAt }, issue) => {
		stage.length = 0;
		stage.queue = options.scanners === 'field' ? queueOf(stage.random) : 0;
		let reach = 0;

		for (let r = 0; r < readers.count; r++) {
			if (readers.joined[r]! >= sentAt || readers.left[r]! < sentAt) continue;
			const at = sentAt + (60 * SECOND * r) / readers.count;
			deliveries.add(issue, r, at);
			reach++;
			arrive(stage, issue, r, at);
			if (stage.random() < options.leaving) leave(stage, departures, issue, r);
		}
		for (const index of plan.issues[issue]!.items) clickItem(stage, index, reach);
		visitHouse(stage, issue, reach);
	});

	return {
		deliveries: deliveries.done(),
		opens: stage.opens.done(),
		clicks: stage.clicks.done(),
		departures: departures.done()
	};
}

/** What follows a delivery: the machine before the reader, and the reader who opens or does not. */
function arrive(stage: Stage, issue: number, r: number, at: number) {
	const { options, readers, random, opens } = stage;
	const { until } = options;

	if (readers.scanned[r] && random() < 0.97) scan(stage, issue, r, at);
	if (readers.proxied[r] && random() < 0.97) {
		opens.add(issue, r, at + 10 * SECOND - 240 * SECOND * Math.log(1 - random() * 0.98), PROXY);
	}
	if (random() >= readers.openness[r]!) return;

	const opened = at + delay(stage, r);
	if (until !== null && opened > until) return;

	// a proxy answers later openings from its own copy, mostly
	if (!readers.proxied[r] || random() < 0.25) opens.add(issue, r, opened);
	if (!readers.proxied[r] && random() < 0.2)
		opens.add(issue, r, opened + HOUR * (1 + 20 * random()));

	const before = stage.length === 0 ? 0 : stage.weights[stage.length - 1]!;
	stage.opened[r] = opened;
	stage.present[stage.length] = r;
	stage.weights[stage.length] = before + readers.activity[r]!;
	stage.length++;
}

/** How long after the delivery somebody opens: at once, when the gateway lets it in, or some time. */
function delay({ readers, random }: Stage, r: number): number {
	if (readers.office[r]) return 2 * HOUR + 40 * SECOND * random();
	if (readers.prompt[r]) return 5 * SECOND + 200 * SECOND * random();

	return Math.min(300 * HOUR, 4 * HOUR * Math.exp(1.3 * normal(random)));
}

function scan(
	{ options, plan, random, opens, clicks, queue }: Stage,
	issue: number,
	r: number,
	at: number
) {
	const { links } = plan.issues[issue]!;
	if (options.scanners === 'field') {
		const { loneShare } = options;
		sweep({ issue, reader: r, at: at + queue, links, loneShare }, random, { opens, clicks });
		return;
	}
	const start = at + SECOND * (2 + 40 * random());
	const pace = SECOND * (0.05 + 0.5 * random());

	opens.add(issue, r, start, SCANNER);
	links.forEach((link, i) => {
		if (random() < options.scannerCoverage) clicks.add(issue, r, start + i * pace, SCANNER, link);
	});
}

/** Draws how many click an item from its planted rate, then who they are. */
function clickItem(stage: Stage, index: number, reach: number) {
	const { plan, random, options } = stage;
	const item = plan.items[index]!;
	// not everybody who opens can be made to click
	const clickers = Math.min(poisson(random, reach * item.rate), Math.floor(stage.length * 0.6));

	for (let n = 0; n < clickers; n++) {
		const r = draw(stage, item, index);
		if (r === null) return;

		const at = stage.opened[r]! + SECOND * (4 + 12 * item.position * random());
		press(stage, item, r, at);
		if (stage.readers.fast[r]) hurry(stage, item, r, at);
		if (random() < options.repeatShare) press(stage, item, r, at + HOUR * (0.2 + 30 * random()));
	}
}

/** Somebody who opened the issue, by readiness to click and taste, and was not drawn for it yet. */
function draw(stage: Stage, item: SimulatedItem, index: number): number | null {
	const { random, drawn } = stage;

	for (let tries = 0; tries < 400; tries++) {
		const r = stage.present[weighted(random, stage.weights, stage.length)]!;
		if (drawn[r] === index) continue;
		if (random() > willingness(stage, r, item.topics[0] ?? -1)) continue;

		drawn[r] = index;
		return r;
	}
	return null;
}

/** How a reader's taste thins out the clicks on a topic, 0..1. */
function willingness({ options, readers }: Stage, r: number, topic: number): number {
	const taste = 1 - options.taste * scatter(r, options.kin && topic === 1 ? 0 : topic);
	return topic === 0 && readers.channel[r] !== 0 ? taste * Math.exp(-options.channelTaste) : taste;
}

function press(stage: Stage, item: SimulatedItem, r: number, at: number) {
	const { random, options, clicks } = stage;
	if (options.until !== null && at > options.until) return;

	// the first of several links gets most of the clicks
	const link = item.links[Math.floor(item.links.length * random() * random())]!;
	clicks.add(item.issue, r, at, HUMAN, link);
	if (options.scanners === 'field' && stage.readers.scanned[r])
		echo({ issue: item.issue, reader: r, at, link }, random, clicks);
}

/** Two more links within ten seconds, chosen as everybody chooses: by what attracts. */
function hurry(stage: Stage, item: SimulatedItem, r: number, at: number) {
	const { plan, random } = stage;
	const others = plan.issues[item.issue]!.items.map((i) => plan.items[i]!);
	let sum = 0;
	const sums = Float64Array.from(others, ({ rate }) => (sum += rate));

	for (let more = 1; more <= 2; more++) {
		const other = others[weighted(random, sums)]!;
		if (other !== item) press(stage, other, r, at + SECOND * (more * 2 + 4 * random()));
	}
}

/** A few people follow the newsletter's own link, as many in each issue. */
function visitHouse(stage: Stage, issue: number, reach: number) {
	const { plan, random, options, clicks } = stage;
	if (stage.length === 0) return;

	for (let n = poisson(random, reach * options.clickRate * 0.15); n > 0; n--) {
		const r = stage.present[weighted(random, stage.weights, stage.length)]!;
		const at = stage.opened[r]! + SECOND * (60 + 120 * random());
		if (options.until !== null && at > options.until) continue;
		clicks.add(issue, r, at, HUMAN, plan.issues[issue]!.links.at(-3));
	}
}

function leave(stage: Stage, departures: Collector, issue: number, r: number) {
	const { plan, readers, random, clicks, options } = stage;
	const { sentAt, links } = plan.issues[issue]!;
	const at = sentAt + HOUR * (0.2 + 20 * random());
	if (options.until !== null && at > options.until) return;

	readers.left[r] = at;
	clicks.add(issue, r, at, HUMAN, links.at(-1));
	departures.add(issue, r, at + 5 * SECOND);
}
