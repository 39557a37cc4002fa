import type { RequestEvent } from '@sveltejs/kit';
import { callerOf } from '#lib/server/access/caller.ts';
import { gate } from '#lib/server/access/gate.ts';
import { publicationWithId, type Publication } from '#lib/server/figures/publications.ts';

/** Whether who asked would be answered again: an answer that goes on for long outlasts a session. */
export async function stillSees(event: RequestEvent, { id, slug }: Publication): Promise<boolean> {
	const { db, authentication } = event.locals;
	const { visitor } = await authentication.visitor(callerOf(event));
	const asked = { route: event.route.id, method: event.request.method, slug };
	if ((await gate(db, visitor, asked)) !== null) return false;
	return (await publicationWithId(db, id)) !== undefined;
}
