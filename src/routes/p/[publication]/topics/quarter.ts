import { m } from '#lib/messages/compiled/messages.js';

/**
 * A quarter of a year as a language writes it.
 *
 * @example quarterWords('2026-Q3') // => 'Q3 2026', in French 'T3 2026'
 */
export function quarterWords(name: string): string {
	const [year = '', quarter = ''] = name.split('-Q');
	return m['quarter']({ quarter, year });
}
