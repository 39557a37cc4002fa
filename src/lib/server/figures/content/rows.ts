import type { LoneChecks } from '#lib/measure/verdicts/lone-checks.ts';
import type { ItemRole } from '#lib/item-roles.ts';
import type { RowChange } from '../row-change.ts';
import type { Again } from './again.ts';
import type { ItemFormat } from '../../../issue/source/document.ts';

/** Where a delivered figure comes from. No comparison crosses a change of basis unsaid. */
export type Basis = 'events' | 'count' | 'subscribers' | 'unknown';

/** Which of an issue's data its figures rest on: events, else the most complete counts. */
export type Layer = 'events' | 'readers' | 'urls' | 'issue' | 'none';

/** Why an estimate is not given, or not to be ranked. Worded in `messages/` under `why.<code>`. */
export type Why =
	| 'fewItems'
	| 'fewInAll'
	| 'fewIssues'
	| 'noModel'
	| 'noLink'
	| 'noClicks'
	| 'noDelivered'
	| 'shared'
	| 'countsOnly'
	| 'unfiltered'
	| 'confounded'
	| 'alone'
	| 'sameTopics'
	| 'open'
	| 'notRanked'
	| 'notSponsor'
	| 'fewReaders'
	| 'fewExpected';

/** A lift with how sure it is: 1 is the average; all null where `enough` is false or there is no fit yet. */
export type Estimate = {
	lift: number | null;
	/** ends of the 90 % interval */
	low: number | null;
	high: number | null;
	/** ends of the 50 % interval */
	low50: number | null;
	high50: number | null;
	/** chance that it is above the average, 0..1 */
	above: number | null;
	enough: boolean;
	why: Why | null;
	rank: number | null;
	rankLow: number | null;
	rankHigh: number | null;
};

/**
 * How a row's lift moved from the period that it is compared with, or its click rate where no row has a
 * lift; not there where nothing is compared, null where neither period tells anything of the row.
 */
type Changed = { liftChange?: RowChange | null; rateChange?: RowChange | null };

export type TopicRow = Estimate &
	Changed & {
		id: number;
		topic: string;
		/** fewer than half of its items were confirmed: it is a guess, and makes no headline */
		suggested: boolean;
		/** a category colour's index, kept across pages */
		color: number | null;
		items: number;
		/** clickers summed over the topic's items; null where they are known of none */
		clickers: number | null;
		/** distinct readers behind them, as far as issues still say who clicked; null where none does */
		readers: number | null;
		/**
		 * summed over the items whose clickers are known, or all where none are; null where nobody knows
		 * how many were reached
		 */
		delivered: number | null;
		/**
		 * of its items those in the model: the others stood at no known position, or share their clickers;
		 * null where nothing is fitted
		 */
		compared: number | null;
		/** expected clickers of these, by their positions */
		expected: number | null;
		/** clickers ÷ delivered, both summed over items; null where delivered is unknown */
		rawRate: number | null;
		/**
		 * share of items and of clickers with positions taken out (as counted until there is a fit), items
		 * of k topics counting 1/k
		 */
		shareOfItems: number | null;
		shareOfClicks: number | null;
		/** ends of the 90 % interval of the share of clickers; null until the method has run */
		shareLow: number | null;
		shareHigh: number | null;
	};

export type ItemRow = Estimate & {
	id: number;
	issueId: number;
	/** number of the issue, else its title */
	issue: string;
	sentAt: number | null;
	section: string | null;
	/** order in the whole issue, from 1; null for a provisional item */
	position: number | null;
	title: string;
	role: ItemRole;
	format: ItemFormat | null;
	topics: string[];
	/** who wrote it; empty where nobody says */
	authors: string[];
	delivered: number | null;
	basis: Basis;
	/** null where the layer cannot say it */
	clickers: number | null;
	clicks: number | null;
	/** clicks set aside as machines' or suspect, and all of them together */
	setAside: number;
	/** clickers; clicks where exports count these alone, and clickers are null */
	expected: number | null;
	rawRate: number | null;
	/** clickers on pages that another item of the issue links to as well */
	shared: number;
	links: number;
	/** how many items of other issues lead to a page of it, and the latest of these */
	again: number;
	alsoIn: Again[];
	/** no document yet: the item stands for a page */
	provisional: boolean;
};

/** What items that have something in common got together. */
export type GroupAmounts = {
	issues: number;
	items: number;
	/** summed over items; null where they are known of none */
	clickers: number | null;
	/**
	 * summed over the items whose clickers are known, or all where none are; null where nobody knows how
	 * many were reached
	 */
	delivered: number | null;
	/**
	 * of these those in the model: the others stood at no known position, or share their clickers; null
	 * where nothing is fitted
	 */
	compared: number | null;
	/** what those compared would have got, were they of an average topic, section or author */
	expected: number | null;
	rawRate: number | null;
	/** of the clickers of all editorial items */
	shareOfClicks: number | null;
};

export type SectionRow = Estimate & Changed & GroupAmounts & { id: number; section: string };

/** An item of several authors counts whole for each. */
export type AuthorRow = Estimate & Changed & GroupAmounts & { author: string };

export type IssueRow = Estimate & {
	id: number;
	number: number | null;
	title: string;
	subject: string | null;
	/** UTC milliseconds, null where no file says it */
	sentAt: number | null;
	delivered: number | null;
	basis: Basis;
	layer: Layer;
	/** distinct readers with a human click in the issue */
	clickers: number | null;
	clicks: number | null;
	/** of the clicks, probably lone checks by machines; null where it cannot be told */
	lone: LoneChecks | null;
	/** clicks of every kind, before any was set aside */
	allClicks: number | null;
	rate: number | null;
	/** who opened or clicked, of the population not behind privacy proxies, and its share of delivered */
	humanOpeners: number | null;
	openPopulation: number | null;
	/** clickers within that population */
	openClickers: number | null;
	/** of whom an open is recorded, by a proxy or a bot too; who clicked without loading pictures is not */
	allOpeners: number | null;
	unsubscribed: number | null;
	items: number;
	hasDocument: boolean;
	/** clicks whose page is in the document, and clicks in all */
	matchedClicks: number;
	/** less than 72 hours of data since sending */
	open: boolean;
	/** hours of data since sending, at most 72 */
	age: number | null;
	best: { title: string; lift: number | null; clickers: number } | null;
};

/** A point of a line over time. */
export type Point = {
	/** UTC milliseconds of the issue, or of the period's start */
	at: number;
	label: string;
	value: number | null;
	low: number | null;
	high: number | null;
	n: number;
};

export type TopicLine = { id: number; topic: string; points: Point[] };
