/** A number as `words` says it, or a dash where nobody knows it. */
export function known(value: number | null, words: (value: number) => string): string {
	return value === null ? '–' : words(value);
}
