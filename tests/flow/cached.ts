import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync } from 'node:fs';
import { renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { globSync } from 'tinyglobby';

const root = join(import.meta.dirname, '../..');

/**
 * A folder that is made once for each state of the files that it comes from, and kept for later runs. Two
 * that begin at once both make it, and one is kept.
 *
 * @param from patterns of files below the root
 */
export async function cached(
	name: string,
	from: readonly string[],
	make: (folder: string) => Promise<void>
): Promise<string> {
	const all = join(root, 'node_modules/.cache', name);
	const kept = join(all, keyOf(from));
	if (existsSync(kept)) return kept;

	mkdirSync(all, { recursive: true });
	const ready = mkdtempSync(join(all, 'new-'));
	await make(ready);
	try {
		renameSync(ready, kept);
		// what was kept of an earlier state serves nobody
		for (const other of readdirSync(all))
			if (!other.startsWith('new-') && join(all, other) !== kept)
				rmSync(join(all, other), { recursive: true, force: true });
	} catch (cause) {
		rmSync(ready, { recursive: true, force: true });
		if (!existsSync(kept)) throw cause;
	}
	return kept;
}

function keyOf(from: readonly string[]): string {
	const hash = createHash('sha256');
	const files = globSync([...from], { cwd: root, ignore: ['**/*.test.ts', '**/compiled/**'] });
	for (const file of files.sort())
		hash
			.update(file)
			.update('\0')
			.update(readFileSync(join(root, file)));
	return hash.digest('hex').slice(0, 24);
}
