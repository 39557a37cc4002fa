import {
	certaintyOfChange,
	type Certainty,
	clearSide,
	confirmedOf,
	isCountsOnly,
	type CertaintyInput
} from './certainty.ts';
import { statement, type Statement, type Value, type Worded } from './statement.ts';

type Moved = { change: number; low: number | null; high: number | null; unfiltered?: boolean };
type Part = { name: Worded<'part'>; moved: Moved };

/** The click rate, and what explains its change. */
export type ClickRateChange = {
	before: number;
	after: number;
	whole: Moved;
	parts: readonly Part[];
	scanners: number | null;
};

type Interval = { low: number; high: number };
const hasEnds = (moved: Moved): moved is Moved & Interval =>
	moved.low !== null && moved.high !== null;
const isClear = (moved: Moved) => certaintyOfChange(moved.change, moved)?.certainty === 'clear';
const between = ({ low, high }: Interval, of: 'points' | 'lift'): Value => ({ low, high, of });

/** Half of the tenth of a point to which a change of a click rate is rounded: a smaller one shows as zero. */
const SEEN = 0.0005;

/** A click rate, and why it is not compared. */
type ClickRate = {
	value: number | null;
	why: Worded<'compare.why'> | null;
	/** why it is unknown, other than for lack of deliveries */
	missing?: Worded<'report.says.noRate'>;
};

/**
 * What the click rate did: whether its change exceeds the usual variation, what moved it, and what machines'
 * clicks would have added. A change always comes with its interval, or with the statement that there is none.
 *
 * @param rate mean click rate of the period; null if unknown
 * @param compared what it is compared with, in words, and its change; null with nothing to compare with
 * @param setAside share of all clicks that were filtered; null if unknown
 */
export function rateStatements(
	{ value: rate, why, missing }: ClickRate,
	{ words: compared, change }: { words: string | null; change: ClickRateChange | null },
	setAside: number | null
): Statement[] {
	const sorted =
		setAside === null ? [] : [statement('report.says.setAside', { share: { share: setAside } })];
	if (rate === null) {
		const key = missing ? (`report.says.noRate.${missing}` as const) : 'report.says.noRate';
		return [statement(key, {}), ...sorted];
	}
	if (why !== null) return [notCompared(rate, why), ...sorted];
	if (compared === null || !change)
		return [statement('report.says.rate.alone', { rate: { rate } }), ...sorted];

	const { whole, after, parts, scanners } = change;
	const values = { rate: { rate: after }, change: { points: whole.change }, compared };
	if (!hasEnds(whole))
		return [statement('report.says.rate.few', values), ...partStatements(parts, false), ...sorted];

	const key =
		`report.says.rate.${variation[certaintyOfChange(whole.change, whole)?.certainty ?? 'few']}` as const;
	return [
		{ key, values: { ...values, between: between(whole, 'points') } },
		...partStatements(parts, isClear(whole)),
		...(scanners === null ? sorted : scannerStatements(whole.change, scanners))
	];
}

/** The word for a change of the click rate, by its mark. */
const variation = {
	clear: 'clear',
	leaning: 'likely',
	unclear: 'within',
	few: 'within'
} as const satisfies Record<Certainty, string>;

function notCompared(rate: number, why: Worded<'compare.why'>): Statement {
	if (why === 'first') return statement('report.says.rate', { rate: { rate } });
	if (why === 'basis') return statement('report.says.rate.otherBasis', { rate: { rate } });
	const values = { rate: { rate }, why: { words: `compare.why.${why}` as const } };
	return statement('report.says.rate.notCompared', values);
}

/** The part that no other part explains. */
const REMAINDER = 'remainder';

/**
 * Which parts of a change are clear, or that none is, and always the remainder, with which they add up to the
 * whole.
 */
function partStatements(parts: readonly Part[], changed: boolean): Statement[] {
	if (parts.length < 2) return [];
	const named = parts.filter(({ name }) => name !== REMAINDER);
	const remainder = parts.find(({ name }) => name === REMAINDER);
	const [first, second, ...others] = named
		.filter(({ moved }) => isClear(moved))
		.sort((a, b) => Math.abs(b.moved.change) - Math.abs(a.moved.change));
	const rest: Value = remainder ? { said: remainderStatement(remainder.moved) } : '';
	if (first) return [clearParts([first, second], others.length, changed, rest)];
	const isEachKnown = named.every(({ moved }) => hasEnds(moved));
	return [statement(`report.says.part.${isEachKnown ? 'within' : 'few'}`, { rest })];
}

function clearParts(
	[first, second]: [Part, Part | undefined],
	more: number,
	changed: boolean,
	rest: Value
): Statement {
	const values = ({ name, moved }: Part) => ({
		part: { words: `part.${name}` as const },
		change: { points: moved.change },
		// a clear part has an interval
		between: hasEnds(moved) ? between(moved, 'points') : ''
	});
	if (!second)
		return statement(`report.says.part.${changed ? 'clear' : 'alone'}`, { ...values(first), rest });
	const { part, change, between: ends } = values(second);
	return statement('report.says.parts.clear', {
		...values(first),
		n: { n: 2 + more },
		other: part,
		otherChange: change,
		otherBetween: ends,
		rest
	});
}

function remainderStatement(moved: Moved): Statement {
	const change = { points: moved.change };
	return hasEnds(moved)
		? statement('report.says.part.remainder', { change, between: between(moved, 'points') })
		: statement('report.says.part.remainderOnly', { change });
}

function scannerStatements(change: number, scanners: number): Statement[] {
	if (Math.abs(scanners) < SEEN) return [statement('report.says.scanners.same', {})];
	return [statement('report.says.scanners', { change: { points: change + scanners } })];
}

type Topic = CertaintyInput & {
	topic: string;
	suggested?: boolean;
	rankLow: number | null;
	rankHigh: number | null;
};

/**
 * How many topics are clearly above and below average at equal positions, or that none is; best first.
 *
 * @param isEach they are all topics, not a choice: only then can the sentence speak of the others
 */
export function topicStatements(all: readonly Topic[], isEach = true): Statement[] {
	const topics = confirmedOf(all);
	if (all.length > 0 && topics.length === 0)
		return [statement('report.says.topics.suggested', { n: { n: all.length } })];
	const estimated = topics.filter(({ enough, lift }) => enough && lift !== null);
	if (isCountsOnly(topics)) return [statement('report.says.topics.counts', {})];
	if (estimated.length === 0) return [statement('report.says.topics.few', {})];

	const above = estimated.filter((one) => clearSide(one) === 'above');
	const below = estimated.filter((one) => clearSide(one) === 'below').reverse();
	if (above.length + below.length === 0) return [noneClear(estimated)];

	const [first, second] = above;
	const isSettled = !second || (first!.rankHigh ?? Infinity) < (second.rankLow ?? 0);
	return [
		...sideStatements(above, '', isEach),
		...(isSettled ? [] : [statement('report.says.unsettled', {})]),
		...sideStatements(below, '.below', isEach)
	];
}

function noneClear([first, ...others]: readonly Topic[]): Statement {
	return others.length === 0
		? statement('report.says.topics.none.alone', { topic: { quoted: first!.topic } })
		: statement('report.says.topics.none', { n: { n: others.length + 1 } });
}

/**
 * The topics of one side: how many, and the furthest; if all topics are looked at, also that there is none.
 */
function sideStatements(
	[first, ...others]: readonly Topic[],
	side: '' | '.below',
	isEach: boolean
): Statement[] {
	const none = side ? 'report.says.topics.noneBelow' : 'report.says.topics.noneAbove';
	if (!first) return isEach ? [statement(none, {})] : [];
	const { topic, lift, low, high } = first;
	const values = {
		topic: { quoted: topic },
		lift: { lift: lift! },
		between: between({ low: low!, high: high! }, 'lift')
	};
	const alone = isEach ? '' : '.alone';
	if (others.length === 0) return [statement(`report.says.topic${side}${alone}`, values)];
	const count = { count: others.length + 1 };
	return [statement(`report.says.topics${side}`, { ...values, count })];
}

type Stand = { of: Worded<'stand'>; factor: number; low: number; high: number; within: boolean };

/** How one issue did compared with the average, and what explains it: the factor furthest from its range. */
export function standStatements(stands: readonly Stand[]): Statement[] {
	const clickers = stands.find(({ of }) => of === 'clickers');
	if (!clickers) return [statement('report.says.issue.few', {})];

	const values = ({ factor, low, high }: Stand) => ({
		factor: { lift: factor },
		between: between({ low, high }, 'lift')
	});
	const [part] = stands
		.filter(({ of, within }) => of !== 'clickers' && !within)
		.sort((a, b) => Math.abs(Math.log(b.factor)) - Math.abs(Math.log(a.factor)));
	return [
		statement(`report.says.issue.${clickers.within ? 'within' : 'outside'}`, values(clickers)),
		...(part
			? [
					statement('report.says.issue.part', {
						...values(part),
						part: { words: `stand.${part.of}` }
					})
				]
			: [])
	];
}
