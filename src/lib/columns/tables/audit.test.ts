import { expect, test } from 'vitest';
import { createFormats } from '#lib/messages/format.ts';
import type { AuditRow } from '../../server/access/audit.ts';
import { tableOf } from '../render-table.ts';
import { auditTable } from './audit.ts';

const row: AuditRow = {
	...{ id: 1, at: 0, action: 'people.role', who: null, via: null, address: null },
	publication: null,
	details: { email: 'ana@example.com', role: 'viewer', of: 12, onWait: true }
};

const details = (locale: 'en' | 'fr') => {
	const { columns, rows } = tableOf(auditTable, [row], createFormats(locale, 'UTC'));
	return rows[0]![columns.findIndex(({ key }) => key === 'details')];
};

test('what there is to know of an entry → in words, and a name without words as it was written down', () => {
	expect(details('en')).toBe('E-mail: ana@example.com, Role: viewer, Entry: 12, onWait: true');
	expect(details('fr')).toBe(
		'E-mail\u00a0: ana@example.com, Rôle\u00a0: observateur, Entrée\u00a0: 12, onWait\u00a0: true'
	);
});
