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

/** A return as marks take it: a ratio whose neutral is 1. */
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
 * The sentence that the page of channels opens with: which ones clearly bring more than they cost, or
 * less; of several, how many on each side. Where none does by itself, what all of them clearly brought
 * together; else that none does. Where each has too few buyers, what the mark of all of them says.
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
	// of a channel alone nothing is said of the others
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

/** What the mark of the only channel says that costs, where that is not clear. */
function aloneFinding(paid: Channel): Statement {
	const { side } = certainty(asLift(paid));
	const key = side === null ? 'open' : side === 'above' ? 'likelyAbove' : 'likelyBelow';
	return statement(`finding.channels.${key}.alone`, { only: paid.channel });
}

/** Why nothing can be said of any channel that costs. */
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
	// channels that brought nobody have no readers of whom to tell
	if (paid.every(({ why }) => why === 'early' || why === 'nobodyJoined'))
		return ['finding.channels.early', {}];
	// where some are too young, others may have come before clicks are known: none is told of
	const told = paid.some(({ why }) => why === 'valueUnknown');
	return told
		? ['finding.channels.noValue', { n: { n: paid.length } }]
		: ['finding.channels.young', { window: { n: window } }];
}

/** Where no channel has enough buyers: what the mark of all of them together says. */
function togetherFinding(together: Channel | null, n: number, window: number): Statement {
	// why there is nothing to be sure of, as the row of all of them says
	const bought = unbought[together?.why ?? ''];
	if (bought) return statement(`finding.channels.${bought}`, { window: { n: window } });
	const { certainty: sure, side } = certainty(asLift(together ?? nothing));
	if (n === 1 || sure === 'few') return statement('finding.channels.few', { n: { n } });
	if (side === null) return statement('finding.channels.together', { n: { n } });
	const likely = side === 'above' ? 'likelyAbove' : 'likelyBelow';
	return statement(`finding.channels.together.${sure === 'clear' ? side : likely}`, { n: { n } });
}

/** Where purchases come to nothing, few buyers are not why. */
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
 * What a meter says, and what would make it better: keys `meter.<meter>` and `meter.<meter>.improve`.
 * A sentence of what nobody knows is left out, or another stands in its place.
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
		// where nothing is known of it, there is no gap in it
		...(figures.value == null
			? []
			: said(figures, ['gaps'], (values) => statement('meter.infrastructure.gaps', values))),
		...(figures.spend == null
			? []
			: said(figures, ['stopped'], (values) => statement('meter.infrastructure.stopped', values))),
		...said(figures, ['automated'], (values) => statement('meter.infrastructure.automated', values))
	]
};

/** The top 1 % or 10 % are said of so many buyers that these are several people; else the largest alone. */
function variabilityKey(buyers: number) {
	if (buyers * 0.01 >= 2) return 'meter.variability';
	return buyers * 0.1 >= 2 ? 'meter.variability.largest' : 'meter.variability.one';
}

/** What may lag behind the newest data. */
const series = ['clicks', 'readers', 'spend', 'value'] as const;

/** A sentence with these figures; none where one of them is not known. */
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

/** Which of its figures are shares, to be said in percent, and which are days. */
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

/** A position as a word: how far it can be trusted in this respect. */
export function meterLevel(position: number | null): 'solid' | 'fair' | 'fragile' | 'unknown' {
	if (position === null) return 'unknown';
	return position >= 0.75 ? 'solid' : position >= 0.4 ? 'fair' : 'fragile';
}
