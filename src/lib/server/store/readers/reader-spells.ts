import { HOUR } from '#lib/duration.ts';
import type { ListFact } from './reader-state.ts';

/** How an instant of leaving is known; `list`: only by the list that knows it, so no later than this. */
export type LeftBy = 'date' | 'event' | 'list';

/** A stretch of membership. Instants are UTC milliseconds. */
export type DatedSpell = {
	/** null where nothing says it */
	joined: number | null;
	/** null while the reader is there */
	left: number | null;
	leftBy: LeftBy | null;
};

/** What something says of a reader's being there. */
export type SpellEvidence = { at: number } & (
	| { says: 'left'; by: LeftBy }
	/** `back`: whoever had left before has come back; else it may be the date of a copied list */
	| { says: 'joined'; back: boolean }
	/** on a list of that date */
	| { says: 'there' }
);

// at one instant: leaving, then joining, then what lists of that date say
const order = (one: SpellEvidence) =>
	one.says === 'joined' ? 1 : one.says === 'left' && one.by !== 'list' ? 0 : 2;

/** Which way of knowing when somebody left outdoes which. */
const weight = { list: 0, event: 1, date: 2 } as const;

/**
 * The stretches in which a reader was there, the oldest first. One ends where something says that the
 * reader left, and the next begins where something later says that they joined or were there.
 *
 * Several leavings with no return in between are one: dated by lists, else by the last event, else
 * by the first list that knows it. Several joinings with no leaving in between are the first of them: a
 * move to another service makes nobody new.
 */
export function spellsOf(evidence: readonly SpellEvidence[]): DatedSpell[] {
	const spells: DatedSpell[] = [];
	// the latest instant at which the reader is said to have joined, while that began no stay
	let joinedAgain = -Infinity;
	for (const one of evidence.toSorted((a, b) => a.at - b.at || order(a) - order(b))) {
		let last = spells.at(-1);
		if (one.says === 'left') {
			if (!last) spells.push((last = begun(null)));
			// left anew since a date of joining: that was no copy
			else if (last.left !== null && joinedAgain > last.left && one.by !== 'list')
				spells.push((last = begun(joinedAgain)));
			const known = last.leftBy === null ? -1 : weight[last.leftBy];
			if (known > weight[one.by] || (known === 0 && one.by === 'list')) continue;
			last.left = one.at;
			last.leftBy = one.by;
		} else if (!last) spells.push(begun(one.says === 'joined' ? one.at : null));
		else if (last.left !== null && one.says === 'joined' && one.back && one.at > last.left)
			spells.push(begun(one.at));
		else if (last.left !== null && one.says === 'there') {
			// left and back at the same instant: never away
			if (last.left === joinedAgain || last.left === one.at)
				Object.assign(last, { left: null, leftBy: null });
			else spells.push(begun(one.at));
		} else if (one.says === 'joined') {
			last.joined ??= one.at;
			joinedAgain = one.at;
		}
	}
	// nobody leaves before they come: clocks of two services differ
	for (const spell of spells)
		if (spell.left !== null && spell.joined !== null)
			spell.left = Math.max(spell.left, spell.joined);
	return spells;
}

function begun(joined: number | null): DatedSpell {
	return { joined, left: null, leftBy: null };
}

/** A row of a list that repeats a reader: joined, left, and what it says of them. */
export type ListedSpell = [joined: number | null, left: number | null, status: ListFact['status']];

/** Dates of one day and instants of another clock: such a joining and leaving are of one stay. */
const oneDay = 36 * HOUR;

/**
 * What a list says of a reader.
 *
 * A status says whether they are there. Without one, dates do: who left and did not join since is gone,
 * who joined after they left is back. A joining date of somebody who is gone, and left no later, may be
 * the day on which the list was brought over.
 */
export function listEvidence(fact: ListFact, asOf: number, complete: boolean): SpellEvidence[] {
	const paired = pairedStays(fact);
	const stays = paired ?? apartStays(fact.stays ?? []);
	if (stays.length < 2) return evidenceOfRow(latestOf(fact, paired), asOf, complete);
	return stays.flatMap(([joined, left, status], i) =>
		i < stays.length - 1
			? [
					...(joined === null ? [] : [{ at: joined, says: 'joined' as const, back: true }]),
					{ at: left!, says: 'left' as const, by: 'date' as const }
				]
			: evidenceOfRow({ joined, left, status }, asOf, complete)
	);
}

/** What a list says of a reader's status, by its word for it or else by its dates; null where neither tells. */
export function listedStatus(
	{ status, joined, left }: Pick<ListFact, 'status' | 'joined' | 'left'>,
	complete: boolean
): ListFact['status'] {
	if (status !== null) return status;
	if (left !== null) return joined !== null && joined - left > oneDay ? 'active' : 'left';
	return complete ? 'active' : null;
}

function evidenceOfRow(
	row: Pick<ListFact, 'status' | 'joined' | 'left'>,
	asOf: number,
	complete: boolean
): SpellEvidence[] {
	const { joined, left } = row;
	const status = listedStatus(row, complete);
	const isGone = status === 'left' || status === 'bounced';
	const evidence: SpellEvidence[] = [];
	if (left !== null) evidence.push({ at: left, says: 'left', by: 'date' });
	if (joined !== null)
		evidence.push({
			at: joined,
			says: 'joined',
			back: !isGone || (left !== null && left > joined)
		});
	if (isGone) evidence.push({ at: asOf, says: 'left', by: 'list' });
	// without a word for it, whoever joined since is there by that alone
	else if (status !== null && (row.status !== null || complete))
		evidence.push({ at: asOf, says: 'there' });
	return evidence;
}

/**
 * The stays of a history, whose rows date one thing each: that a reader joined, or that they left. Null where the
 * rows of a list are none. Of several joinings, and of several leavings, with none of the other in between, the
 * first is meant. At one instant a reader who is there leaves and comes back; any other joins and leaves.
 */
function pairedStays({ stays: rows }: Pick<ListFact, 'stays'>): ListedSpell[] | null {
	if (rows === null) return null;
	const dated = rows.filter(([joined, left]) => joined !== null || left !== null);
	const isOfOne = dated.every(([joined, left]) => joined === null || left === null);
	const joinings = new Map(dated.map((row) => [row[0], row]));
	const leavings = new Map(dated.map((row) => [row[1], row]));
	joinings.delete(null);
	leavings.delete(null);
	if (!isOfOne || joinings.size === 0 || leavings.size === 0) return null;

	const stays: ListedSpell[] = [];
	const instants = new Set([...joinings.keys(), ...leavings.keys()] as number[]);
	for (const instant of [...instants].toSorted((a, b) => a - b)) {
		const [joining, leaving] = [joinings.get(instant), leavings.get(instant)];
		const last = stays.at(-1);
		const isThere = last !== undefined && last[1] === null;
		if (leaving && (isThere || !last || joining)) {
			const joined = isThere ? stays.pop()![0] : joining ? instant : null;
			stays.push([joined, instant, leaving[2]]);
		}
		if (joining && (isThere ? leaving : !leaving)) stays.push(joining);
	}
	return stays;
}

/** What a list says of a reader as of its last row in time, where its rows are a history. */
export function latestOf(
	fact: Pick<ListFact, 'status' | 'joined' | 'left' | 'stays'>,
	paired = pairedStays(fact)
): Pick<ListFact, 'status' | 'joined' | 'left'> {
	const last = paired?.at(-1);
	return last ? { joined: last[0], left: last[1], status: last[2] } : fact;
}

/** Rows of one list about one reader, those that overlap in time as one. The last may be open. */
function apartStays(rows: readonly ListedSpell[]): ListedSpell[] {
	const from = ([joined]: ListedSpell) => joined ?? -Infinity;
	const to = ([, left, status]: ListedSpell) =>
		status === 'active' || status === 'pending' || left === null ? Infinity : left;
	const apart: ListedSpell[] = [];
	for (const row of rows.toSorted((a, b) => from(a) - from(b) || to(a) - to(b))) {
		const last = apart.at(-1);
		if (!last || from(row) > to(last)) apart.push(row);
		else if (to(row) > to(last)) apart[apart.length - 1] = [last[0], row[1], row[2]];
	}
	return apart;
}
