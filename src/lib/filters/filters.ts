// Long, because it is a list of all filters.
import { itemRoles, type ItemRole } from '#lib/item-roles.ts';
import { isDay } from '../is-day.ts';
import { comparisonDates, comparisonPattern, comparisons, readComparison } from './comparison.ts';

/** What a page is narrowed to. All of it lives in the URL, so that a link shows the same page. */
export type Filters = {
	/** inclusive local dates of sending, YYYY-MM-DD */
	from: string | null;
	to: string | null;
	/** the last n issues; instead of dates */
	last: number | null;
	sections: number[];
	topics: number[];
	/** names of who wrote items, in whichever spelling */
	authors: string[];
	issue: number | null;
	role: ItemRole | null;
	/** by which readers came, in whichever spelling */
	channel: string | null;
	/** days within which what readers do counts; null for the page's own */
	window: number | null;
	/** what the period is compared with, as addresses write it; null for the period before */
	compare: string | null;
};

/** An engaged reader has a human click in this many days, unless asked for another number. */
export const engagedDays = 90;

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

/** What one value of a filter is; an id stands in addresses for what people call by its name. */
type Taken = 'day' | 'number' | 'id' | 'name' | 'choice';

/** The trouble that a program is told of a text that makes no sense. */
export const wrongOf = {
	day: 'badDate',
	number: 'badNumber',
	id: 'badId',
	name: 'badChoice',
	choice: 'badChoice'
} as const satisfies Record<Taken, string>;

/** All there is to know of one filter: pages, commands, the API, stored reports and printed lines go by it. */
type Declared<Value> = {
	/** in addresses, in the API and, as `--name`, on the command line; its words are `filter.<name>` */
	name: string;
	/** several may be set at once */
	several: Value extends readonly unknown[] ? true : false;
	takes: Taken;
	/** what a text means in an address; null for what makes no sense */
	read(text: string): Value extends readonly (infer One)[] ? One | null : Value;
	/** what may be chosen, where it is few */
	known?: readonly string[];
	/** the least and the most of a number, where not any will do */
	range?: readonly [low: number, high: number];
	/** what it must match, where what may be chosen are but examples */
	pattern?: string;
	/** what stands behind the option in the help */
	value: string;
	/** what it asks for a part of: of all time, of the issues, or of their items */
	partOf?: 'time' | 'issues' | 'items';
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
const WINDOW = [7, 730] as const;

function days(text: string): number | null {
	const number = whole(text);
	return number !== null && number >= WINDOW[0] && number <= WINDOW[1] ? number : null;
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

/** Every filter, by the field that holds it, in the order in which they are said. */
const declared = {
	from: {
		name: 'from',
		several: false,
		takes: 'day',
		read: day,
		value: '2025-09-01',
		partOf: 'time',
		holds: ofPeriods
	},
	to: {
		name: 'to',
		several: false,
		takes: 'day',
		read: day,
		value: '2025-09-30',
		partOf: 'time',
		holds: ofPeriods
	},
	last: {
		name: 'last',
		several: false,
		takes: 'number',
		read: whole,
		value: 'N',
		partOf: 'time',
		holds: ofPeriods
	},
	sections: {
		name: 'section',
		several: true,
		takes: 'id',
		read: whole,
		value: 'TITLE',
		partOf: 'items',
		holds: ofItems
	},
	topics: {
		name: 'topic',
		several: true,
		takes: 'id',
		read: whole,
		value: 'NAME',
		partOf: 'items',
		holds: ofItems
	},
	authors: {
		name: 'author',
		several: true,
		takes: 'name',
		read: name,
		value: 'NAME',
		partOf: 'items',
		holds: ofItems
	},
	issue: {
		name: 'issue',
		several: false,
		takes: 'id',
		read: whole,
		value: 'N',
		partOf: 'issues',
		holds: ofIssues
	},
	role: {
		name: 'role',
		several: false,
		takes: 'choice',
		read: role,
		known: itemRoles,
		value: 'sponsor',
		holds: ['items', 'positions']
	},
	channel: {
		name: 'channel',
		several: false,
		takes: 'name',
		read: name,
		value: 'NAME',
		holds: ofDays
	},
	window: {
		name: 'window',
		several: false,
		takes: 'number',
		read: days,
		range: WINDOW,
		value: 'DAYS',
		holds: ['overview', 'audience', 'channels']
	},
	compare: {
		// what has key figures
		name: 'compare',
		several: false,
		takes: 'choice',
		read: readComparison,
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
} as const satisfies { [Field in keyof Filters]: Declared<Filters[Field]> };

export type FilterName = (typeof declared)[keyof Filters]['name'];

/** A filter as those go by it who know none of them by name. */
export type FilterRecord = Omit<Declared<unknown>, 'name' | 'several' | 'read'> & {
	name: FilterName;
	field: keyof Filters;
	several: boolean;
	read(text: string): string | number | null;
};

export const filterRecords: readonly FilterRecord[] = (
	Object.keys(declared) as (keyof Filters)[]
).map((field) => ({ ...declared[field], field }));

/** What is narrowed to nothing. */
export const everything = Object.fromEntries(
	filterRecords.map(({ field, several }) => [field, several ? [] : null])
) as unknown as Filters;
