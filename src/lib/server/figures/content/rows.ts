import type { LoneChecks } from '#lib/measure/verdicts/lone-checks.ts';
import type { ItemRole } from '#lib/item-roles.ts';
import type { RowChange } from '../row-change.ts';
import type { Again } from './again.ts';
import type { ItemFormat } from '../../../issue/source/document.ts';

/** The source of a delivered figure. A comparison across two of them always says so. */
export type Basis = 'events' | 'count' | 'subscribers' | 'unknown';

/** Which of an issue's data its figures are based on: events, else the most complete counts. */
export type Layer = 'events' | 'readers' | 'urls' | 'issue' | 'none';

/** Why an estimate is not given, or not ranked. Worded in `messages/` under `why.<code>`. */
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

/** A lift and how sure it is: 1 is the average; all null if `enough` is false or there is no fit yet. */
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
 * how a row's lift moved since the period that it is compared with, or its click rate if no row has a lift;
 * absent if nothing is compared, null if neither period has an estimate of the row
 */
type Changed = { liftChange?: RowChange | null; rateChange?: RowChange | null };

export type TopicRow = Estimate &
	Changed & {
		id: number;
		topic: string;
		/** fewer than half of its items were confirmed: it is a guess, and makes no headline */
		suggested: boolean;
		/** index of a category colour, the same on all pages */
		color: number | null;
		items: number;
		/** clickers added up over the topic's items; null if known for none */
		clickers: number | null;
		/** distinct readers behind them, as far as issues still store who clicked; null if none does */
		readers: number | null;
		/**
		 * added up over the items with known clickers, or over all if there are none; null if nobody knows
		 * how many readers were reached
		 */
		delivered: number | null;
		/**
		 * how many of its items are in the model: the others had no known position, or share their clickers;
		 * null without a fit
		 */
		compared: number | null;
		/** expected clickers of these, given their positions */
		expected: number | null;
		/** clickers ÷ delivered, both added up over items; null if delivered is unknown */
		rawRate: number | null;
		/**
		 * share of items and of position-adjusted clickers (unadjusted until there is a fit); an item of k
		 * topics counts 1/k
		 */
		shareOfItems: number | null;
		shareOfClicks: number | null;
		/** ends of the 90 % interval of the share of clickers; null until there is a fit */
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
	/** its authors; empty if unknown */
	authors: string[];
	delivered: number | null;
	basis: Basis;
	/** null if the layer does not give it */
	clickers: number | null;
	clicks: number | null;
	/** clicks filtered as machines' or suspect, and all of them together */
	setAside: number;
	/** expected clickers; expected clicks if exports count only these, and clickers are null */
	expected: number | null;
	rawRate: number | null;
	/** clickers on pages that another item of the issue also links to */
	shared: number;
	links: number;
	/** how many items of other issues link to one of its pages, and the latest of these */
	again: number;
	alsoIn: Again[];
	/** no document yet: the item stands for a page */
	provisional: boolean;
};

/** What items of one group got together. */
export type GroupAmounts = {
	issues: number;
	items: number;
	/** added up over items; null if known for none */
	clickers: number | null;
	/**
	 * added up over the items with known clickers, or over all if there are none; null if nobody knows how
	 * many readers were reached
	 */
	delivered: number | null;
	/**
	 * how many of these are in the model: the others had no known position, or share their clickers; null
	 * without a fit
	 */
	compared: number | null;
	/** what those in the model would have got with an average topic, section or author */
	expected: number | null;
	rawRate: number | null;
	/** of the clickers of all editorial items */
	shareOfClicks: number | null;
};

export type SectionRow = Estimate & Changed & GroupAmounts & { id: number; section: string };

/** An item with several authors counts in full for each. */
export type AuthorRow = Estimate & Changed & GroupAmounts & { author: string };

export type IssueRow = Estimate & {
	id: number;
	number: number | null;
	title: string;
	subject: string | null;
	/** UTC milliseconds; null if no file gives it */
	sentAt: number | null;
	delivered: number | null;
	basis: Basis;
	layer: Layer;
	/** distinct readers with a human click in the issue */
	clickers: number | null;
	clicks: number | null;
	/** estimate of how many of the clicks are lone checks by machines; null if unknown */
	lone: LoneChecks | null;
	/** all clicks, before filtering */
	allClicks: number | null;
	rate: number | null;
	/**
	 * who opened or clicked, among readers not behind a privacy proxy, and the share of delivered that those
	 * readers are
	 */
	humanOpeners: number | null;
	openPopulation: number | null;
	/** clickers within that population */
	openClickers: number | null;
	/**
	 * readers with a recorded open, also by a proxy or a bot; without readers who clicked without loading
	 * images
	 */
	allOpeners: number | null;
	unsubscribed: number | null;
	items: number;
	hasDocument: boolean;
	/** clicks whose page is in the document; null if only totals of readers or of the issue are known */
	matchedClicks: number | null;
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
