import { certaintyOfChange } from '#lib/findings/certainty.ts';
import { m } from '#lib/messages/compiled/messages.js';
import { createFormats, type Formats } from '#lib/messages/format.ts';
import type { PublicationCard } from '../../server/alerts/publication-cards.ts';
import type { KeyFigures } from '../../server/figures/overview-keys.ts';
import { keyWords } from '../cell-words.ts';
import { declare } from '../declare.ts';
import { rateNeed } from '../needs.ts';
import { keyRows, unchangedWords, notComparedWords } from '../key-figures.ts';

const windows = { window: 0, currency: '' };

/** Whether all data of a publication lie outside the period: none is to be imported for its figures. */
const isOutside = ({ issues, dataUpTo }: Pick<PublicationCard, 'issues' | 'dataUpTo'>) =>
	issues === 0 && dataUpTo !== null;

/** Whether figures are missing of these publications that an import would bring. */
export function mayLack(cards: readonly Parameters<typeof isOutside>[0][]): boolean {
	return !cards.some(isOutside) || cards.some(({ issues }) => issues > 0);
}

/** How a key figure of a card moved, or why that is not said: a note says what holds for all of them. */
function movedWords(card: PublicationCard, name: keyof KeyFigures, formats: Formats): string {
	const { keyFigures } = card;
	const [row] = keyRows({ [name]: keyFigures[name] }, windows, formats);
	if (!row) return '';
	if (isOutside(card)) return name === 'clickRate' ? notComparedWords('noData', formats) : '';
	const why = unchangedWords(row, formats);
	return (
		keyWords(row, formats).change ||
		(why === unchangedWords(keyFigures.clickRate, formats) ? '' : why)
	);
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
			text: ({ dataUpTo, zone }, formats) =>
				dataUpTo === null ? null : createFormats(formats.locale, zone).day(dataUpTo)
		},
		{ key: 'alerts', kind: 'count' },
		{ key: 'issues', kind: 'count' },
		{
			key: 'delivered',
			kind: 'count',
			people: true,
			need: 'deliveries',
			cell: ({ keyFigures }) => keyFigures.delivered.value,
			beside: (row, formats) => movedWords(row, 'delivered', formats)
		},
		{
			key: 'clickRate',
			kind: 'rate',
			head: (_, formats) => m['overview.clickRate']({}, formats),
			main: true,
			need: rateNeed,
			cell: ({ keyFigures }) => keyFigures.clickRate.value,
			beside: (row, formats) => movedWords(row, 'clickRate', formats)
		},
		{
			key: 'clickRateMark',
			head: (_, formats) => m['table.change']({}, formats),
			file: false,
			cell: () => null,
			mark: ({ keyFigures: { clickRate } }) => certaintyOfChange(clickRate.change, clickRate)
		},
		{
			key: 'trend',
			head: (_, formats) => m['publications.trend']({}, formats),
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
			head: (_, formats) => m['overview.clicksPerOpener']({}, formats),
			need: 'opens',
			cell: ({ keyFigures }) => keyFigures.clicksPerOpener.value,
			beside: (row, formats) => movedWords(row, 'clicksPerOpener', formats)
		},
		{
			key: 'engaged',
			kind: 'count',
			people: true,
			cell: ({ keyFigures }) => keyFigures.engaged?.value ?? null,
			beside: (row, formats) => movedWords(row, 'engaged', formats)
		},
		{
			key: 'basis',
			cell: ({ basis }, formats) => (basis === null ? null : m[`basis.${basis}`]({}, formats))
		},
		{
			key: 'clickRateChange',
			kind: 'points',
			head: (_, formats) => m['publications.change']({}, formats),
			cell: ({ keyFigures }) => keyFigures.clickRate.change
		},
		{ key: 'low', kind: 'points', end: true, cell: ({ keyFigures }) => keyFigures.clickRate.low },
		{ key: 'high', kind: 'points', end: true, cell: ({ keyFigures }) => keyFigures.clickRate.high },
		{
			key: 'notCompared',
			cell: ({ keyFigures }, formats) => unchangedWords(keyFigures.clickRate, formats) || null
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
