import { m } from '#lib/messages/compiled/messages.js';
import type { Ledger } from '../../server/figures/verdicts/counted-verdicts.ts';
import type {
	IssueVerdicts,
	VerdictFigures,
	Example,
	RulePreview
} from '../../server/figures/verdicts/verdicts.ts';
import { durationWords } from '#lib/messages/duration-words.ts';
import { issueName } from '#lib/messages/issue-name.ts';
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
		{ key: 'count', kind: 'count', cell: ({ n }) => n, sum: true },
		{ key: 'share', kind: 'share', of: 'count', cell: ({ n, all }) => n / all },
		{
			key: 'bar',
			head: m['table.bar'],
			file: false,
			draw: {
				as: 'bar',
				full: 1,
				of: ({ n, all, verdict }) => ({ value: n / all, hatched: verdict !== 'human' })
			}
		}
	],
	views: {
		figure: ['reason', 'verdict', 'count', 'share', 'bar'],
		terminal: ['event', 'verdict', 'count', 'share', 'reason']
	}
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
		...loneColumns,
		{
			key: 'issueName',
			head: m['table.issue'],
			file: false,
			names: true,
			cell: ({ issue }, formats) => issueName(issue, formats)
		},
		{
			key: 'loneRange',
			head: m['table.lone'],
			kind: 'count',
			file: false,
			cell: ({ lone }) => lone?.low ?? null,
			text: ({ lone }, formats) =>
				lone ? formats.interval(lone.low, lone.high, formats.number) : null
		},
		{
			key: 'setAside',
			kind: 'share',
			file: false,
			main: true,
			cell: ({ clicks }) => shareAside(clicks)
		},
		{
			key: 'bar',
			head: m['table.bar'],
			file: false,
			draw: {
				as: 'bar',
				full: 1,
				of({ clicks }) {
					const share = shareAside(clicks);
					return share === null ? null : { value: share, hatched: true };
				}
			}
		}
	],
	views: {
		figure: [
			'issueName',
			'sentAt',
			'allClicks',
			'human',
			'loneRange',
			'suspect',
			'machine',
			'setAside',
			'bar'
		],
		card: ['issueName', 'sentAt', 'allClicks', 'human', 'setAside', 'bar']
	}
});

function shareAside({ all, human }: IssueVerdicts['clicks']): number | null {
	return all ? 1 - human / all : null;
}

/** What some of the events that were set aside looked like. */
export const exampleTable = declare<Example>()({
	name: 'verdict-examples',
	columns: [
		{ key: 'reason', cell: ({ reason }, { locale }) => m[`reason.${reason}`]({}, { locale }) },
		{ key: 'issue', cell: ({ issue }, formats) => issueName(issue, formats) },
		{
			key: 'hour',
			kind: 'instant',
			cell: ({ at }) => at * 1000,
			text: ({ at }, formats) => `${formats.shortDay(at * 1000)}, ${formats.time(at * 1000)}`
		},
		{
			key: 'what',
			head: m['verdicts.example.what'],
			cell({ event, links, events, seconds }, formats) {
				const options = { locale: formats.locale };
				const count =
					event === 'click'
						? m['verdicts.example.links']({ n: links }, options)
						: m['verdicts.example.opens']({ n: events }, options);
				return events > 1
					? `${count} ${m['verdicts.example.within']({ span: durationWords(seconds, formats) }, options)}`
					: count;
			}
		},
		{ key: 'page', cell: ({ page }) => page?.replace(/^https?:\/\//, '') ?? null }
	],
	views: {}
});

/** What other rules would change, issue by issue. */
export const previewTable = declare<RulePreview['issues'][number]>()({
	name: 'verdict-preview',
	columns: [
		{ key: 'issue', cell: ({ issue }, formats) => issueName(issue, formats) },
		{ key: 'allClicks', kind: 'count', sum: true, cell: ({ all }) => all },
		{
			key: 'clicksBefore',
			head: (_, options) =>
				`${m['table.clicks']({}, options)}, ${m['verdicts.preview.before']({}, options)}`,
			kind: 'count',
			sum: true,
			cell: ({ before }) => before.clicks
		},
		{
			key: 'clicksAfter',
			head: m['verdicts.preview.after'],
			kind: 'count',
			sum: true,
			cell: ({ after }) => after.clicks
		},
		{
			key: 'clickersBefore',
			head: (_, options) =>
				`${m['table.clickers']({}, options)}, ${m['verdicts.preview.before']({}, options)}`,
			kind: 'count',
			people: true,
			cell: ({ before }) => before.clickers
		},
		{
			key: 'clickersAfter',
			head: m['verdicts.preview.after'],
			kind: 'count',
			people: true,
			cell: ({ after }) => after.clickers
		},
		{
			key: 'change',
			kind: 'count',
			main: true,
			cell: ({ before, after }) => after.clickers - before.clickers,
			text: ({ before, after }, formats) => formats.change(after.clickers - before.clickers)
		}
	],
	views: {}
});
