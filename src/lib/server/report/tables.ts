import { m } from '#lib/messages/compiled/messages.js';
import type { Locale } from '#lib/messages/compiled/runtime.js';
import { whyWords, words } from '#lib/messages/words.ts';
import type { IssueFigures } from '../figures/issue.ts';
import type { SlotRow } from '../figures/items.ts';
import type {
	Estimate,
	IssueRow,
	ItemRow,
	SectionRow,
	TopicLine,
	TopicRow
} from '../figures/rows.ts';
import type { TopicTime } from '../figures/topic-times.ts';
import type { Cell, Table } from './csv.ts';

/** An item's links are counted by its page alone. */
type Item = Omit<ItemRow, 'links'>;

/** A column: its head, and what it takes from a row. */
type Column<Row> = [head: string, cell: (row: Row) => Cell];

/** Rows under their heads. */
export function tableOf<Row>(columns: Column<Row>[], rows: readonly Row[]): Table {
	return {
		columns: columns.map(([head]) => head),
		rows: rows.map((row) => columns.map(([, cell]) => cell(row)))
	};
}

/** Columns that every estimate has: nothing is ranked in a file that is not ranked on its page. */
function estimate(locale: Locale): Column<Estimate>[] {
	const say = (key: Parameters<typeof words>[0]) => words(key, {}, locale);
	return [
		[say('table.lift'), (row) => row.lift],
		[say('table.low'), (row) => row.low],
		[say('table.high'), (row) => row.high],
		[say('table.low50'), (row) => row.low50],
		[say('table.high50'), (row) => row.high50],
		[say('table.chanceAbove'), (row) => row.above],
		[say('table.enough'), (row) => (row.enough ? say('answer.yes') : say('answer.no'))],
		[say('table.why'), (row) => (row.why === null ? null : whyWords(row.why, locale))],
		[say('table.rankLow'), (row) => row.rankLow],
		[say('table.rankHigh'), (row) => row.rankHigh]
	];
}

/** An instant as every program reads it. */
export function instant(at: number | null): Cell {
	return at === null ? null : new Date(at).toISOString();
}

/** A topic, with what time does to it where the method has run. */
type Topic = TopicRow & Partial<TopicTime>;

export function topicTable(topics: readonly Topic[], locale: Locale): Table {
	const o = { locale };
	return tableOf<Topic>(
		[
			[m['table.topic']({}, o), (row) => row.topic],
			[m['table.items']({}, o), (row) => row.items],
			[m['table.clickers']({}, o), (row) => row.clickers],
			[m['table.readers']({}, o), (row) => row.readers],
			[m['table.delivered']({}, o), (row) => row.delivered],
			[m['table.rawRate']({}, o), (row) => row.rawRate],
			[m['table.expected']({}, o), (row) => row.expected],
			[m['table.shareOfItems']({}, o), (row) => row.shareOfItems],
			[m['table.shareOfClicks']({}, o), (row) => row.shareOfClicks],
			[m['table.shareLow']({}, o), (row) => row.shareLow],
			[m['table.shareHigh']({}, o), (row) => row.shareHigh],
			...estimate(locale),
			[
				m['table.covered']({}, o),
				({ covered }) => (covered ? m[`covered.${covered}`]({}, o) : null)
			],
			[m['table.nextLift']({}, o), (row) => row.next ?? null],
			[m['table.factor']({}, o), (row) => row.fatigue?.lift ?? null]
		],
		topics
	);
}

export function topicLineTable(
	lines: readonly TopicLine[],
	of: 'lift' | 'rate',
	locale: Locale
): Table {
	const o = { locale };
	const points = lines.flatMap(({ topic, points }) => points.map((point) => ({ topic, ...point })));
	return tableOf(
		[
			[m['table.topic']({}, o), (row) => row.topic],
			[m['table.period']({}, o), (row) => row.label],
			[m['table.items']({}, o), (row) => row.n],
			[m[of === 'lift' ? 'table.lift' : 'table.rawRate']({}, o), (row) => row.value],
			[m['table.low']({}, o), (row) => row.low],
			[m['table.high']({}, o), (row) => row.high]
		],
		points
	);
}

export function itemTable(items: readonly Item[], locale: Locale): Table {
	const o = { locale };
	return tableOf<Item>(
		[
			[m['table.issue']({}, o), (row) => row.issue],
			[m['table.sentUtc']({}, o), (row) => instant(row.sentAt)],
			[m['table.section']({}, o), (row) => row.section],
			[m['table.slot']({}, o), (row) => row.order],
			[m['table.item']({}, o), (row) => row.title],
			[m['table.role']({}, o), (row) => m[`role.${row.role}`]({}, o)],
			[m['table.topics']({}, o), (row) => row.topics.join(', ')],
			[m['table.delivered']({}, o), (row) => row.delivered],
			[m['table.basis']({}, o), (row) => m[`basis.${row.basis}`]({}, o)],
			[m['table.clickers']({}, o), (row) => row.clickers],
			[m['table.clicks']({}, o), (row) => row.clicks],
			[m['table.setAside']({}, o), (row) => row.setAside],
			[m['table.shared']({}, o), (row) => row.shared],
			[m['table.rawRate']({}, o), (row) => row.rawRate],
			[m['table.expected']({}, o), (row) => row.expected],
			...estimate(locale)
		],
		items
	);
}

export function slotTable(slots: readonly SlotRow[], locale: Locale): Table {
	const o = { locale };
	return tableOf<SlotRow>(
		[
			[m['table.slot']({}, o), (row) => row.order],
			[m['table.items']({}, o), (row) => row.n],
			[m['table.clickRate']({}, o), (row) => row.rate],
			[m['table.low']({}, o), (row) => row.low],
			[m['table.high']({}, o), (row) => row.high]
		],
		slots
	);
}

export function sectionTable(sections: readonly SectionRow[], locale: Locale): Table {
	const o = { locale };
	return tableOf<SectionRow>(
		[
			[m['table.section']({}, o), (row) => row.section],
			[m['table.issues']({}, o), (row) => row.issues],
			[m['table.items']({}, o), (row) => row.items],
			[m['table.clickers']({}, o), (row) => row.clickers],
			[m['table.delivered']({}, o), (row) => row.delivered],
			[m['table.rawRate']({}, o), (row) => row.rawRate],
			[m['table.expected']({}, o), (row) => row.expected],
			[m['table.shareOfClicks']({}, o), (row) => row.shareOfClicks],
			...estimate(locale)
		],
		sections
	);
}

export function issueTable(issues: readonly IssueRow[], locale: Locale): Table {
	const o = { locale };
	return tableOf<IssueRow>(
		[
			[m['table.number']({}, o), (row) => row.number],
			[m['table.sentUtc']({}, o), (row) => instant(row.sentAt)],
			[m['table.title']({}, o), (row) => row.title],
			[m['table.delivered']({}, o), (row) => row.delivered],
			[m['table.basis']({}, o), (row) => m[`basis.${row.basis}`]({}, o)],
			[m['table.humanOpeners']({}, o), (row) => row.humanOpeners],
			[m['table.openPopulation']({}, o), (row) => row.openPopulation],
			[m['table.openers']({}, o), (row) => row.allOpeners],
			[m['table.clickers']({}, o), (row) => row.clickers],
			[m['table.clicks']({}, o), (row) => row.clicks],
			[m['table.allClicks']({}, o), (row) => row.allClicks],
			[m['table.clickRate']({}, o), (row) => row.rate],
			[m['table.items']({}, o), (row) => row.items],
			[m['table.matched']({}, o), (row) => row.matchedClicks],
			[m['table.unsubscribed']({}, o), (row) => row.unsubscribed],
			...estimate(locale)
		],
		issues
	);
}

/** One issue as it is read: its items in order. */
export function issueItemTable({ sections }: IssueFigures, locale: Locale): Table {
	return itemTable(
		sections.flatMap(({ items }) => items),
		locale
	);
}
