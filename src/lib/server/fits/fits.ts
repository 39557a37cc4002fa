import { findPublicationById } from '../store/publications.ts';
import { pageCounts } from '../store/rollups/archive.ts';
import { confirmFits, fitInputs, keepFits, readFits, type FitRow } from '../store/rollups/fits.ts';
import type { Db } from '../store/sql/open.ts';
import { readArchive } from './archive.ts';
import {
	fitLeague,
	packedFit,
	prepared,
	unpacked,
	type KeptFit,
	type LeagueName
} from './kept-fit.ts';

const leagues = ['editorial', 'sponsor'] as const satisfies readonly LeagueName[];

/** Fits a publication's leagues and stores the fits. */
type Renew = (db: Db, publicationId: number) => Promise<void>;

/** The function that fits for a process that answers pages; other processes fit themselves. */
const elsewhere = new WeakMap<Db, Renew>();

/** Sets who fits for this database: a process that answers pages must not do it itself. */
export function fitElsewhere(db: Db, renew: Renew) {
	elsewhere.set(db, renew);
}

/**
 * The fits of a publication at its revision. If they are not made yet, this waits for them.
 */
export async function fitsOf(
	db: Db,
	publicationId: number,
	revision: number
): Promise<Record<LeagueName, KeptFit>> {
	const kept = await keptFits(db, publicationId, revision);
	if (kept) return kept;
	await (elsewhere.get(db) ?? renewFits)(db, publicationId);
	// whatever changed meanwhile will be requested again under its own revision
	return (await keptFits(db, publicationId, null))!;
}

async function keptFits(db: Db, publicationId: number, revision: number | null) {
	const rows = await readFits(db, publicationId);
	if (rows.length < leagues.length) return null;
	if (revision !== null && rows.some((row) => row.revision < revision)) return null;
	const kept = rows.map(({ league, body }) => [league, unpacked(body)] as const);
	if (kept.some(([, fit]) => fit === null)) return null;
	return Object.fromEntries(kept) as Record<LeagueName, KeptFit>;
}

/**
 * Fits a publication's leagues whose data or method changed, and stores the fits with the revision of the data
 * they are made from.
 */
export async function renewFits(db: Db, publicationId: number) {
	// read before the archive, so that a change in between makes the fit look too old, never too new
	const publication = await findPublicationById(db, publicationId);
	if (!publication) return;
	const { revision } = publication;
	const archive = {
		...(await readArchive(db, publicationId)),
		countsOfIssue: await pageCounts(db, publicationId)
	};
	const before = new Map((await fitInputs(db, publicationId)).map((row) => [row.league, row]));

	const same: LeagueName[] = [];
	const renewed: FitRow[] = [];
	for (const league of leagues) {
		const one = prepared(archive, league);
		if (before.get(league)?.input === one.name) same.push(league);
		else
			renewed.push({
				publicationId,
				league,
				revision,
				input: one.name,
				body: packedFit(fitLeague(one))
			});
	}
	await confirmFits(db, publicationId, same, revision);
	await keepFits(db, renewed);
}

/** Whether a publication's fits are older than its data. */
export async function areFitsStale(
	db: Db,
	{ id, revision }: { id: number; revision: number }
): Promise<boolean> {
	const rows = await fitInputs(db, id);
	return rows.length < leagues.length || rows.some((row) => row.revision < revision);
}
