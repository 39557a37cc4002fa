import { expect, test } from 'vitest';
import en from '../../../../../messages/en.json' with { type: 'json' };
import { auditActions } from './audit-actions.ts';

test('everything that is written into the audit has words, and so has what it is about', () => {
	const wanted = auditActions.flatMap((action) => [
		`audit.${action}`,
		`audit.of.${action.split('.')[0]}`
	]);
	expect(wanted.filter((key) => !(key in en))).toEqual([]);
	expect(new Set(auditActions).size).toBe(auditActions.length);
});
