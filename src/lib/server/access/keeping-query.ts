import { keptQuery } from '#lib/kept-query.ts';

/** How the action of a form begins that is sent to its own page, as pages write it. */
const ACTION = /action="\?\/([A-Za-z]+)"/g;

/**
 * A page whose forms keep what its address asks for. An action `?/add` stands in place of the whole query:
 * without scripts the page that answers would have lost its filters, its order and what was looked for.
 * All forms of all pages are seen to here; where scripts run, the page is not left.
 */
export function keepingQuery(html: string, { searchParams }: URL): string {
	const asked = keptQuery(searchParams);
	if (asked.length === 0) return html;
	const query = String(new URLSearchParams(asked)).replaceAll('&', '&amp;');
	return html.replace(ACTION, (_, verb: string) => `action="?/${verb}&amp;${query}"`);
}
