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

const details = (locale: 'en' | 'fr', of: Partial<AuditRow> = {}) => {
	const { columns, rows } = tableOf(auditTable, [{ ...row, ...of }], createFormats(locale, 'UTC'));
	return rows[0]![columns.findIndex(({ key }) => key === 'details')];
};

test('what there is to know of an entry → in words, and a name without words as it was written down', () => {
	expect(details('en')).toBe('E-mail: ana@example.com, Role: viewer, Entry: 12, onWait: yes');
	expect(details('fr')).toBe(
		'E-mail\u00a0: ana@example.com, Rôle\u00a0: observateur, Entrée\u00a0: 12, onWait\u00a0: oui'
	);
});

test('a schedule → what goes out, when and in what language, and nothing of what it does not say', () => {
	const schedule = { schedule: 5, report: 'editorial', comparison: 'before', locale: 'en' };
	const rule = { every: 'week', day: 1, hour: 8, last: 12 };
	const of = { ...schedule, sponsor: null, rule, recipients: 2 };
	expect(details('fr', { action: 'schedules.made', details: of })).toBe(
		'Planification\u00a0: 5, Rapport\u00a0: Revue éditoriale, Comparé à\u00a0: Période précédente, ' +
			'Langue\u00a0: anglais, Fréquence\u00a0: lundi à 8\u00a0h\u00a000, les 12 derniers numéros, Destinataires\u00a0: 2'
	);
});

test('alerts, links, tokens and roles → in the words of their own pages', () => {
	const kinds = ['topicFalls', 'importLate'];
	const alert = { rule: 3, by: 'mail', kinds, sure: 'clear', quietFrom: 22, quietTo: null };
	expect(details('en', { action: 'alerts.made', details: alert })).toMatch(
		/^Rule: 3, Sent by: E-mail, Alert when: a topic .+ \/ no new data .+, Certainty: Clear.+, Quiet from: 22:00$/
	);
	const link = { reportId: 7, path: null, expiresAt: Date.UTC(2026, 0, 31, 9, 5) };
	expect(details('en', { action: 'shares.made', details: link })).toBe(
		'Report: 7, Expires: Sat 31 Jan 2026, 09:05'
	);
	const role = { email: 'bo@example.org', after: 'viewer', before: 'none' };
	expect(details('fr', { action: 'people.role', details: role })).toContain(
		'Après\u00a0: observateur, Avant\u00a0: aucun accès'
	);
	const changed = { before: { name: 'Un', zone: 'UTC' }, after: { name: 'Deux', zone: 'UTC' } };
	expect(details('fr', { action: 'publication.changed', details: changed })).toBe(
		'Avant (Nom\u00a0: Un, Fuseau horaire\u00a0: UTC), Après (Nom\u00a0: Deux, Fuseau horaire\u00a0: UTC)'
	);
});
