import { m } from '#lib/messages/compiled/messages.js';
import { known } from '#lib/messages/known.ts';
import type { PositionRow, SponsorBeside } from '../../server/figures/content/group-record.ts';
import { declare } from '../declare.ts';

/** What the items of a topic, section or author got by their position. */
export const positionsOfGroup = declare<PositionRow>()({
	name: 'group-positions',
	columns: [
		{ key: 'position', head: m['table.position'], kind: 'count' },
		{ key: 'items', kind: 'count' },
		{ key: 'clickers', kind: 'count', people: true, need: 'clicks' },
		{
			key: 'expected',
			kind: 'decimal',
			text: ({ expected }, formats) => known(expected, formats.number)
		},
		{
			key: 'ratio',
			kind: 'ratio',
			cell: ({ clickers, expected }) => (expected ? clickers / expected : null)
		}
	],
	views: { page: ['position', 'items', 'clickers', 'expected', 'ratio'] }
});

/** Sponsors' items that stood right above or below. */
export const sponsorsOfGroup = declare<SponsorBeside>()({
	name: 'group-sponsors',
	columns: [
		{ key: 'item', cell: ({ item }) => item.title, names: true },
		{ key: 'issue', cell: ({ item }) => item.issue },
		{
			key: 'beside',
			head: m['group.beside'],
			cell: ({ beside, of }, { locale }) => m[`group.beside.${beside}`]({ title: of }, { locale })
		},
		{
			key: 'clickers',
			kind: 'count',
			people: true,
			need: 'clicks',
			cell: ({ item }) => item.clickers
		},
		{
			key: 'expected',
			kind: 'decimal',
			cell: ({ item }) => item.expected,
			text: ({ item }, formats) => known(item.expected, formats.number)
		}
	],
	views: { page: ['item', 'issue', 'beside', 'clickers', 'expected'] }
});
