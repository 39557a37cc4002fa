import { m } from './compiled/messages.js';
import type { Locale } from './compiled/runtime.js';
import { wordsIn, type Details, type Message } from './words-in.ts';

const messages = m as unknown as Record<string, Message | undefined>;

/**
 * The words of a message whose key is made while running. Where the key is known when writing,
 * use the compiled function itself, which checks its parameters. What a page says in the browser
 * writes how the key begins, `words(\`why.${why}\`, …)`: only messages that begin so are sent there.
 *
 * @returns the key where no message has it, so that a screen shows something to search for
 */
export function words(key: string, details: Details, locale: Locale): string {
	return wordsIn(messages, key, details, locale);
}
