import type { Db } from '../../store/sql/open.ts';
import type { Publication } from '../../store/publications.ts';
import { derived } from '../archive.ts';
import { otherDays, type Compared, type NotComparable } from '../comparison.ts';
import { countedFigure, type KeyFigure } from '../key-figures.ts';
import type { Filters } from '#lib/filters/filters.ts';
import type { Leavers } from './audience-members.ts';
import { daysIn } from './audience-span.ts';
import type { KnownUntil } from './known-until.ts';
import { joinedBy } from './movements.ts';
import { readersOfPeriod, readersIn, type PeriodReaders } from './period-readers.ts';

/** How many readers a period ended with, how many joined, and how many were engaged. */
export type People = {
	/** the end of the period, as far as data go: UTC milliseconds */
	asOf: number;
	/** null if only readers who left are known */
	there: number | null;
	joined: number | null;
	/** at that instant; null if no click of the window is known */
	engaged: number | null;
	/** the same at the end of the local day of an earlier instant */
	engagedAt: (at: number) => number | null;
	/**
	 * clicks were known for less than a window then, or for little of it: some engaged readers may be missing
	 */
	isPartial: boolean;
	leavers: Leavers;
	/** the earliest known departure; null if none is known */
	leavingSince: number | null;
	knownUntil: KnownUntil;
	/** local days of the period, and those with data */
	days: ReturnType<typeof daysIn>;
};

/** Readers of a period, of one channel if one is chosen; null without data. */
function peopleOf(
	db: Db,
	publication: Publication,
	filters: Filters,
	now: number
): Promise<People | null> {
	const { name } = readersOfPeriod(publication, filters);
	return derived(db, publication, `people ${name}`, async () => {
		const readers = await readersIn(db, publication, filters, now);
		return typeof readers === 'string' ? null : peopleAmong(readers, publication);
	});
}

/** The same from readers that were already gone through. */
export function peopleAmong(
	{ known, channel, span, members, activity }: PeriodReaders,
	{ zone }: Publication
): People {
	const { engagedOn, isPartialOn, dayOf, today } = activity;
	return {
		asOf: span.asOf,
		there: members.leavers === 'gone' ? members.totals.there || null : members.totals.there,
		joined: joinedBy(known.readers, span, channel),
		engaged: engagedOn(today),
		engagedAt: (at: number) => engagedOn(dayOf(at)),
		isPartial: isPartialOn(today),
		leavers: members.leavers,
		leavingSince: members.leavingSince,
		knownUntil: span.knownUntil,
		days: daysIn(span, zone)
	};
}

/** A period's key figures of readers, beside those of the period it is compared with. */
export type PeopleKeys = { there: KeyFigure; engaged: KeyFigure | null; joined: KeyFigure };

/**
 * The same for both periods; null without data.
 *
 * @param counted counts of the period, if they were already made
 */
export async function peopleKeys(
	db: Db,
	publication: Publication,
	filters: Filters,
	now: number,
	counted?: People | null
): Promise<{ people: People; figures: PeopleKeys; compared: Compared } | null> {
	const people = counted === undefined ? await peopleOf(db, publication, filters, now) : counted;
	if (!people) return null;
	const { period, known } = people.days;
	const other = otherDays(period, known, filters, publication.zone);
	const { compared } = other;
	const then = other.filters && (await peopleOf(db, publication, other.filters, now));
	const figure = (pick: (of: People) => number | null, why: NotComparable | null) =>
		countedFigure(pick(people), then && pick(then), compared, why);
	const { sums } = compared;
	const isPartial = people.isPartial && people.engaged !== people.there;
	return {
		people,
		figures: {
			there: figure(({ there }) => there, leavingUnknown(people, compared.to)),
			engaged:
				people.engaged === null
					? null
					: {
							...figure(
								({ engaged }) => engaged,
								people.isPartial || then?.isPartial ? 'window' : null
							),
							...(isPartial && { atLeast: true as const })
						},
			// readers who joined and left again before departures were recorded are in no list
			joined: figure(({ joined }) => joined, leavingUnknown(people, compared.to) ?? sums)
		},
		compared
	};
}

/** Whether readers who left since an instant may be missing from lists, or lists end before the period does. */
export function leavingUnknown(
	{ leavers, leavingSince, knownUntil }: Pick<People, 'leavers' | 'leavingSince' | 'knownUntil'>,
	since: number | null
): NotComparable | null {
	if (knownUntil.joined !== null || knownUntil.left !== null) return 'lists';
	const isKnown = leavers === 'all' && leavingSince !== null && since !== null;
	return isKnown && leavingSince <= since ? null : 'leavers';
}
