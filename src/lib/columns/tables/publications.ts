import { certaintyOfChange } from '#lib/findings/certainty.ts';
import { m } from '#lib/messages/compiled/messages.js';
import { formats, type Formats } from '#lib/messages/format.ts';
import type { PublicationCard } from '../../server/alerts/publication-cards.ts';
import type { KeyFigures } from '../../server/figures/overview-keys.ts';
import { keyWords } from '../cell-words.ts';
import { declare } from '../declare.ts';
import { keyRows, whyWords } from '../key-figures.ts';

const windows = { window: 0, currency: '' };

/** How a key figure of a card moved, or why that is not said: a note says what holds for all of them. */
function movedWords({ keyFigures }: PublicationCard, name: keyof KeyFigures, say: Formats): string {
	const [row] = keyRows({ [name]: keyFigures[name] }, windows, say);
	if (!row) return '';
	const why = row.why === keyFigures.clickRate.why ? '' : whyWords(row.why, say);
	return keyWords(row, say).change || why;
}

/** Publications side by side, each with its own key figures and how they changed. */
export const publicationTable = declare<PublicationCard>()({
	name: 'publications',
	columns: [
		{ key: 'publication', names: true, cell: ({ name }) => name },
		{
			key: 'dataUpTo',
			kind: 'instant',
			// each in its own zone
			text: ({ dataUpTo, zone }, say) =>
				dataUpTo === null ? null : formats(say.locale, zone).day(dataUpTo)
		},
		{ key: 'alerts', kind: 'count' },
		{ key: 'issues', kind: 'count' },
		{
			key: 'delivered',
			kind: 'count',
			people: true,
			cell: ({ keyFigures }) => keyFigures.delivered.value,
			beside: (row, say) => movedWords(row, 'delivered', say)
		},
		{
			key: 'clickRate',
			kind: 'rate',
			head: (_, say) => m['overview.clickRate']({}, say),
			main: true,
			cell: ({ keyFigures }) => keyFigures.clickRate.value,
			beside: (row, say) => movedWords(row, 'clickRate', say)
		},
		{
			key: 'clickRateMark',
			head: (_, say) => m['table.change']({}, say),
			file: false,
			cell: () => null,
			mark: ({ keyFigures: { clickRate } }) => certaintyOfChange(clickRate.change, clickRate)
		},
		{
			key: 'trend',
			head: (_, say) => m['publications.trend']({}, say),
			file: false,
			draw: {
				as: 'line',
				of: ({ keyFigures: { clickRate } }) => ({
					values: clickRate.points.map(({ value }) => value)
				})
			}
		},
		{
			key: 'clicksPerOpener',
			kind: 'rate',
			head: (_, say) => m['overview.clicksPerOpener']({}, say),
			cell: ({ keyFigures }) => keyFigures.clicksPerOpener.value,
			beside: (row, say) => movedWords(row, 'clicksPerOpener', say)
		},
		{
			key: 'engaged',
			kind: 'count',
			people: true,
			cell: ({ keyFigures }) => keyFigures.engaged?.value ?? null,
			beside: (row, say) => movedWords(row, 'engaged', say)
		},
		{
			key: 'basis',
			cell: ({ basis }, say) => (basis === null ? null : m[`basis.${basis}`]({}, say))
		},
		{
			key: 'clickRateChange',
			kind: 'points',
			head: (_, say) => m['publications.change']({}, say),
			cell: ({ keyFigures }) => keyFigures.clickRate.change
		},
		{ key: 'low', kind: 'points', cell: ({ keyFigures }) => keyFigures.clickRate.low },
		{ key: 'high', kind: 'points', cell: ({ keyFigures }) => keyFigures.clickRate.high },
		{
			key: 'notCompared',
			cell: ({ keyFigures }, say) => whyWords(keyFigures.clickRate.why, say) || null
		}
	],
	views: {
		figure: [
			'publication',
			'dataUpTo',
			'alerts',
			'delivered',
			'clickRate',
			'clickRateMark',
			'trend',
			'clicksPerOpener',
			'engaged'
		],
		card: ['publication', 'dataUpTo', 'alerts', 'delivered', 'clickRate', 'engaged'],
		terminal: [
			'publication',
			'dataUpTo',
			'alerts',
			'issues',
			'delivered',
			'clickRate',
			'clickRateChange',
			'clicksPerOpener',
			'engaged'
		]
	}
});
