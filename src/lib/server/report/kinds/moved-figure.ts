import { comparedWords } from '#lib/columns/key-figures.ts';
import type { Declared } from '#lib/columns/declare.ts';
import { fileTable } from '#lib/columns/render-table.ts';
import { placeOf, placesOf, type KeyedTable } from '#lib/columns/table.ts';
import { sectionTable } from '#lib/columns/tables/groups.ts';
import { isCompared } from '#lib/columns/tables/row-change.ts';
import { topicTable } from '#lib/columns/tables/topics.ts';
import { m } from '#lib/messages/compiled/messages.js';
import type { Compared } from '../../figures/comparison.ts';
import type { SectionRow, TopicRow } from '../../figures/content/rows.ts';
import type { ReportFigure } from '../snapshot.ts';
import { leaningOf, plainFigure, type FigureWords } from './figure-parts.ts';

/** How topics moved from the other period; null where none is compared. */
export function movedTopics(
	{ topics, compared }: { topics: readonly TopicRow[]; compared: Compared },
	words: FigureWords
): ReportFigure | null {
	const made = { id: 'topics-moved', title: m['report.moved.topics'] };
	return movedFigure(topicTable, topics, ({ topic }) => topic, made, compared, words);
}

/** How sections moved from the other period; null where none is compared. */
export function movedSections(
	{ sections, compared }: { sections: readonly SectionRow[]; compared: Compared },
	words: FigureWords
): ReportFigure | null {
	const made = { id: 'sections-moved', title: m['report.moved.sections'] };
	return movedFigure(sectionTable, sections, ({ section }) => section, made, compared, words);
}

type Key =
	| 'liftBefore'
	| 'liftChange'
	| 'changeLow'
	| 'changeHigh'
	| 'changeAbove'
	| 'rateBefore'
	| 'lift';

/** Rows with a change in a table of their own; those without one are named beneath it. */
function movedFigure<Row extends TopicRow | SectionRow, More extends string>(
	declared: Declared<Row, Key | More, 'paperMoved' | 'paperMovedRaw'>,
	rows: readonly Row[],
	nameOf: (row: Row) => string,
	{ id, title }: { id: string; title: (typeof m)['report.moved.topics'] },
	compared: Compared,
	{ formats, options }: FigureWords
): ReportFigure | null {
	const moveOf = ({ liftChange, rateChange }: Row) => liftChange ?? rateChange;
	const moved = rows.filter((row) => moveOf(row)?.change != null);
	if (!moved.length || !rows.some(isCompared)) return null;
	const table = fileTable(declared, moved, formats);
	const ofLift = table.columns.some(({ key }) => key === 'liftChange');
	const named = (why: 'new' | 'few', said: (typeof m)['report.moved.few']) => {
		const names = rows.filter((row) => moveOf(row)?.why === why).map(nameOf);
		return names.length ? [said({ names: names.join(', ') }, options)] : [];
	};
	return {
		...plainFigure,
		id,
		title: title({ period: comparedWords(compared, formats) ?? '' }, options),
		sub: ofLift ? m['report.moved.sub']({}, options) : m['moved.rates']({}, options),
		table,
		shown: placesOf(table, declared.views[ofLift ? 'paperMoved' : 'paperMovedRaw']),
		forest: ofLift ? changeForest(table, moved, m['chart.unchanged']({}, options)) : null,
		note:
			[...named('new', m['report.moved.new']), ...named('few', m['report.moved.few'])].join(' ') ||
			null
	};
}

/** Where a table holds changes of lifts: a ratio that is held against 1, without an inner interval. */
function changeForest<K extends string>(
	table: KeyedTable<K | Key>,
	rows: readonly (TopicRow | SectionRow)[],
	one: string
): ReportFigure['forest'] {
	const lift = placeOf(table, 'liftChange');
	return {
		lift,
		low50: lift,
		high50: lift,
		n: null,
		one,
		low: placeOf(table, 'changeLow'),
		high: placeOf(table, 'changeHigh'),
		above: placeOf(table, 'changeAbove'),
		leaning: leaningOf(rows)
	};
}
