/** What somebody with an account is there for. */
export type Role = 'admin' | 'editor' | 'viewer';

export type Member = { kind: 'member'; id: string; name: string; email: string; role: Role };

/** A program with a token: it brings files, and sees nothing. */
export type Script = { kind: 'script'; name: string };

/** Who is asking. */
export type Visitor =
	/** nobody has an account yet; `here` if the request comes from this very machine */
	{ kind: 'nobodyYet'; here: boolean } | { kind: 'signedOut' } | Member | Script;

/** What they want: look at figures, bring files in, correct, or change how things are set up. */
export type Action = 'see' | 'import' | 'edit' | 'administer';

/** What of a publication decides; null for what concerns the installation or no known publication. */
export type Subject = { sample: boolean } | null;

const allowed: Record<Role, readonly Action[]> = {
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
			return action === 'import' && publication !== null;
		case 'member':
			return allowed[visitor.role].includes(action);
	}
}
