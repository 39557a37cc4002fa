import type { GivenRole } from '#lib/permissions.ts';
import { m } from './compiled/messages.js';
import type { Locale } from './compiled/runtime.js';

/** What a role is called and lets somebody do; of none there is no more to say than that. */
export function roleWords(role: GivenRole, locale: Locale): string {
	const name = m[`people.role.${role}`]({}, { locale });
	return role === 'none' ? name : `${name} (${m[`people.may.${role}`]({}, { locale })})`;
}
