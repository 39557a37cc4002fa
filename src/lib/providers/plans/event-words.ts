import type { EventKind } from '../facts.ts';
import { withoutDenial, withoutDenied } from '../words/denials.ts';
import { isOfMachinesAlone, withoutMachine } from '../words/machines.ts';
import { anyWord, ofLanguages, plainWord, wholeWord } from '../words/languages.ts';

const KINDS = ['unsubscribe', 'complaint', 'bounce', 'click', 'open', 'delivery', 'other'] as const;

/** What an event column says. The first that fits wins. */
const WORDS = KINDS.map((kind) => [kind, wholeWord(({ events }) => events[kind])] as const);

/** Words around the one that says what happened: "Email Link Clicked", "Première ouverture". */
const AROUND = new RegExp(`\\b(${anyWord(({ around }) => [around])})\\b`, 'g');

/** Words that were looked up; a column has few that differ, and a file of others must not fill the memory. */
const looked = new Map<string, EventKind | 'other' | null>();
const MOST_LOOKED = 10_000;

/** The kind of an event's word: 'other' for one we know and do not keep, null for one we do not know. */
export function eventOf(cell: string): EventKind | 'other' | null {
	const known = looked.get(cell);
	if (known !== undefined) return known;
	const event = lookUp(plainWord(cell));
	if (looked.size < MOST_LOOKED) looked.set(cell, event);
	return event;
}

function lookUp(text: string): EventKind | 'other' | null {
	if (text === '' || text.length > 80) return null;
	const bare = text.replace(AROUND, ' ').replace(/\s+/g, ' ').trim();
	const match =
		WORDS.find(([, words]) => words.test(text)) ?? WORDS.find(([, words]) => words.test(bare));
	if (match) return match[0];
	// who opened nothing was reached
	const denied = withoutDenial(text);
	const event = denied === null ? null : lookUp(denied);
	if (event === 'open' || event === 'click') return 'delivery';
	const done = withoutMachine(text);
	const doneBy = done === text ? null : lookUp(done);
	return doneBy === 'open' || doneBy === 'click' ? doneBy : null;
}

/** Beginnings of words by which a text is about one kind of event. The first that fits wins. */
const HINTS = KINDS.filter((kind) => kind !== 'other').map((kind) => {
	const stems = ofLanguages(({ hints }) => hints[kind]).filter((stem) => stem !== undefined);
	return [kind, new RegExp(stems.join('|'))] as const;
});

/** Which kind of event a plain text, such as the name of a file, is about; null where it does not say. */
export function eventHint(text: string): EventKind | null {
	const said = withoutDenied(text);
	return HINTS.find(([, stems]) => stems.test(said))?.[0] ?? null;
}

/** Words of machines that were looked up, as above. */
const byMachine = new Map<string, boolean>();

/** Whether an event's word says that a machine opened or clicked: a privacy proxy, a program that checks links. */
export function isByMachine(cell: string): boolean {
	let says = byMachine.get(cell);
	if (says === undefined) {
		const event = eventOf(cell);
		says = (event === 'open' || event === 'click') && isOfMachinesAlone(plainWord(cell));
		if (byMachine.size < MOST_LOOKED) byMachine.set(cell, says);
	}
	return says;
}
