import { error } from '@sveltejs/kit';
import { logoOf } from '#lib/server/report/logo.ts';
import { answer } from '../answer.ts';

/** The publication's logo, for whoever may see its pages. */
export async function GET(event) {
	const logo = await answer(event, (db, publication) => logoOf(db, publication));
	if (!logo) error(404);
	return new Response(new Blob([logo.png as BlobPart]), {
		headers: { 'content-type': 'image/png', 'cache-control': 'private, no-cache' }
	});
}
