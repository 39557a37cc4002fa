import { error } from '@sveltejs/kit';
import { takeBody } from '../../take-body.ts';

/** Takes a file from a script: `?publication=slug&name=file.csv`, with a bearer token. */
export function POST(event) {
	const slug = event.url.searchParams.get('publication');
	if (!slug) error(400);
	return takeBody(event, slug, { again: false });
}
