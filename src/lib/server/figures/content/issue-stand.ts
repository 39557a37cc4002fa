import { deviationOf } from '#lib/measure/stats/prediction-interval.ts';
import type { ArchiveIssue } from '../../store/rollups/archive.ts';
import type { Archive } from '../archive.ts';
import { closedAfterHours } from './issues.ts';
import type { League } from './league.ts';

/** The factors of an issue's clickers: the others multiply to the first. */
export type StandName = 'clickers' | 'reach' | 'positions' | 'topics' | 'rest' | 'setAside';

/** One factor of an issue, relative to the publication's average. */
export type Stand = {
	of: StandName;
	factor: number;
	/** the range in which nine of ten issues lie */
	low: number;
	high: number;
	within: boolean;
};

/** First clicks by hour since sending, of every issue. */
type Firsts = readonly { issueId: number; hour: number; first: number }[];

type Parts = Record<StandName, number>;

/**
 * Compares an issue with the settled issues before it, at the same age: its clickers, and the factors that
 * explain them. Empty with fewer than five comparable issues on the same basis.
 *
 * @param age hours of data since it was sent, at most 72
 */
export function standOf(
	issue: ArchiveIssue,
	age: number | null,
	archive: Archive,
	league: League,
	firsts: Firsts
): Stand[] {
	const hours = Math.min(age ?? closedAfterHours, closedAfterHours);
	const clickers = new Map<number, number>();
	for (const { issueId, hour, first } of firsts)
		if (hour >= 0 && hour < hours) clickers.set(issueId, (clickers.get(issueId) ?? 0) + first);

	const parts = (one: ArchiveIssue) =>
		partsOf(one, clickers.get(one.id) ?? one.rollup?.clickers ?? 0, archive, league);
	const own = parts(issue);
	const earlier = archive.issues
		.slice(0, archive.issues.indexOf(issue))
		.filter(({ rollup }) => rollup?.basis === issue.rollup?.basis)
		.flatMap((one) => parts(one) ?? []);
	if (!own) return [];

	return (Object.keys(own) as StandName[]).flatMap((of): Stand[] => {
		const deviation = deviationOf(
			earlier.map((one) => one[of]),
			own[of]
		);
		if (!deviation) return [];
		const { difference, low, high, within } = deviation;
		// the interval around this issue becomes one around the average
		const margin = (high - low) / 2;
		const factor = Math.exp(difference);
		return [{ of, factor, low: Math.exp(-margin), high: Math.exp(margin), within }];
	});
}

/** Logarithms of the factors of an issue's clickers; null if they are unknown. */
function partsOf(
	{ id, rollup }: ArchiveIssue,
	clickers: number,
	archive: Archive,
	league: League
): Parts | null {
	const mix = mixOf(id, archive, league);
	if (!mix || !rollup?.delivered || clickers === 0) return null;

	const reach = Math.log(rollup.delivered);
	const { positions: positionMix, topics: topicMix } = mix;
	const kept = rollup.allClicks ? (rollup.clicks ?? 0) / rollup.allClicks : 1;
	return {
		clickers: Math.log(clickers),
		reach,
		positions: positionMix,
		topics: topicMix,
		rest: Math.log(clickers) - reach - positionMix - topicMix,
		setAside: Math.log(Math.max(kept, 0.01))
	};
}

/** Logarithms: what an issue's positions usually get together, and how far its topics raise that. */
type Mix = { positions: number; topics: number };

const made = new WeakMap<League, Map<number, Mix>>();

/** The mix of an issue; null without a fit, or if none of its items is in it. */
export function mixOf(issueId: number, archive: Archive, league: League): Mix | null {
	let mixes = made.get(league);
	if (!mixes) made.set(league, (mixes = makeMixes(archive, league)));
	return mixes.get(issueId) ?? null;
}

function makeMixes(archive: Archive, { fit, items, topic }: League): Map<number, Mix> {
	if (!fit) return new Map();
	const levels = new Map(fit.positions.map(({ position, level }) => [position, level]));
	const sums = new Map<number, Mix>();
	for (const { id, issueId, position } of items) {
		const level = levels.get(position!) ?? 1;
		const own = (archive.topicsOfItem.get(id) ?? []).map((t) => topic(t)?.lift ?? 1);
		const mean = own.reduce((sum, lift) => sum + Math.log(lift), 0) / (own.length || 1);
		const { positions, topics } = sums.get(issueId) ?? { positions: 0, topics: 0 };
		sums.set(issueId, { positions: positions + level, topics: topics + level * Math.exp(mean) });
	}
	return new Map(
		[...sums]
			.filter(([, { positions }]) => positions !== 0)
			.map(([id, { positions, topics }]) => [
				id,
				{ positions: Math.log(positions), topics: Math.log(topics / positions) }
			])
	);
}
