import {
	allowedTo,
	givenRoles,
	roleActions,
	type Action,
	type GivenRole
} from '#lib/permissions.ts';
import { findPublication } from '../store/publications.ts';
import type { Db } from '../store/sql/open.ts';
import type { AccessRequest } from './gate.ts';
import { may, roleIn, type Member } from './may.ts';

/** Why somebody is not let in, and what they can do about it. */
export type NoEntry = {
	/** the page's route, `/p/[publication]/settings` */
	route: string;
	/** it may be looked at, and was to be changed */
	change: boolean;
	/** where it is; null outside of publications, and where whoever asks may not know of it */
	publication: { slug: string; name: string } | null;
	/** what they are there */
	role: GivenRole;
	/** what one has to be */
	needs: readonly GivenRole[];
};

/** What is said to somebody with an account whom the gate turned away. */
export async function noEntry(db: Db, member: Member, request: AccessRequest): Promise<NoEntry> {
	const route = request.route ?? '';
	const { method, slug } = request;
	const found = slug === undefined ? null : ((await findPublication(db, slug)) ?? null);
	const looks = allowedTo(route, 'GET') as Action;
	const needed = allowedTo(route, method) as Action;
	return {
		route,
		change: needed !== looks && may(member, looks, found),
		publication: found && may(member, 'see', found) ? { slug: found.slug, name: found.name } : null,
		role: roleIn(member, found),
		needs: givenRoles.filter((role) => roleActions[role].includes(needed))
	};
}
