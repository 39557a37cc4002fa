import { m } from '#lib/messages/compiled/messages.js';
import type { Formats } from '#lib/messages/format.ts';
import { known } from '#lib/messages/known.ts';
import type { AuthorRow, GroupAmounts, SectionRow } from '../../server/figures/content/rows.ts';
import { declare } from '../declare.ts';
import { rateNeed } from '../needs.ts';
import {
	estimateColumn,
	estimateColumns,
	forestOf,
	intervalColumn,
	rateBar,
	sureColumn
} from './estimate.ts';
import { changeColumns, paperLiftChange, paperRateChange } from './row-change.ts';

/** What items that have something in common got together. */
const amounts = [
	{ key: 'issues', kind: 'count' },
	{ key: 'items', kind: 'count' },
	{ key: 'clickers', kind: 'count', people: true, need: 'clicks' },
	{ key: 'delivered', kind: 'count', people: true, need: 'deliveries' },
	{ key: 'rawRate', kind: 'rate', of: 'delivered', need: rateNeed },
	{ key: 'compared', head: m['table.compared'], kind: 'count' },
	{
		key: 'expected',
		kind: 'decimal',
		text: ({ expected }: GroupAmounts, formats: Formats) => known(expected, formats.number)
	},
	{ key: 'shareOfClicks', kind: 'share', of: 'clickers' },
	...estimateColumns,
	estimateColumn,
	sureColumn,
	forestOf<SectionRow | AuthorRow>(({ items }) => items),
	intervalColumn,
	rateBar<SectionRow | AuthorRow>(),
	...changeColumns
] as const;

const page = [
	'issues',
	'items',
	'clickers',
	'delivered',
	'rawRate',
	'compared',
	'expected',
	'lift',
	'low',
	'high',
	'shareOfClicks',
	'sure',
	'moved'
] as const;
const figure = [
	'issues',
	'items',
	'clickers',
	'expected',
	'bar',
	'rawRate',
	'shareOfClicks',
	'forest',
	'lift',
	'interval',
	'sure',
	'moved'
] as const;
const figureRaw = [
	'issues',
	'items',
	'clickers',
	'bar',
	'rawRate',
	'shareOfClicks',
	'moved'
] as const;
const card = ['items', 'rawRate', 'forest', 'lift', 'interval', 'sure', 'moved'] as const;
const terminal = ['issues', 'items', 'clickers', 'rawRate', 'estimate', 'movedWords'] as const;

/** Sections at equal positions. */
export const sectionTable = declare<SectionRow>()({
	name: 'sections',
	columns: [{ key: 'section' }, ...amounts],
	views: {
		page: ['section', ...page],
		figure: ['section', ...figure],
		/** without a model there is nothing to hold rates against */
		figureRaw: ['section', ...figureRaw],
		card: ['section', ...card],
		terminal: ['section', ...terminal],
		paper: ['section', 'items', 'clickers', 'shareOfClicks', 'lift', 'low', 'high'],
		/** without a model there is nothing to hold rates against */
		paperRaw: ['section', 'items', 'clickers', 'shareOfClicks', 'rawRate'],
		/** how they moved from another period */
		paperMoved: ['section', 'lift', ...paperLiftChange],
		paperMovedRaw: ['section', 'rawRate', ...paperRateChange]
	}
});

/** Authors at equal positions. */
export const authorTable = declare<AuthorRow>()({
	name: 'authors',
	columns: [{ key: 'author' }, ...amounts],
	views: {
		page: ['author', ...page],
		figure: ['author', ...figure],
		figureRaw: ['author', ...figureRaw],
		card: ['author', ...card],
		terminal: ['author', ...terminal]
	}
});
