import { importProgress } from '#lib/server/figures/imports.ts';
import type { Publication } from '#lib/server/figures/publications.ts';
import { eventStream } from '../../../../event-stream.ts';
import { answer } from '../../answer.ts';
import { stillSees } from '../../still-sees.ts';

/** How far the imports are that have not ended, as it changes. */
export async function GET(event) {
	const publication = await answer(event, async (_, asked): Promise<Publication> => asked);
	return eventStream(
		() => importProgress(event.locals.db, publication),
		({ files, settling }) => files.length === 0 && !settling,
		() => stillSees(event, publication)
	);
}
