import { m } from '#lib/messages/compiled/messages.js';
import type {
	IssueVerdicts,
	Ledger,
	VerdictFigures
} from '../../server/figures/verdicts/verdicts.ts';
import { declare } from '../declare.ts';
import { loneColumns } from './lone.ts';

type LedgerRow = Ledger['reasons'][number] & { event: 'clicks' | 'opens'; all: number };

/** What was set aside and why: one line a kind of event, verdict and reason. */
export const verdictTable = declare<LedgerRow>()({
	name: 'verdicts',
	columns: [
		{ key: 'event', cell: ({ event }, { locale }) => m[`event.${event}`]({}, { locale }) },
		{ key: 'verdict', cell: (row, { locale }) => m[`verdict.${row.verdict}`]({}, { locale }) },
		{ key: 'reason', cell: ({ reason }, { locale }) => m[`reason.${reason}`]({}, { locale }) },
		{ key: 'count', kind: 'count', cell: ({ n }) => n },
		{ key: 'share', kind: 'share', of: 'count', cell: ({ n, all }) => n / all }
	],
	views: { terminal: ['event', 'verdict', 'count', 'share', 'reason'] }
});

/** The rows of that table. */
export function ledgerRows({
	clicks,
	opens
}: Pick<VerdictFigures, 'clicks' | 'opens'>): LedgerRow[] {
	return [
		...clicks.reasons.map((row) => ({ ...row, event: 'clicks' as const, all: clicks.all })),
		...opens.reasons.map((row) => ({ ...row, event: 'opens' as const, all: opens.all }))
	];
}

/** An issue without a single click in events has none that could be assessed: its number is not 0. */
function known({ clicks }: IssueVerdicts, count: number): number | null {
	return clicks.all === 0 ? null : count;
}

/** Raw and filtered clicks, issue by issue. */
export const issueVerdictTable = declare<IssueVerdicts>()({
	name: 'verdict-issues',
	columns: [
		{ key: 'issue' },
		{ key: 'sentAt', head: m['table.sentUtc'], local: m['table.sent'], kind: 'instant' },
		{ key: 'allClicks', kind: 'count', cell: (row) => known(row, row.clicks.all) },
		{ key: 'human', kind: 'count', cell: (row) => known(row, row.clicks.human) },
		{ key: 'suspect', kind: 'count', cell: (row) => known(row, row.clicks.suspect) },
		{ key: 'machine', kind: 'count', cell: (row) => known(row, row.clicks.machine) },
		...loneColumns
	],
	views: {}
});
