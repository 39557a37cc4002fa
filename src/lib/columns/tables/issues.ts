import { shareMatched } from '#lib/findings/click-shares.ts';
import { m } from '#lib/messages/compiled/messages.js';
import type { IssueRow } from '../../server/figures/content/rows.ts';
import { declare } from '../declare.ts';
import { rateNeed } from '../needs.ts';
import { estimateColumns, forestOf, sureColumn } from './estimate.ts';
import { loneColumns } from './lone.ts';

/** The issues with what each reached and got. */
export const issueTable = declare<IssueRow>()({
	name: 'issues',
	columns: [
		{ key: 'number', kind: 'name' },
		{ key: 'sentAt', head: m['table.sentUtc'], local: m['table.sent'], kind: 'instant' },
		{ key: 'title', names: true },
		{ key: 'delivered', kind: 'count', people: true, need: 'deliveries' },
		{ key: 'basis', cell: ({ basis }, { locale }) => m[`basis.${basis}`]({}, { locale }) },
		{ key: 'humanOpeners', kind: 'count', people: true },
		{ key: 'openPopulation', kind: 'share', of: 'delivered' },
		{ key: 'allOpeners', head: m['table.openers'], kind: 'count', people: true, need: 'opens' },
		{ key: 'clickers', kind: 'count', people: true, need: 'clicks' },
		{ key: 'clicks', kind: 'count', need: 'clicks' },
		{ key: 'allClicks', kind: 'count' },
		...loneColumns,
		{ key: 'rate', head: m['table.clickRate'], kind: 'rate', of: 'delivered', need: rateNeed },
		{ key: 'items', kind: 'count' },
		{ key: 'matchedClicks', head: m['table.matched'], kind: 'count' },
		{
			key: 'matchedShare',
			head: m['table.matched'],
			kind: 'share',
			of: 'allClicks',
			file: false,
			cell: (row) => shareMatched([row])
		},
		{ key: 'unsubscribed', kind: 'count', people: true, need: 'unsubscribes' },
		...estimateColumns,
		sureColumn,
		forestOf<IssueRow>(({ items }) => items),
		{
			key: 'bar',
			head: m['table.bar'],
			file: false,
			draw: {
				as: 'bar',
				of: ({ rate, open }) => (rate === null ? null : { value: rate, hatched: open })
			}
		},
		{
			key: 'best',
			file: false,
			blank: '',
			// without a lift it is the most clicked, whatever its position gets
			cell: ({ best }) => (best?.lift == null ? null : best.title),
			beside: ({ best }, formats) => (best?.lift == null ? '' : `× ${formats.lift(best.lift)}`)
		},
		{
			key: 'mostClicked',
			file: false,
			blank: '',
			cell: ({ best }) => best?.title ?? null,
			beside: ({ best }, formats) => (best ? formats.number(best.clickers) : '')
		}
	],
	views: {
		page: [
			'number',
			'sentAt',
			'title',
			'delivered',
			'basis',
			'allOpeners',
			'clickers',
			'clicks',
			'rate',
			'items',
			'matchedShare',
			'unsubscribed'
		],
		figure: [
			'number',
			'sentAt',
			'title',
			'delivered',
			'clickers',
			'rate',
			'bar',
			'forest',
			'lift',
			'sure',
			'best'
		],
		/** without a model there is nothing to hold rates against */
		figureRaw: ['number', 'sentAt', 'title', 'delivered', 'clickers', 'rate', 'bar', 'mostClicked'],
		card: ['number', 'sentAt', 'title', 'clickers', 'rate', 'lift', 'sure'],
		terminal: ['number', 'title', 'sentAt', 'delivered', 'clickers', 'rate', 'items'],
		paper: ['number', 'sentAt', 'title', 'delivered', 'clickers', 'rate', 'lift', 'low', 'high']
	}
});
