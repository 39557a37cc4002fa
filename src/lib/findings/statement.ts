/** What goes into a sentence, with what it is: words, dates and decimals are put in later. */
export type Value =
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
	/** several of these messages, each with how many times it holds */
	| { counted: readonly { n: number; words: string }[] }
	/** the message of that key, inside this one */
	| { words: string }
	/** a sentence of its own, after or inside this one */
	| { said: Statement }
	/** UTC milliseconds */
	| { at: number };

/** A sentence as figures state it: which message, and what goes into it. */
export type Statement = { key: string; values: Record<string, Value> };
