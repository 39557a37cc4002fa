import { certainty, clearOf, tone } from '#lib/chart/certainty.ts';
import { m } from '#lib/messages/compiled/messages.js';
import type { ClickChange } from '../../figures/change.ts';
import type { ItemFigures } from '../../figures/items.ts';
import type { Estimate, IssueRow, ItemRow, SectionRow } from '../../figures/rows.ts';
import type { TopicFigures } from '../../figures/topics.ts';
import type { VerdictFigures } from '../../figures/verdicts.ts';
import type { ReportFigure } from '../snapshot.ts';
import { placesOf, tableOf, type Table } from '../table.ts';
import { issueTable, itemTable, sectionTable, slotTable, topicTable } from '../tables.ts';
import { verdictTable } from '../verdict-tables.ts';
import type { Ground } from './asked.ts';

type Words = Pick<Ground, 'say' | 'o'>;

/** A figure without what most have not. */
const plain = { sub: null, about: null, chart: null, most: null, forest: null, note: null };

/** Where a table holds its estimates. */
function forestOf(table: Table, { o }: Words, n: string | null): ReportFigure['forest'] {
	const at = (head: string) => placesOf(table, [head])[0] ?? -1;
	return {
		lift: at(m['table.lift']({}, o)),
		low: at(m['table.low']({}, o)),
		high: at(m['table.high']({}, o)),
		low50: at(m['table.low50']({}, o)),
		high50: at(m['table.high50']({}, o)),
		above: at(m['table.chanceAbove']({}, o)),
		n: n === null ? null : at(n)
	};
}

function isAdjusted(rows: readonly Estimate[]): boolean {
	return rows.some(({ lift }) => lift !== null);
}

/** The columns of an estimate that page and paper have room for. */
function estimateHeads({ o }: Words): string[] {
	return [m['table.lift']({}, o), m['table.low']({}, o), m['table.high']({}, o)];
}

/** Topics by lift, as a forest. */
export function topicFigure(
	{ topics }: Pick<TopicFigures, 'topics'>,
	words: Words,
	most: number | null = null
): ReportFigure {
	const { o } = words;
	const table = topicTable(topics, o.locale);
	const adjusted = isAdjusted(topics);
	const [above, below] = [clearOf(topics, 'above'), clearOf(topics, 'below')];
	const heads = [
		m['table.topic']({}, o),
		m['table.items']({}, o),
		m['table.clickers']({}, o),
		m['table.rawRate']({}, o)
	];
	return {
		...plain,
		id: 'topics',
		title: adjusted ? m['overview.topics.found']({ above, below }, o) : m['topics.rate']({}, o),
		sub: adjusted ? m['topics.lift.sub']({}, o) : m['raw.sub']({}, o),
		about: adjusted ? m['def.lift']({}, o) : m['def.rate']({}, o),
		table,
		shown: placesOf(table, adjusted ? [...heads, ...estimateHeads(words)] : heads),
		most,
		forest: adjusted ? forestOf(table, words, m['table.items']({}, o)) : null
	};
}

/** What to write more and less of: from the share of items to that of clicks. */
export function shiftFigure(
	{ topics }: Pick<TopicFigures, 'topics'>,
	{ o }: Words,
	most = 8
): ReportFigure | null {
	const adjusted = isAdjusted(topics);
	const rows = topics
		.filter(({ enough, shareOfItems }) => shareOfItems > 0 && (enough || !adjusted))
		.map((topic) => ({
			name: topic.topic,
			items: topic.shareOfItems,
			clicks: topic.shareOfClicks,
			tone: adjusted ? tone(certainty(topic)) : ('unclear' as const),
			row: topic
		}))
		.sort((a, b) => Math.abs(b.clicks - b.items) - Math.abs(a.clicks - a.items))
		.slice(0, most)
		.sort((a, b) => b.clicks - b.items - (a.clicks - a.items));
	if (rows.length === 0) return null;

	const table = topicTable(
		rows.map(({ row }) => row),
		o.locale
	);
	return {
		...plain,
		id: 'supply',
		title: m['overview.shift']({}, o),
		sub: adjusted ? m['overview.shift.sub']({}, o) : m['overview.shift.raw']({}, o),
		about: m['def.supply']({}, o),
		chart: {
			kind: 'shareShift',
			rows: rows.map(({ name, items, clicks, tone }) => ({ name, items, clicks, tone }))
		},
		table,
		shown: placesOf(table, [
			m['table.topic']({}, o),
			m['table.items']({}, o),
			m['table.shareOfItems']({}, o),
			m['table.shareOfClicks']({}, o),
			m['table.shareLow']({}, o),
			m['table.shareHigh']({}, o),
			m['table.covered']({}, o),
			m['table.nextLift']({}, o)
		])
	};
}

/** What moved the click rate, part by part. */
export function changeFigure(change: ClickChange, { o }: Words): ReportFigure {
	const { whole, parts, scanners, untold } = change;
	const lone = (name: string, change: number) => ({
		name,
		moved: { change, low: null, high: null }
	});
	const rows = [
		...parts,
		{ name: 'whole', moved: whole },
		...(scanners === null
			? []
			: [lone('scanners', scanners), lone('unsorted', whole.change + scanners)])
	];
	const table = tableOf(
		[
			[m['table.part']({}, o), ({ name }) => m[`part.${name as 'list'}`]({}, o)],
			[m['table.change']({}, o), ({ moved }) => moved.change, 'points'],
			[m['table.low']({}, o), ({ moved }) => moved.low, 'points'],
			[m['table.high']({}, o), ({ moved }) => moved.high, 'points']
		],
		rows
	);
	const list = untold.map((name) => m[`part.${name}`]({}, o)).join(' · ');
	return {
		...plain,
		id: 'change',
		title: m['report.change']({}, o),
		sub: m['report.change.sub']({}, o),
		about: m['def.change']({}, o),
		table,
		shown: [0, 1, 2, 3],
		note: untold.length ? m['report.change.untold']({ parts: list }, o) : null
	};
}

/** Items under heads that fit a page. */
export function itemFigure(
	id: string,
	title: string,
	sub: string | null,
	items: readonly Omit<ItemRow, 'links'>[],
	words: Words,
	most: number | null
): ReportFigure {
	const { o } = words;
	const adjusted = isAdjusted(items);
	const table = itemTable(items, o.locale);
	return {
		...plain,
		id,
		title,
		sub,
		about: adjusted ? m['def.lift']({}, o) : m['def.rate']({}, o),
		table,
		shown: placesOf(table, [
			m['table.issue']({}, o),
			m['table.slot']({}, o),
			m['table.item']({}, o),
			m['table.clickers']({}, o),
			...(adjusted
				? [m['table.expected']({}, o), ...estimateHeads(words)]
				: [m['table.delivered']({}, o), m['table.rawRate']({}, o)])
		]),
		most,
		forest: adjusted ? forestOf(table, words, null) : null
	};
}

/** What each slot usually gets. */
export function slotFigure(
	{ slots }: Pick<ItemFigures, 'slots'>,
	{ o }: Words
): ReportFigure | null {
	if (slots.length < 2) return null;
	return {
		...plain,
		id: 'slots',
		title: m['items.slots']({}, o),
		sub: m['items.slots.sub']({}, o),
		about: m['def.slots']({}, o),
		chart: {
			kind: 'slotCurve',
			slots: slots.map(({ order, rate, low, high, n }) => ({ order, rate, low, high, n }))
		},
		table: slotTable(slots, o.locale),
		shown: [0, 1, 2, 3, 4]
	};
}

/** Sections at equal slots. */
export function sectionFigure(sections: readonly SectionRow[], words: Words): ReportFigure {
	const { o } = words;
	const adjusted = isAdjusted(sections);
	const table = sectionTable(sections, o.locale);
	return {
		...plain,
		id: 'sections',
		title: adjusted ? m['sections.lift']({}, o) : m['sections.rate']({}, o),
		sub: adjusted ? m['sections.lift.sub']({}, o) : m['raw.sub']({}, o),
		about: adjusted ? m['def.lift']({}, o) : m['def.rate']({}, o),
		table,
		shown: placesOf(table, [
			m['table.section']({}, o),
			m['table.items']({}, o),
			m['table.clickers']({}, o),
			m['table.shareOfClicks']({}, o),
			...(adjusted ? estimateHeads(words) : [m['table.rawRate']({}, o)])
		]),
		forest: adjusted ? forestOf(table, words, m['table.items']({}, o)) : null
	};
}

/** More bars than that and none can be told apart. */
const BARS = 60;

/** Issues side by side; given newest first. */
export function issueFigure(
	issues: readonly IssueRow[],
	{ say, o }: Words,
	most: number | null
): ReportFigure {
	const rated = issues.some(({ rate }) => rate !== null);
	const table = issueTable(issues, o.locale);
	return {
		...plain,
		id: 'issues',
		title: rated ? m['issues.rates']({}, o) : m['issues.clickers']({}, o),
		sub: rated ? m['issues.rates.sub']({}, o) : m['issues.clickers.sub']({}, o),
		about: rated ? m['def.rate']({}, o) : null,
		chart: {
			kind: 'issueRates',
			of: rated ? 'rate' : 'clickers',
			bars: issues
				.slice(0, BARS)
				.reverse()
				.map((issue) => ({
					label: issue.number === null ? '' : String(issue.number),
					title: issue.number === null ? issue.title : `${say.issue(issue.number)} ${issue.title}`,
					value: rated ? issue.rate : issue.clickers,
					low: null,
					high: null,
					open: issue.open,
					note: issue.open
						? m['issue.open']({ age: issue.age ?? 0 }, o)
						: m['count.clickers'](
								{ n: issue.clickers ?? 0, clickers: say.number(issue.clickers ?? 0) },
								o
							)
				}))
		},
		table,
		shown: placesOf(table, [
			m['table.number']({}, o),
			m['table.sentUtc']({}, o),
			m['table.title']({}, o),
			m['table.delivered']({}, o),
			m['table.clickers']({}, o),
			m['table.clickRate']({}, o),
			m['table.lift']({}, o),
			m['table.low']({}, o),
			m['table.high']({}, o)
		]),
		most
	};
}

/** What was set aside and why. */
export function verdictFigure(
	figures: Pick<VerdictFigures, 'clicks' | 'opens'>,
	{ o }: Words
): ReportFigure | null {
	if (figures.clicks.all + figures.opens.all === 0) return null;
	return {
		...plain,
		id: 'verdicts',
		title: m['verdicts.ledger']({}, o),
		about: m['def.verdicts']({}, o),
		table: verdictTable(figures, o.locale),
		shown: [0, 1, 2, 3, 4]
	};
}
