import { m } from '#lib/messages/compiled/messages.js';
import type { Locale } from '#lib/messages/compiled/runtime.js';
import type { IssueVerdicts, VerdictFigures } from '../../figures/verdicts/verdicts.ts';
import { tableOf, type Table } from './table.ts';

/** What was set aside and why: one line a kind of event, verdict and reason. */
export function verdictTable(
	{ clicks, opens }: Pick<VerdictFigures, 'clicks' | 'opens'>,
	locale: Locale
): Table {
	const o = { locale };
	const rows = [
		...clicks.reasons.map((row) => ({ ...row, event: 'clicks' as const, all: clicks.all })),
		...opens.reasons.map((row) => ({ ...row, event: 'opens' as const, all: opens.all }))
	];
	return tableOf(
		[
			[m['table.event']({}, o), (row) => m[`event.${row.event}`]({}, o)],
			[m['table.verdict']({}, o), (row) => m[`verdict.${row.verdict}`]({}, o)],
			[m['table.reason']({}, o), (row) => m[`reason.${row.reason}`]({}, o)],
			[m['table.count']({}, o), (row) => row.n, 'count'],
			[m['table.share']({}, o), (row) => row.n / row.all, 'share']
		],
		rows
	);
}

/** Raw and filtered clicks, issue by issue. */
export function issueVerdictTable(issues: readonly IssueVerdicts[], locale: Locale): Table {
	const o = { locale };
	return tableOf<IssueVerdicts>(
		[
			[m['table.issue']({}, o), (row) => row.issue],
			[m['table.sentUtc']({}, o), (row) => row.sentAt, { local: m['table.sent']({}, o) }],
			[m['table.allClicks']({}, o), (row) => row.clicks.all, 'count'],
			[m['table.human']({}, o), (row) => row.clicks.human, 'count'],
			[m['table.suspect']({}, o), (row) => row.clicks.suspect, 'count'],
			[m['table.machine']({}, o), (row) => row.clicks.machine, 'count'],
			[m['table.lone']({}, o), (row) => row.lone?.estimate ?? null, 'decimal'],
			[m['table.loneLow']({}, o), (row) => row.lone?.low ?? null, 'decimal'],
			[m['table.loneHigh']({}, o), (row) => row.lone?.high ?? null, 'decimal']
		],
		issues
	);
}
