import { certainty, clearSide } from './certainty.ts';
import { numberValue, statement, type Statement, type Value } from './statement.ts';

type Channel = {
	channel: string;
	paid: boolean;
	return: number | null;
	low: number | null;
	high: number | null;
	above: number | null;
	enough: boolean;
	why: string | null;
};

/** A return as an estimate for marks: a ratio with 1 as neutral. */
export function asLift<Row extends { return: number | null }>({ return: lift, ...row }: Row) {
	return { ...row, lift };
}

type Channels = {
	channels: readonly Channel[];
	/** all that cost, together */
	paid: Channel | null;
	window: number;
};

/**
 * The sentence at the head of the page of channels: which channels clearly bring more or less than they cost;
 * if there are several, how many on each side. If none does by itself, what all of them together clearly
 * brought, or else that none does. If each has too few buyers, what the mark of all of them says.
 */
export function channelsFinding({ channels, paid: together, window }: Channels): Statement {
	const costly = channels.filter(({ paid, why }) => paid && why !== 'notPaid');
	const paid = costly.filter(({ why }) => why !== 'unrated');
	if (channels.length === 0) return statement('finding.channels.nobody', {});
	if (costly.length === 0) return statement('finding.channels.free', { n: { n: channels.length } });
	if (paid.length === 0) return statement('finding.channels.unrated', { n: { n: costly.length } });

	const ranked = paid.filter(({ enough }) => enough).sort((a, b) => b.return! - a.return!);
	if (ranked.length === 0) {
		const known = paid.some((one) => one.return !== null);
		if (!known) return statement(...untold(paid, window));
		return togetherFinding(together, paid.length, window);
	}

	const sides = ranked.map((one) => clearSide(asLift(one)));
	const above = sides.filter((side) => side === 'above').length;
	const below = sides.filter((side) => side === 'below').length;
	if (above + below > 1)
		return statement('finding.channels.clear', { above: { n: above }, below: { n: below } });
	const only = ranked[sides.findIndex((side) => side !== null)]?.channel;
	// a single channel is not compared with others
	const alone = paid.length === 1 ? '.alone' : '';
	if (above && only) return statement(`finding.channels.above${alone}`, { first: only });
	if (below && only) return statement(`finding.channels.below${alone}`, { last: only });
	if (alone) return aloneFinding(paid[0]!);
	const of = { n: { n: paid.length } };
	const side = together && clearSide(asLift(together));
	if (side) return statement(`finding.channels.open.${side}`, of);
	const few = paid.length - ranked.length;
	return few === 0
		? statement('finding.channels.open', of)
		: statement('finding.channels.openOrFew', { ...of, few: { n: few } });
}

/** What the mark of the only paid channel says if it is not clear. */
function aloneFinding(paid: Channel): Statement {
	const { side } = certainty(asLift(paid));
	const key = side === null ? 'open' : side === 'above' ? 'likelyAbove' : 'likelyBelow';
	return statement(`finding.channels.${key}.alone`, { only: paid.channel });
}

/** Why nothing can be said about any paid channel. */
function untold(
	paid: readonly Channel[],
	window: number
): [
	`finding.channels.${'noReaders' | 'noValue' | 'nobodyJoined' | 'early' | 'young'}`,
	Record<string, Value>
] {
	const every = (why: string) => paid.every((one) => one.why === why);
	if (every('noReaders')) return ['finding.channels.noReaders', { n: { n: paid.length } }];
	if (every('nobodyJoined')) return ['finding.channels.nobodyJoined', {}];
	// channels that brought nobody have no readers to judge
	if (paid.every(({ why }) => why === 'early' || why === 'nobodyJoined'))
		return ['finding.channels.early', {}];
	// if some are too recent, others may be from before clicks are known: none can be judged
	const told = paid.some(({ why }) => why === 'valueUnknown');
	return told
		? ['finding.channels.noValue', { n: { n: paid.length } }]
		: ['finding.channels.young', { window: { n: window } }];
}

/** If no channel has enough buyers: what the mark of all of them together says. */
function togetherFinding(together: Channel | null, n: number, window: number): Statement {
	// the reason from the row of all channels
	const bought = unbought[together?.why ?? ''];
	if (bought) return statement(`finding.channels.${bought}`, { window: { n: window } });
	const { certainty: sure, side } = certainty(asLift(together ?? nothing));
	if (n === 1 || sure === 'few') return statement('finding.channels.few', { n: { n } });
	if (side === null) return statement('finding.channels.together', { n: { n } });
	const likely = side === 'above' ? 'likelyAbove' : 'likelyBelow';
	return statement(`finding.channels.together.${sure === 'clear' ? side : likely}`, { n: { n } });
}

/** Reasons other than few buyers: purchases that add up to nothing. */
const unbought: Readonly<Record<string, 'refunded' | 'refundedLater' | 'zero' | 'unbought'>> = {
	refunded: 'refunded',
	refundedLater: 'refundedLater',
	zero: 'zero',
	noValue: 'unbought'
};

const nothing = { return: null, low: null, high: null, above: null, enough: false };

type Meter = {
	meter: 'variability' | 'volume' | 'cycle' | 'precision' | 'infrastructure';
	position: number | null;
	figures: Record<string, number | null>;
};

/**
 * What a meter says, and what would improve it: keys `meter.<meter>` and `meter.<meter>.improve`. A sentence
 * about unknown figures is left out or replaced.
 */
export function meterStatements({ meter, position, figures }: Meter): Statement[] {
	if (position === null) return [statement(`meter.${meter}.unknown`, {})];
	const { [meter]: say } = sayings;
	return say(figures);
}

type Figures = Meter['figures'];

const sayings: Record<Meter['meter'], (figures: Figures) => Statement[]> = {
	variability: (figures) =>
		said(figures, ['top1', 'top10', 'variation', 'low', 'high'], (values) =>
			statement(variabilityKey(figures.buyers ?? 0), values)
		),
	volume: (figures) =>
		figures.needed === null
			? said(figures, ['buyers'], (values) => statement('meter.volume.few', values))
			: said(figures, ['buyers', 'needed', 'more'], (values) => statement('meter.volume', values)),
	cycle: (figures) => [
		...said(figures, ['median', 'p90', 'inWindow'], (values) => statement('meter.cycle', values)),
		...said(figures, ['inside'], (values) => statement('meter.cycle.inside', values))
	],
	precision: (figures) => [
		...said(figures, ['byReader', 'byRule', 'known'], (values) =>
			statement('meter.precision', values)
		),
		...said(figures, ['setAside'], (values) => statement('meter.precision.setAside', values)),
		...said(figures, ['early'], (values) => statement('meter.precision.early', values))
	],
	infrastructure: (figures) => [
		statement('meter.infrastructure', {
			lags: {
				counted: series.flatMap((name) => {
					const n = figures[name] ?? null;
					return n === null ? [] : [{ n, words: `meter.series.${name}` as const }];
				})
			}
		}),
		// an unknown value has no gap
		...(figures.value == null
			? []
			: said(figures, ['gaps'], (values) => statement('meter.infrastructure.gaps', values))),
		...(figures.spend == null
			? []
			: said(figures, ['stopped'], (values) => statement('meter.infrastructure.stopped', values))),
		...said(figures, ['automated'], (values) => statement('meter.infrastructure.automated', values))
	]
};

/**
 * The top 1 % or 10 % is mentioned only with so many buyers that it is several people; else the largest
 * buyer.
 */
function variabilityKey(buyers: number) {
	if (buyers * 0.01 >= 2) return 'meter.variability';
	return buyers * 0.1 >= 2 ? 'meter.variability.largest' : 'meter.variability.one';
}

/** The series that may lag behind the newest data. */
const series = ['clicks', 'readers', 'spend', 'value'] as const;

/** A sentence with these figures; none if one of them is unknown. */
function said<Name extends string>(
	figures: Figures,
	names: readonly Name[],
	say: (values: Record<Name, Value>) => Statement
): Statement[] {
	const known = names.flatMap((name): [Name, Value][] => {
		const value = figures[name] ?? null;
		return value === null ? [] : [[name, figureValue(name, value)]];
	});
	return known.length < names.length ? [] : [say(Object.fromEntries(known) as Record<Name, Value>)];
}

/** Which figures are shares, shown in percent; `days` are in days. */
const shares = [
	'top1',
	'top10',
	'inWindow',
	'inside',
	'byReader',
	'byRule',
	'known',
	'setAside',
	'early',
	'automated'
];
const days = ['median', 'p90'];

function figureValue(name: string, value: number): Value {
	if (shares.includes(name)) return { n: Math.round(value * 100) };
	return days.includes(name) ? { n: Math.round(value) } : numberValue(value);
}

/** A position as a word: how reliable the return is in this respect. */
export function meterLevel(position: number | null): 'solid' | 'fair' | 'fragile' | 'unknown' {
	if (position === null) return 'unknown';
	return position >= 0.75 ? 'solid' : position >= 0.4 ? 'fair' : 'fragile';
}
