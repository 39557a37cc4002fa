import type { EventKind } from '../../facts.ts';
import { eventOf } from '../../plans/event-words.ts';
import { yesOrNo } from '../../plans/subscriber-reader.ts';
import { withoutDenial } from '../../words/denials.ts';
import { plainHeader, withoutNumber } from '../words/header-words.ts';
import { withoutTime } from '../words/time-words.ts';

/** "No. of opens", « N° » and "Nº" number something, and deny nothing. */
const NUMBERED = /\bn(?:[orb][.°º]|[°º])(?: ?of\b)?/i;

/** What the header of a column of marks or numbers is of, plain: "No. of times opened" is "opened". */
export function markOf(header: string): string {
	return withoutTime(withoutNumber(plainHeader(header.replace(NUMBERED, ' '))));
}

/**
 * The event that a header denies, in a column of yes and no: "Not opened", « N’a pas cliqué », „Ungeöffnet“. Null where
 * it denies none. What was not delivered came back, which is an event of its own.
 */
export function deniedEvent(header: string): EventKind | null {
	if (NUMBERED.test(header)) return null;
	const text = markOf(header);
	const bare = withoutDenial(text);
	if (bare === null) return null;
	const said = eventOf(text);
	if (said === 'bounce' || said === 'unsubscribe' || said === 'complaint') return null;
	const event = eventOf(bare);
	return event === 'other' ? null : event;
}

/**
 * Whether cells beneath such a header say yes or no of everybody: an empty one denies nothing and says of nobody that
 * they did, and ones and zeros beneath "No opens" may count them.
 */
export function denySurely(header: string, cells: readonly string[]): boolean {
	const areCounts = /^no\b/.test(plainHeader(header)) && cells.every((cell) => /^\s*\d/.test(cell));
	return !areCounts && cells.every((cell) => yesOrNo(cell) !== undefined);
}
