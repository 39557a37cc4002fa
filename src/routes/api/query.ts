import { readFilters } from '#lib/filters/address.ts';
import { filterRecords, wrongOf, type Filters } from '#lib/filters/filters.ts';
import { Trouble } from '#lib/trouble.ts';

/**
 * Reads what a program narrows a figure to, by the same names as the address of a page. A page
 * leaves out what makes no sense, so that a link never breaks; a program is told.
 *
 * @throws {Trouble} badChoice for a parameter that is none or is given twice, badDate, badNumber
 */
export function readQuery(params: URLSearchParams): Filters {
	for (const key of params.keys())
		if (!filterRecords.some(({ name }) => name === key))
			throw new Trouble('badChoice', { given: key, known: known.join(', ') });

	for (const { name, several, read, takes, known = [] } of filterRecords) {
		const all = params.getAll(name);
		const wrong = wrongOf[takes];
		if (!several && all.length > 1)
			throw new Trouble('badChoice', { given: `${name}=${all[1]!}`, known: name });
		for (const given of all)
			if (read(given) === null)
				throw wrong === 'badChoice'
					? new Trouble('badChoice', { given, known: known.join(', ') || name })
					: new Trouble(wrong, { given });
	}
	for (const day of ['from', 'to'])
		if (params.has('last') && params.has(day))
			throw new Trouble('badChoice', { given: day, known: 'last' });
	return readFilters(params);
}

const known = filterRecords.map(({ name }) => name);
