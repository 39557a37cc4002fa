import { recordAudit, type Actor } from '../store/people/audit.ts';
import type { Publication } from '../store/publications.ts';
import { keepSetting } from '../store/settings.ts';
import type { Db } from '../store/sql/open.ts';

/** Remembers that nobody wants to see a new publication's first steps any more. */
export async function hideSteps(db: Db, { id }: Publication) {
	await keepSetting(db, `steps:${id}`, 'hidden');
}

/** Somebody has looked at the sections as they are read, and found them right. */
export async function confirmSections(db: Db, { id }: Publication, actor: Actor) {
	await db.transaction(async (tx) => {
		await keepSetting(tx, `steps:${id}`, 'sections');
		await recordAudit(tx, id, actor, 'sections.confirm', {});
	});
}
