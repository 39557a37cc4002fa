import type { ItemRole } from '#lib/item-roles.ts';

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

export const everything: Filters = {
	from: null,
	to: null,
	last: null,
	sections: [],
	topics: [],
	authors: [],
	issue: null,
	role: null,
	channel: null,
	window: null,
	compare: null
};
