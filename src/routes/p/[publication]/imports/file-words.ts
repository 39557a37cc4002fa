import { getLocale } from '#lib/messages/compiled/runtime.js';
import { words } from '#lib/messages/words.ts';

// Words that several parts of the page say: once for all of them.

/** What a kind of file is called, in the language of the page. */
export function kindWords(kind: string): string {
	return words(`kind.${kind}`, {}, getLocale());
}

/** What a column is called, by what it means. */
export function columnWords(name: string): string {
	return words(`column.${name}`, {}, getLocale());
}
