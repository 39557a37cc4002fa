import { DAY } from '#lib/duration.ts';
import { isDay } from '#lib/is-day.ts';
import { Trouble } from '#lib/trouble.ts';
import { namesOfImports } from '../store/events/imports.ts';
import { forgetAudits, listAudits, recordAudit, type AuditQuery } from '../store/people/audit.ts';
import { nameOfPerson } from '../store/people/people.ts';
import { auditActions, type AuditAction } from '../store/people/audit-actions.ts';
import { keepSetting, readSetting } from '../store/settings.ts';
import type { Db, Tx } from '../store/sql/open.ts';
import { publicationNamed } from './publication-named.ts';

export { auditOrigins } from '../store/schema/workspace.ts';

export type { AuditQuery };

/** One thing that somebody did, or tried. */
export type AuditRow = {
	id: number;
	/** UTC milliseconds */
	at: number;
	/** `sign-in.failed`: what it is about, and what was done */
	action: string;
	/** the e-mail address of an account, or the name of a token; null for commands, the program and strangers */
	who: string | null;
	/** by which way: page, api, link, command or program; null for what is older than this column */
	via: string | null;
	/** where the request came from */
	address: string | null;
	/** short name; null for what concerns the installation */
	publication: string | null;
	/** before, after and what else there is to know */
	details: Record<string, unknown>;
};

/** What audited actions are about: the first words of them. */
export const auditGroups = [...new Set(auditActions.map((action) => action.split('.')[0]!))];

/** How long the audit is kept unless somebody said otherwise, in months. */
const USUAL = 12;
const [LEAST, MOST] = [1, 120];

/** The audit, newest first. */
export async function auditRows(db: Db, query: AuditQuery): Promise<AuditRow[]> {
	const rows = await listAudits(db, query);
	const names = new Map<string, string>();
	for (const { details } of rows) {
		const by = authorOf(details);
		if (by !== null && !names.has(by)) names.set(by, (await nameOfPerson(db, by)) ?? by);
	}
	const files = await namesOfImports(db, rows.flatMap(importsIn));
	return rows.map((entry) => {
		const { id, at, action, who, via, address, publication, details } = entry;
		const by = authorOf(details);
		const row = by === null ? {} : { row: { ...(details?.row as object), by: names.get(by) } };
		const named = importsIn(entry).flatMap((one) => files.get(one) ?? []);
		return {
			id,
			at,
			action,
			who,
			via,
			address,
			publication,
			details: { ...(named.length > 0 && { files: named }), ...details, ...row }
		};
	});
}

type Written = { action: string; details: Record<string, unknown> | null };

/** Numbers of the imports that an entry is about. */
function importsIn({ action, details }: Written): number[] {
	if (!action.startsWith('imports.')) return [];
	const { import: one, imports: several, id } = details ?? {};
	return [one, several, id].flat().filter((value): value is number => typeof value === 'number');
}

/** Whose account wrote what an entry is about; null where nobody's did. */
function authorOf(details: Record<string, unknown> | null): string | null {
	const { by } = (details?.row as { by?: unknown } | undefined) ?? {};
	return typeof by === 'string' ? by : null;
}

/** What somebody asks of the audit, as addresses and options hold it; days are UTC, both inclusive. */
export type AuditParams = Partial<
	Record<'publication' | 'action' | 'who' | 'from' | 'to' | 'before' | 'limit', string | null>
>;

const MOST_ROWS = 1000;

/** @throws {Trouble} noSuchPublication, badChoice, badDate, badNumber */
export async function auditQueryOf(db: Db, params: AuditParams): Promise<AuditQuery> {
	const { publication, action, who } = params;
	const known: string[] = [...auditGroups, ...auditActions];
	if (action && !known.includes(action))
		throw new Trouble('badChoice', { given: action.slice(0, 40), known: auditGroups.join(', ') });
	const [from, to] = [dayIn(params.from), dayIn(params.to)];
	const [before, limit] = [numberIn(params.before), numberIn(params.limit)];
	return {
		...(publication && { publicationId: (await publicationNamed(db, publication)).id }),
		...(action && { action }),
		...(who && { who }),
		...(from !== null && { from }),
		...(to !== null && { to: to + DAY }),
		...(before !== null && { before }),
		limit: Math.min(limit ?? 100, MOST_ROWS)
	};
}

/** The first instant of a day. */
function dayIn(given: string | null | undefined): number | null {
	if (!given) return null;
	if (!isDay(given)) throw new Trouble('badDate', { given: given.slice(0, 40) });
	return Date.parse(`${given}T00:00:00Z`);
}

function numberIn(given: string | null | undefined): number | null {
	if (!given) return null;
	if (!/^[1-9]\d{0,14}$/.test(given)) throw new Trouble('badNumber', { given: given.slice(0, 40) });
	return Number(given);
}

/** Writes down that figures left the program as a file. */
export function recordExport(
	db: Db,
	publicationId: number | null,
	action: Extract<AuditAction, `exports.${string}`>,
	details: Record<string, unknown>,
	now: number
): Promise<void> {
	return recordAudit(db, publicationId, { by: null, now }, action, details);
}

/** Writes down that a backup took the place of what was there. */
export function recordRestore(db: Db, madeAt: number, now: number): Promise<void> {
	return recordAudit(db, null, { by: null, now }, 'backup.restored', { madeAt });
}

/** How long the audit is kept, in months. */
export async function auditMonths(db: Db | Tx): Promise<number> {
	return Number((await readSetting(db, 'auditMonths')) ?? USUAL);
}

/** @throws {Trouble} badMonths */
export async function keepAuditMonths(db: Db, months: number, now: number) {
	if (!Number.isInteger(months) || months < LEAST || months > MOST)
		throw new Trouble('badMonths', { least: LEAST, most: MOST });
	await db.transaction(async (tx) => {
		const before = await auditMonths(tx);
		await keepSetting(tx, 'auditMonths', String(months));
		await recordAudit(tx, null, { by: null, now }, 'settings.audit', { before, after: months });
	});
	await sweepAudit(db, now);
}

/** Forgets what is older than the audit is kept. */
export async function sweepAudit(db: Db, now: number) {
	await forgetAudits(db, now - (await auditMonths(db)) * 30.44 * DAY);
}
