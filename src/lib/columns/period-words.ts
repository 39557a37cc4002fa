import { m } from '#lib/messages/compiled/messages.js';
import type { Formats } from '#lib/messages/format.ts';

/**
 * A quarter of a year, or the day on which a window of weeks ends, as a line's points are called.
 *
 * @example periodWords('2026-Q3', say) // => 'Q3 2026', in French 'T3 2026'
 */
export function periodWords(label: string, formats: Formats): string {
	if (!label.includes('Q')) return formats.day(formats.onDay(label));
	const [year = '', quarter = ''] = label.split('-Q');
	return m['quarter']({ quarter, year }, { locale: formats.locale });
}
