import type { Db } from '../../store/sql/open.ts';
import type { Publication } from '../../store/publications.ts';
import { archiveOf, derived } from '../archive.ts';
import { activityOf } from './audience-activity.ts';
import { membersOf } from './audience-members.ts';
import { spanOf } from './audience-span.ts';
import { crowdOf } from './crowd.ts';
import { engagedDays, type Filters } from '../filters.ts';
import { newest } from '../content/items.ts';

/** How many readers were engaged, as the page of the audience counts them. */
export type Engaged = {
	/** the end of the period, as far as there are data: UTC milliseconds */
	asOf: number;
	/** then; null before the first click */
	readers: number | null;
	/** at the end of the local day of an instant up to then */
	at: (at: number) => number | null;
};

/** Engaged readers of a period; null where there is no data at all. */
export function engagedOf(
	db: Db,
	publication: Publication,
	filters: Filters,
	now: number
): Promise<Engaged | null> {
	const { from, to, last } = filters;
	const window = filters.window ?? engagedDays;
	const name = `engaged ${JSON.stringify([from, to, last, window])}`;
	return derived(db, publication, name, async () => {
		const { zone } = publication;
		const archive = await archiveOf(db, publication);
		const crowd = await crowdOf(db, publication);
		const dataUpTo = newest(archive.issues);
		const span = spanOf({ readers: crowd.readers, dataUpTo }, archive, filters, zone, now);
		if (!span || span.outside) return null;
		const members = membersOf(crowd, span, null);
		const activity = activityOf(crowd, members, span, { window, zone });
		const { engagedOn, dayOf, today } = activity;
		return { asOf: span.asOf, readers: engagedOn(today), at: (at: number) => engagedOn(dayOf(at)) };
	});
}
