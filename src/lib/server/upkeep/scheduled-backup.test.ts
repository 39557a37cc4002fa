import { HOUR } from '#lib/duration.ts';
import { mkdtempSync, readdirSync, rmSync, statSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { readBackup } from '../store/sql/backup.ts';
import { open } from '../store/sql/open.ts';
import { backupIfDue } from './scheduled-backup.ts';

const start = Date.UTC(2026, 0, 31, 3);

async function installation() {
	const data = mkdtempSync(join(tmpdir(), 'rubrique-scheduled-'));
	onTestFinished(() => rmSync(data, { recursive: true, force: true }));
	const databaseUrl = `file:${join(data, 'rubrique.db')}`;
	const db = await open(databaseUrl);
	onTestFinished(() => db.$client.close());
	const folder = join(data, 'backups');
	const plan = { folder, hours: 24, keep: 3 };
	/** Makes one if it is due, as of an instant, and gives it that instant's time. */
	async function at(now: number) {
		const file = await backupIfDue(db, { data, databaseUrl, readerKey: undefined }, plan, now);
		if (file) utimesSync(file, now / 1000, now / 1000);
		return file;
	}
	return { at, folder };
}

test('a daily plan → one readable backup a day, the newest three kept, other files left', async () => {
	const { at, folder } = await installation();
	const first = await at(start);
	expect(first).toBe(join(folder, 'rubrique-2026-01-31T0300.backup'));
	expect(await readBackup(first!)).toMatchObject({ madeAt: start });
	expect(statSync(first!).mode & 0o777).toBe(0o600);
	writeFileSync(join(folder, 'before-the-move.backup'), '');

	expect(await at(start + 23 * HOUR)).toBeNull();
	for (let day = 1; day <= 4; day++) expect(await at(start + day * 24 * HOUR)).not.toBeNull();
	expect(readdirSync(folder).sort()).toEqual([
		'before-the-move.backup',
		'rubrique-2026-02-02T0300.backup',
		'rubrique-2026-02-03T0300.backup',
		'rubrique-2026-02-04T0300.backup'
	]);
});

test('a clock set back by a year → backups still made', async () => {
	const { at } = await installation();
	await at(start);
	expect(await at(start - 365 * 24 * HOUR)).not.toBeNull();
});
