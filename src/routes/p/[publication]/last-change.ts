import { words } from '#lib/messages/words.ts';
import type { UndoableChange } from '#lib/server/editing/undo-last.ts';
import type { Publication } from '#lib/server/figures/publications.ts';
import { answer } from './answer.ts';

/** The change that a button undoes, as the button names it. */
export type LastChange = { id: number; said: string };

/** The latest change that can be undone, for its button; null where there is none. */
export async function lastChange(
	event: Parameters<typeof answer>[0],
	find: (db: App.Locals['db'], publication: Publication) => Promise<UndoableChange | null>
): Promise<LastChange | null> {
	const last = await answer(event, find);
	const said = last && words(`audit.${last.action}`, {}, event.locals.language);
	return last && { id: last.id, said: said! };
}
