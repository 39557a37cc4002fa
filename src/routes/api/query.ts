import { readFilters } from '#lib/filters/address.ts';
import { filterRecords, type Filters } from '#lib/filters/filters.ts';
import { inOrder, wrongValue } from '#lib/filters/wrong-value.ts';
import { Trouble } from '#lib/trouble.ts';

/**
 * Reads what a program narrows a figure to, by the same names as the address of a page. A page
 * leaves out what makes no sense, so that a link never breaks; a program is told.
 *
 * @throws {Trouble} badChoice for a parameter that is none, givenTwice, notTogether, badPeriod, and what
 * `wrongValue` says
 */
export function readQuery(params: URLSearchParams): Filters {
	for (const key of params.keys())
		if (!filterRecords.some(({ name }) => name === key))
			throw new Trouble('badChoice', { given: key, known: known.join(', ') });

	for (const record of filterRecords) {
		const all = params.getAll(record.name);
		if (!record.several && all.length > 1) throw new Trouble('givenTwice', { given: record.name });
		for (const given of all) if (record.read(given) === null) throw wrongValue(given, record);
	}
	for (const day of ['from', 'to'])
		if (params.has('last') && params.has(day))
			throw new Trouble('notTogether', { given: day, other: 'last' });
	inOrder({ from: params.get('from'), to: params.get('to') });
	return readFilters(params);
}

const known = filterRecords.map(({ name }) => name);
