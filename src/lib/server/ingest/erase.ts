import { createReadStream } from 'node:fs';
import { readdir } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { readAddress } from '#lib/providers/read-address.ts';
import { Trouble } from '#lib/trouble.ts';
import { holdsAddress } from '#lib/url/address.ts';
import { recordAudit, type Actor } from '../store/people/audit.ts';
import {
	dropEventsOfReader,
	dropFactsOfReader,
	putTombstone,
	sendsWithReader
} from '../store/readers/erase.ts';
import { brokenImports, spooledImports } from '../store/events/imports.ts';
import { dropLostPages } from '../store/events/merge-urls.ts';
import { readersIn, TO_ERASE } from '../store/sql/backup.ts';
import type { Db } from '../store/sql/open.ts';
import { dropSetting, readSetting } from '../store/settings.ts';
import { listPublications, type Publication } from '../store/publications.ts';
import type { Held } from '../store/jobs/hold.ts';
import { entriesOf } from './files/entries.ts';
import { forgetTraces } from '../derive/forget-traces.ts';
import { spellingsOf, type Identity } from './packs/identity.ts';
import { allSpooled, dropSpooled, openSpooled, spoolPath } from './files/shared-spool.ts';
import { rederive } from '../derive/rederive.ts';
import { inTurn } from './in-turn.ts';

/** What became of one reader in one publication. */
export type Erasure = {
	publication: string;
	/** whether any file had named the reader */
	known: boolean;
	/** opens, clicks, deliveries and what else happened, deleted */
	events: number;
	/** rows of lists and counts, deleted; money is nobody's from now on */
	facts: number;
	/** documents, links, names and other texts that the address stood in, and stands in no more */
	texts: number;
	/** sends whose figures were made anew */
	sends: number;
};

/**
 * Erases a reader: what exports said of them goes, figures follow, and a keyed hash stays that keeps
 * them out of whatever is imported from now on. It may break off anywhere and be done again.
 *
 * @throws {Trouble} noSuchReader for what is no address, importRunning while files are taken in
 */
export async function eraseReader(
	db: Db,
	publication: Publication,
	typed: string,
	identity: Identity,
	actor: Actor
): Promise<Erasure> {
	const address = readAddress(typed);
	if (!address) throw new Trouble('noSuchReader');
	const now = identity.reader(publication.id, address);
	const before = identity.formerReader(publication.id, address);
	const dropped = await erase(db, publication, before ? [now, before] : [now], actor, address);
	const sum = (of: 'events' | 'facts' | 'texts') => dropped.reduce((n, one) => n + one[of], 0);
	return {
		publication: publication.slug,
		known: dropped.some(({ known }) => known),
		events: sum('events'),
		facts: sum('facts'),
		texts: sum('texts'),
		sends: new Set(dropped.flatMap(({ sends }) => sends)).size
	};
}

/**
 * Erases the readers again who were erased in the data that a backup took the place of. The backup names them
 * until that is done, whoever was to do it.
 *
 * @returns how many of them it knew
 * @throws {Trouble} importRunning
 */
export async function eraseAgain(db: Db, actor: Actor): Promise<number> {
	const noted = await readSetting(db, TO_ERASE);
	if (noted === null) return 0;
	const erased = readersIn(noted);
	let known = 0;
	for (const publication of await listPublications(db)) {
		const own = erased.filter(({ publicationId }) => publicationId === publication.id);
		if (own.length === 0) continue;
		const hashes = own.map(({ hash }) => Buffer.from(hash, 'hex'));
		const dropped = await erase(db, publication, hashes, actor);
		known += dropped.filter((one) => one.known).length;
	}
	await dropSetting(db, TO_ERASE);
	return known;
}

/** What was deleted of one reader, and the sends that named them. */
type Dropped = { known: boolean; events: number; facts: number; texts: number; sends: number[] };

/** Deletes what is known of readers, one after the other, and derives once what follows. */
async function erase(
	db: Db,
	publication: Publication,
	hashes: readonly Buffer[],
	actor: Actor,
	address: string | null = null
): Promise<Dropped[]> {
	const { id } = publication;
	// a file that is being read knows its readers already, and would bring them back
	if ((await brokenImports(db)).some(({ publicationId }) => publicationId === id))
		throw new Trouble('importRunning');

	const words = { kind: 'erase', publicationId: id } as const;
	return inTurn(db, words, (held) => drop(db, publication, hashes, actor, address, held), {
		now: actor.now
	});
}

async function drop(
	db: Db,
	publication: Publication,
	hashes: readonly Buffer[],
	actor: Actor,
	address: string | null,
	{ tell }: Held
): Promise<Dropped[]> {
	const { id } = publication;
	const dropped: Dropped[] = [];
	for (const hash of hashes) {
		const { id: reader, known } = await putTombstone(db, id, hash);
		const sends = await sendsWithReader(db, reader);
		let events = 0;
		for (const send of sends) events += await dropEventsOfReader(db, reader, send);
		const facts = await dropFactsOfReader(db, reader);
		let texts = 0;
		// an address leaves the same traces by whichever hash its reader is stored
		const spellings = address === null || dropped.length > 0 ? [] : spellingsOf(address);
		for (const spelled of spellings) texts += await forgetTraces(db, spelled);
		await recordAudit(db, id, actor, 'readers.erased', { events, facts, texts });
		dropped.push({ known, events, facts, texts, sends });
	}
	const rewritten = dropped.some(({ texts }) => texts > 0);
	const dirty = {
		sends: rewritten ? ('all' as const) : new Set(dropped.flatMap(({ sends }) => sends)),
		readers: dropped.some(({ facts }) => facts > 0)
	};
	await rederive(db, publication, dirty, actor.now, (done, of) => tell(done / of));
	if (rewritten) {
		// links are everybody's
		for (const other of await listPublications(db))
			if (other.id !== id) await rederive(db, other, { sends: 'all', readers: false }, actor.now);
		await dropLostPages(db);
	}
	return dropped;
}

/**
 * Deletes the kept copies of refused rows, and of files that were taken in, that name an address.
 * Files that wait are left: whoever was erased is skipped when they are read.
 *
 * @returns how many files there were
 */
export async function forgetRefused(db: Db, data: string, typed: string): Promise<number> {
	const kept = (await spooledImports(db)).filter(({ state }) => state === 'done');
	const copies = new Set(kept.map(({ spool }) => spoolPath(db, spool!)));
	let forgotten = 0;
	for (const { path } of await allSpooled(db, data)) {
		if (!basename(path).startsWith('rejects-') && !copies.has(path)) continue;
		if (!(await mentions(openSpooled(db, path), typed))) continue;
		await dropSpooled(db, path);
		forgotten++;
	}
	return forgotten;
}

/** Files of the inbox that still name an address, in their names or within: they are the user's, and never altered. */
export async function filesNaming(folder: string, typed: string): Promise<string[]> {
	const spellings = spellingsOf(readAddress(typed) ?? typed.toLowerCase());
	const is = (candidate: string) => spellings.includes(candidate.normalize('NFKC').toLowerCase());
	const entries = await readdir(folder, { recursive: true, withFileTypes: true }).catch(() => []);
	const naming: string[] = [];
	for (const entry of entries) {
		const path = join(entry.parentPath, entry.name);
		if (entry.isFile() && (holdsAddress(entry.name, is) || (await fileMentions(path, typed))))
			naming.push(path);
	}
	return naming.sort();
}

/** Whether a file mentions an address, or one that is packed in it. */
async function fileMentions(path: string, typed: string): Promise<boolean> {
	if (await mentions(createReadStream(path), typed)) return true;
	if (!/\.zip$/i.test(path)) return false;
	for await (const entry of entriesOf(path))
		if (!entry.trouble && (await mentions(entry.open(), typed).catch(() => false))) return true;
	return false;
}

/** Whether bytes hold a text, however capitalised, a byte a letter or two, plain or with its `@` escaped. */
async function mentions(bytes: AsyncIterable<Uint8Array>, text: string): Promise<boolean> {
	const spellings = spellingsOf((readAddress(text) ?? text).toLowerCase());
	// letters beyond ASCII are several bytes, or one as Latin letters were written before
	const inBytes = spellings.flatMap((one) => [Buffer.from(one).toString('latin1'), one]);
	const sought = [...new Set(inBytes)].flatMap((address) =>
		['@', '%40', '%2540', '=40', '&#64;'].map((sign) => address.toLowerCase().replace('@', sign))
	);
	const longest = Math.max(...sought.map(({ length }) => length)) * 2;
	let tail = '';
	for await (const chunk of bytes) {
		const read = tail + Buffer.from(chunk).toString('latin1');
		// UTF-16 has a zero beside every letter
		const plain = read.replaceAll('\0', '').toLowerCase();
		if (sought.some((one) => plain.includes(one))) return true;
		tail = read.slice(-longest);
	}
	return false;
}
