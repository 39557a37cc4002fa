import type { OrganisationSettings } from '../organisation-settings.ts';
import { hasPassword } from '../store/people/linked-accounts.ts';
import type { Db } from '../store/sql/open.ts';

export type Locals = ReturnType<typeof localsOf>;

/**
 * Who may come in with what is kept here, a password or a passkey: everybody, or, where an organisation
 * wants all to come in at its provider, the administrators it named for the day when that fails.
 */
export function localsOf(db: Db, settings: OrganisationSettings | null) {
	const named = settings?.locals ?? null;
	const areNamed = (email: string) => named === null || named.includes(email.toLowerCase());

	return {
		/** whether only some may */
		areFew: named !== null,
		/** Whether an address may be tried at all; what it is of is found out later. */
		areNamed,
		/** Whether somebody may. */
		may: ({ email, role }: { email: string; role: string }) =>
			named === null || (role === 'admin' && areNamed(email)),
		/** Whether somebody may and has a password. */
		async have({ id, email, role }: { id: string; email: string; role: string }) {
			const may = named === null || (role === 'admin' && areNamed(email));
			return may && (await hasPassword(db, id));
		}
	};
}
