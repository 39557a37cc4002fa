import {
	certaintyOfChange,
	clearSide,
	confirmedOf,
	isCountsOnly,
	type Estimate
} from './certainty.ts';
import type { Statement, Value } from './statement.ts';

type Moved = { change: number; low: number | null; high: number | null };
type Part = { name: string; moved: Moved };

/** What the click rate came to, and where its change comes from. */
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

/** A tenth of a point: what a change of a click rate is rounded to. */
const SEEN = 0.0005;

/**
 * What became of the click rate: whether its change is more than the usual variation, what moved
 * it, and what machines' clicks would have made of it. Never a change without its interval, or the
 * word that there is none.
 *
 * @param rate mean click rate of the period, null where it is not known
 * @param compared the issues it is compared to, in words; null with nothing to compare to
 * @param change null where the two do not compare
 * @param setAside share of all clicks that do not count; null where it is not known
 */
export function rateStatements(
	rate: number | null,
	compared: string | null,
	change: ClickRateChange | null,
	setAside: number | null
): Statement[] {
	const sorted =
		setAside === null
			? []
			: [{ key: 'report.says.setAside', values: { share: { share: setAside } } }];
	if (rate === null) return [{ key: 'report.says.noRate', values: {} }, ...sorted];
	if (compared === null)
		return [{ key: 'report.says.rate', values: { rate: { rate } } }, ...sorted];
	if (!change)
		return [{ key: 'report.says.rate.otherBasis', values: { rate: { rate } } }, ...sorted];

	const { whole, after, parts, scanners } = change;
	const values = { rate: { rate: after }, change: { points: whole.change }, compared };
	if (!hasEnds(whole))
		return [{ key: 'report.says.rate.few', values }, ...partStatements(parts, false), ...sorted];

	const key = `report.says.rate.${isClear(whole) ? 'clear' : 'within'}`;
	return [
		{ key, values: { ...values, between: between(whole, 'points') } },
		...partStatements(parts, isClear(whole)),
		...(scanners === null ? sorted : scannerStatements(whole.change, scanners))
	];
}

/** The part that no other explains. */
const REMAINDER = 'remainder';

/**
 * Which parts of a change are clear, or that none is, and in any case what none of them explains: with
 * it they add up to the whole.
 */
function partStatements(parts: readonly Part[], changed: boolean): Statement[] {
	if (parts.length < 2) return [];
	const named = parts.filter(({ name }) => name !== REMAINDER);
	const remainder = parts.find(({ name }) => name === REMAINDER);
	const [first, second, ...others] = named
		.filter(({ moved }) => isClear(moved))
		.sort((a, b) => Math.abs(b.moved.change) - Math.abs(a.moved.change));
	const rest: Value = remainder ? { said: remainderStatement(remainder.moved) } : '';
	if (first) {
		const { key, values } = clearParts(first, second, others.length, changed);
		return [{ key, values: { ...values, rest } }];
	}
	const told = named.every(({ moved }) => hasEnds(moved));
	return [{ key: `report.says.part.${told ? 'within' : 'few'}`, values: { rest } }];
}

function clearParts(
	first: Part,
	second: Part | undefined,
	more: number,
	changed: boolean
): Statement {
	const values = ({ name, moved }: Part) => ({
		part: { words: `part.${name}` },
		change: { points: moved.change },
		...(hasEnds(moved) && { between: between(moved, 'points') })
	});
	if (!second)
		return { key: `report.says.part.${changed ? 'clear' : 'alone'}`, values: values(first) };
	const { part, change, between: ends } = values(second);
	return {
		key: 'report.says.parts.clear',
		values: {
			...values(first),
			n: { n: 2 + more },
			other: part,
			otherChange: change,
			otherBetween: ends!
		}
	};
}

function remainderStatement(moved: Moved): Statement {
	const change = { points: moved.change };
	return hasEnds(moved)
		? {
				key: 'report.says.part.remainder',
				values: { change, between: between(moved, 'points') }
			}
		: { key: 'report.says.part.remainderOnly', values: { change } };
}

function scannerStatements(change: number, scanners: number): Statement[] {
	if (Math.abs(scanners) < SEEN) return [{ key: 'report.says.scanners.same', values: {} }];
	return [{ key: 'report.says.scanners', values: { change: { points: change + scanners } } }];
}

type Topic = Estimate & {
	topic: string;
	suggested?: boolean;
	rankLow: number | null;
	rankHigh: number | null;
};

/** How many topics are clearly above and below usual at equal slots, or that none is. Best first. */
export function topicStatements(all: readonly Topic[]): Statement[] {
	const topics = confirmedOf(all);
	if (all.length > 0 && topics.length === 0)
		return [{ key: 'report.says.topics.suggested', values: { n: { n: all.length } } }];
	const told = topics.filter(({ enough, lift }) => enough && lift !== null);
	if (isCountsOnly(topics)) return [{ key: 'report.says.topics.counts', values: {} }];
	if (told.length === 0) return [{ key: 'report.says.topics.few', values: {} }];

	const above = told.filter((one) => clearSide(one) === 'above');
	const below = told.filter((one) => clearSide(one) === 'below').reverse();
	if (above.length + below.length === 0)
		return [{ key: 'report.says.topics.none', values: { n: { n: told.length } } }];

	const [first, second] = above;
	const isSettled = !second || (first!.rankHigh ?? Infinity) < (second.rankLow ?? 0);
	return [
		sideStatement(above, '', 'report.says.topics.noneAbove'),
		...(isSettled ? [] : [{ key: 'report.says.unsettled', values: {} }]),
		sideStatement(below, '.below', 'report.says.topics.noneBelow')
	];
}

/** The topics of one side: how many, and the one furthest out. */
function sideStatement(
	[first, ...others]: readonly Topic[],
	side: string,
	none: string
): Statement {
	if (!first) return { key: none, values: {} };
	const { topic, lift, low, high } = first;
	const values = {
		topic: { quoted: topic },
		lift: { lift: lift! },
		between: between({ low: low!, high: high! }, 'lift')
	};
	if (others.length === 0) return { key: `report.says.topic${side}`, values };
	const count = { count: others.length + 1 };
	return { key: `report.says.topics${side}`, values: { ...values, count } };
}

type Stand = { of: string; factor: number; low: number; high: number; within: boolean };

/** How one issue did against its usual, and what explains it: the part furthest outside. */
export function standStatements(stands: readonly Stand[]): Statement[] {
	const clickers = stands.find(({ of }) => of === 'clickers');
	if (!clickers) return [{ key: 'report.says.issue.few', values: {} }];

	const values = ({ factor, low, high }: Stand) => ({
		factor: { lift: factor },
		between: between({ low, high }, 'lift')
	});
	const [part] = stands
		.filter(({ of, within }) => of !== 'clickers' && !within)
		.sort((a, b) => Math.abs(Math.log(b.factor)) - Math.abs(Math.log(a.factor)));
	return [
		{
			key: `report.says.issue.${clickers.within ? 'within' : 'outside'}`,
			values: values(clickers)
		},
		...(part
			? [
					{
						key: 'report.says.issue.part',
						values: { ...values(part), part: { words: `stand.${part.of}` } }
					}
				]
			: [])
	];
}
