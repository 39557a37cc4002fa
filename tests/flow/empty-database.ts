import { copyFileSync, existsSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { open, type Db } from '#lib/server/store/sql/open.ts';
import { cached } from './cached.ts';

/**
 * Lays an empty database that is up to date where there is none: to take all steps that ever made its
 * tables takes ten times longer than to copy what they leave.
 */
export async function emptyDatabaseAt(file: string) {
	if (existsSync(file)) return;
	const from = ['drizzle/**', 'src/lib/server/store/sql/*.ts'];
	const kept = await cached('rubrique-empty', from, async (folder) => {
		const db = await open(`file:${join(folder, 'rubrique.db')}`);
		await db.$client.execute('pragma wal_checkpoint(truncate)');
		db.$client.close();
	});
	mkdirSync(dirname(file), { recursive: true });
	copyFileSync(join(kept, 'rubrique.db'), file);
}

/** An empty database in a folder of its own, and what closes it and takes it away. */
export async function emptyDatabase(): Promise<{ db: Db; close(): void }> {
	const data = mkdtempSync(join(tmpdir(), 'rubrique-empty-'));
	const file = join(data, 'rubrique.db');
	await emptyDatabaseAt(file);
	const db = await open(`file:${file}`);
	return {
		db,
		close() {
			db.$client.close();
			rmSync(data, { recursive: true, force: true });
		}
	};
}
