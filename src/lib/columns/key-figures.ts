// long: it is the list of all key figures, more than logic
import { DAY } from '#lib/duration.ts';
import { m } from '#lib/messages/compiled/messages.js';
import type { Compared, NotComparable } from '#lib/server/figures/comparison.ts';
import type { KeyFigure, PerIssue } from '#lib/server/figures/key-figures.ts';
import type { Formats } from '#lib/messages/format.ts';
import type { KeyLine } from './tables/key-figures.ts';
import { isNeed, type Need } from './needs.ts';
import type { ColumnKind } from './table.ts';

/** A message that may name a number of days. */
type Said = (values: { n: number }, options: Formats) => string;
type KeyRecord = {
	kind: ColumnKind;
	/** it counts readers: few of them are not told to whoever has but a link */
	people?: true;
	/** a mean over issues: few of them give no interval, while what is counted never has one */
	mean?: true;
	/** one total over another: the change of either has no interval, and no total is what it is */
	quotient?: true;
	/** what has to be imported or entered before it has a value */
	need?: Need;
	/** what it is called, and what it means, with the window of days that it goes by */
	label: Said;
	about: Said;
};

/** All there is to know of each key figure, by its name in figures: page, files and terminal go by it. */
const records = {
	delivered: {
		kind: 'count',
		need: 'deliveries',
		mean: true,
		label: m['overview.delivered'],
		about: m['def.delivered']
	},
	clickRate: {
		kind: 'rate',
		need: 'deliveries',
		mean: true,
		label: m['overview.clickRate'],
		about: m['def.rate']
	},
	clicksPerOpener: {
		kind: 'rate',
		need: 'opens',
		mean: true,
		label: m['overview.clicksPerOpener'],
		about: m['def.clicksPerOpener']
	},
	there: {
		kind: 'count',
		need: 'readers',
		people: true,
		label: m['report.readers.there'],
		about: m['def.growth']
	},
	engaged: {
		kind: 'count',
		need: 'readers',
		people: true,
		label: m['overview.engaged'],
		about: m['def.engaged']
	},
	joined: {
		kind: 'count',
		need: 'readers',
		people: true,
		label: m['table.joined'],
		about: m['def.growth']
	},
	spend: {
		kind: 'money',
		need: 'spend',
		label: m['table.spend'],
		about: m['def.return']
	},
	costPerEngaged: {
		kind: 'money',
		need: 'mature',
		quotient: true,
		label: m['table.costPerEngaged'],
		about: m['def.costPerEngaged']
	},
	return: {
		kind: 'ratio',
		need: 'mature',
		quotient: true,
		label: m['table.return'],
		about: m['def.return']
	},
	placements: { kind: 'count', label: m['sponsors.placements'], about: m['def.sponsors'] },
	sponsorClickers: {
		kind: 'count',
		need: 'clicks',
		people: true,
		label: m['report.sponsors.clickers'],
		about: m['def.sponsors']
	},
	fees: {
		kind: 'money',
		need: 'prices',
		label: m['report.sponsors.fees'],
		about: m['def.sponsors']
	},
	topics: { kind: 'count', label: m['nav.topics'], about: m['def.itemGroups'] },
	sections: { kind: 'count', label: m['nav.sections'], about: m['def.itemGroups'] },
	authors: { kind: 'count', label: m['nav.authors'], about: m['def.itemGroups'] },
	items: { kind: 'count', label: m['table.items'], about: m['def.itemCount'] },
	itemClickers: {
		kind: 'count',
		need: 'clicks',
		people: true,
		label: m['key.itemClickers'],
		about: m['def.itemClickers']
	},
	itemRate: {
		kind: 'rate',
		need: 'deliveries',
		mean: true,
		label: m['key.itemRate'],
		about: m['def.itemRate']
	},
	cost: { kind: 'money', need: 'costs', label: m['table.cost'], about: m['def.editorial'] },
	costPerClicker: {
		kind: 'money',
		need: 'costs',
		quotient: true,
		label: m['table.perClicker'],
		about: m['def.editorial']
	},
	value: { kind: 'money', need: 'itemValue', label: m['table.value'], about: m['def.editorial'] },
	valuePerItem: {
		kind: 'money',
		need: 'itemValue',
		quotient: true,
		label: m['table.valuePerItem'],
		about: m['def.editorial']
	},
	valueReturn: {
		kind: 'ratio',
		need: 'costs',
		quotient: true,
		label: m['table.return'],
		about: m['def.editorial']
	},
	clicks: { kind: 'count', need: 'clicks', label: m['key.clicks'], about: m['def.verdicts'] },
	humanClicks: {
		kind: 'count',
		need: 'clicks',
		label: m['key.humanClicks'],
		about: m['def.verdicts']
	},
	clicksAside: {
		kind: 'share',
		need: 'clicks',
		mean: true,
		label: m['key.clicksAside'],
		about: m['def.clicksAside']
	},
	opensAside: {
		kind: 'share',
		need: 'opens',
		mean: true,
		label: m['key.opensAside'],
		about: m['def.opensAside']
	},
	perClicker: {
		kind: 'money',
		need: 'prices',
		quotient: true,
		label: m['table.perClicker'],
		about: m['def.sponsors']
	}
} as const satisfies Record<string, KeyRecord>;

export type KeyName = keyof typeof records;

/** What has to be imported or entered before a key figure has a value; null where nothing would bring it. */
export function needOf(figure: KeyRow['figure']): Need | null {
	return (records as Partial<Record<string, KeyRecord>>)[figure]?.need ?? null;
}

/** Key figures as figures hold them; null for what there is none of. */
export type AnyKeyFigures = { readonly [Name in KeyName]?: KeyFigure | null };

/** One of them with all that is needed to write it. */
export type KeyRow = Omit<KeyFigure, 'perIssue'> & {
	figure: KeyName | `${KeyName}PerIssue`;
	label: string;
	about: string;
	kind: ColumnKind;
	currency?: string;
	people?: true;
	/** why its change has no interval, in words; absent where it has one, or what is counted has none to have */
	unsure?: string;
	/** of what a sum comes to per issue: the sum */
	per?: KeyName;
};

/** Key figures in their order, with their names in a language; after a sum, what it comes to per issue. */
export function keyRows(
	figures: AnyKeyFigures,
	{ window, currency }: { window: number; currency: string },
	formats: Formats
): KeyRow[] {
	return (Object.keys(figures) as KeyName[]).flatMap((figure): KeyRow[] => {
		const keyFigure = figures[figure];
		if (!keyFigure) return [];
		const { value, before, change, low, high, why, missing, unfiltered, atLeast, perIssue } =
			keyFigure;
		const { kind, label, about, people, mean, quotient }: KeyRecord = records[figure];
		const row: KeyRow = {
			figure,
			label: label({ n: window }, formats),
			about: about({ n: window }, formats),
			kind,
			...(kind === 'money' && { currency }),
			...(people && { people }),
			...(missing && { missing }),
			...(unfiltered && { unfiltered }),
			...(atLeast && { atLeast }),
			...unsureOf({ mean, quotient, change, low }, formats),
			value,
			before,
			change,
			low,
			high,
			why
		};
		return perIssue ? [row, perIssueRow(figure, row, perIssue, formats)] : [row];
	});
}

function perIssueRow(
	figure: KeyName,
	{ label, kind, currency, why }: KeyRow,
	moved: PerIssue,
	formats: Formats
): KeyRow {
	return {
		figure: `${figure}PerIssue`,
		per: figure,
		label: m[why === 'open' ? 'key.perClosedIssue' : 'key.perIssue']({ what: label }, formats),
		about: m['def.perIssue']({}, formats),
		kind: kind === 'count' ? 'decimal' : kind,
		...(currency && { currency }),
		...unsureOf({ ...moved, mean: true }, formats),
		...moved
	};
}

/** Few issues give no interval for a mean over them, and the change of one total over another never has one. */
function unsureOf(
	{
		mean,
		quotient,
		change,
		low
	}: Pick<KeyRecord, 'mean' | 'quotient'> & Pick<KeyFigure, 'change' | 'low'>,
	formats: Formats
): { unsure?: string } {
	if (change === null || low !== null || !(mean || quotient)) return {};
	return { unsure: mean ? m['compare.few']({}, formats) : m['mark.noInterval']({}, formats) };
}

/** Why a figure is not compared, in words; empty where it is, or nothing is asked for. */
export function notComparedWords(why: NotComparable | null, formats: Formats): string {
	return why === null ? '' : m[`compare.why.${why}`]({}, formats);
}

/** Why a figure has no change, or no value yet, in words; empty where it has both, or nothing is asked for. */
export function unchangedWords(
	{ why, missing }: Pick<KeyFigure, 'why' | 'missing'>,
	formats: Formats
): string {
	if (missing === 'open') return m['key.waits']({}, formats);
	if (missing && !isNeed(missing)) return m[`missing.${missing}`]({}, formats);
	return notComparedWords(why, formats);
}

/** Key figures as lines of a table. */
export function keyLines(...asked: Parameters<typeof keyRows>): KeyLine[] {
	const [, , formats] = asked;
	return keyRows(...asked).map((row) => ({ ...row, note: unchangedWords(row, formats) || null }));
}

/** What key figures are compared with, in words; null with nothing to compare with. */
export function comparedWords(
	{ by, issues, from, to, whole, why }: Compared,
	formats: Formats
): string | null {
	if (by === 'none' || why !== null || from === null || to === null) return null;
	const range = issues === 1 || from === to ? formats.day(from) : formats.period(from, to);
	if (issues === null) {
		// clocks may go forward or back meanwhile
		const days = Math.round((to - from) / DAY) + 1;
		return m[`report.comparedDays.${by}`]({ n: days, days: formats.number(days), range }, formats);
	}
	const values = { n: issues, issues: formats.number(issues), range };
	const compared = m[`report.compared.${by}`](values, formats);
	// its first issue is the first of all: what lies before is not known, and fewer are compared with more
	return whole ? compared : m['compare.dataBegin']({ compared, day: formats.day(from) }, formats);
}

/** What a key figure, and its change, are counted in: their column holds several kinds. */
export function unitOf(
	{ kind, currency }: Pick<KeyRow, 'kind' | 'currency'>,
	formats: Formats
): string {
	switch (kind) {
		case 'money':
			return currency ?? 'EUR';
		case 'rate':
		case 'share':
		case 'points':
			return m['unit.rate']({}, formats);
		case 'ratio':
			return m['unit.ratio']({}, formats);
		default:
			return m['unit.count']({}, formats);
	}
}
