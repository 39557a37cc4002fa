import { Trouble } from '#lib/trouble.ts';
import { recordAudit, type Actor } from '../store/people/audit.ts';
import { changeSourceOpens, listSources } from '../store/events/sends.ts';
import { changeDropOpens, type Publication } from '../store/publications.ts';
import type { Db } from '../store/sql/open.ts';

/** Which opens are stored: of the publication, and of each service that exports came from. */
export type OpensKept = {
	/** none at all */
	dropped: boolean;
	sources: { service: string; dropped: boolean }[];
};

export async function opensKept(db: Db, { id, dropOpens }: Publication): Promise<OpensKept> {
	const sources = await listSources(db, id);
	return {
		dropped: dropOpens,
		sources: sources.map(({ provider, dropOpens }) => ({ service: provider, dropped: dropOpens }))
	};
}

/**
 * Has opens be dropped as files are read, or stored again. What was imported before stays as it is:
 * undoing its import takes it away.
 *
 * @param service one that exports came from; null for all of the publication
 * @throws {Trouble} badChoice
 */
export async function changeOpens(
	db: Db,
	{ id, dropOpens }: Publication,
	{ service, drop }: { service: string | null; drop: boolean },
	actor: Actor
) {
	await db.transaction(async (tx) => {
		const sources = await listSources(tx, id);
		const source = sources.find(({ provider }) => provider === service);
		if (service !== null && !source) {
			const known = sources.map(({ provider }) => provider).join(', ') || '–';
			throw new Trouble('badChoice', { given: service.slice(0, 40), known });
		}
		if (source) await changeSourceOpens(tx, source.id, drop);
		else await changeDropOpens(tx, id, drop);
		const before = source ? source.dropOpens : dropOpens;
		await recordAudit(tx, id, actor, 'settings.opens', { service, before, after: drop });
	});
}
