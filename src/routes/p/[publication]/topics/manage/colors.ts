/** How many colours there are for topics: `--topic-0` and on, in both themes. */
export const colors = 8;

/** The colour of a topic as CSS; the same colours come again for those with a higher number. */
export function colorOf(color: number | null): string {
	return color === null ? 'transparent' : `var(--topic-${color % colors})`;
}
