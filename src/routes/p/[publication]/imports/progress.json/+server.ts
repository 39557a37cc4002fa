import { json } from '@sveltejs/kit';
import { importProgress } from '#lib/server/figures/imports.ts';
import { answer } from '../../answer.ts';

/** How far the imports are that have not ended. */
export async function GET(event) {
	return json(await answer(event, importProgress));
}
