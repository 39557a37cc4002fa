import { copyFileSync, existsSync, mkdirSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { open } from '#lib/server/store/sql/open.ts';
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
