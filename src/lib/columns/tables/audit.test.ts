import { expect, test } from 'vitest';
import { createFormats } from '#lib/messages/format.ts';
import type { AuditRow } from '../../server/access/audit.ts';
import { fileTable } from '../render-table.ts';
import { auditTable } from './audit.ts';

const row: AuditRow = {
	id: 1,
	at: 0,
	action: 'people.role',
	who: null,
	via: null,
	address: null,
	publication: null,
	details: { email: 'ana@example.com', role: 'viewer', of: 12, onWait: true }
};

const details = (locale: 'en' | 'fr', of: Partial<AuditRow> = {}) => {
	const { columns, rows } = fileTable(
		auditTable,
		[{ ...row, ...of }],
		createFormats(locale, 'UTC')
	);
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
		'Avant\u00a0: aucun accès, Après\u00a0: observateur'
	);
	const changed = { before: { name: 'Un', zone: 'UTC' }, after: { name: 'Deux', zone: 'UTC' } };
	expect(details('fr', { action: 'publication.changed', details: changed })).toBe(
		'Avant (Nom\u00a0: Un, Fuseau horaire\u00a0: UTC), Après (Nom\u00a0: Deux, Fuseau horaire\u00a0: UTC)'
	);
});

test('an amount that was changed → its names, days and amount before and after, and nothing of how they are kept', () => {
	const row = {
		id: 7,
		publicationId: 1,
		importId: null,
		leftOut: false,
		urlId: null,
		readerId: 12,
		channel: 'Salon',
		campaign: null,
		from: '2026-03-02',
		to: '2026-03-04',
		amount: 12050,
		currency: 'EUR'
	};
	const rows = (of: object) => [{ kind: 'spend', row: { ...row, ...of } }];
	const changed = {
		before: { rows: rows({}), made: [{ kind: 'spend', id: 8 }], settings: {} },
		after: { rows: rows({ amount: 13000, to: '2026-03-02' }) }
	};
	expect(details('en', { action: 'money.change', details: changed })).toBe(
		'Before: Salon · 2 Mar – 4 Mar 2026 · €120.50, After: Salon · 2 Mar 2026 · €130.00'
	);
	const text = details('fr', { action: 'money.change', details: changed });
	expect(text).toContain('Avant\u00a0: Salon · ');
	expect(text).not.toMatch(/[{}"]|publicationId|kind/);
});

test('a note that was removed → its day, its text and who wrote it; an account by its number is left out', () => {
	const row = { id: 4, publicationId: 1, date: '2026-03-02', text: 'Sale begins', by: 'Ana' };
	expect(details('en', { action: 'annotations.remove', details: { row } })).toBe(
		'Note: 2 Mar 2026 · Sale begins, Author: Ana'
	);
	const by = '0b7a5c1e-7d1f-4c55-9f0e-2a4f8f1f3d11';
	expect(details('en', { action: 'annotations.remove', details: { row: { ...row, by } } })).toBe(
		'Note: 2 Mar 2026 · Sale begins'
	);
});

test('names that were joined, and topics that changed → no lists as they are kept', () => {
	const before = { rows: [], made: [], settings: { sameNames: { channel: { a: 'b' } } } };
	const joined = { kind: 'channel', from: 'a', to: 'b', before };
	expect(details('fr', { action: 'money.join', details: joined })).toBe(
		'Type\u00a0: Canal, De\u00a0: a, À\u00a0: b'
	);
	const topics = [{ id: 1, name: 'Old', publicationId: 1 }];
	const merged = { topic: 'New', before: { topics, made: [], items: [3], said: [] } };
	expect(details('en', { action: 'topics.merge', details: merged })).toBe('Topic: New');
});
