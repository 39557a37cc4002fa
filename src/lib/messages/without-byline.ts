/**
 * The beginning of a story without the line that signs it: who wrote it is said beside it.
 *
 * @example withoutByline('Par Ana Mar Trois semaines.', ['Ana Mar']) // => 'Trois semaines.'
 */
export function withoutByline(text: string, authors: readonly string[]): string {
	const by = /^(?:par|by)\s/i.exec(text);
	if (!by || authors.length === 0) return text;
	let rest = text.slice(by[0].length);
	for (const author of authors) {
		const after = rest.startsWith(author) ? rest.slice(author.length) : null;
		// "Ana Mar" has not signed what Ana Martin did
		if (after === null || /^\p{L}/u.test(after)) return text;
		rest = after.replace(/^(?:,| et| and| &)?\s/, '');
	}
	return rest.replace(/^[\s.:·|–—-]+/, '') || text;
}
