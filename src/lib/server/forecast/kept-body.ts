import type { Factors } from '#lib/measure/forecast/forecast.ts';
import type { Predicted } from '#lib/measure/forecast/predicted.ts';
import type { DraftItem } from '../ingest/read-draft.ts';

/** A forecast of something that nobody clicks: it has no link. */
export type Unforeseen = { [K in keyof Predicted]: null };

/** One item of a draft with what it will probably get. */
export type ForeseenItem = {
	title: string;
	/** order in the whole issue, from 1 */
	position: number;
	role: DraftItem['role'];
	/** names, in the publication's language */
	topics: string[];
} & (Predicted | Unforeseen);

/** Items in another order, with what each will probably get there. */
export type OrderedItem = { position: number; title: string; expected: number | null };

/** What a forecast says: the contract of `forecast --json`. */
export type Foreseen = {
	delivered: number | null;
	items: ForeseenItem[];
	/** the items' clickers together: who clicks two of them counts twice */
	total: Predicted | Unforeseen;
	/** the order that most clickers are to be expected of */
	order: OrderedItem[];
};

/** What is kept of an item beside what is said of it, so that it can be tried elsewhere and found again. */
export type KeptItem = ForeseenItem & {
	section: string | null;
	draft: Pick<DraftItem, 'format' | 'sectionKey' | 'topicIds' | 'authors' | 'pages'>;
	factors: Factors | null;
	/** what the last issue's item in this position got */
	naive: number | null;
};

/** A forecast as it is kept. */
export type ForecastBody = Omit<Foreseen, 'items' | 'delivered'> & {
	items: KeptItem[];
	naive: number | null;
	byClicks: boolean;
	/** whether it hangs on how many it is delivered to: not where no issue says how many it reached */
	scales: boolean;
};

/** What is said of an item, without what is kept beside it. */
export function saidOf({ title, position, role, topics, ...kept }: KeptItem): ForeseenItem {
	return { title, position, role, topics, ...predictedOf(kept) };
}

/** A prediction's own fields, without what else its row holds. */
export function predictedOf<P extends Predicted | Unforeseen>(row: P): P {
	const { expected, low, high, low50, high50 } = row;
	return { expected, low, high, low50, high50 } as P;
}

export const noForecast: Unforeseen = {
	expected: null,
	low: null,
	high: null,
	low50: null,
	high50: null
};
