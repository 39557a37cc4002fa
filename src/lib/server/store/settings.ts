import { eq, sql, type SQL } from 'drizzle-orm';
import type { Db, Tx } from './sql/open.ts';
import { setting } from './schema/workspace.ts';
import type { Numbered } from './sql/unused-id.ts';

/**
 * What the installation itself remembers, each under one name: `days` the zone by whose days it is
 * kept what readers did; `seen` with which doubts somebody found an issue to read right; `became`
 * which imports an upload turned into, where it has none of its own number: the files of a zip, or
 * what was known already; `slug` which publication had a short name
 * before; `steps` what somebody said of a new publication's first steps; `stop` which
 * imports somebody wants stopped while they are read; `profile` how somebody likes the pages;
 * `eraseAgain` readers whom a backup knows and the data before it had erased; `revoked` a token that may be
 * given back for a week; `nextKeys` hashes of keys that wait to take their place (upkeep/rotate.ts);
 * `nextPseudonym` the first that nobody has; `last` the last number that was given in a table; `firstCode` a
 * hash of what each machine printed at its start; `language` in which each person signed in last; `secondStep` of whom a second step is required.
 * Work that is to be done stands in `job`.
 */
export type SettingName =
	| 'auditMonths'
	| 'eraseAgain'
	| 'keyFingerprint'
	| 'nextKeys'
	| 'nextPseudonym'
	| 'secondStep'
	| 'sampleRemoved'
	| 'urlRules'
	| 'rollupRules'
	| `last:${Numbered}`
	| `days:${number}`
	| `seen:${number}`
	| `became:${number}`
	| `slug:${string}`
	| `steps:${number}`
	| `stop:${number}`
	| `profile:${string}`
	| `revoked:${string}`
	| `firstCode:${string}`
	| `language:${string}`;

/** The value of a setting; null where it has none. */
export async function readSetting(db: Db | Tx, name: SettingName): Promise<string | null> {
	const [row] = await db.select().from(setting).where(eq(setting.name, name));
	return row?.value ?? null;
}

/** Sets a setting; `unlessThere` leaves one that has a value as it is. */
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

const begins = (start: string): SQL => sql`substr(${setting.name}, 1, length(${start})) = ${start}`;

/** The values of all settings whose names begin so. */
export async function settingsNamed(db: Db | Tx, start: string): Promise<string[]> {
	const rows = await db.select().from(setting).where(begins(start));
	return rows.map(({ value }) => value);
}

/** Deletes all settings whose names begin so. */
export async function dropSettings(db: Db | Tx, start: string) {
	await db.delete(setting).where(begins(start));
}
