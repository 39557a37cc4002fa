import { along, flagged, withinBars } from '#lib/chart/flags.ts';
import { clickNote, listNotes } from '#lib/messages/audience-notes.ts';
import { m } from '#lib/messages/compiled/messages.js';
import type { AudienceFigures } from '../../figures/audience/audience.ts';
import { fileTable } from '#lib/columns/render-table.ts';
import {
	arrivalChannels,
	arrivalChannelTable,
	monthTable
} from '#lib/columns/tables/audience-readers.ts';
import { audienceTables } from '#lib/columns/tables/audience.ts';
import { cohortShareTable } from '#lib/columns/tables/cohorts.ts';
import type { ReportFigure } from '../snapshot.ts';
import { placesOf } from '#lib/columns/table.ts';
import {
	notedBelow,
	plainFigure,
	shownFigures,
	type Timed,
	type FigureWords
} from './figure-parts.ts';

/** As many months as paper shows of each table; the files hold all. */
const MOST = 18;

/** That shares of engaged readers have fallen only because no later click is known; else null. */
function lateNote({ tiers, clicksUntil }: AudienceFigures, formats: Timed['formats']) {
	return tiers.length === 0 ? null : clickNote(clicksUntil, formats);
}

/** Who came and left, who is engaged, and how long readers stay: what the audience page shows. */
export function audienceParts(figures: AudienceFigures, words: Timed) {
	const { options } = words;
	return [
		{
			heading: m['report.readers']({}, options),
			figures: shownFigures(growthFigure(figures, words), engagedFigure(figures, words))
		},
		{
			heading: m['report.stay']({}, options),
			figures: shownFigures(
				curveFigure(figures, words),
				cohortFigure(figures, words),
				tenureFigure(figures, words),
				tierFigure(figures, words)
			)
		}
	];
}

function growthFigure(figures: AudienceFigures, words: Timed): ReportFigure {
	const { formats, options } = words;
	const starts = figures.months.map(({ month }) => Date.parse(`${month}-01T00:00:00Z`));
	const noted = flagged(words.annotations, withinBars(starts, figures.asOf ?? 0));
	// the latest first, as issues stand
	const table = fileTable(monthTable, [...figures.months].reverse(), formats);
	return {
		...plainFigure,
		id: 'months',
		title: m['audience.growth']({}, options),
		sub:
			figures.leavers !== 'survivors'
				? m['audience.growth.sub']({}, options)
				: m['audience.growth.survivors']({}, options),
		about: m['def.growth']({}, options),
		chart: {
			kind: 'growth',
			flags: noted.flags,
			months: figures.months.map(({ month, joined, left, net, running }) => ({
				month,
				joined,
				left,
				net,
				running
			}))
		},
		table,
		shown: placesOf(table, monthTable.views.paper),
		note: listNotes(figures.knownUntil, formats).join(' ') || null,
		noted: notedBelow(noted.notes, words),
		most: MOST
	};
}

function engagedFigure(figures: AudienceFigures, words: Timed): ReportFigure | null {
	if (figures.engaged.length < 2) return null;
	const { formats, options } = words;
	const noted = flagged(words.annotations, along(figures.engaged.map(({ at }) => at)));
	return {
		...plainFigure,
		id: 'engaged',
		title: m['audience.engaged']({}, options),
		sub: m['audience.engaged.sub']({ n: figures.window }, options),
		about: m['def.engaged']({}, options),
		chart: {
			kind: 'engagedLine',
			flags: noted.flags,
			points: figures.engaged.map(({ at, engaged, partial }) => ({ at, engaged, partial }))
		},
		note: clickNote(figures.clicksUntil, formats),
		noted: notedBelow(noted.notes, words),
		table: audienceTables.engaged.file(figures, formats),
		shown: []
	};
}

/** The curve of all who joined; that of each channel is in the table, by months. */
function curveFigure(
	figures: AudienceFigures,
	{ formats, options }: FigureWords
): ReportFigure | null {
	const all = figures.curves.find(({ channel }) => channel === null);
	if (!all) return null;
	return {
		...plainFigure,
		id: 'curves',
		title: m['audience.curves']({}, options),
		sub: m['audience.curves.sub']({}, options),
		about: m['def.kept']({}, options),
		chart: {
			kind: 'keptCurve',
			points: all.points.map(({ after, atRisk, share, low, high }) => ({
				after,
				atRisk,
				share,
				low,
				high
			}))
		},
		table: audienceTables.curves.file(figures, formats),
		shown: [],
		note:
			figures.leavingSince === null
				? null
				: m['audience.curves.since']({ day: formats.day(figures.leavingSince) }, options)
	};
}

/** What a heat map shows, as a line a cohort: the share of it after so many months. */
function cohortFigure(
	figures: AudienceFigures,
	{ formats, options }: FigureWords
): ReportFigure | null {
	if (figures.cohorts.length === 0) return null;
	const leavers = figures.leavers === 'all';
	// the latest cohort first
	const table = fileTable(cohortShareTable(figures), [...figures.cohorts].reverse(), formats);
	return {
		...plainFigure,
		id: 'retention',
		title: leavers
			? m['audience.cohorts']({}, options)
			: m['audience.cohorts.clicking']({}, options),
		sub: leavers
			? m['report.cohorts.still']({}, options)
			: m['report.cohorts.clicking']({}, options),
		about: m['def.growth']({}, options),
		table,
		shown: table.columns.map((_, place) => place),
		most: MOST
	};
}

function tenureFigure(
	figures: AudienceFigures,
	{ formats, options }: FigureWords
): ReportFigure | null {
	if (figures.tenure.length === 0 || figures.asOf === null) return null;
	const table = audienceTables.tenure.file(figures, formats);
	return {
		...plainFigure,
		id: 'tenure',
		title: m['audience.tenure']({}, options),
		sub: m['audience.tenure.sub']({ day: formats.day(figures.asOf) }, options),
		about: m['def.engaged']({}, options),
		table,
		shown: table.columns.map((_, place) => place),
		note: lateNote(figures, formats)
	};
}

function tierFigure(
	figures: AudienceFigures,
	{ formats, options }: FigureWords
): ReportFigure | null {
	if (figures.tiers.length === 0) return null;
	const table = audienceTables.tiers.file(figures, formats);
	return {
		...plainFigure,
		id: 'tiers',
		title: m['audience.tiers']({}, options),
		sub: m['audience.tiers.sub'](
			{ day: figures.asOf === null ? '–' : formats.day(figures.asOf) },
			options
		),
		about: m['def.tiers']({}, options),
		table,
		shown: table.columns.map((_, place) => place),
		note: lateNote(figures, formats)
	};
}

/** By which channel readers came, how many of them are engaged, and are still there after a year. */
export function arrivalChannelFigure(
	figures: AudienceFigures,
	{ formats, options }: FigureWords
): ReportFigure[] {
	if (figures.channels.length === 0) return [];
	const table = fileTable(arrivalChannelTable, arrivalChannels(figures), formats);
	return [
		{
			...plainFigure,
			id: 'arrivals',
			title: m['audience.channels']({}, options),
			sub: m['report.arrivals.sub']({}, options),
			about: m['def.engaged']({}, options),
			table,
			shown: placesOf(table, arrivalChannelTable.views.paper),
			note: lateNote(figures, formats)
		}
	];
}
