import { expect, test } from 'vitest';
import en from '../../../../../messages/en.json' with { type: 'json' };
import { auditActions } from './audit-actions.ts';

test('any action of the audit → words for it and for what it is about', () => {
	const wanted = auditActions.flatMap((action) => [
		`audit.${action}`,
		`audit.of.${action.split('.')[0]}`
	]);
	expect(wanted.filter((key) => !(key in en))).toEqual([]);
	expect(new Set(auditActions).size).toBe(auditActions.length);
});
