import { dropSetting, keepSetting } from '../store/settings.ts';
import type { Db, Tx } from '../store/sql/open.ts';

/** Remembers in which language somebody signed in: what is mailed to them later is in it. */
export async function rememberLanguage(db: Db, person: string, language: string | undefined) {
	if (language !== undefined) await keepSetting(db, `language:${person}`, language);
}

/** Forgets it, with the account. */
export function forgetLanguage(db: Db | Tx, person: string): Promise<void> {
	return dropSetting(db, `language:${person}`);
}
