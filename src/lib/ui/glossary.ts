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
