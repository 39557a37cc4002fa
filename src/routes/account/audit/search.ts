/** An address's search with some of it changed, without the question mark. */
export function searchWith(params: URLSearchParams, more: Record<string, string>): string {
	const changed = new URLSearchParams(params);
	for (const [name, value] of Object.entries(more)) changed.set(name, value);
	return changed.toString();
}
