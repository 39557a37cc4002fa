import type { readerFact } from './schema/fact.ts';
import type { rollupReader } from './schema/rollup.ts';

type Fact = typeof readerFact.$inferSelect;

/** What one list says of one reader. */
export type ListFact = Omit<Fact, 'importId' | 'readerId'>;

/** A list of subscribers, in order of date. */
export type ReaderList = {
	/** the newest instant in it, UTC milliseconds */
	asOf: number;
	/** declared complete: whoever is absent from it has left */
	complete: boolean;
};

export type ReaderState = Omit<typeof rollupReader.$inferSelect, 'publicationId' | 'readerId'>;

/**
 * A reader's state, from what all lists say and from when the reader unsubscribed. In which order
 * files came makes no difference: lists are taken in order of their own dates.
 *
 * - Status, channel, campaign, country: the latest list that says one.
 * - Joined: the earliest instant that any list says; a move to another service makes nobody new.
 * - Left: as soon as the latest status is one of those who left, or the reader unsubscribed after the
 *   last list in which they were there. The instant is the one that lists say, else that of the
 *   unsubscribe event, else the date of the first list that knows it, which is the latest it can be.
 *
 * @param lists all lists of the publication, by date
 * @param said place in `lists` → what it says of the reader
 * @param unsubscribed the reader's last unsubscribe event, UTC milliseconds
 */
export function stateOf(
	lists: readonly ReaderList[],
	said: ReadonlyMap<number, ListFact>,
	unsubscribed: number | null
): ReaderState {
	const state: ReaderState = {
		status: 'active',
		joined: null,
		left: null,
		leftBy: null,
		channel: null,
		campaign: null,
		country: null,
		paid: null
	};
	let dated: number | null = null;
	let told: ListFact['status'] = null;
	let thereAt = -Infinity;
	let listedGone: number | null = null;
	let met = false;

	for (const [place, { asOf, complete }] of lists.entries()) {
		const fact = said.get(place);
		if (!fact && !(met && complete)) continue;
		met = true;
		// a date of leaving says as much as a status, where the list has none
		const status = fact ? (fact.status ?? (fact.left === null ? null : 'left')) : 'left';
		if (status !== null) told = status;
		if (status === 'active' || status === 'pending') {
			thereAt = asOf;
			listedGone = null;
		} else if (status !== null) listedGone ??= asOf;
		if (!fact) continue;

		state.joined = least(state.joined, fact.joined);
		dated = fact.left === null ? dated : Math.max(dated ?? -Infinity, fact.left);
		state.channel = fact.channel ?? state.channel;
		state.campaign = fact.campaign ?? state.campaign;
		state.country = fact.country ?? state.country;
		state.paid = fact.paid ?? state.paid;
	}

	const byEvent = unsubscribed !== null && unsubscribed > thereAt;
	if (told === 'left' || told === 'bounced') {
		state.status = told;
		state.left = dated ?? (byEvent ? unsubscribed : listedGone);
		state.leftBy = dated !== null ? 'date' : byEvent ? 'event' : 'list';
	} else if (byEvent) Object.assign(state, { status: 'left', left: unsubscribed, leftBy: 'event' });
	else state.status = told ?? 'active';

	// nobody leaves before they come: clocks of two services differ
	if (state.left !== null && state.joined !== null) state.left = Math.max(state.left, state.joined);
	return state;
}

function least(a: number | null, b: number | null): number | null {
	return a === null || b === null ? (a ?? b) : Math.min(a, b);
}
