import { WEEK } from '#lib/duration.ts';
import { Z50 } from '#lib/measure/stats/normal.ts';
import type { Fatigue } from '#lib/measure/topics/fatigue.ts';
import { movingWindows } from '#lib/measure/topics/moving-windows.ts';
import type { TopicChange } from '#lib/measure/topics/real-changes.ts';
import { coverage, type Coverage } from '#lib/measure/topics/supply.ts';
import type { ArchiveIssue } from '../../store/rollups/archive.ts';
import type { Db } from '../../store/sql/open.ts';
import type { Publication } from '../../store/publications.ts';
import type { TopicTimes } from '../../fits/topic-times.ts';
import { derived, type Archive } from '../archive.ts';
import { chosenIn, type Chosen } from './chosen.ts';
import { doubted, leagueOf, type League } from './league.ts';
import { quarterOf, quartersOf } from './quarters.ts';
import type { Estimate, Point } from './rows.ts';
import { selectionOf } from './selection.ts';

/** How a topic changes over time; all of it null or empty with too little data. */
export type TopicTime = {
	/** lift per quarter of the year, and in windows of twelve weeks that end within the period */
	quarters: Point[];
	rolling: Point[];
	/** when its lift changed for good, if that was in the period, and by which factor */
	change: { at: number; factor: number; low: number; high: number } | null;
	/** how its lift changes with each further item on it in the past two issues or 14 days, as a factor */
	fatigue: Estimate | null;
	/** how many recent items on it there usually are, and how many there are now */
	usualBefore: number | null;
	before: number | null;
	/** whether readers want more of it or less, with the predicted lift of one more item */
	covered: Coverage['covered'];
	next: number | null;
	/** ends of its 90 % interval */
	nextLow: number | null;
	nextHigh: number | null;
	nextAbove: number | null;
};

const WINDOW = 12 * WEEK;
const STEP = 4 * WEEK;
const SHORT = 26 * WEEK;

/**
 * How each topic changes over time, by its id; nothing without a fit. Lines cover the period; the forecast for
 * one more item is of now, whatever the period.
 */
export function topicTimes(
	db: Db,
	publication: Publication,
	archive: Archive,
	chosen: Chosen
): ReadonlyMap<number, TopicTime> {
	return derived(db, publication, `times ${chosen.name}`, () =>
		timesOf(archive, chosen, publication.zone)
	);
}

function timesOf(archive: Archive, chosen: Chosen, zone: string): Map<number, TopicTime> {
	const league = leagueOf(archive, 'editorial');
	const { times } = archive.fits.editorial;
	const dated = chosenIn(
		chosen,
		chosen.issues.filter(({ sentAt }) => sentAt !== null)
	);
	if (!times || dated.issues.length === 0) return new Map();

	const ids = archive.topics.map(({ id }) => id);
	const quarters = quarterPoints(archive, dated, ids, zone);
	const rolling = rollingPoints(archive, dated, ids);
	const span: [number, number] = [dated.issues[0]!.sentAt!, dated.issues.at(-1)!.sentAt!];

	return new Map(
		ids.map((id): [number, TopicTime] => {
			const own = quarters.get(id)!;
			if (league.topic(id)?.enough !== true)
				return [id, { ...none, quarters: own.map(blank), rolling: [] }];
			const lines = { quarters: own, rolling: rolling.get(id)! };
			// lasting changes, fatigue and forecasts are given for all items of a topic only, never for a part
			// of them
			const ahead = chosen.isAsked ? none : outlook(archive, league, times, id, span);
			return [id, { ...ahead, ...lines }];
		})
	);
}

/** When a topic's lift changed for good, over all time; null if nothing shows a change. */
export function lastingChange(archive: Archive, topic: number): TopicTime['change'] {
	const { topic: estimate, countsOnly, index } = leagueOf(archive, 'editorial');
	if (countsOnly || estimate(topic)?.enough !== true) return null;
	const change = archive.fits.editorial.times?.changes[index.topics.get(topic)!];
	return change ? factorOf(change) : null;
}

/** A topic's lasting change, fatigue and next item, over all time. */
function outlook(
	archive: Archive,
	league: League,
	times: TopicTimes,
	topic: number,
	[from, to]: [number, number]
): Omit<TopicTime, 'quarters' | 'rolling'> {
	const { fit, countsOnly, index } = league;
	const at = index.topics.get(topic)!;
	const tired = times.fatigue[at] ?? null;
	const stand = coverage(effectNow(fit!, at), tired, times.before[at]!);
	const change = lastingChange(archive, topic);
	return {
		change: change && change.at >= from && change.at <= to ? change : null,
		fatigue: tired && doubted(fatigueEstimate(tired), league),
		usualBefore: tired?.usual ?? null,
		before: times.before[at]!,
		// no advice from estimates that are never clear
		covered: countsOnly ? null : stand.covered,
		next: stand.next,
		nextLow: stand.low,
		nextHigh: stand.high,
		nextAbove: stand.above
	};
}

/** A topic's log effect at the next issue: the one over all time, plus its drift. */
function effectNow({ effects, basis }: NonNullable<League['fit']>, at: number) {
	const { mean, sd } = effects.topics;
	const { drift } = basis;
	return {
		mean: mean[at]! + drift.mean[at]!,
		sd: Math.hypot(sd[at]!, Math.sqrt(drift.variance[at]!))
	};
}

const none: Omit<TopicTime, 'quarters' | 'rolling'> = {
	change: null,
	fatigue: null,
	usualBefore: null,
	before: null,
	covered: null,
	next: null,
	nextLow: null,
	nextHigh: null,
	nextAbove: null
};

const blank = (point: Point): Point => ({ ...point, value: null, low: null, high: null });

/** Points of lines over spans of time, by topic. */
function pointsOf(
	archive: Archive,
	chosen: Chosen,
	topics: readonly number[],
	spans: readonly { at: number; label: string; issues: readonly ArchiveIssue[] }[]
): Map<number, Point[]> {
	const selections = spans.map(({ issues }) =>
		selectionOf(archive, { ...chosen, issues }, 'topics')
	);
	return new Map(
		topics.map((id) => [
			id,
			spans.map(({ at, label }, i): Point => {
				const point = selections[i]!.point(id);
				const { lift = null, low = null, high = null, items = 0 } = point ?? {};
				return { at, label, value: lift, low, high, n: items };
			})
		])
	);
}

function quarterPoints(
	archive: Archive,
	chosen: Chosen,
	topics: readonly number[],
	zone: string
): Map<number, Point[]> {
	const { issues } = chosen;
	// by the publication's own calendar, whose quarters do not start at midnight UTC
	const spans = quartersOf(issues, zone).map(({ at, name }) => ({
		at,
		label: name,
		issues: issues.filter(({ sentAt }) => quarterOf(sentAt!, zone) === name)
	}));
	return pointsOf(archive, chosen, topics, spans);
}

/**
 * Windows of twelve weeks that end at every fourth week of the period, or every second of a short one; the
 * last ends with the last issue. They may begin before the period: otherwise a quarter would have only one.
 */
function rollingPoints(
	archive: Archive,
	chosen: Chosen,
	topics: readonly number[]
): Map<number, Point[]> {
	const [from, to] = [chosen.issues[0]!.sentAt!, chosen.issues.at(-1)!.sentAt!];
	const issues = archive.issues.filter(
		({ sentAt }) => sentAt !== null && sentAt > from - WINDOW && sentAt <= to
	);
	const windows = movingWindows(
		issues.map(({ sentAt }) => sentAt!),
		WINDOW,
		to - from < SHORT ? STEP / 2 : STEP
	).filter((window) => window.to > from);
	const spans = windows.map(({ from, to }) => ({
		at: to - 1,
		label: new Date(to - 1).toISOString().slice(0, 10),
		issues: issues.filter(({ sentAt }) => sentAt! >= from && sentAt! < to)
	}));
	return pointsOf(archive, chosen, topics, spans);
}

function factorOf({ at, low, high, change }: TopicChange): TopicTime['change'] {
	return { at, factor: Math.exp(change.mean), low: Math.exp(low), high: Math.exp(high) };
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
