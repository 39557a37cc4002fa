import { json } from '@sveltejs/kit';
import { may } from '#lib/server/access/may.ts';
import { publicationChoices } from '#lib/server/figures/publications.ts';
import { lineOf } from '../reply.ts';

/** The publications whose figures may be asked for. */
export async function GET({ locals }) {
	const all = await publicationChoices(locals.db);
	return json(all.filter((one) => may(locals.visitor, 'see', one)).map(lineOf));
}
