import { json } from '@sveltejs/kit';
import { knownUploads } from '#lib/server/ingest/files/known-uploads.ts';
import { takeBody } from '../../../../take-body.ts';
import { answer } from '../../answer.ts';

/** Takes a file that was dropped on the page. */
export function POST(event) {
	return takeBody(event, event.params.publication, { again: true });
}

/** Of files that were dropped, by their numbers: those that had been imported before. */
export async function GET(event) {
	const ids = (event.url.searchParams.get('ids') ?? '').split(',').map(Number);
	return json(await answer(event, (db, publication) => knownUploads(db, publication, ids)));
}
