import type { Filters } from '#lib/server/figures/filters.ts';
import { Trouble } from '#lib/trouble.ts';
import { KEYS, readFilters } from '../p/[publication]/filters.ts';

/**
 * Reads what a program narrows a figure to, by the same names as the address of a page. A page
 * leaves out what makes no sense, so that a link never breaks; a program is told.
 *
 * @throws {Trouble} badChoice for a parameter that is none or is given twice, badDate, badNumber
 */
export function readQuery(params: URLSearchParams): Filters {
	for (const key of params.keys())
		if (!KEYS.includes(key) || key === 'issue')
			throw new Trouble('badChoice', { given: key, known: known.join(', ') });

	const filters = readFilters(params);
	const once = (key: 'from' | 'to' | 'last' | 'role' | 'channel' | 'window') => {
		const [given, more] = params.getAll(key);
		if (more !== undefined) throw new Trouble('badChoice', { given: `${key}=${more}`, known: key });
		return given;
	};
	for (const key of ['from', 'to'] as const) {
		const given = once(key);
		if (given !== undefined && filters[key] !== given)
			throw filters.last
				? new Trouble('badChoice', { given: key, known: 'last' })
				: new Trouble('badDate', { given });
	}
	once('channel');
	const counts = [once('last') ?? [], params.getAll('section'), params.getAll('topic')].flat();
	for (const given of counts)
		if (!/^[1-9]\d{0,14}$/.test(given)) throw new Trouble('badNumber', { given });

	const window = once('window');
	if (window !== undefined && filters.window === null)
		throw new Trouble('badNumber', { given: window });

	const role = once('role');
	if (role !== undefined && filters.role === null)
		throw new Trouble('badChoice', { given: role, known: 'editorial, sponsor, house' });
	return filters;
}

const known = KEYS.filter((key) => key !== 'issue');
