import { Z50 } from '#lib/measure/normal.ts';
import { fatigue, recentItems, type Fatigue } from '#lib/measure/fatigue.ts';
import { movingWindows } from '#lib/measure/moving-windows.ts';
import type { ObservedItem } from '#lib/measure/observed.ts';
import { seeded } from '#lib/measure/random.ts';
import { topicChanges, type TopicChange } from '#lib/measure/real-changes.ts';
import { coverage, type Coverage } from '#lib/measure/supply.ts';
import { topicTrend } from '#lib/measure/trend.ts';
import type { ArchiveIssue } from '../store/archive.ts';
import type { Db } from '../store/open.ts';
import type { Publication } from '../store/publications.ts';
import { derived, type Archive } from './archive.ts';
import { leagueOf, type League } from './league.ts';
import { quarterOf, quartersOf } from './quarters.ts';
import type { Estimate, Point } from './rows.ts';

/** What time does to a topic; all of it null or empty where there is not enough to say. */
export type TopicTime = {
	/** lift per quarter of the year, and in the twelve weeks before each of a row of instants */
	quarters: Point[];
	rolling: Point[];
	/** when its lift changed for good, and by which factor */
	change: { at: number; factor: number; low: number; high: number } | null;
	/** what each further item on it in the past two issues or 14 days goes with, as a factor */
	fatigue: Estimate | null;
	/** items on it that usually went before, and that now have */
	usualBefore: number | null;
	before: number | null;
	/** whether readers would take more of it or less, with the predicted lift of one more item */
	covered: Coverage['covered'];
	next: number | null;
	nextAbove: number | null;
};

const WEEK = 7 * 86_400_000;
const WINDOW = 12 * WEEK;
const STEP = 4 * WEEK;

/** The order of the draws that decide whether a change is real: the same every time. */
const SEED = 20_26;

/** What time does to each topic, by its id; nothing where no fit could be made. */
export function topicTimes(
	db: Db,
	publication: Publication,
	archive: Archive,
	issues: readonly ArchiveIssue[]
): ReadonlyMap<number, TopicTime> {
	const name = `times ${issues.map(({ id }) => id).join(',')}`;
	return derived(db, publication, name, () => {
		const league = leagueOf(db, publication, archive, issues, 'editorial');
		return league.fit ? timesOf(league, archive, issues, publication.zone) : new Map();
	});
}

function timesOf(
	{ fit, items, topic, countsOnly }: League,
	archive: Archive,
	issues: readonly ArchiveIssue[],
	zone: string
): Map<number, TopicTime> {
	const index = new Map(archive.topics.map(({ id }, i) => [id, i]));
	const sentAt = new Map(issues.map((issue) => [issue.id, issue.sentAt]));
	// an item counts once its issue has a date
	const observed = items.flatMap((item, i): ObservedItem[] => {
		const at = sentAt.get(item.issueId) ?? null;
		const topics = (archive.topicsOfItem.get(item.id) ?? []).map((id) => index.get(id)!);
		if (at === null || topics.length === 0) return [];
		return [{ at, topics, observed: fit!.observed[i]!, variance: fit!.variance[i]! }];
	});
	// what stands in no time changes in none
	if (observed.length === 0) return new Map(archive.topics.map(({ id }) => [id, nothing]));

	const effects = fit!.effects;
	const quarters = quarterPoints(observed, effects, issues, zone);
	const rolling = rollingPoints(observed, effects);
	const changes = topicChanges(
		observed,
		effects,
		(t) => topic(archive.topics[t]!.id)?.enough === true,
		seeded(SEED)
	);
	const cadence = cadenceOf(observed, effects.length);
	const tired = fatigue(observed, cadence.recent, effects);

	return new Map(
		archive.topics.map(({ id }, i): [number, TopicTime] => {
			const enough = topic(id)?.enough === true;
			if (!enough) return [id, { ...nothing, quarters: quarters[i]!.map(blank) }];

			const own = tired[i] ?? null;
			const stand = coverage(effects[i]!, own, cadence.now[i]!);
			return [
				id,
				{
					quarters: quarters[i]!,
					rolling: rolling[i]!,
					change: countsOnly ? null : factorOf(changes[i]!),
					fatigue: own && fatigueEstimate(own),
					usualBefore: own?.usual ?? null,
					before: cadence.now[i]!,
					// of what is not clear nobody should write more or less
					covered: countsOnly ? null : stand.covered,
					next: stand.next,
					nextAbove: stand.above
				}
			];
		})
	);
}

const nothing: TopicTime = {
	quarters: [],
	rolling: [],
	change: null,
	fatigue: null,
	usualBefore: null,
	before: null,
	covered: null,
	next: null,
	nextAbove: null
};

const blank = (point: Point): Point => ({ ...point, value: null, low: null, high: null });

type Effects = NonNullable<League['fit']>['effects'];

function quarterPoints(
	items: readonly ObservedItem[],
	effects: Effects,
	issues: readonly ArchiveIssue[],
	zone: string
): Point[][] {
	const quarters = quartersOf(issues, zone);
	const place = new Map(quarters.map(({ name }, i) => [name, i]));
	// by the publication's own calendar, whose quarters do not start at midnight UTC
	const placed = items.map((item) => ({ ...item, at: place.get(quarterOf(item.at, zone))! }));
	const windows = quarters.map((_, i) => ({ from: i, to: i + 1 }));

	return topicTrend(placed, effects, windows).map((own) =>
		own.map(({ lift, low, high, items: n }, i) => {
			const { at, name: label } = quarters[i]!;
			return { at, label, value: lift, low, high, n };
		})
	);
}

/** Windows of twelve weeks that end at every fourth week, the last one with the last issue. */
function rollingPoints(items: readonly ObservedItem[], effects: Effects): Point[][] {
	const windows = movingWindows(
		items.map(({ at }) => at),
		WINDOW,
		STEP
	);
	return topicTrend(items, effects, windows).map((own) =>
		own.map(({ lift, low, high, items: n }, i) => {
			const at = windows[i]!.to - 1;
			const label = new Date(at).toISOString().slice(0, 10);
			return { at, label, value: lift, low, high, n };
		})
	);
}

function factorOf(change: TopicChange | null): TopicTime['change'] {
	if (!change) return null;
	const { at, low, high } = change;
	return { at, factor: Math.exp(change.change.mean), low: Math.exp(low), high: Math.exp(high) };
}

/** How many items on each topic went just before each item, and before the issue to come. */
function cadenceOf(items: readonly ObservedItem[], topics: number) {
	const issues = [...new Set(items.map(({ at }) => at))].sort((a, b) => a - b);
	const place = new Map(issues.map((at, i) => [at, i]));
	const itemsOn = Array.from({ length: topics }, () => issues.map(() => 0));
	for (const { at, topics: own } of items)
		for (const topic of own) itemsOn[topic]![place.get(at)!]!++;

	// per issue and topic once, not per item: an archive has many items an issue
	const before = itemsOn.map((own) => issues.map((at) => recentItems(at, issues, own)));
	const gaps = issues.slice(1).map((at, i) => at - issues[i]!);
	const next = issues.at(-1)! + (gaps.sort((a, b) => a - b)[gaps.length >> 1] ?? WEEK);
	return {
		recent: items.map(({ at, topics: own }) => own.map((t) => before[t]![place.get(at)!]!)),
		now: itemsOn.map((own) => recentItems(next, issues, own))
	};
}

function fatigueEstimate({ factor, low, high, below, slope }: Fatigue): Estimate {
	return {
		lift: factor,
		low,
		high,
		low50: Math.exp(slope.mean - Z50 * slope.sd),
		high50: Math.exp(slope.mean + Z50 * slope.sd),
		above: 1 - below,
		enough: true,
		why: null,
		rank: null,
		rankLow: null,
		rankHigh: null
	};
}
