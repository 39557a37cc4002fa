import { json } from '@sveltejs/kit';
import { findNamed } from '#lib/server/figures/find.ts';
import { answer } from '../answer.ts';

/** What has the words of `q` in its name, for the search field. */
export async function GET(event) {
	const asked = event.url.searchParams.get('q') ?? '';
	return json(await answer(event, (db, publication) => findNamed(db, publication, asked)));
}
