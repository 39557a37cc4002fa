import { isForFew } from '#lib/columns/tables/estimate.ts';
import { m } from '#lib/messages/compiled/messages.js';
import type { SponsorRow } from '../../figures/sponsors/sponsors.ts';
import { fileTable } from '#lib/columns/render-table.ts';
import { sponsorTable } from '#lib/columns/tables/sponsors.ts';
import type { ReportFigure } from '../snapshot.ts';
import { placesOf } from '#lib/columns/table.ts';
import { issueWithin } from '#lib/messages/issue-name.ts';
import { whyWords } from '#lib/messages/why-words.ts';
import { forestPlaces, isAdjusted, plainFigure, type FigureWords } from './figure-parts.ts';

/** More bars than that and none can be told apart. */
const BARS = 60;

/** Placements as they stood against their positions, and their rates side by side; given newest first. */
export function placementFigure(
	id: string,
	title: string,
	rows: readonly SponsorRow[],
	currency: string,
	words: FigureWords,
	view: keyof typeof sponsorTable.views,
	/** whether each bar is to be named by its sponsor, not by its issue alone */
	named: boolean,
	/** what more is said beneath it */
	more: string | null = null
): ReportFigure {
	const { formats, options } = words;
	const located = rows.filter(({ unlocated }) => unlocated === null);
	const table = fileTable(sponsorTable, rows, formats, { currency });
	const adjusted = isAdjusted(located);
	const rated = located.some(({ rate }) => rate !== null);
	const lost = rows.length - located.length;
	return {
		...plainFigure,
		id,
		title,
		sub: [
			...(located.length < 2
				? []
				: [m[rated ? 'report.placements.rates' : 'report.placements.clickers']({}, options)]),
			m['report.placements.sub']({}, options)
		].join(' '),
		about: m['def.sponsors']({}, options),
		chart: located.length < 2 ? null : barsOf(located, { named, rated }, words),
		table,
		shown: placesOf(table, sponsorTable.views[view]),
		// those without an item come last, and have no numbers to show
		most: located.length,
		forest: adjusted ? forestPlaces(table, rows) : null,
		note:
			[
				...unsaidWords(located, options),
				...(lost ? [m['report.placements.lost']({ n: lost }, options)] : []),
				...(more ? [more] : [])
			].join(' ') || null
	};
}

/** Placements side by side, in the order of their issues: their click rates, or clickers where none is known. */
function barsOf(
	located: readonly SponsorRow[],
	{ named, rated }: { named: boolean; rated: boolean },
	{ formats, options }: FigureWords
): ReportFigure['chart'] {
	return {
		kind: 'issueRates',
		of: rated ? 'rate' : 'clickers',
		bars: located
			.slice(0, BARS)
			.reverse()
			.map(({ issue, sponsor, rate, clickers, open, age }) => ({
				label: issue ?? '',
				title: [
					...(named ? [sponsor] : []),
					issue === null ? '–' : issueWithin(issue, formats)
				].join(', '),
				value: rated ? rate : clickers,
				low: null,
				high: null,
				open,
				note: open
					? m['issue.open']({ age: age ?? 0 }, options)
					: m['count.clickers'](
							{ n: clickers ?? 0, clickers: formats.number(clickers ?? 0) },
							options
						)
			}))
	};
}

/** Why some of the placements have no lift, each reason once; of those that are merely few their row says so. */
function unsaidWords(rows: readonly SponsorRow[], options: FigureWords['options']): string[] {
	const unsaid = rows.filter(({ lift, why }) => lift === null && why !== null && !isForFew(why));
	return [...new Set(unsaid.map(({ why }) => why!))].map((why) => {
		const n = unsaid.filter((row) => row.why === why).length;
		return m['report.placements.unsaid']({ n, why: whyWords(why, options.locale) }, options);
	});
}
