import { bestOrder } from '#lib/measure/forecast/best-order.ts';
import {
	appealAndWorth,
	forecastIssue,
	type Factors,
	type ForecastItem
} from '#lib/measure/forecast/forecast.ts';
import type { Predicted } from '#lib/measure/forecast/predicted.ts';
import type { Archive } from '../figures/archive.ts';
import { leagueOf } from '../figures/content/league.ts';
import { nameKey } from '#lib/name-key.ts';
import { sectionKeys } from './section-keys.ts';
import type { KeptItem } from './kept-body.ts';
import { FORECAST_SEED, type Outlook } from './outlook.ts';

/** What an item of a draft is, apart from where it stands. */
export type Story = Pick<KeptItem, 'role'> & { draft: KeptItem['draft'] };

/** What items in some order will probably get; null for those that nobody can click. */
export type Arranged = {
	items: (({ factors: Factors } & Predicted) | null)[];
	total: Predicted;
};

/** Puts the stories of a draft on its positions in any order, and forecasts what comes of it. */
export class Arrangement {
	#stories: readonly Story[];
	#outlook: Outlook;
	#items: ForecastItem[];
	/** whether anybody can click it: a draft without any link has none yet */
	#clickable: boolean[];

	constructor(archive: Archive, outlook: Outlook, stories: readonly Story[]) {
		this.#stories = stories;
		this.#outlook = outlook;
		const indexes = indexesOf(archive);
		this.#items = stories.map(({ role, draft }, i) => ({
			role,
			position: i + 1,
			format: draft.format,
			pages: Math.max(1, draft.pages.length),
			section: indexes.section(draft.sectionKey),
			topics: draft.topicIds.map(indexes.topic),
			authors: role === 'editorial' ? draft.authors.flatMap(indexes.author) : []
		}));
		const none = stories.every(({ draft }) => draft.pages.length === 0);
		this.#clickable = stories.map(({ draft }) => none || draft.pages.length > 0);
	}

	/**
	 * Forecasts the items in an order. A position keeps its format and its section, whichever item stands there.
	 *
	 * @param order for each position the index of the item; as drafted where there is none
	 */
	forecast(order = this.#asDrafted(), draws?: number): Arranged {
		const placed = order.map((item, index) => this.#at(item, index));
		const clickable = order.map((item) => this.#clickable[item]!);
		const { items, total } = forecastIssue(
			placed.filter((_, index) => clickable[index]),
			this.#outlook.circumstances,
			{ seed: FORECAST_SEED, ...(draws !== undefined && { draws }) }
		);
		const rest = items[Symbol.iterator]();
		return {
			items: clickable.map((is) => (is ? rest.next().value! : null)),
			total
		};
	}

	/**
	 * The order that most clickers are to be expected of: stories change positions; the editorial, sponsors and
	 * notices stay where they are.
	 *
	 * @param fixed whether an item stays, by index
	 */
	best(fixed: (item: number) => boolean, order = this.#asDrafted()): number[] {
		const placed = order.map((item, index) => this.#at(item, index));
		const { appeal, worth } = appealAndWorth(placed, this.#outlook.circumstances);
		const moves = order.map((item) => {
			const { role, draft } = this.#stories[item]!;
			const story = role === 'editorial' && draft.format !== 'editorial';
			return story && this.#clickable[item]! && !fixed(item);
		});
		return bestOrder(appeal, worth, moves).map((index) => order[index]!);
	}

	/** Places from the one that gives least to the one that gives most. */
	indexesByWorth(): number[] {
		const { worth } = appealAndWorth(this.#items, this.#outlook.circumstances);
		return [...worth.keys()].sort((a, b) => worth[a]! - worth[b]! || b - a);
	}

	#asDrafted(): number[] {
		return [...this.#items.keys()];
	}

	#at(item: number, index: number): ForecastItem {
		const { format, section, position } = this.#items[index]!;
		const own = this.#items[item]!;
		// what a sponsor's position looks like says nothing of a story's
		const swapped = own.role === this.#items[index]!.role;
		return { ...own, position, ...(swapped && { format, section }) };
	}
}

/** Finds what a draft names among what the fit knows; -1 for what it does not. */
function indexesOf(archive: Archive) {
	const { topics, sections } = leagueOf(archive, 'editorial').index;
	const authors = new Map(archive.fits.editorial.keys.authors.map((key, i) => [key, i]));
	const known = sectionKeys(archive);
	return {
		topic: (id: number) => topics.get(id) ?? -1,
		section: (key: string | null) =>
			key === null ? -1 : (sections.get(known.get(key) ?? -1) ?? -1),
		author: (name: string) => authors.get(nameKey(name)) ?? []
	};
}
