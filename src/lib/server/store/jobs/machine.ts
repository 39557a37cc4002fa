import { createHash, randomUUID } from 'node:crypto';
import { mkdirSync, readFileSync, readlinkSync, writeFileSync } from 'node:fs';
import { hostname, networkInterfaces } from 'node:os';
import { join } from 'node:path';
import type { Db } from '../sql/open.ts';

/** A machine of nobody: databases in memory, and programs that keep no files. */
const NONE = '-';

/**
 * Where a machine keeps files that others may need, and the keys by which they lie in the database: the
 * one that holds, and those of before.
 */
export type Shared = { data: string; keys: () => Buffer[] };

const machines = new WeakMap<Db, { id: string; shared: Shared | null }>();

/** Tells one process from another that had, or will have, its number. */
const mark = randomUUID().slice(0, 8);

/**
 * The number of this machine: made once for each data folder, so that two machines on one database
 * are never taken for each other, whatever their names and processes are called.
 */
export function machineIn(data: string): string {
	const path = join(data, 'machine-id');
	try {
		mkdirSync(data, { recursive: true, mode: 0o700 });
		writeFileSync(path, randomUUID().replaceAll('-', ''), { flag: 'wx', mode: 0o600 });
	} catch (error) {
		if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
	}
	// another process may be between making the file and filling it
	for (;;) {
		const id = readFileSync(path, 'utf8').trim();
		if (id !== '') return id;
	}
}

/**
 * Says on which machine whatever works with this database keeps its files.
 *
 * @param shared where several machines may work with it; null where its files are this one's alone
 */
export function workOn(db: Db, id: string, shared: Shared | null) {
	machines.set(db, { id, shared });
}

/** The mark of the machine that works with this database. */
export function machineOf(db: Db): string {
	return machines.get(db)?.id ?? NONE;
}

/** What several machines share; null where there is one. */
export function sharedBy(db: Db): Shared | null {
	return machines.get(db)?.shared ?? null;
}

/**
 * Where numbers of processes mean the same as here: this host, and within it this container. Names of
 * hosts are given twice, and the outermost container has the same number on every host: what tells
 * them apart is the running kernel, or where that has no name, the network cards.
 */
function place(): string {
	let kernel = '';
	let space = '';
	try {
		kernel = readFileSync('/proc/sys/kernel/random/boot_id', 'utf8').trim();
		space = readlinkSync('/proc/self/ns/pid');
	} catch {
		// no such things here: numbers hold for the whole host
	}
	const cards = Object.values(networkInterfaces()).flatMap((card) => card ?? []);
	kernel ||= [...new Set(cards.map(({ mac }) => mac))].sort().join();
	return createHash('sha256').update(`${hostname()} ${kernel} ${space}`).digest('hex').slice(0, 12);
}

const here = place();

/** What this process signs its jobs with. */
export const self = `${here}.${process.pid}.${mark}`;

/**
 * Whether the process that signed so is known to be gone. Of processes elsewhere nobody knows: their
 * leases run out.
 */
export function isGone(owner: string): boolean {
	const [where, number, own] = owner.split('.');
	const pid = Number(number);
	if (where !== here || !Number.isInteger(pid)) return false;
	if (pid === process.pid) return own !== mark;
	try {
		process.kill(pid, 0);
		return false;
	} catch (error) {
		return (error as NodeJS.ErrnoException).code !== 'EPERM';
	}
}
