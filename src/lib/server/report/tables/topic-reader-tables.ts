import { m } from '#lib/messages/compiled/messages.js';
import type { Locale } from '#lib/messages/compiled/runtime.js';
import type { AffinityRow, OverlapRow, Tenure } from '../../figures/content/topic-readers.ts';
import { estimate } from './tables.ts';
import { tableOf, type Table } from './table.ts';

/** What each group of readers made of each topic. */
export function affinityTable(rows: readonly AffinityRow[], locale: Locale): Table {
	const o = { locale };
	return tableOf<AffinityRow>(
		[
			[
				m['table.group']({}, o),
				({ by, group }) => (by === 'tenure' ? m[`tenure.${group as Tenure}`]({}, o) : group)
			],
			[m['table.topic']({}, o), (row) => row.topic],
			[m['table.readers']({}, o), (row) => row.readers, 'count', 'people'],
			[m['table.itemsClicked']({}, o), (row) => row.clicked, 'count'],
			[m['table.usualForThem']({}, o), (row) => row.expected, 'decimal'],
			...estimate(locale)
		],
		rows
	);
}

/** Which topics the same readers click. */
export function overlapTable(rows: readonly OverlapRow[], locale: Locale): Table {
	const o = { locale };
	return tableOf<OverlapRow>(
		[
			[m['table.topic']({}, o), (row) => row.topic],
			[m['table.otherTopic']({}, o), (row) => row.other],
			[m['table.readersOfFirst']({}, o), (row) => row.readers, 'count', 'people'],
			[m['table.readersOfSecond']({}, o), (row) => row.otherReaders, 'count', 'people'],
			[m['table.both']({}, o), (row) => row.both, 'count'],
			...estimate(locale)
		],
		rows
	);
}
