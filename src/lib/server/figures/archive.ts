import type { Db } from '../store/sql/open.ts';
import { loneOf } from '../store/events/verdicts.ts';
import type { ArchiveIssue } from '../store/rollups/archive.ts';
import type { Publication } from '../store/publications.ts';
import { readArchive, type ArchiveFacts } from '../fits/archive.ts';
import type { KeptFit, LeagueName } from '../fits/kept-fit.ts';
import { fitsOf } from '../fits/fits.ts';
import type { Filters } from '#lib/filters/filters.ts';
import { localDate } from '../local-date.ts';

/**
 * The facts of one publication that all pages are made from: small enough to hold, read once per revision.
 */
export type Archive = ArchiveFacts & {
	fits: Readonly<Record<LeagueName, KeptFit>>;
	/** counts of single clicks by send, for estimating lone checks by machines */
	lone: Awaited<ReturnType<typeof loneOf>>;
};

type Held = {
	revision: number;
	/** read on first use: not everything derived needs it */
	archive: Promise<Archive> | null;
	derived: Map<string, unknown>;
	/** values with a row per item */
	long: Map<string, unknown>;
};

// one copy per publication, as long as the database is open
const held = new WeakMap<Db, Map<number, Held>>();

function heldOf(db: Db, { id, revision }: Publication): Held {
	const ofDb = held.get(db) ?? new Map<number, Held>();
	held.set(db, ofDb);
	let entry = ofDb.get(id);
	if (entry?.revision !== revision) {
		entry = { revision, archive: null, derived: new Map(), long: new Map() };
		ofDb.set(id, entry);
	}
	return entry;
}

async function whole(db: Db, publicationId: number, revision: number): Promise<Archive> {
	const facts = await readArchive(db, publicationId);
	const lone = await loneOf(db, publicationId);
	return { ...facts, lone, fits: await fitsOf(db, publicationId, revision) };
}

/** The archive at the publication's revision, with its fits. */
export function archiveOf(db: Db, publication: Publication): Promise<Archive> {
	const entry = heldOf(db, publication);
	return (entry.archive ??= whole(db, publication.id, publication.revision));
}

const mostDerived = 200;
/**
 * Number of values with thousands of items each that are held: a few periods that are viewed again and again.
 */
const mostLong = 6;

/** A costly value made from the archive: made once per revision and name, and dropped with the revision. */
export function derived<Value>(
	db: Db,
	publication: Publication,
	name: string,
	make: () => Value
): Value {
	return once(heldOf(db, publication).derived, mostDerived, name, make);
}

/** The same for values with a row per item, of which fewer are held. */
export function derivedLong<Value>(
	db: Db,
	publication: Publication,
	name: string,
	make: () => Value
): Value {
	return once(heldOf(db, publication).long, mostLong, name, make);
}

function once<Value>(made: Map<string, unknown>, most: number, name: string, make: () => Value) {
	if (!made.has(name)) {
		if (made.size >= most) made.delete(made.keys().next().value!);
		made.set(name, make());
	}
	return made.get(name) as Value;
}

/**
 * Issues of a period: the last n that were sent, or those sent on its local dates, both inclusive; or of these
 * the one that was chosen.
 */
export function issuesIn(
	{ issues }: Archive,
	{ from, to, last, issue }: Filters,
	zone: string
): ArchiveIssue[] {
	const one = (of: ArchiveIssue[]) => (issue === null ? of : of.filter(({ id }) => id === issue));
	return one(issuesOf(issues, { from, to, last }, zone));
}

function issuesOf(
	issues: ArchiveIssue[],
	{ from, to, last }: Pick<Filters, 'from' | 'to' | 'last'>,
	zone: string
): ArchiveIssue[] {
	if (last !== null) return issues.filter(({ sentAt }) => sentAt !== null).slice(-last);
	if (from === null && to === null) return issues;

	return issues.filter(({ sentAt }) => {
		if (sentAt === null) return false;
		const day = localDate(sentAt, zone);
		return (from === null || day >= from) && (to === null || day <= to);
	});
}
