import { m } from '#lib/messages/compiled/messages.js';
import type { Formats } from '#lib/messages/format.ts';

/**
 * A quarter of a year as a language writes it.
 *
 * @example quarterWords('2026-Q3') // => 'Q3 2026', in French 'T3 2026'
 */
function quarterWords(name: string): string {
	const [year = '', quarter = ''] = name.split('-Q');
	return m['quarter']({ quarter, year });
}

/** A quarter, or the day on which a window of weeks ends, as a line's points are called. */
export function periodWords(label: string, say: Formats): string {
	return label.includes('Q') ? quarterWords(label) : say.day(Date.parse(`${label}T12:00:00Z`));
}
