// Long, because it holds what all kinds of report have in common.
import { shareSetAside } from '#lib/findings/click-shares.ts';
import { rateStatements } from '#lib/findings/report.ts';
import { fewStatement, isTooFew, untoldStatements } from '#lib/findings/untold.ts';
import { statement, type Statement } from '#lib/findings/statement.ts';
import {
	comparedWords,
	keyRows,
	unchangedWords,
	type AnyKeyFigures
} from '#lib/columns/key-figures.ts';
import { confirmedOf } from '#lib/findings/certainty.ts';
import { m } from '#lib/messages/compiled/messages.js';
import { coveredFirst } from '#lib/messages/covered-first.ts';
import { clickChange, type ClickChange } from '../../figures/content/change.ts';
import { engagedDays } from '#lib/filters/filters.ts';
import type { Notable } from '../../figures/content/notable.ts';
import { overviewKeys } from '../../figures/overview-keys.ts';
import { issueRows } from '../../figures/content/issues.ts';
import type { IssueRow } from '../../figures/content/rows.ts';
import type { TopicFigures } from '../../figures/content/topics.ts';
import type { ReportKeyFigure, Snapshot } from '../snapshot.ts';
import { FEWEST_PEOPLE } from '#lib/small-cells.ts';
import type { ReportContext } from './report-context.ts';

/** What all reports of a period have: its issues, what they came to, and what moved the click rate. */
export type Period = {
	rows: IssueRow[];
	keyFigures: ReportKeyFigure[];
	change: ClickChange | null;
	/** of the click rate, in sentences */
	rate: Statement[];
	setAside: number | null;
};

/** What all reports of a period begin with. */
export async function periodFigures(context: ReportContext): Promise<Period> {
	const { db, publication, archive, issues, others, compared, asked, now, formats } = context;
	const rows = issueRows(archive, issues);
	const setAside = shareSetAside(rows);
	const before = issueRows(archive, others);
	const { filters } = asked;
	const figures = await overviewKeys(db, publication, { filters, now, rows, before, compared });
	const { clickRate } = figures;
	// clicks of which only totals are known are not unknown
	const isCounted = rows.some(({ clicks }) => clicks !== null);
	const missing = clickRate.missing === 'clicks' && isCounted ? 'counts' : clickRate.missing;
	// what the two do not compare by is nothing that moved
	const change =
		clickRate.change === null ? null : await clickChange(db, publication, archive, issues, others);

	return {
		rows,
		keyFigures: keyFiguresIn(figures, context),
		change,
		rate: rateStatements(
			{ ...clickRate, missing },
			{ words: comparedWords(compared, formats), change },
			setAside
		),
		setAside
	};
}

/**
 * Key figures as a report keeps them. A change from fewer people than are told to strangers is not
 * said: with the figure beside it, it would tell how many they were.
 */
export function keyFiguresIn(figures: AnyKeyFigures, context: ReportContext): ReportKeyFigure[] {
	const { publication, formats } = context;
	const about = { window: windowOf(context), currency: publication.currency };
	return keyRows(figures, about, formats).map(
		({
			label,
			kind,
			currency,
			people,
			value,
			before,
			change,
			low,
			high,
			unfiltered,
			atLeast,
			unsure,
			...reason
		}) => {
			const isFew = people && before !== null && before < FEWEST_PEOPLE;
			return {
				label,
				kind,
				...(currency && { currency }),
				...(people && { people }),
				value,
				...(unfiltered && { unfiltered }),
				...(atLeast && { atLeast }),
				...(isFew ? { change: null, low: null, high: null } : { change, low, high }),
				...(unsure && !isFew && { unsure }),
				note: unchangedWords(reason, formats) || null
			};
		}
	);
}

/** What the changes of key figures are changes from. */
export function comparedStatements(words: string | null): Statement[] {
	return words === null ? [] : [statement('report.says.moved', { compared: words })];
}

/** Topics whose order is worth a sentence, and whose number is worth a list. */
const NAMED = 3;

/** In which order what can be done is said. */
const ORDER = ['report.do.more', 'report.do.less', 'report.do.higher', 'report.do.higherAlone'];

/** What can be done, and what cannot be said; never one without the other. */
// eslint-disable-next-line max-lines-per-function -- a list of advice, each with the condition that it needs
export function adviceOf(
	{ topics }: Pick<TopicFigures, 'topics'>,
	{ missed }: Pick<Notable, 'missed'>,
	rows: readonly IssueRow[],
	{ state, formats, options }: ReportContext,
	/** no more of what can be done than that */
	most = Infinity
): Snapshot['advice'] {
	const covered = (which: 'under' | 'over') =>
		coveredFirst(topics, which)
			.slice(0, NAMED)
			.map((topic) =>
				statement(which === 'under' ? 'report.do.more' : 'report.do.less', {
					topic: { quoted: topic.topic },
					from: { lift: topic.nextLow! },
					to: { lift: topic.nextHigh! }
				})
			);
	const confirmed = confirmedOf(topics);
	const higher = missed.slice(0, 1).map((item) => higherStatement(item, confirmed));
	// what comes first of each is kept where there is no room for all
	const [more, less] = [covered('under'), covered('over')];
	const todo = [
		...more.slice(0, 1),
		...less.slice(0, 1),
		...higher,
		...more.slice(1),
		...less.slice(1)
	]
		.slice(0, most)
		.sort((a, b) => ORDER.indexOf(a.key) - ORDER.indexOf(b.key));

	// what nobody confirmed is named in no sentence, be it of what cannot be said
	const estimated = confirmed.filter(({ enough }) => enough);
	const few = confirmed.filter(({ enough, why }) => !enough && (why === null || isTooFew(why)));
	const [first, second] = estimated;
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
		...(few.length ? [fewStatement(few.map(({ topic }) => topic))] : []),
		...untoldStatements(confirmed.filter(({ enough }) => !enough)),
		...(open
			? [
					statement('report.cannot.open', {
						issue: open.number === null ? open.title : formats.issue(open.number),
						age: String(open.age ?? 0)
					})
				]
			: []),
		statement('report.cannot.cause', {})
	];

	return [
		{
			heading: m['report.do']({}, options),
			// where nothing is measured, that nothing is to be changed is not known either
			lines: state(
				todo.length
					? todo
					: [
							statement(
								`report.do.${topics.some(({ enough }) => enough) ? 'nothing' : 'unknown'}`,
								{}
							)
						]
			)
		},
		{ heading: m['report.cannot']({}, options), lines: state(unsaid) }
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
	rate: [m['table.clickRate'], m['def.rate']],
	perOpener: [m['overview.clicksPerOpener'], m['report.definition.perOpener']],
	engaged: [m['overview.engaged'], m['report.definition.engaged']],
	interval: [m['report.term.interval'], m['def.interval']],
	period: [m['report.term.period'], m['def.period']]
} as const;

/** The metrics that a report uses, and those of its figures. */
export function metricsUsed(
	{ options, asked }: Pick<ReportContext, 'options' | 'asked'>,
	sections: Snapshot['sections'],
	used: readonly (keyof typeof terms)[] = Object.keys(terms) as (keyof typeof terms)[]
): Snapshot['definitions'] {
	const n = windowOf({ asked });
	const common = used.map((name) => ({
		term: terms[name][0]({ n }, options),
		text: terms[name][1]({ n }, options)
	}));
	const figures = sections.flatMap(({ figures }) => figures);
	const own = figures.flatMap(({ title, about }) => {
		const metric = metrics.find(([, definition]) => definition({}, options) === about);
		return about ? [{ term: metric?.[0]({}, options) ?? title, text: about }] : [];
	});
	// what several figures rest on is said once, under the first of them
	const all = [...common, ...own];
	return all.filter(
		(one, i) => !all.slice(0, i).some(({ term, text }) => term === one.term || text === one.text)
	);
}

/** What figures show whose titles say what they found, and not what they are of. */
const metrics = [
	[m['table.lift'], m['def.lift']],
	[m['table.clickRate'], m['def.rate']],
	[m['table.rawRate'], m['def.rawRate']],
	[m['versions.title'], m['def.versions']]
] as const;

/** Days within which a click makes a reader engaged. */
function windowOf({ asked }: Pick<ReportContext, 'asked'>): number {
	return asked.filters.window ?? engagedDays;
}
