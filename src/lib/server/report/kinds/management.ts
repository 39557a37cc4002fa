import { topicStatements } from '#lib/findings/report.ts';
import { comparedWords } from '#lib/columns/key-figures.ts';
import { statement } from '#lib/findings/statement.ts';
import { m } from '#lib/messages/compiled/messages.js';
import { issueListFigures } from '../../figures/content/issues.ts';
import { itemFigures } from '../../figures/content/items.ts';
import { topicFigures } from '../../figures/content/topics.ts';
import type { ReportBody, ReportContext } from './report-context.ts';
import { issueFigure } from './issue-figures.ts';
import { adviceOf, metricsUsed, periodFigures } from './shared.ts';
import { topicFigure } from './topic-figures.ts';

/** As many rows as one page holds. */
const TOPICS = 4;
const TODO = 3;
/** Which of the first two leads is among what cannot be said: once is enough on one page. */
const TWICE = 'report.says.unsettled';

/** A month or quarter of the publication on one page. */
export async function managementSummary(context: ReportContext): Promise<ReportBody> {
	const { db, publication, asked, issues, state, options } = context;
	const period = await periodFigures(context);
	const topics = await topicFigures(db, publication, asked.filters);
	const list = await issueListFigures(db, publication, asked.filters);
	const { notable } = await itemFigures(db, publication, asked.filters);
	const said = topicStatements(topics.topics, asked.filters.topics.length === 0);
	const sections = [
		{
			heading: m['report.topics']({}, options),
			figures: topics.topics.length ? [topicFigure(topics, context, TOPICS)] : []
		},
		{
			heading: m['report.issues']({}, options),
			figures: period.rows.length
				? [{ ...issueFigure(period.rows, list, context, null), shown: [] }]
				: []
		}
	].filter(({ figures }) => figures.length > 0);

	return {
		findings: state(
			issues.length
				? [...period.rate, ...said.filter(({ key }) => key !== TWICE)]
				: [statement('report.says.nothing', {})]
		),
		keyFigures: issues.length ? period.keyFigures : [],
		advice: issues.length ? adviceOf(topics, notable, period.rows, context, TODO) : [],
		sections,
		definitions: metricsUsed(context, sections),
		setAside: period.setAside,
		compared: comparedWords(context.compared, context.formats)
	};
}
