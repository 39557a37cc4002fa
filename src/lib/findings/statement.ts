import type { m } from '#lib/messages/compiled/messages.js';

/** What goes into a sentence, with what it is: words, dates and decimals are put in later. */
type Plain =
	| string
	/** chooses between singular and plural */
	| { n: number }
	| { count: number }
	/** rates and shares, 0..1 */
	| { rate: number }
	| { share: number }
	/** a difference of rates */
	| { points: number }
	| { lift: number }
	/** minor units, of one click or reader or of many */
	| { money: number; currency: string }
	/** a return: so much for each unit of the currency, and that unit */
	| { each: number; currency: string }
	/** ends of an interval, of what is named */
	| { low: number; high: number; of: 'points' | 'lift' }
	/** something that bears a name: a topic, an item */
	| { quoted: string }
	/** several of them */
	| { list: readonly string[] }
	/** a sentence of its own, after or inside this one */
	| { said: Statement }
	/** UTC milliseconds */
	| { at: number };

type Messages<Key> =
	/** several of these messages, each with how many times it holds */
	| { counted: readonly { n: number; words: Key }[] }
	/** the message of that key, inside this one */
	| { words: Key };

/** What a sentence is made with: its keys are those of messages. */
export type Value = Plain | Messages<MessageKey>;

/** The same as it is handed on, to be written out. */
export type StatedValue = Plain | Messages<string>;

/** A sentence as figures state it: which message, and what goes into it. Made by `statement` alone. */
export type Statement = { key: string; values: Record<string, StatedValue> };

/** A message that there is. */
export type MessageKey = keyof typeof m & string;

/** What follows a prefix in the keys of messages: the codes that have words there. */
export type Worded<Prefix extends string> = {
	[Key in MessageKey]: Key extends `${Prefix}.${infer Code}` ? Code : never;
}[MessageKey];

type Inputs<Key extends MessageKey> = (typeof m)[Key] extends (
	inputs: infer Given,
	...rest: never[]
) => unknown
	? NonNullable<Given>
	: never;

/** A value for each name that a message has, and no other. */
type Values<Key extends MessageKey> = {
	[One in Key]: { [Name in keyof Inputs<One>]: Value };
}[Key];

/**
 * States something: a key that no message has, or a name that its message has not, does not compile.
 *
 * @example statement('finding.oneEach', { first: 'Ports', least: 'Bridges' })
 */
export function statement<Key extends MessageKey>(key: Key, values: Values<Key>): Statement {
	return { key, values };
}

/** Where a sentence stands: at the head of a page, or among those of a report. */
export type SaidAs = 'finding' | 'report.says';

/** A number as a sentence has it: a whole one is counted, and chooses the plural; any other is a ratio. */
export function numberValue(value: number): Value {
	return Number.isInteger(value) ? { n: value } : { lift: value };
}
