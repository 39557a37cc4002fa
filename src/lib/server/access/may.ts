import type { PersonRole } from '#lib/person-roles.ts';
import type { TokenScope } from '../store/people/tokens.ts';

export type Member = { kind: 'member'; id: string; name: string; email: string; role: PersonRole };

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

/** What they want: look at figures, bring files in, correct, or change how things are set up. */
export type Action = 'see' | 'import' | 'edit' | 'administer';

/** What of a publication decides; null for what concerns the installation or no known publication. */
export type Subject = { id: number; sample: boolean } | null;

const allowed: Record<PersonRole, readonly Action[]> = {
	admin: ['see', 'import', 'edit', 'administer'],
	editor: ['see', 'import', 'edit'],
	viewer: ['see']
};

/**
 * The one place that decides who may do what.
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
			return allowed[visitor.role].includes(action);
	}
}

function scriptMay(
	{ scope, publicationId }: Script,
	action: Action,
	publication: Subject
): boolean {
	if (action !== (scope === 'read' ? 'see' : 'import')) return false;
	// the list of publications concerns none of them: each then is asked about by itself
	if (publication === null) return scope === 'read';
	return publicationId === null || publicationId === publication.id;
}
