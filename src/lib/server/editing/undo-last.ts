import { Trouble } from '#lib/trouble.ts';
import { undoableAudit } from '../store/people/audit.ts';
import type { Tx } from '../store/sql/open.ts';

/** A change as the audit keeps it, with what it takes to undo it. */
export type UndoableChange = NonNullable<Awaited<ReturnType<typeof undoableAudit>>>;

/**
 * The change that an undo is of: the latest of its kind. Whoever undoes sees which that is, so that a page
 * from before, a second press or somebody else's change in between undoes nothing that nobody meant.
 *
 * @param of the change as its page named it; null: whichever is the latest
 * @throws {Trouble} undoMovedOn
 */
export async function changeToUndo(
	tx: Tx,
	publicationId: number,
	kind: 'money' | 'topics' | 'annotations',
	of: number | null
): Promise<UndoableChange | null> {
	const last = await undoableAudit(tx, publicationId, kind);
	if (of !== null && last?.id !== of) throw new Trouble('undoMovedOn');
	return last;
}
