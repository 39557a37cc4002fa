import { topicStatements } from '#lib/findings/report.ts';
import { comparedWords } from '#lib/columns/key-figures.ts';
import { rawOrder, rawWords } from '#lib/columns/raw-words.ts';
import { statement } from '#lib/findings/statement.ts';
import { m } from '#lib/messages/compiled/messages.js';
import { itemFigures } from '../../figures/content/items.ts';
import { sectionFigures } from '../../figures/content/sections.ts';
import { topicFigures } from '../../figures/content/topics.ts';
import { verdictFigures } from '../../figures/verdicts/verdicts.ts';
import type { ReportKeyFigure, ReportPart } from '../snapshot.ts';
import type { ReportBody, ReportContext } from './report-context.ts';
import { changeFigure, issueFigure, verdictFigure } from './issue-figures.ts';
import { isAdjusted, shownFigures } from './figure-parts.ts';
import { itemFigure, sectionFigure, positionFigure } from './item-figures.ts';
import { movedSections, movedTopics } from './moved-figure.ts';
import { adviceOf, metricsUsed, keyFiguresIn, periodFigures } from './shared.ts';
import { shiftFigure, topicFigure } from './topic-figures.ts';

/** As many rows of items and issues as paper shows; the files hold all. */
const ITEMS = 25;
const ISSUES = 30;

/**
 * What worked in a period, which topics to cover more and less, and what to put where; or one part of
 * it, as its page shows it.
 */
// eslint-disable-next-line max-lines-per-function -- one report from top to bottom: what stands where is read in one place
export async function editorialReview(context: ReportContext): Promise<ReportBody> {
	const { db, publication, asked, issues, state, options } = context;
	const { filters, part = null } = asked;
	const period = await periodFigures(context);
	const topics = await topicFigures(db, publication, filters);
	const items = await itemFigures(db, publication, filters);
	const sections = await sectionFigures(db, publication, filters);
	const verdicts = await verdictFigures(db, publication, filters);

	const list = (id: string, title: string, sub: string | null, of: typeof items.items) =>
		of.length ? [itemFigure(id, title, sub, of, context, null)] : [];
	const isEmpty = issues.length === 0;
	const parts = [
		{
			of: 'topics',
			heading: m['report.topics']({}, options),
			figures: [
				...(topics.topics.length ? [topicFigure(topics, context)] : []),
				...shownFigures(movedTopics(topics, context)),
				...shownFigures(shiftFigure(topics, context))
			]
		},
		{
			of: 'items',
			heading: m['report.items']({}, options),
			figures: [
				...list(
					'missed',
					m['items.missed']({}, options),
					m['items.missed.sub']({}, options),
					items.notable.missed
				),
				...list(
					'under',
					m['items.under']({}, options),
					m['items.under.sub']({}, options),
					items.notable.under
				),
				...(items.items.length
					? [
							itemFigure(
								'items',
								m['report.allItems']({}, options),
								isAdjusted(items.items)
									? m['items.beat.sub']({}, options)
									: rawWords('sub', rawOrder(items.items, false), options),
								items.items,
								context,
								ITEMS
							)
						]
					: [])
			]
		},
		{
			of: 'sections',
			heading: m['report.places']({}, options),
			figures: [
				...(isEmpty ? [] : shownFigures(positionFigure(items, context))),
				...(sections.sections.length ? [sectionFigure(sections, context)] : []),
				...shownFigures(movedSections(sections, context))
			]
		},
		{
			of: 'issues',
			heading: m['report.issues']({}, options),
			figures: [
				...(period.rows.length ? [issueFigure(period.rows, verdicts, context, ISSUES)] : []),
				...(period.change ? [changeFigure(period.change, context)] : [])
			]
		},
		{
			of: 'trust',
			heading: m['report.trust']({}, options),
			figures: shownFigures(verdictFigure(verdicts, context))
		}
	]
		.filter(({ of, figures }) => figures.length > 0 && (part === null || of === part))
		.map(({ heading, figures }) => ({ heading, figures }));
	const keysOf = (of: ReportPart | null): ReportKeyFigure[] => {
		if (of === null) return [...period.keyFigures, ...keyFiguresIn(items.keyFigures, context)];
		if (of === 'issues') return period.keyFigures;
		return keyFiguresIn({ topics, items, sections, trust: verdicts }[of].keyFigures, context);
	};
	const says = (of: ReportPart) => part === null || part === of;

	return {
		findings: state(
			!isEmpty
				? [
						...(says('issues') ? period.rate : []),
						...(says('topics') ? topicStatements(topics.topics, filters.topics.length === 0) : [])
					]
				: [statement('report.says.nothing', {})]
		),
		keyFigures: isEmpty ? [] : keysOf(part),
		advice: !isEmpty && part === null ? adviceOf(topics, items.notable, period.rows, context) : [],
		sections: parts,
		definitions: metricsUsed(context, parts),
		setAside: period.setAside,
		compared: comparedWords(context.compared, context.formats)
	};
}
