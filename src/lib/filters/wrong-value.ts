import { Trouble } from '../trouble.ts';
import { wrongOf, type FilterRecord } from './filters.ts';

/** The trouble that a program is told of a text that makes no sense for a filter. */
export function wrongValue(
	given: string,
	{ name, takes, known, range }: Pick<FilterRecord, 'name' | 'takes' | 'known' | 'range'>
): Trouble {
	if (range) return new Trouble('outOfRange', { given, low: range[0], high: range[1] });
	const wrong = wrongOf[takes];
	if (wrong === 'badId') return new Trouble(wrong, { given, name });
	if (wrong !== 'badChoice') return new Trouble(wrong, { given });
	if (takes === 'name') return new Trouble('nothingNamed', { given: name });
	return new Trouble(wrong, { given, known: (known ?? []).join(', ') });
}

/** Dates of which the last is before the first. @throws {Trouble} badPeriod */
export function inOrder({ from, to }: { from: string | null; to: string | null }) {
	if (from !== null && to !== null && from > to) throw new Trouble('badPeriod', { from, to });
}
