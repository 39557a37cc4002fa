import { eq } from 'drizzle-orm';
import type { Db, Tx } from './sql/open.ts';
import { setting } from './schema/desk.ts';

/**
 * What the installation itself remembers, each under one name. `unsettled` holds the id of the
 * process that stored something of a publication and has not yet derived what follows (or `migration`,
 * where what is derived got new parts); `inboxAsked`
 * is there while somebody waits for the inbox to be looked at; `resettle` holds the sends, parted by
 * commas, for which what follows is to be derived again, and `readers` where readers' states are, `rederive` the issues whose items are, after
 * which topics are suggested anew; `days` the zone by whose days it is kept what readers did; `seen` with
 * which doubts somebody found an issue to read right; `became` which imports an upload turned into, where it has
 * none of its own number: the files of a zip, or what was known already.
 */
export type SettingName =
	| 'keyFingerprint'
	| 'sampleRemoved'
	| 'urlRules'
	| 'inboxAsked'
	| `unsettled:${number}`
	| `resettle:${number}`
	| `rederive:${number}`
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
