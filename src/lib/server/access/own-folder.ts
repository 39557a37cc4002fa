import { chmodSync, mkdirSync, readdirSync, statSync } from 'node:fs';

/** Files by which a folder is known to be ours, and nobody else's. */
const OURS = ['rubrique.db', 'reader-key', 'session.key', 'spool.key'];

/**
 * Makes the folder of the database, which its owner alone may look into; one that is there already is
 * closed to others where it is empty or ours. A folder that others use as well is left as it is.
 */
export function ownFolder(path: string) {
	mkdirSync(path, { recursive: true, mode: 0o700 });
	const names = readdirSync(path);
	const isOurs = names.length === 0 || names.some((name) => OURS.includes(name));
	const { mode } = statSync(path);
	// the sticky bit says that it is everybody's, as the system's temporary folder is
	if (!isOurs || (mode & 0o1000) !== 0 || (mode & 0o077) === 0) return;
	try {
		chmodSync(path, 0o700);
	} catch {
		// somebody else's: what lies in it is closed each for itself
	}
}
