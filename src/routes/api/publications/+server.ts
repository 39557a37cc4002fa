import { json } from '@sveltejs/kit';
import { may } from '#lib/server/access/may.ts';
import { publicationChoices } from '#lib/server/figures/publications.ts';
import { periodNames } from '#lib/filters/period.ts';
import { publicationCards } from '#lib/server/alerts/publication-cards.ts';
import type { Filters } from '#lib/filters/filters.ts';
import { Trouble } from '#lib/trouble.ts';
import { troubleReply } from '../../trouble-answers.ts';
import { readQuery } from '../query.ts';
import { publicationLine } from '../reply.ts';

/**
 * The publications whose figures may be asked for; `with=figures` shows their key figures side by side,
 * narrowed by the filters of a period.
 */
export async function GET({ locals, url }) {
	const { db, language, visitor } = locals;
	try {
		const filters = readWith(url.searchParams);
		const seen = (await publicationChoices(db)).filter((one) => may(visitor, 'see', one));
		if (filters === null) return json(seen.map(publicationLine));
		return json(await publicationCards(db, seen, filters, Date.now()));
	} catch (cause) {
		return troubleReply(cause, language);
	}
}

/** @throws {Trouble} badChoice, badDate, badNumber */
function readWith(params: URLSearchParams): Filters | null {
	const rest = new URLSearchParams(params);
	const wanted = rest.get('with');
	rest.delete('with');
	const known = [...(wanted === null ? [] : periodNames), 'with'];
	for (const key of rest.keys())
		if (!known.includes(key))
			throw new Trouble('badChoice', { given: key, known: known.join(', ') });
	if (wanted === null) return null;
	if (wanted !== 'figures') throw new Trouble('badChoice', { given: wanted, known: 'figures' });
	return readQuery(rest);
}
