import { Trouble } from '#lib/trouble.ts';
import { recordAudit, type Actor } from '../store/people/audit.ts';
import { changeSourceOpens, listSources } from '../store/events/sends.ts';
import { changeDropOpens, changeReaderMonths, type Publication } from '../store/publications.ts';
import { countCut, cutUpTo } from '../store/readers/naming-sends.ts';
import type { Db } from '../store/sql/open.ts';

/** Which opens are stored: of the publication, and of each service that exports came from. */
export type OpensKept = {
	/** none at all */
	dropped: boolean;
	sources: { service: string; dropped: boolean }[];
};

/** Which opens of a publication are stored. */
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

/** Bounds of how long it is kept who clicked, in months. */
const LEAST_MONTHS = 3;
const MOST_MONTHS = 120;

/** How long it is kept who clicked, and where it no longer is. */
export type ReadersKept = {
	/** so many months after an issue was sent; null: until its import is undone */
	months: number | null;
	/** issues, and sends of none, whose readers were replaced by pseudonyms */
	cut: number;
	/** when the latest of them was sent, UTC milliseconds; null where there is none */
	upTo: number | null;
};

/** How long issues of a publication name their readers. */
export async function readersKept(db: Db, { id, readerMonths }: Publication): Promise<ReadersKept> {
	const cut = await countCut(db, id);
	return { months: readerMonths, cut, upTo: cut > 0 ? await cutUpTo(db, id) : null };
}

/**
 * Has it be forgotten who clicked an issue so many months after it was sent, or never. What was
 * forgotten stays so.
 *
 * @param given a whole number of months; null for never
 * @throws {Trouble} badMonths
 */
export async function changeRetention(
	db: Db,
	{ id, readerMonths }: Publication,
	given: string | number | null,
	actor: Actor
) {
	const months = given === null ? null : Number(given);
	if (
		months !== null &&
		(!/^\d+$/.test(String(given)) || months < LEAST_MONTHS || months > MOST_MONTHS)
	)
		throw new Trouble('badMonths', { least: LEAST_MONTHS, most: MOST_MONTHS });
	await db.transaction(async (tx) => {
		await changeReaderMonths(tx, id, months);
		await recordAudit(tx, id, actor, 'settings.retention', {
			before: readerMonths,
			after: months
		});
	});
}
