import type { AuditParams } from '#lib/server/access/audit.ts';

const names = ['publication', 'action', 'who', 'from', 'to', 'before'] as const;

/** What an address asks of the audit. */
export function auditParamsIn(params: URLSearchParams): AuditParams {
	return Object.fromEntries(names.map((name) => [name, params.get(name)?.trim() || null]));
}
