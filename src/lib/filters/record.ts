// Long, because it is a list of all filters, and what is asked of it.
import { itemRoles } from '#lib/item-roles.ts';
import { isDay } from '../is-day.ts';
import { comparisonDates, comparisonPattern, comparisons, readComparison } from './comparison.ts';
import type { Filters } from '#lib/server/figures/filters.ts';

/** What filters narrow, by the name of its page, its command and its address in the API. */
export const narrowed = [
	'overview',
	'topics',
	'tastes',
	'items',
	'positions',
	'sections',
	'authors',
	'issues',
	'issue',
	'audience',
	'channels',
	'sponsors',
	'editorial',
	'verdicts',
	'ledger',
	// of a whole publication: no filter holds
	'next',
	'forecasts'
] as const;
export type Narrowed = (typeof narrowed)[number];

export type FilterName =
	| ('last' | 'from' | 'to' | 'section' | 'topic' | 'author')
	| ('issue' | 'role' | 'channel' | 'window' | 'compare');

/** All there is to know of one filter: pages, commands, the API and printed lines go by it. */
export type FilterRecord = {
	/** in addresses, in the API and, as `--name`, on the command line; its words are `filter.<name>` */
	name: FilterName;
	field: keyof Filters;
	/** several may be set at once */
	several: boolean;
	/** what a text means in an address; null for what makes no sense */
	read(text: string): string | number | null;
	/** the trouble that a program is told where it makes none */
	wrong: 'badDate' | 'badNumber' | 'badChoice';
	/** what may be chosen, where it is few */
	known?: readonly string[];
	/** what it must match, where what may be chosen are but examples */
	pattern?: string;
	/** what stands behind the option in the help */
	value: string;
	/** what it narrows: everywhere else it is said not to apply */
	holds: readonly Narrowed[];
	/** it is of a screen as soon as it holds for some of it: what it leaves alone need not be said */
	ofScreen?: true;
};

const day = (text: string) => (isDay(text) ? text : null);

function whole(text: string): number | null {
	return /^[1-9]\d{0,14}$/.test(text) ? Number(text) : null;
}

/** A window of as many days: a week at least, two years at most. */
function days(text: string): number | null {
	const number = whole(text);
	return number !== null && number >= 7 && number <= 730 ? number : null;
}

const name = (text: string) => text.trim() || null;
const role = (text: string) => itemRoles.find((one) => one === text) ?? null;

// what each position usually gets is told from all issues, and one issue is itself, whatever the period
const unnarrowed: readonly Narrowed[] = ['positions', 'issue', 'next', 'forecasts'];
const ofPeriods = narrowed.filter((one) => !unnarrowed.includes(one));
// who joined and what was spent go by days, not by issues
const ofDays: readonly Narrowed[] = ['audience', 'channels', 'ledger'];
const ofIssues = ofPeriods.filter((one) => !ofDays.includes(one));
// made of items, of which some may be asked for
const ofItems: readonly Narrowed[] = [
	'topics',
	'tastes',
	'items',
	'sections',
	'authors',
	'editorial'
];

export const filterRecords: readonly FilterRecord[] = [
	{
		name: 'from',
		field: 'from',
		several: false,
		read: day,
		wrong: 'badDate',
		value: '2025-09-01',
		holds: ofPeriods
	},
	{
		name: 'to',
		field: 'to',
		several: false,
		read: day,
		wrong: 'badDate',
		value: '2025-09-30',
		holds: ofPeriods
	},
	{
		name: 'last',
		field: 'last',
		several: false,
		read: whole,
		wrong: 'badNumber',
		value: 'N',
		holds: ofPeriods
	},
	{
		name: 'section',
		field: 'sections',
		several: true,
		read: whole,
		wrong: 'badNumber',
		value: 'TITLE',
		holds: ofItems
	},
	{
		name: 'topic',
		field: 'topics',
		several: true,
		read: whole,
		wrong: 'badNumber',
		value: 'NAME',
		holds: ofItems
	},
	{
		name: 'author',
		field: 'authors',
		several: true,
		read: name,
		wrong: 'badChoice',
		value: 'NAME',
		holds: ofItems
	},
	{
		name: 'issue',
		field: 'issue',
		several: false,
		read: whole,
		wrong: 'badNumber',
		value: 'N',
		holds: ofIssues
	},
	{
		name: 'role',
		field: 'role',
		several: false,
		read: role,
		wrong: 'badChoice',
		known: itemRoles,
		value: 'sponsor',
		holds: ['items', 'positions']
	},
	{
		name: 'channel',
		field: 'channel',
		several: false,
		read: name,
		wrong: 'badChoice',
		value: 'NAME',
		holds: ofDays
	},
	{
		name: 'window',
		field: 'window',
		several: false,
		read: days,
		wrong: 'badNumber',
		value: 'DAYS',
		holds: ['overview', 'audience', 'channels']
	},
	{
		// what has key figures
		name: 'compare',
		field: 'compare',
		several: false,
		read: readComparison,
		wrong: 'badChoice',
		known: [...comparisons, comparisonDates],
		pattern: comparisonPattern,
		value: 'year',
		ofScreen: true,
		holds: [
			'overview',
			'topics',
			'items',
			'sections',
			'authors',
			'issues',
			'audience',
			'channels',
			'sponsors',
			'editorial',
			'verdicts'
		]
	}
];

/** The record of a filter. */
export function recordOf(name: FilterName): FilterRecord {
	return filterRecords.find((record) => record.name === name)!;
}

/** Which of some figures a filter narrows. */
export function heldBy(name: FilterName, figures: readonly Narrowed[]): Narrowed[] {
	const { holds } = recordOf(name);
	return figures.filter((figure) => holds.includes(figure));
}

/** Whether there is nothing to say of where a filter does not apply. */
export function isWhollyHeld(name: FilterName, figures: readonly Narrowed[]): boolean {
	const held = heldBy(name, figures).length;
	// what shows no figures is narrowed by nothing
	return (held > 0 && held === figures.length) || (held > 0 && recordOf(name).ofScreen === true);
}

/** A screen of several figures, some filters of which narrow but one. */
const composed: Partial<Record<Narrowed, readonly Narrowed[]>> = {
	// what issues reached and got is of all of their items, what is told of topics is not
	overview: ['overview', 'topics']
};

/** The figures of a screen, its command and its address in the API: mostly the one of that name. */
export function partsOf(screen: Narrowed): readonly Narrowed[] {
	return composed[screen] ?? [screen];
}

/** Whether some items of the issues are asked for: of sections, topics or authors. */
export function narrowsItems({
	sections,
	topics,
	authors
}: Pick<Filters, 'sections' | 'topics' | 'authors'>): boolean {
	return sections.length + topics.length + authors.length > 0;
}

/** Whether a part of all time is asked for. */
export function hasPeriod({ last, from, to }: Pick<Filters, 'last' | 'from' | 'to'>): boolean {
	return last !== null || from !== null || to !== null;
}

/** Whether some issues, or some of their items, are asked for: not to find any says nothing of the others. */
export function isNarrowing(filters: Filters): boolean {
	return hasPeriod(filters) || filters.issue !== null || narrowsItems(filters);
}

/** The filters that are set. */
export function setIn(filters: Filters): FilterName[] {
	return filterRecords.flatMap(({ name, field }) => {
		const value = filters[field];
		return value === null || (Array.isArray(value) && value.length === 0) ? [] : [name];
	});
}

/** The filters that are set and narrow none of some figures. */
export function idleIn(filters: Filters, figures: readonly Narrowed[]): FilterName[] {
	return setIn(filters).filter((name) => heldBy(name, figures).length === 0);
}

/** The filters that are set and do not narrow all of some figures. */
export function notWholeIn(filters: Filters, figures: readonly Narrowed[]): FilterName[] {
	return setIn(filters).filter((name) => !isWhollyHeld(name, figures));
}

/** Filters as a screen takes them: without those that narrow none of its figures. */
export function holding(filters: Filters, screen: Narrowed): Filters {
	const idle = idleIn(filters, partsOf(screen));
	return withOnly(filters, (name) => !idle.includes(name));
}

/** The same filters with only those set that are kept. */
export function withOnly(filters: Filters, isKept: (name: FilterName) => boolean): Filters {
	const values = filterRecords.map(({ name, field, several }) => [
		field,
		isKept(name) ? filters[field] : several ? [] : null
	]);
	return { ...filters, ...(Object.fromEntries(values) as Filters) };
}
