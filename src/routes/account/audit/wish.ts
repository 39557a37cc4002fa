import type { AuditWish } from '#lib/server/access/audit.ts';

const names = ['publication', 'action', 'who', 'from', 'to', 'before'] as const;

/** What an address asks of the audit. */
export function auditWishIn(params: URLSearchParams): AuditWish {
	return Object.fromEntries(names.map((name) => [name, params.get(name)?.trim() || null]));
}
