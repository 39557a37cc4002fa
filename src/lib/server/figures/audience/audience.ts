// Assembles the Audience page. Each figure is made in the file beside this one that is named after it.

import { audienceFinding } from '#lib/findings/audience.ts';
import { statement, type Statement } from '#lib/findings/statement.ts';
import type { Db } from '../../store/sql/open.ts';
import type { Publication } from '../../store/publications.ts';
import { clientTotals } from '../../store/rollups/rollups.ts';
import { startOfLocalDay } from '../../local-date.ts';
import { beside } from '../beside.ts';
import { archiveOf, derived, issuesIn } from '../archive.ts';
import { engagedPoints, type EngagedPoint } from './audience-activity.ts';
import { countryRows, deviceRows, type CountryRow, type DeviceRow } from './audience-clients.ts';
import {
	departuresOf,
	issueLeaving,
	topicLeaving,
	type IssueLeaving,
	type TopicLeaving
} from './audience-leaving.ts';
import { companiesOf, type Companies } from './audience-companies.ts';
import type { KnownUntil } from './known-until.ts';
import { knowsLeaving, type Leavers, type Totals } from './audience-members.ts';
import { tenureRows, type TenureRow } from './audience-tenure.ts';
import { tierRows, type TierRow } from './audience-tiers.ts';
import { curveMaker, keptCurves, type Curve } from './audience-curves.ts';
import {
	channelRows,
	cohortRows,
	knownMonths,
	monthRows,
	type AudienceChannel,
	type CohortRow,
	type MonthRow
} from './audience-months.ts';
import { sendTimeRows, type SendTimeRow } from './audience-times.ts';
import { nothingCompared, type Compared } from '../comparison.ts';
import { daysIn, knownDays } from './audience-span.ts';
import { peopleAmong, peopleKeys, type People, type PeopleKeys } from './people.ts';
import { readersOfPeriod, readersIn } from './period-readers.ts';
import { isAfter, knowsJoining, movementsOf, type Movements } from './movements.ts';
import type { Filters } from '#lib/filters/filters.ts';
import { issueRows } from '../content/issues.ts';
import { newest } from '../content/items.ts';

export type AudienceFigures = {
	finding: Statement;
	/** UTC milliseconds: later data are not known yet; null without any data */
	asOf: number | null;
	/**
	 * why nothing is shown: the period lies outside all data, or there are no data yet; null if there is
	 * something
	 */
	noData: 'period' | 'ever' | null;
	/** days within which a click makes a reader engaged */
	window: number;
	/** the channel to which readers are narrowed, as lists write it; null for all */
	channel: string | null;
	leavers: Leavers;
	/** the earliest known departure: readers who left before it are in no list */
	leavingSince: number | null;
	/** UTC milliseconds: the first day with a click; null if none is known by the end of the period */
	clicksSince: number | null;
	/**
	 * UTC milliseconds: the latest day with a click, if it lies half a window or more before the end of the
	 * period; else null
	 */
	clicksUntil: number | null;
	/** until when it is known who joined and who left, where that is not until the end of the period */
	knownUntil: KnownUntil;
	totals: Totals;
	/** whether these are known for any period: when readers joined or left, their devices, their countries */
	known: { dates: boolean; devices: boolean; countries: boolean };
	/** local days of the period with data, both ends counted; 0 without data */
	days: number;
	/**
	 * its first and its last local day; a period of the latest issues goes on until the data end; null without
	 * data
	 */
	period: { from: string | null; to: string } | null;
	/** in the period, of the channel if one is chosen; null if no signup, or no departure, is known */
	joined: number | null;
	left: number | null;
	/** at its end; null if no click of the window is known, or for few in a channel */
	engagedReaders: number | null;
	/** null without data */
	keyFigures: PeopleKeys | null;
	/** what the key figures are compared with */
	compared: Compared;
	/** in order of time, from the first to the last of which something is known; so are the points of `engaged` */
	months: MonthRow[];
	engaged: EngagedPoint[];
	channels: AudienceChannel[];
	tiers: TierRow[];
	cohorts: CohortRow[];
	curves: Curve[];
	tenure: TenureRow[];
	companies: Companies;
	/** newest first, of all channels; as are topics, times, devices */
	issues: IssueLeaving[];
	topics: TopicLeaving[];
	times: SendTimeRow[];
	devices: DeviceRow[];
	countries: CountryRow[];
	dataUpTo: number | null;
};

type OfPeriod = Omit<AudienceFigures, 'keyFigures' | 'compared'>;

/** A period's own figures, with the people from which key figures are made. */
type Known = { figures: OfPeriod; people: People | null };

/** Who the readers are: how many came and left, how many are engaged, and how long they stay. */
export const audienceFigures = beside('audience', makeAudienceFigures);

async function makeAudienceFigures(
	db: Db,
	publication: Publication,
	filters: Filters,
	now: number
): Promise<AudienceFigures> {
	const { name } = readersOfPeriod(publication, filters);
	const { figures, people } = await derived(db, publication, `audience ${name}`, () =>
		figuresOf(db, publication, filters, now)
	);
	const keys = await peopleKeys(db, publication, filters, now, people);
	return {
		...figures,
		keyFigures: keys?.figures ?? null,
		compared: keys?.compared ?? nothingCompared(filters)
	};
}

// eslint-disable-next-line max-lines-per-function -- one figure put together: each of its fields is made in one place
async function figuresOf(
	db: Db,
	publication: Publication,
	filters: Filters,
	now: number
): Promise<Known> {
	const { zone } = publication;
	const { channel, window } = readersOfPeriod(publication, filters);
	const archive = await archiveOf(db, publication);
	const issues = issuesIn(archive, { ...filters, issue: null }, zone);
	const readers = await readersIn(db, publication, filters, now);
	if (typeof readers === 'string')
		return { figures: nothing(readers, window, channel), people: null };

	const { known, span, members, everybody, activity, few } = readers;
	const isDated = knowsJoining(known.readers);
	const months = monthRows(members, span, activity, { zone, isDated });
	const isLong = months.length > 12;
	const tiers = tierRows(readers);
	const curveOf = curveMaker(members, span);
	// what is hidden of one channel depends on all others
	const channels = channelRows(everybody, span, activity, { window, isDated }, curveOf).filter(
		(row) => channel === null || row.channel === members.channelName
	);
	const rows = issueRows(archive, issues);
	const departures = departuresOf(known.readers);
	const { knownUntil } = span;
	const leaving = issueLeaving(rows, {
		issues: archive.issues,
		departures,
		leftUntil: knownUntil.left
	});
	const clients = await clientTotals(db, publication.id);
	const ids = new Set(issues.map(({ id }) => id));
	const { leavers, leavingSince, totals } = members;
	const movements = movementsOf(known.readers, span);
	const place = channel === null ? -1 : known.readers.channel.names.indexOf(members.channelName!);
	const moved =
		channel === null ? movements.all : (movements.byChannel[place] ?? { joined: 0, left: 0 });

	const figures: OfPeriod = {
		finding: audienceFinding({
			there: totals.there,
			engaged: tiers[0] ? (tiers[0].readers ?? 'few') : null,
			net:
				leavers === 'all' && isDated && isKnown(knownUntil)
					? netOf(isLong ? months.slice(-12) : months, isLong ? null : moved)
					: null,
			year: isLong,
			isNarrowed: channel !== null,
			late: activity.lateSince !== null,
			partial: activity.isPartialOn(activity.today),
			unlisted: totals.unlisted === totals.there,
			gone: leavers === 'gone'
		}),
		asOf: span.asOf,
		noData: null,
		window,
		channel: members.channelName,
		leavers,
		leavingSince,
		clicksSince: activity.firstDay === null ? null : startOfLocalDay(activity.firstDay, zone),
		clicksUntil: activity.lateSince === null ? null : startOfLocalDay(activity.lateSince, zone),
		totals,
		known: {
			dates: [known.readers.joined, known.readers.left].some((dates) =>
				dates.some((at) => !Number.isNaN(at))
			),
			devices: clients.some((total) => total.of === 'device'),
			countries:
				known.readers.country.names.length > 0 || clients.some((total) => total.of === 'country')
		},
		days: knownDays(span, zone),
		period: daysIn(span, zone).period,
		knownUntil,
		joined: isDated && !isAfter(knownUntil.joined, span) ? moved.joined : null,
		left: knowsLeaving(members, span.asOf) && !isAfter(knownUntil.left, span) ? moved.left : null,
		engagedReaders: activity.engagedOn(activity.today),
		months: knownMonths(months),
		engaged: engagedPoints(activity, span, zone),
		channels,
		tiers,
		// readers who left are no cohort: who joined with them is not known
		cohorts: leavers === 'gone' ? [] : cohortRows(members, span, activity, few),
		curves: keptCurves(members, channels, curveOf),
		tenure: isDated ? tenureRows(readers) : [],
		companies: companiesOf(members, activity, window),
		issues: leaving,
		topics: topicLeaving(archive, leaving, publication),
		times: sendTimeRows(rows, zone),
		devices: deviceRows(clients, ids),
		countries: countryRows(clients, ids, known.readers, members),
		dataUpTo: newest(issues)
	};
	return { figures, people: peopleAmong(readers, publication) };
}

/** Whether it is known until the end of a period who joined and who left. */
const isKnown = ({ joined, left }: KnownUntil) => joined === null && left === null;

/**
 * How many more joined than left, in months or on the days of a period that begins and ends in them; null where
 * the departures of one of the months are not known.
 */
function netOf(months: readonly MonthRow[], moved: Movements | null): number | null {
	if (months.some(({ net }) => net === null)) return null;
	return moved ? moved.joined - moved.left : months.reduce((sum, { net }) => sum + (net ?? 0), 0);
}

/** The figures before anything is imported, and for a period outside all data. */
function nothing(noData: 'period' | 'ever', window: number, channel: string | null): OfPeriod {
	return {
		finding:
			noData === 'period'
				? statement('empty.period', {})
				: statement('finding.audience.unknown', {}),
		asOf: null,
		noData,
		window,
		channel,
		leavers: 'none',
		leavingSince: null,
		clicksSince: null,
		clicksUntil: null,
		knownUntil: { joined: null, left: null },
		totals: { there: 0, undated: 0, unlisted: 0, pending: 0, left: 0, leftByList: 0 },
		known: { dates: false, devices: false, countries: false },
		days: 0,
		period: null,
		joined: null,
		left: null,
		engagedReaders: null,
		months: [],
		engaged: [],
		channels: [],
		tiers: [],
		cohorts: [],
		curves: [],
		tenure: [],
		companies: {
			listed: 0,
			readers: 0,
			companies: 0,
			largest: [],
			atLeastFive: 0,
			topTen: null
		},
		issues: [],
		topics: [],
		times: [],
		devices: [],
		countries: [],
		dataUpTo: null
	};
}
