import { nameKey } from '#lib/name-key.ts';
import { renamer } from '#lib/same-names.ts';
import type { Db } from '../../store/sql/open.ts';
import type { Publication } from '../../store/publications.ts';
import { archiveOf } from '../archive.ts';
import { newest } from '../content/items.ts';
import { engagedDays, type Filters } from '#lib/filters/filters.ts';
import { activityOf, type Activity } from './audience-activity.ts';
import { membersOf, type Members } from './audience-members.ts';
import { audienceSpan, type AudienceSpan } from './audience-span.ts';
import { knownReaders, type KnownReaders } from './known-readers.ts';
import { fewInChannel, type FewInChannel } from './few-in-channel.ts';

/** Readers of a period and their activity in it, of one channel if one is chosen. */
export type PeriodReaders = {
	known: KnownReaders;
	/** the name under which the channel counts; null for all */
	channel: string | null;
	/** days within which a click makes a reader engaged */
	window: number;
	span: AudienceSpan;
	members: Members;
	/** the same of all channels */
	everybody: Members;
	activity: Activity;
	/** what is hidden of the channel; null for all readers */
	few: FewInChannel | null;
};

/**
 * What identifies the readers of a period: its dates, its channel under the name that it counts by, its
 * window.
 */
export function readersOfPeriod({ sameNames }: Publication, filters: Filters) {
	const { from, to, last } = filters;
	const channel = filters.channel && renamer(sameNames, 'channel')(filters.channel);
	const window = filters.window ?? engagedDays;
	return {
		channel,
		window,
		name: JSON.stringify([from, to, last, channel && nameKey(channel), window])
	};
}

/**
 * Goes through all readers once for a period; says why if there are none. The result is as large as the
 * audience: callers keep what they derive from it, not the result.
 */
export async function readersIn(
	db: Db,
	publication: Publication,
	filters: Filters,
	now: number
): Promise<PeriodReaders | 'period' | 'ever'> {
	const { channel, window } = readersOfPeriod(publication, filters);
	const { zone } = publication;
	const archive = await archiveOf(db, publication);
	const known = await knownReaders(db, publication);
	const dataUpTo = newest(archive.issues);
	const firstClick = known.clickDays?.first ?? null;
	const span = audienceSpan(
		{ readers: known.readers, dataUpTo, firstClick },
		archive,
		filters,
		zone,
		now
	);
	if (!span || span.outside) return span ? 'period' : 'ever';
	const members = membersOf(known, span, channel);
	const activity = activityOf(known, members, span, { window, zone });
	const selected = { known, channel, window, span, members };
	if (channel === null) return { ...selected, everybody: members, activity, few: null };

	const everybody = membersOf(known, span, null);
	const place = everybody.channels.indexOf(members.channelName!);
	const few =
		place < 0 ? null : fewInChannel(known, everybody, span, { activity, window, channel: place });
	const engagedOn = (day: number) => (few?.engagedOn(day) ? null : activity.engagedOn(day));
	return { ...selected, everybody, activity: { ...activity, engagedOn }, few };
}
