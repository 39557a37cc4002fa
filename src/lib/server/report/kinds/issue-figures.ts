import { m } from '#lib/messages/compiled/messages.js';
import { besides, flagged, type Flagged } from '#lib/chart/flags.ts';
import { clickersNotes, loneNotes, stepFlags, stepNotes } from '#lib/messages/footnotes.ts';
import type { ClickChange } from '../../figures/content/change.ts';
import type { IssueRow } from '../../figures/content/rows.ts';
import type { VerdictFigures } from '../../figures/verdicts/verdicts.ts';
import type { ReportFigure } from '../snapshot.ts';
import { fileTable } from '#lib/columns/render-table.ts';
import { placesOf } from '#lib/columns/table.ts';
import { changeRows, changeTable } from '#lib/columns/tables/issue.ts';
import { issueTable } from '#lib/columns/tables/issues.ts';
import { ledgerRows, verdictTable } from '#lib/columns/tables/verdicts.ts';
import {
	notedBelow,
	notesBelow,
	plainFigure,
	type Timed,
	type FigureWords
} from './figure-parts.ts';

/** What moved the click rate, part by part. */
export function changeFigure(change: ClickChange, { formats, options }: FigureWords): ReportFigure {
	const { untold } = change;
	const list = untold.map((name) => m[`part.${name}`]({}, options)).join(' · ');
	return {
		...plainFigure,
		id: 'change',
		title: m['report.change']({}, options),
		sub: m['report.change.sub']({}, options),
		about: m['def.change']({}, options),
		table: fileTable(changeTable, changeRows(change), formats),
		shown: [0, 1, 2, 3],
		note: untold.length ? m['report.change.untold']({ parts: list }, options) : null
	};
}

type TextNote = { at: number; text: string };

/** More bars than that and none can be told apart. */
const BARS = 60;

/** Issues side by side; given newest first. */
export function issueFigure(
	issues: readonly IssueRow[],
	{ step, lone }: Pick<VerdictFigures, 'step' | 'lone'>,
	words: Timed,
	most: number | null
): ReportFigure {
	const { formats, options } = words;
	const shown = issues.slice(0, BARS).reverse();
	const steps = stepFlags(step, formats);
	const noted = flagged(
		[...words.annotations, ...steps],
		besides(shown.map(({ sentAt }) => sentAt ?? -Infinity))
	);
	const rated = issues.some(({ rate }) => rate !== null);
	const clicked = issues.some(({ clickers }) => clickers !== null);
	const table = fileTable(issueTable, issues, formats);
	return {
		...plainFigure,
		id: 'issues',
		title: rated ? m['issues.rates']({}, options) : m['issues.clickers']({}, options),
		sub: rated
			? m['issues.rates.sub']({}, options)
			: clicked
				? m['issues.clickers.sub']({}, options)
				: null,
		about: rated ? m['def.rate']({}, options) : null,
		chart: {
			kind: 'issueRates',
			of: rated ? 'rate' : 'clickers',
			flags: noted.flags,
			bars: shown.map((issue) => ({
				label: issue.number === null ? '' : String(issue.number),
				title:
					issue.number === null ? issue.title : `${formats.issue(issue.number)} ${issue.title}`,
				value: rated ? issue.rate : issue.clickers,
				low: null,
				high: null,
				open: issue.open,
				note: issue.open
					? m['issue.open']({ age: issue.age ?? 0 }, options)
					: m['count.clickers'](
							{ n: issue.clickers ?? 0, clickers: formats.number(issue.clickers ?? 0) },
							options
						)
			}))
		},
		table,
		shown: placesOf(table, issueTable.views.paper),
		...notesUnder(noted, steps, clickersNotes(lone, issues, formats), words),
		most
	};
}

/** What people wrote of days apart from what the program notes: since when machines click, and how many. */
function notesUnder(
	{ notes }: Flagged<TextNote>,
	steps: readonly TextNote[],
	clickers: readonly string[],
	words: FigureWords
): Pick<ReportFigure, 'note' | 'noted'> {
	const [own, written] = [true, false].map((is) =>
		notes.filter(({ note }) => steps.includes(note) === is)
	) as [typeof notes, typeof notes];
	return {
		noted: notedBelow(written, words),
		note: [notesBelow(own, words), ...clickers].filter(Boolean).join(' ') || null
	};
}

/** What was set aside and why. */
export function verdictFigure(
	figures: Pick<VerdictFigures, 'clicks' | 'opens' | 'lone' | 'step'>,
	{ options, formats }: FigureWords
): ReportFigure | null {
	if (figures.clicks.all + figures.opens.all === 0) return null;
	return {
		...plainFigure,
		id: 'verdicts',
		title: m['verdicts.ledger']({}, options),
		about: m['def.verdicts']({}, options),
		table: fileTable(verdictTable, ledgerRows(figures), formats),
		shown: [0, 1, 2, 3, 4],
		note: [...loneNotes(figures, formats), ...stepNotes(figures.step, formats)].join(' ') || null
	};
}
