import type { m } from '#lib/messages/compiled/messages.js';

/** A value of a sentence, with its kind; words, dates and decimals are formatted later. */
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
	/** minor units, for one click or reader or for many */
	| { money: number; currency: string }
	/** a return: the amount for each unit of the currency, and that unit */
	| { each: number; currency: string }
	/** ends of an interval, and what it is of */
	| { low: number; high: number; of: 'points' | 'lift' }
	/** the name of something: a topic, an item */
	| { quoted: string }
	/** several of them */
	| { list: readonly string[] }
	/** a sentence of its own, after or inside this one */
	| { said: Statement }
	/** UTC milliseconds */
	| { at: number };

type Messages<Key> =
	/** several of these messages, each with its count */
	| { counted: readonly { n: number; words: Key }[] }
	/** the message of that key, inside this one */
	| { words: Key };

/** A value when a sentence is made: its keys are checked against messages. */
export type Value = Plain | Messages<MessageKey>;

/** A value when a sentence is passed on, to be worded. */
export type StatedValue = Plain | Messages<string>;

/** A sentence as figures state it: a message and its values. Made only by `statement`. */
export type Statement = { key: string; values: Record<string, StatedValue> };

/** The key of an existing message. */
export type MessageKey = keyof typeof m & string;

/** The codes that have a message under a key prefix. */
export type Worded<Prefix extends string> = {
	[Key in MessageKey]: Key extends `${Prefix}.${infer Code}` ? Code : never;
}[MessageKey];

type Inputs<Key extends MessageKey> = (typeof m)[Key] extends (
	inputs: infer Given,
	...rest: never[]
) => unknown
	? NonNullable<Given>
	: never;

/** A value for each parameter of a message, and no other. */
type Values<Key extends MessageKey> = {
	[One in Key]: { [Name in keyof Inputs<One>]: Value };
}[Key];

/**
 * States something. A key without a message, or a value that the message does not use, does not compile.
 *
 * @example statement('finding.oneEach', { first: 'Ports', least: 'Bridges' })
 */
export function statement<Key extends MessageKey>(key: Key, values: Values<Key>): Statement {
	return { key, values };
}

/** Where a sentence stands: at the head of a page, or within a report. */
export type SaidAs = 'finding' | 'report.says';

/** A number in a sentence: a whole one is a count and chooses the plural; any other is a ratio. */
export function numberValue(value: number): Value {
	return Number.isInteger(value) ? { n: value } : { lift: value };
}
