import type { Db } from '../../store/sql/open.ts';
import type { Publication } from '../../store/publications.ts';
import { derived } from '../archive.ts';
import { otherDays, type Compared, type NotComparable } from '../comparison.ts';
import { countedFigure, type KeyFigure } from '../key-figures.ts';
import type { Filters } from '#lib/filters/filters.ts';
import type { Leavers } from './audience-members.ts';
import { daysIn } from './audience-span.ts';
import { joinedBy } from './movements.ts';
import { readersOfPeriod, readersIn, type PeriodReaders } from './period-readers.ts';

/** How many readers a period ended with, how many joined, and how many were engaged. */
export type People = {
	/** the end of the period, as far as there are data: UTC milliseconds */
	asOf: number;
	there: number;
	joined: number | null;
	/** then; null where no click of the window is known */
	engaged: number | null;
	/** the same at the end of the local day of an instant up to then */
	engagedAt: (at: number) => number | null;
	/** clicks were known for less than a window then, or for little of it: some who were engaged cannot be told */
	isPartial: boolean;
	leavers: Leavers;
	/** first instant of leaving that is known; null where none is */
	leavingSince: number | null;
	/** local days of the period, and those that data tell of */
	days: ReturnType<typeof daysIn>;
};

/** Readers of a period, of one channel where there is one asked for; null where there is no data. */
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

/** The same of readers that somebody has gone through already. */
export function peopleAmong(
	{ known, channel, span, members, activity }: PeriodReaders,
	{ zone }: Publication
): People {
	const { engagedOn, isPartialOn, dayOf, today } = activity;
	return {
		asOf: span.asOf,
		there: members.totals.there,
		joined: joinedBy(known.readers, span, channel),
		engaged: engagedOn(today),
		engagedAt: (at: number) => engagedOn(dayOf(at)),
		isPartial: isPartialOn(today),
		leavers: members.leavers,
		leavingSince: members.leavingSince,
		days: daysIn(span, zone)
	};
}

/** What a period's readers came to, beside those of the one that it is compared with. */
export type PeopleKeys = { there: KeyFigure; engaged: KeyFigure | null; joined: KeyFigure };

/**
 * The same with both periods; null where there is no data.
 *
 * @param counted those of the period, where somebody has them already
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
	return {
		people,
		figures: {
			there: figure(({ there }) => there, leavingUnknown(people, compared.to)),
			engaged:
				people.engaged === null
					? null
					: figure(({ engaged }) => engaged, people.isPartial || then?.isPartial ? 'window' : null),
			// whoever joined and left again before lists tell of leaving is in none of them
			joined: figure(({ joined }) => joined, leavingUnknown(people, compared.to) ?? sums)
		},
		compared
	};
}

/** Whether some who had left since an instant may be in no list. */
export function leavingUnknown(
	{ leavers, leavingSince }: Pick<People, 'leavers' | 'leavingSince'>,
	since: number | null
): NotComparable | null {
	const isKnown = leavers === 'all' && leavingSince !== null && since !== null;
	return isKnown && leavingSince <= since ? null : 'leavers';
}
