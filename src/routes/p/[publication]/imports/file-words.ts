import { getLocale } from '#lib/messages/compiled/runtime.js';
import { words } from '#lib/messages/words.ts';

/** What a kind of file is called, in the language of the page. */
export function kindWords(kind: string): string {
	return words(`kind.${kind}`, {}, getLocale());
}
