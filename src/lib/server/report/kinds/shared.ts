import { rateStatements } from '#lib/findings/report.ts';
import { statement, type Statement } from '#lib/findings/statement.ts';
import { m } from '#lib/messages/compiled/messages.js';
import { clickChange, type ClickChange } from '../../figures/content/change.ts';
import { filtersBefore } from '../../figures/comparison.ts';
import { engagedDays, type Filters } from '../../figures/filters.ts';
import type { Notable } from '../../figures/content/notable.ts';
import { keyFiguresOf, type Series } from '../../figures/overview.ts';
import { issueRows } from '../../figures/content/issues.ts';
import type { IssueRow } from '../../figures/content/rows.ts';
import type { TopicFigures } from '../../figures/content/topics.ts';
import type { ReportKeyFigure, Snapshot } from '../snapshot.ts';
import { fewest } from '../suppress.ts';
import type { Kind } from '#lib/columns/table.ts';
import type { Ground } from './asked.ts';

/** What all reports of a period have: its issues, what they came to, and what moved the click rate. */
export type Period = {
	rows: IssueRow[];
	keyFigures: ReportKeyFigure[];
	change: ClickChange | null;
	/** of the click rate, in sentences */
	rate: Statement[];
	setAside: number | null;
};

export async function periodFigures(ground: Ground): Promise<Period> {
	const { db, publication, archive, issues, compared, comparedWords, o, asked, now } = ground;
	const rows = issueRows(archive, issues);
	const before = issueRows(archive, compared);
	const setAside = setAsideOf(rows);
	const change = await clickChange(db, publication, archive, issues, compared);
	// nothing is compared across a change of what was delivered is counted by
	const figures = await keyFiguresOf(
		...([db, publication, { filters: asked.filters, now }, rows, change ? before : []] as const)
	);

	return {
		rows,
		keyFigures: [
			keyFigure(m['overview.delivered']({}, o), 'count', figures.delivered),
			keyFigure(m['overview.clickRate']({}, o), 'rate', figures.clickRate),
			keyFigure(m['overview.clicksPerOpener']({}, o), 'rate', figures.clicksPerOpener),
			...(figures.engaged
				? [keyFigure(m['overview.engaged']({ n: windowOf(ground) }, o), 'count', figures.engaged)]
				: [])
		],
		change,
		rate: rateStatements(figures.clickRate.value, comparedWords, change, setAside),
		setAside
	};
}

function keyFigure(label: string, kind: Kind, { value, change, low, high }: Series) {
	return { label, kind, value, change, low, high };
}

/** The filters of what a report is held against; null where there is nothing. */
export function filtersCompared({ asked, issues, compared, publication }: Ground): Filters | null {
	const both = { these: issues, compared };
	return filtersBefore(asked.filters, asked.comparison, both, publication.zone);
}

/** What the changes of key figures are changes from. */
export function comparedStatements({ comparedWords }: Ground): Statement[] {
	return comparedWords === null
		? []
		: [statement('report.says.moved', { compared: comparedWords })];
}

/**
 * Key figures, each with how it moved from the one of that name before. There is no interval: of what
 * is spent and of who joined nobody knows how it would vary by itself. A change from fewer people than
 * are told to strangers is not said: with the figure beside it, it would tell how many they were.
 */
export function movedFrom(
	figures: readonly ReportKeyFigure[],
	before: readonly ReportKeyFigure[] | null
): ReportKeyFigure[] {
	const then = new Map(before?.map((figure) => [figure.label, figure.value]));
	return figures.map((figure) => {
		const was = then.get(figure.label) ?? null;
		const isFew = figure.people && was !== null && was < fewest;
		if (figure.value === null || was === null || isFew) return figure;
		return { ...figure, change: figure.value - was };
	});
}

/** Topics whose order is worth a sentence, and whose number is worth a list. */
const NAMED = 3;

/** In which order what can be done is said. */
const ORDER = ['report.do.more', 'report.do.less', 'report.do.higher', 'report.do.higherAlone'];

/** What can be done, and what cannot be said; never one without the other. */
export function adviceOf(
	{ topics }: Pick<TopicFigures, 'topics'>,
	{ missed }: Pick<Notable, 'missed'>,
	rows: readonly IssueRow[],
	{ state, say, o }: Ground,
	/** no more of what can be done than that */
	most = Infinity
): Snapshot['advice'] {
	const covered = (which: 'under' | 'over') =>
		topics
			.filter((topic) => topic.covered === which && !topic.suggested)
			.slice(0, NAMED)
			.map((topic) =>
				statement(which === 'under' ? 'report.do.more' : 'report.do.less', {
					topic: { quoted: topic.topic },
					from: { lift: topic.nextLow! },
					to: { lift: topic.nextHigh! }
				})
			);
	const higher = missed.slice(0, 1).map((item) => higherStatement(item, topics));
	// what comes first of each is kept where there is no room for all
	const [more, less] = [covered('under'), covered('over').reverse()];
	const todo = [
		...more.slice(0, 1),
		...less.slice(0, 1),
		...higher,
		...more.slice(1),
		...less.slice(1)
	]
		.slice(0, most)
		.sort((a, b) => ORDER.indexOf(a.key) - ORDER.indexOf(b.key));

	const told = topics.filter(({ enough }) => enough);
	const few = topics.filter(({ enough, why }) => !enough && why !== 'noModel');
	const [first, second] = told;
	const isOpen = first && second && (first.rankHigh ?? Infinity) >= (second.rankLow ?? 0);
	const open = rows.find((row) => row.open);
	const unsaid: Statement[] = [
		...(isOpen
			? [
					statement('report.cannot.order', {
						first: { quoted: first.topic },
						second: { quoted: second.topic }
					})
				]
			: []),
		...(few.length
			? [
					statement('report.cannot.few', {
						n: { n: few.length },
						topics: { list: few.map(({ topic }) => topic) }
					})
				]
			: []),
		...(open
			? [
					statement('report.cannot.open', {
						issue: open.number === null ? open.title : say.issue(open.number),
						age: String(open.age ?? 0)
					})
				]
			: []),
		statement('report.cannot.cause', {})
	];

	return [
		{
			heading: m['report.do']({}, o),
			lines: state(todo.length ? todo : [statement('report.do.nothing', {})])
		},
		{ heading: m['report.cannot']({}, o), lines: state(unsaid) }
	];
}

/** An item is the furthest of many: what its topic gets says what to expect of the next one. */
function higherStatement(
	item: Notable['missed'][number],
	topics: TopicFigures['topics']
): Statement {
	const topic = topics.find(({ topic, enough }) => enough && item.topics.includes(topic));
	const values = {
		item: { quoted: item.title },
		lift: { lift: item.lift! },
		between: { low: item.low!, high: item.high!, of: 'lift' as const }
	};
	if (!topic) return statement('report.do.higherAlone', values);
	const ends = { from: { lift: topic.low! }, to: { lift: topic.high! } };
	return statement('report.do.higher', { ...values, ...ends });
}

/** What every report of a period defines; figures add their own. */
const terms = {
	delivered: [m['table.delivered'], m['report.definition.delivered']],
	clickers: [m['table.clickers'], m['report.definition.clickers']],
	rate: [m['table.clickRate'], m['report.definition.rate']],
	perOpener: [m['overview.clicksPerOpener'], m['report.definition.perOpener']],
	engaged: [m['overview.engaged'], m['report.definition.engaged']],
	interval: [m['report.term.interval'], m['report.definition.interval']],
	period: [m['report.term.period'], m['report.definition.period']]
} as const;

/** The metrics that a report uses, and those of its figures. */
export function definitionsOf(
	{ o, asked }: Pick<Ground, 'o' | 'asked'>,
	sections: Snapshot['sections'],
	used: readonly (keyof typeof terms)[] = Object.keys(terms) as (keyof typeof terms)[]
): Snapshot['definitions'] {
	const figures = sections.flatMap(({ figures }) => figures);
	const own = figures.flatMap(({ title, about }) => (about ? [{ term: title, text: about }] : []));
	// several figures rest on one definition: it is said once, under the first of them
	const seen = new Set<string>();
	const once = own.filter(({ text }) => !seen.has(text) && seen.add(text));
	return [
		...used.map((name) => {
			const n = windowOf({ asked });
			return { term: terms[name][0]({ n }, o), text: terms[name][1]({ n }, o) };
		}),
		...once
	];
}

/** Days within which a click makes a reader engaged. */
function windowOf({ asked }: Pick<Ground, 'asked'>): number {
	return asked.filters.window ?? engagedDays;
}

/** Clicks set aside, of all clicks of these issues; null where none is known. */
function setAsideOf(rows: readonly IssueRow[]): number | null {
	const known = rows.filter(({ clicks, allClicks }) => clicks !== null && allClicks !== null);
	const all = known.reduce((sum, { allClicks }) => sum + allClicks!, 0);
	const kept = known.reduce((sum, { clicks }) => sum + clicks!, 0);
	return all ? (all - kept) / all : null;
}
