import type { Statement, Value } from './statement.ts';

type Moved = { change: number; low: number | null; high: number | null };
type Part = { name: string; moved: Moved };

/** What the click rate came to, and where its change comes from. */
export type Change = {
	before: number;
	after: number;
	whole: Moved;
	parts: readonly Part[];
	scanners: number | null;
};

type Interval = { low: number; high: number };
const hasEnds = (moved: Moved): moved is Moved & Interval =>
	moved.low !== null && moved.high !== null;
const isClear = (moved: Moved) => hasEnds(moved) && (moved.low > 0 || moved.high < 0);
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
	change: Change | null,
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

/** The parts that stand out; else the largest, saying that it does not. */
function partStatements(parts: readonly Part[], changed: boolean): Statement[] {
	if (parts.length < 2) return [];
	const largest = [...parts].sort((a, b) => Math.abs(b.moved.change) - Math.abs(a.moved.change));
	const [first, second] = largest.filter(({ moved }) => isClear(moved));
	const values = ({ name, moved }: Part) => ({
		part: { words: `part.${name}` },
		change: { points: moved.change },
		...(hasEnds(moved) && { between: between(moved, 'points') })
	});

	if (first && second) {
		const { part, change, between } = values(second);
		return [
			{
				key: 'report.says.parts.clear',
				values: { ...values(first), other: part, otherChange: change, otherBetween: between! }
			}
		];
	}
	if (first && changed) return [{ key: 'report.says.part.clear', values: values(first) }];
	if (first) return [{ key: 'report.says.part.alone', values: values(first) }];

	const [most] = largest as [Part];
	const key = hasEnds(most.moved) ? 'report.says.part.within' : 'report.says.part.few';
	return [{ key, values: values(most) }];
}

function scannerStatements(change: number, scanners: number): Statement[] {
	if (Math.abs(scanners) < SEEN) return [{ key: 'report.says.scanners.same', values: {} }];
	return [{ key: 'report.says.scanners', values: { change: { points: change + scanners } } }];
}

type Topic = {
	topic: string;
	lift: number | null;
	low: number | null;
	high: number | null;
	enough: boolean;
	rankLow: number | null;
	rankHigh: number | null;
};

/** Which topics are clearly above or below usual at equal slots, or that none is. Best first. */
export function topicStatements(topics: readonly Topic[]): Statement[] {
	const told = topics.filter(({ enough, lift }) => enough && lift !== null);
	if (told.length === 0) return [{ key: 'report.says.topics.few', values: {} }];

	const above = told.filter(({ low }) => low! > 1);
	const worst = told.findLast(({ high }) => high! < 1);
	const values = ({ topic, lift, low, high }: Topic) => ({
		topic: { quoted: topic },
		lift: { lift: lift! },
		between: between({ low: low!, high: high! }, 'lift')
	});
	const [first, second] = above;
	if (!first && !worst) {
		const [most] = [...told].sort(
			(a, b) => Math.abs(Math.log(b.lift!)) - Math.abs(Math.log(a.lift!))
		);
		const count = { count: told.length };
		return [{ key: 'report.says.topics.none', values: { ...values(most!), count } }];
	}

	const isSettled = !second || (first!.rankHigh ?? Infinity) < (second.rankLow ?? 0);
	return [
		...(first && !second ? [{ key: 'report.says.topic', values: values(first) }] : []),
		...(first && second
			? [
					{
						key: 'report.says.topics',
						values: { ...values(first), count: { count: above.length } }
					}
				]
			: []),
		...(isSettled ? [] : [{ key: 'report.says.unsettled', values: {} }]),
		...(worst ? [{ key: 'report.says.topic.below', values: values(worst) }] : [])
	];
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
