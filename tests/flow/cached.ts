import { createHash } from 'node:crypto';
import { existsSync, mkdtempSync, readdirSync, readFileSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { globSync } from 'tinyglobby';
import { whileHolding } from '../../src/cli/lock.mjs';

const root = join(import.meta.dirname, '../..');

const keptByName = new Map<string, Promise<string>>();

/**
 * A folder that is made once for each state of the files that it comes from, and kept for later runs. Of
 * two that begin at once one makes it, and the other waits.
 *
 * @param from patterns of files below the root
 */
export function cached(
	name: string,
	from: readonly string[],
	make: (folder: string) => Promise<void>
): Promise<string> {
	// while tests run no file changes: to read them all takes longer than most tests
	const known = keptByName.get(name);
	if (known) return known;
	const kept = keptOf(name, from, make);
	keptByName.set(name, kept);
	return kept;
}

async function keptOf(...[name, from, make]: Parameters<typeof cached>): Promise<string> {
	const all = join(root, 'node_modules/.cache', name);
	const kept = join(all, keyOf(from));
	if (existsSync(kept)) return kept;

	const waiting = () => `waiting until ${name} is made`;
	await whileHolding(join(all, '.lock'), waiting, async () => {
		if (existsSync(kept)) return;
		// what was kept of an earlier state, or broken off, serves nobody
		for (const other of readdirSync(all))
			if (other !== '.lock') rmSync(join(all, other), { recursive: true, force: true });
		const ready = mkdtempSync(join(all, 'new-'));
		await make(ready);
		renameSync(ready, kept);
	});
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
