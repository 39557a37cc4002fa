import { eq } from 'drizzle-orm';
import type { Db, Tx } from './sql/open.ts';
import { setting } from './schema/desk.ts';

/**
 * What the installation itself remembers, each under one name: `days` the zone by whose days it is
 * kept what readers did; `seen` with which doubts somebody found an issue to read right; `became`
 * which imports an upload turned into, where it has none of its own number: the files of a zip, or
 * what was known already. Work that is to be done stands in `job`.
 */
export type SettingName =
	| 'auditMonths'
	| 'keyFingerprint'
	| 'sampleRemoved'
	| 'urlRules'
	| `days:${number}`
	| `seen:${number}`
	| `became:${number}`;

export async function readSetting(db: Db | Tx, name: SettingName): Promise<string | null> {
	const [found] = await db.select().from(setting).where(eq(setting.name, name));
	return found?.value ?? null;
}

export async function keepSetting(
	db: Db | Tx,
	name: SettingName,
	value: string,
	{ unlessThere = false } = {}
) {
	const insert = db.insert(setting).values({ name, value });
	await (unlessThere
		? insert.onConflictDoNothing()
		: insert.onConflictDoUpdate({ target: setting.name, set: { value } }));
}

export async function dropSetting(db: Db | Tx, name: SettingName) {
	await db.delete(setting).where(eq(setting.name, name));
}
