import { getContext, hasContext, setContext } from 'svelte';

const KEY = Symbol('glossary');

/** Says where the glossary is in the browser: set once by the layout of all pages, read by definitions. */
export function giveGlossary(address: () => string): void {
	setContext(KEY, address);
}

/** Where the glossary is; null where no layout says it. */
export function glossaryAddress(): string | null {
	return hasContext(KEY) ? getContext<() => string>(KEY)() : null;
}

/**
 * Where the glossary has a definition, as the end of its address: found by its first two sentences, which is all that
 * a figure knows of it. Where the glossary does not have it, the page opens at its top.
 *
 * @param text as the figure has it: with the window that it is computed for, and maybe with a second definition
 * @example definitionId('Joined minus left.') // => 'd-esnj5l'
 */
export function definitionId(text: string): string {
	const begin = text.split('. ').slice(0, 2).join().replaceAll(/[\d.]/g, '');
	// FNV-1a: a hundred definitions do not meet in 32 bits
	let hash = 0x811c9dc5;
	for (const letter of begin) hash = Math.imul(hash ^ letter.codePointAt(0)!, 0x01000193);
	return `d-${(hash >>> 0).toString(36)}`;
}
