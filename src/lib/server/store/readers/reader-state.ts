import {
	latestOf,
	listEvidence,
	spellsOf,
	listedStatus,
	type SpellEvidence,
	type DatedSpell
} from './reader-spells.ts';
import type { readerFact } from '../schema/fact.ts';
import type { rollupReader } from '../schema/rollup.ts';

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

/** A stretch that is over, and what brought the reader then. */
export type Spell = DatedSpell & { channel: string | null; campaign: string | null };

export type ReaderState = Omit<typeof rollupReader.$inferSelect, 'publicationId' | 'readerId'>;

/**
 * A reader's state, from what all lists say and from when the reader unsubscribed. In which order
 * files came makes no difference: lists are taken in order of their own dates.
 *
 * - Joined and left: of the last stretch of membership; those before it are `earlier` (reader-spells.ts).
 * - Status: the latest that a list or an event says.
 * - Channel, campaign, country: the latest list that says one; of an earlier stretch, the latest before
 *   the next began, else the first.
 *
 * @param lists all lists of the publication, by date
 * @param said place in `lists` → what it says of the reader
 * @param unsubscribed the reader's unsubscribe events, UTC milliseconds
 */
export function stateOf(
	lists: readonly ReaderList[],
	said: ReadonlyMap<number, ListFact>,
	unsubscribed: readonly number[]
): ReaderState {
	const state: ReaderState = {
		status: 'active',
		joined: null,
		left: null,
		leftBy: null,
		channel: null,
		campaign: null,
		country: null,
		paid: null,
		earlier: null
	};
	const evidence: SpellEvidence[] = [];
	let listed: ListFact['status'] = null;
	let met = false;

	for (const [place, { asOf, complete }] of lists.entries()) {
		const fact = said.get(place);
		if (!fact && !(met && complete)) continue;
		met = true;
		if (!fact) {
			evidence.push({ at: asOf, says: 'left', by: 'list' });
			listed = 'left';
			continue;
		}
		evidence.push(...listEvidence(fact, asOf, complete));
		listed = listedStatus(latestOf(fact), complete) ?? listed;
		state.channel = fact.channel ?? state.channel;
		state.campaign = fact.campaign ?? state.campaign;
		state.country = fact.country ?? state.country;
		state.paid = fact.paid ?? state.paid;
	}
	for (const at of unsubscribed) evidence.push({ at, says: 'left', by: 'event' });

	const spells = spellsOf(evidence);
	const { joined, left, leftBy } = spells.pop() ?? { joined: null, left: null, leftBy: null };
	const isGone = listed === 'left' || listed === 'bounced';
	if (left === null) state.status = isGone ? 'active' : (listed ?? 'active');
	else state.status = listed === 'bounced' ? 'bounced' : 'left';

	const next = [...spells.slice(1), { joined }];
	const earlier = spells.map((spell, i): Spell => {
		const before = next[i]!.joined ?? Infinity;
		return {
			...spell,
			channel: wordBefore(lists, said, 'channel', before),
			campaign: wordBefore(lists, said, 'campaign', before)
		};
	});
	return { ...state, joined, left, leftBy, earlier: earlier.length ? earlier : null };
}

/** What the latest list from before an instant says, else the first that says anything. */
function wordBefore(
	lists: readonly ReaderList[],
	said: ReadonlyMap<number, ListFact>,
	name: 'channel' | 'campaign',
	before: number
): string | null {
	let word: string | null = null;
	for (const [place, { asOf }] of lists.entries()) {
		const own = said.get(place)?.[name] ?? null;
		if (own !== null && (word === null || asOf < before)) word = own;
	}
	return word;
}
