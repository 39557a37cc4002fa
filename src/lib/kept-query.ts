/**
 * What of a page's query goes with a form that is sent to it: all but the form's action, so that the page
 * that answers keeps its filters, its order and what was looked for.
 *
 * @param own what the form's own address asks for, which is not said twice
 */
export function keptQuery(asked: URLSearchParams, own?: URLSearchParams): [string, string][] {
	return [...asked].filter(([key]) => !key.startsWith('/') && !own?.has(key));
}
