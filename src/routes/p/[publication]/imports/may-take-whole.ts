import { may, type Subject } from '#lib/server/access/may.ts';

/** Whether somebody may have rows as they were, addresses and all: a person who may give files. */
export function mayTakeWhole(visitor: App.Locals['visitor'], publication: Subject): boolean {
	return visitor.kind === 'member' && may(visitor, 'import', publication);
}
