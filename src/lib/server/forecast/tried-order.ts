import type { Predicted } from '#lib/measure/forecast/predicted.ts';
import { Trouble } from '#lib/trouble.ts';
import { archiveOf } from '../figures/archive.ts';
import { beside } from '../figures/beside.ts';
import { findForecast } from '../store/content/forecasts.ts';
import type { Db } from '../store/sql/open.ts';
import type { Publication } from '../store/publications.ts';
import { Arrangement } from './arranged.ts';
import { forecastLine, type ForecastLine } from './forecasts.ts';
import { leadStory, orderFor, type Goal } from './goal.ts';
import { predictedOf, type ForecastBody, type KeptItem, type Unforeseen } from './kept-body.ts';
import { outlookOf } from './outlook.ts';

/** An item where it stands in an order that is tried. */
export type PlacedItem = Omit<KeptItem, 'draft' | 'naive'> & {
	/** its position in the draft, from 1: what it goes by */
	drafted: number;
	/** ± expected clickers against where it stands in the draft; null where nothing is expected */
	change: number | null;
};

/** An order of a draft's items, as positions in the draft. */
export type NamedOrder = { goal: Goal['kind'] | 'drafted'; order: number[]; expected: number };

export type DraftFigures = {
	line: ForecastLine;
	/** in the order asked for; as drafted where none was */
	items: PlacedItem[];
	total: Predicted | Unforeseen;
	/** expected of the draft's own order by what is known now: what other orders are held against */
	drafted: number | null;
	/** how many it was reckoned to reach */
	delivered: number | null;
	byClicks: boolean;
	/** orders that serve a goal; empty once the issue was sent */
	orders: NamedOrder[];
	/** the item that most clickers are to be had by moving: where to, and how many; null where none */
	move: { title: string; from: number; to: number; gain: number } | null;
};

/**
 * A kept forecast, its items in another order where one is tried. The forecast itself stays as it is.
 *
 * @param asked positions in the draft, in the order that is tried; null for the draft's own
 * @param goal orders that serve it are added to those for most clickers
 * @throws {Trouble} noSuchForecast, badOrder
 */
export const draftFigures = beside('draft', figures);

async function figures(
	db: Db,
	publication: Publication,
	id: number,
	asked: readonly number[] | null,
	guarantee: { position: number; guarantee: number } | null
): Promise<DraftFigures> {
	const row = await findForecast(db, publication.id, id);
	if (!row) throw new Trouble('noSuchForecast', { id });
	const archive = await archiveOf(db, publication);
	const { items, total, byClicks } = row.body as unknown as ForecastBody;
	const line = await forecastLine(db, archive, row);
	const kept = items.map((item, i) => placed(item, i, item, item.factors));
	const own = { line, items: kept, total: predictedOf(total), byClicks };
	const whole: DraftFigures = {
		...own,
		delivered: row.delivered,
		orders: [],
		move: null,
		drafted: null
	};

	const outlook = outlookOf(archive, row.delivered);
	if (line.outcome || 'notYet' in outlook) return whole;
	const arrangement = new Arrangement(archive, outlook, items);
	const drafted = arrangement.forecast();
	const orders = ordersOf(arrangement, items, guarantee);
	const move = bestMove(arrangement, items, drafted.total.expected);
	const known = { orders, move, drafted: drafted.total.expected };
	if (asked === null) return { ...whole, ...known };

	const order = checked(asked, items.length);
	const prediction = arrangement.forecast(order);
	return {
		...whole,
		...known,
		items: order.map((item, index) => {
			const one = prediction.items[index];
			const there = placed(items[item]!, item, one ?? items[item]!, one?.factors ?? null);
			const before = drafted.items[item]?.expected;
			const change = one && before !== undefined ? one.expected - before : null;
			return { ...there, position: index + 1, change };
		}),
		total: predictedOf(prediction.total)
	};
}

function placed(
	{ title, position, role, topics, section }: KeptItem,
	index: number,
	prediction: Predicted | Unforeseen,
	factors: KeptItem['factors']
): PlacedItem {
	const own = { title, position, role, topics, section };
	return { ...own, drafted: index + 1, ...predictedOf(prediction), factors, change: null };
}

/** @throws {Trouble} badOrder for what does not name every item once */
function checked(asked: readonly number[], n: number): number[] {
	const order = asked.map((position) => position - 1);
	const named = new Set(order);
	const whole = named.size === n && order.length === n && order.every((i) => i >= 0 && i < n);
	if (!whole) throw new Trouble('badItemOrder', { n });
	return order;
}

function ordersOf(
	arrangement: Arrangement,
	items: readonly KeptItem[],
	guarantee: { position: number; guarantee: number } | null
): NamedOrder[] {
	const goals: Goal[] = [
		{ kind: 'clickers' },
		...(leadStory(items) >= 0 ? [{ kind: 'lead' } as const] : []),
		...(guarantee && items[guarantee.position - 1]?.role === 'sponsor'
			? [{ kind: 'sponsor', ...guarantee } as const]
			: [])
	];
	return goals.map((goal) => {
		const order = orderFor(arrangement, items, goal);
		return {
			goal: goal.kind,
			order: order.map((item) => item + 1),
			expected: arrangement.forecast(order, 1).total.expected
		};
	});
}

/** The one exchange of two stories that brings most: what would change the total first. */
function bestMove(
	arrangement: Arrangement,
	items: readonly KeptItem[],
	before: number
): DraftFigures['move'] {
	const order = arrangement.best(() => false);
	const moved = order.flatMap((item, index) => (item === index ? [] : [{ item, index }]));
	let best: DraftFigures['move'] = null;
	for (const { item, index } of moved) {
		const swapped = items.map((_, i) => (i === index ? item : i === item ? index : i));
		const gain = arrangement.forecast(swapped, 1).total.expected - before;
		if (gain > (best?.gain ?? 0.5))
			best = { title: items[item]!.title, from: item + 1, to: index + 1, gain };
	}
	return best;
}
