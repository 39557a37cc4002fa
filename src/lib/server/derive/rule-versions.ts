import { RULES_VERSION as URL_RULES_VERSION } from '#lib/url/canonical.ts';
import { hasUrls } from '../store/events/urls.ts';
import { listPublications } from '../store/publications.ts';
import { ROLLUP_RULES } from '../store/rollups/roll-up.ts';
import { keepSetting, readSetting } from '../store/settings.ts';
import type { Db, Tx } from '../store/sql/open.ts';

/** By which rules this version leads links to pages and counts events. */
export const presentRules = {
	urlRules: String(URL_RULES_VERSION),
	rollupRules: String(ROLLUP_RULES)
} as const;

const names = Object.keys(presentRules) as (keyof typeof presentRules)[];

/** Whether links were led to pages, or events counted, by other rules than this version's. */
export async function areRulesOld(db: Db): Promise<boolean> {
	for (const name of names) if ((await readSetting(db, name)) !== presentRules[name]) return true;
	return false;
}

/**
 * Says of an installation that holds nothing yet that all that comes is read by this version's rules.
 * Without it the next start takes all of it for an older version's, and derives it anew.
 */
export async function beginWithPresentRules(db: Db | Tx) {
	if ((await listPublications(db)).length > 0 || (await hasUrls(db))) return;
	for (const name of names) await keepSetting(db, name, presentRules[name]);
}
