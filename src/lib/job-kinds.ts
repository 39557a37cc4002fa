/** All there is to know of one kind of job. What is left out is not so. */
type JobKindRecord = {
	/** in the database, the API and JSON; its words are `job.kind.<kind>` */
	kind: string;
	/** writes facts and what follows from them: of all of these one runs at a time */
	writes?: true;
	/** its turn among those that write, the lowest first; 1 where nothing is said */
	turn?: number;
	/** may have stored facts, broken off, from which nothing was derived yet */
	brings?: true;
	/** comes again and again: only the latest end is kept; `whole`: it does all that earlier ones were to do */
	repeats?: 'part' | 'whole';
	/** nobody else would ask for it again: failed, it waits for a person, however long ago that was */
	lasts?: true;
	/** begun by a person at the command line, who waits for it, where no file of ours is named */
	direct?: true;
};

/**
 * Every kind of job. What is quick, and looked at by whoever asked for it, comes before files; what may
 * wait after.
 */
const jobKindRecords = [
	{ kind: 'import', writes: true, brings: true, direct: true },
	{ kind: 'undo', writes: true, brings: true, lasts: true },
	{ kind: 'inbox', writes: true, brings: true, repeats: 'part' },
	{ kind: 'erase', writes: true, brings: true, direct: true },
	{ kind: 'retain', writes: true },
	{ kind: 'remove', writes: true, turn: 0, lasts: true },
	{ kind: 'rotate', writes: true, direct: true },
	{ kind: 'items', writes: true, turn: 0, repeats: 'part', lasts: true },
	{ kind: 'derive', writes: true, turn: 2, repeats: 'part', lasts: true },
	{ kind: 'rules', writes: true, turn: 3, brings: true, repeats: 'whole' },
	{ kind: 'fits', writes: true, turn: 4, repeats: 'whole' },
	{ kind: 'report' },
	{ kind: 'mail' },
	{ kind: 'alert' }
] as const satisfies readonly JobKindRecord[];

export type JobKind = (typeof jobKindRecords)[number]['kind'];

/** The kinds by name. */
export const jobKinds = jobKindRecords.map(({ kind }) => kind) as [JobKind, ...JobKind[]];

const known = new Map<JobKind, JobKindRecord & { kind: JobKind }>(
	jobKindRecords.map((record) => [record.kind, record])
);

/** What is known of a kind. */
export function jobKind(kind: JobKind): JobKindRecord & { kind: JobKind } {
	return known.get(kind)!;
}

/** The kinds of which something is so. */
export function jobKindsWhere(is: (record: JobKindRecord) => boolean): JobKind[] {
	return jobKinds.filter((kind) => is(jobKind(kind)));
}
