import { jobFigures } from '#lib/server/figures/jobs.ts';
import type { Publication } from '#lib/server/figures/publications.ts';
import { eventStream } from '../../../../event-stream.ts';
import { answer } from '../../answer.ts';
import { stillSees } from '../../still-sees.ts';

/** How often it is looked what runs, in milliseconds. */
const OFTEN = 1500;

/** What runs and waits, as it changes, until nothing does. */
export async function GET(event) {
	const publication = await answer(event, async (_, asked): Promise<Publication> => asked);
	return eventStream(
		() => jobFigures(event.locals.db, publication),
		({ running, waiting }) => running.length + waiting.length === 0,
		() => stillSees(event, publication),
		OFTEN
	);
}
