import { m } from '#lib/messages/compiled/messages.js';
import type { Locale } from '#lib/messages/compiled/runtime.js';
import { whyWords, words } from '#lib/messages/words.ts';
import type { IssueFigures } from '../../figures/content/issue.ts';
import type { SlotRow } from '../../figures/content/items.ts';
import type {
	AuthorRow,
	Estimate,
	GroupAmounts,
	IssueRow,
	ItemRow,
	SectionRow,
	TopicLine,
	TopicRow
} from '../../figures/content/rows.ts';
import type { TopicTime } from '../../figures/content/topic-times.ts';
import { tableOf, type Table, type Taken } from './table.ts';

/** An item's links are counted by its page alone. */
type Item = Omit<ItemRow, 'links'>;

/** Columns that every estimate has: nothing is ranked in a file that is not ranked on its page. */
export function estimate(locale: Locale): Taken<Estimate>[] {
	const say = (key: Parameters<typeof words>[0]) => words(key, {}, locale);
	return [
		[say('table.lift'), (row) => row.lift, 'ratio'],
		[say('table.low'), (row) => row.low, 'ratio'],
		[say('table.high'), (row) => row.high, 'ratio'],
		[say('table.low50'), (row) => row.low50, 'ratio'],
		[say('table.high50'), (row) => row.high50, 'ratio'],
		[say('table.chanceAbove'), (row) => row.above, 'share'],
		[say('table.enough'), (row) => (row.enough ? say('answer.yes') : say('answer.no'))],
		[say('table.why'), (row) => (row.why === null ? null : whyWords(row.why, locale))],
		[say('table.rankLow'), (row) => row.rankLow, 'count'],
		[say('table.rankHigh'), (row) => row.rankHigh, 'count']
	];
}

/** A topic, with what time does to it where the method has run. */
type Topic = TopicRow & Partial<TopicTime>;

export function topicTable(topics: readonly Topic[], locale: Locale): Table {
	const o = { locale };
	return tableOf<Topic>(
		[
			[m['table.topic']({}, o), (row) => row.topic],
			[m['table.items']({}, o), (row) => row.items, 'count'],
			[m['table.clickers']({}, o), (row) => row.clickers, 'count', 'people'],
			[m['table.readers']({}, o), (row) => row.readers, 'count', 'people'],
			[m['table.delivered']({}, o), (row) => row.delivered, 'count', 'people'],
			[m['table.rawRate']({}, o), (row) => row.rawRate, 'rate'],
			[m['table.expected']({}, o), (row) => row.expected, 'decimal'],
			[m['table.shareOfItems']({}, o), (row) => row.shareOfItems, 'share'],
			[m['table.shareOfClicks']({}, o), (row) => row.shareOfClicks, 'share'],
			[m['table.shareLow']({}, o), (row) => row.shareLow, 'share'],
			[m['table.shareHigh']({}, o), (row) => row.shareHigh, 'share'],
			...estimate(locale),
			[
				m['table.covered']({}, o),
				({ covered }) => (covered ? m[`covered.${covered}`]({}, o) : null)
			],
			[m['table.nextLift']({}, o), (row) => row.next ?? null, 'ratio'],
			[m['table.factor']({}, o), (row) => row.fatigue?.lift ?? null, 'ratio']
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
	const kind = of === 'lift' ? 'ratio' : 'rate';
	const points = lines.flatMap(({ topic, points }) => points.map((point) => ({ topic, ...point })));
	return tableOf(
		[
			[m['table.topic']({}, o), (row) => row.topic],
			[m['table.period']({}, o), (row) => row.label],
			[m['table.items']({}, o), (row) => row.n, 'count'],
			[m[of === 'lift' ? 'table.lift' : 'table.rawRate']({}, o), (row) => row.value, kind],
			[m['table.low']({}, o), (row) => row.low, kind],
			[m['table.high']({}, o), (row) => row.high, kind]
		],
		points
	);
}

export function itemTable(items: readonly Item[], locale: Locale): Table {
	const o = { locale };
	return tableOf<Item>(
		[
			[m['table.issue']({}, o), (row) => row.issue],
			[m['table.sentUtc']({}, o), (row) => row.sentAt, { local: m['table.sent']({}, o) }],
			[m['table.section']({}, o), (row) => row.section],
			[m['table.slot']({}, o), (row) => row.order, 'count'],
			[m['table.item']({}, o), (row) => row.title],
			[m['table.role']({}, o), (row) => m[`role.${row.role}`]({}, o)],
			[m['table.topics']({}, o), (row) => row.topics.join(', ')],
			[m['table.authors']({}, o), (row) => row.authors.join(', ')],
			[m['table.delivered']({}, o), (row) => row.delivered, 'count', 'people'],
			[m['table.basis']({}, o), (row) => m[`basis.${row.basis}`]({}, o)],
			[m['table.clickers']({}, o), (row) => row.clickers, 'count', 'people'],
			[m['table.clicks']({}, o), (row) => row.clicks, 'count'],
			[m['table.setAside']({}, o), (row) => row.setAside, 'count'],
			[m['table.shared']({}, o), (row) => row.shared, 'count'],
			[m['table.rawRate']({}, o), (row) => row.rawRate, 'rate'],
			[m['table.expected']({}, o), (row) => row.expected, 'decimal'],
			...estimate(locale)
		],
		items
	);
}

export function slotTable(slots: readonly SlotRow[], locale: Locale): Table {
	const o = { locale };
	return tableOf<SlotRow>(
		[
			[m['table.slot']({}, o), (row) => row.order, 'count'],
			[m['table.items']({}, o), (row) => row.n, 'count'],
			[m['table.clickRate']({}, o), (row) => row.rate, 'rate'],
			[m['table.low']({}, o), (row) => row.low, 'rate'],
			[m['table.high']({}, o), (row) => row.high, 'rate']
		],
		slots
	);
}

export function sectionTable(sections: readonly SectionRow[], locale: Locale): Table {
	const name: Taken<SectionRow> = [m['table.section']({}, { locale }), (row) => row.section];
	return groupTable(name, sections, locale);
}

export function authorTable(authors: readonly AuthorRow[], locale: Locale): Table {
	const name: Taken<AuthorRow> = [m['table.author']({}, { locale }), (row) => row.author];
	return groupTable(name, authors, locale);
}

function groupTable<Row extends Estimate & GroupAmounts>(
	name: Taken<Row>,
	rows: readonly Row[],
	locale: Locale
): Table {
	const o = { locale };
	return tableOf<Row>(
		[
			name,
			[m['table.issues']({}, o), (row) => row.issues, 'count'],
			[m['table.items']({}, o), (row) => row.items, 'count'],
			[m['table.clickers']({}, o), (row) => row.clickers, 'count', 'people'],
			[m['table.delivered']({}, o), (row) => row.delivered, 'count', 'people'],
			[m['table.rawRate']({}, o), (row) => row.rawRate, 'rate'],
			[m['table.expected']({}, o), (row) => row.expected, 'decimal'],
			[m['table.shareOfClicks']({}, o), (row) => row.shareOfClicks, 'share'],
			...estimate(locale)
		],
		rows
	);
}

export function issueTable(issues: readonly IssueRow[], locale: Locale): Table {
	const o = { locale };
	return tableOf<IssueRow>(
		[
			[m['table.number']({}, o), (row) => row.number, 'name'],
			[m['table.sentUtc']({}, o), (row) => row.sentAt, { local: m['table.sent']({}, o) }],
			[m['table.title']({}, o), (row) => row.title],
			[m['table.delivered']({}, o), (row) => row.delivered, 'count', 'people'],
			[m['table.basis']({}, o), (row) => m[`basis.${row.basis}`]({}, o)],
			[m['table.humanOpeners']({}, o), (row) => row.humanOpeners, 'count', 'people'],
			[m['table.openPopulation']({}, o), (row) => row.openPopulation, 'share'],
			[m['table.openers']({}, o), (row) => row.allOpeners, 'count', 'people'],
			[m['table.clickers']({}, o), (row) => row.clickers, 'count', 'people'],
			[m['table.clicks']({}, o), (row) => row.clicks, 'count'],
			[m['table.allClicks']({}, o), (row) => row.allClicks, 'count'],
			[m['table.clickRate']({}, o), (row) => row.rate, 'rate'],
			[m['table.items']({}, o), (row) => row.items, 'count'],
			[m['table.matched']({}, o), (row) => row.matchedClicks, 'count'],
			[m['table.unsubscribed']({}, o), (row) => row.unsubscribed, 'count', 'people'],
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
