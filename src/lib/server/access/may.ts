import {
	roleActions,
	scopeActions,
	type Action,
	type GivenRole,
	type TokenScope
} from '#lib/permissions.ts';

export type Member = {
	kind: 'member';
	id: string;
	name: string;
	email: string;
	/** in every publication for which none is given apart, and in the installation */
	role: GivenRole;
	/** by the id of a publication */
	roles: Readonly<Record<number, GivenRole>>;
	/** a second step is required of them, and they came in with a password and nothing else */
	lacksStep?: boolean;
};

/** A program with a token: it brings files or sees figures, of one publication or of all. */
export type Script = {
	kind: 'script';
	name: string;
	scope: TokenScope;
	publicationId: number | null;
};

/** Who is asking. */
export type Visitor =
	/** nobody has an account yet */
	{ kind: 'nobodyYet' } | { kind: 'signedOut' } | Member | Script;

/** Whose account a change is made by; null for a script, and where nobody has one yet. */
export function accountOf(visitor: Visitor): Member['id'] | null {
	return visitor.kind === 'member' ? visitor.id : null;
}

/** What of a publication decides; null for what concerns the installation or no known publication. */
export type Subject = { id: number; sample: boolean } | null;

/**
 * The one place that decides who may do what, by the table of permissions.
 *
 * Until there is an account the sample, and only it, can be looked at: it is what a first-time
 * visitor came to see, and holds nobody's data. Afterwards everything needs a session.
 */
export function may(visitor: Visitor, action: Action, publication: Subject): boolean {
	switch (visitor.kind) {
		case 'nobodyYet':
			return action === 'see' && publication?.sample === true;
		case 'signedOut':
			return false;
		case 'script':
			return scriptMay(visitor, action, publication);
		case 'member':
			return roleActions[roleIn(visitor, publication)].includes(action);
	}
}

/** What somebody is in a publication. An administrator of the installation is one everywhere. */
export function roleIn({ role, roles }: Pick<Member, 'role' | 'roles'>, of: Subject): GivenRole {
	return role === 'admin' || of === null ? role : (roles[of.id] ?? role);
}

function scriptMay(
	{ scope, publicationId }: Script,
	action: Action,
	publication: Subject
): boolean {
	if (!scopeActions[scope].includes(action)) return false;
	// the list of publications concerns none of them: each then is asked about by itself
	if (publication === null)
		return scope === 'read' || (scope === 'admin' && publicationId === null);
	return publicationId === null || publicationId === publication.id;
}
