import type { Filters, Narrowed } from '#lib/filters/filters.ts';
import { m } from '#lib/messages/compiled/messages.js';
import type { Formats } from '#lib/messages/format.ts';
import { holding } from '#lib/filters/narrowing.ts';
import { basisOf, daysWords, filterLine, filterWords } from '#lib/messages/filter-words.ts';
import type { Choices } from '#lib/messages/filter-offers.ts';
import { comparedWords, notComparedWords } from '#lib/columns/key-figures.ts';
import type { Compared } from '#lib/server/figures/comparison.ts';
import type { Facts } from '#lib/columns/table.ts';
import type { Exported } from './exported.ts';

/** What a table rests on. */
type Grounds = Omit<Exported, 'table'> & {
	/** of its amounts; null where it has none */
	currency: string | null;
	/** when the latest issue was sent that does not say who clicked; null where all do */
	upTo: number | null;
};

/** What a table's numbers rest on: publication, period, filters, denominators, how fresh they are. */
export function tableFooting(
	publication: string,
	filters: Filters,
	choices: Choices,
	{ dataUpTo, compared, upTo, notes = [], days, idle = [], currency }: Grounds,
	formats: Formats,
	figure: Narrowed
): Facts {
	const { locale } = formats;
	const held = holding(filters, figure);
	const narrowed = filterWords(filters, choices, formats, [figure], idle);

	return [
		[m['export.publication']({}, { locale }), publication],
		[m['export.period']({}, { locale }), basisOf(held, held.issue, choices, formats)],
		...(days
			? [[m['export.days']({}, { locale }), daysWords(days, formats)] as Facts[number]]
			: []),
		...(compared ? [comparedFact(compared, formats)] : []),
		[
			m['export.filters']({}, { locale }),
			narrowed.map(filterLine).join(' · ') || m['export.noFilters']({}, { locale })
		],
		...(upTo === null
			? []
			: [
					[
						m['cutUntil.fact']({}, { locale }),
						m['cutUntil.since']({ day: formats.day(upTo) }, { locale })
					] satisfies Facts[number]
				]),
		[m['export.denominators']({}, { locale }), m['export.denominators.text']({}, { locale })],
		...(currency === null
			? []
			: [[m['settings.currency']({}, { locale }), currency] satisfies Facts[number]]),
		...notes.map((note): Facts[number] => [m['export.note']({}, { locale }), note]),
		// statements and lists of reports are of no day that data end on
		...(dataUpTo === null
			? []
			: [
					[
						m['export.dataUpTo']({}, { locale }),
						`${formats.instant(dataUpTo)} (${formats.zone})`
					] satisfies Facts[number]
				])
	];
}

function comparedFact(compared: Compared, formats: Formats): Facts[number] {
	const { why } = compared;
	const none = why
		? m['compare.notComparable']({ why: notComparedWords(why, formats) }, formats)
		: m['compare.none']({}, formats);
	return [m['report.fact.compared']({}, formats), comparedWords(compared, formats) ?? none];
}
