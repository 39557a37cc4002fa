import { expect, test } from 'vitest';
import { tableOf } from '../../../../../tests/table-of.ts';
import { isStateFlag, softBounces } from './state-flags.ts';

test('a column that says which bounces are for good → the others are told apart', () => {
	const rows = [
		['ana@example.com', 'Hard bounce'],
		['bob@example.com', 'Soft'],
		['cleo@example.com', 'temporaire'],
		['dan@example.com', '']
	];
	const isSoft = softBounces(tableOf(['Email', 'Type'], ...rows));
	expect(rows.map(isSoft)).toEqual([false, true, true, false]);
});

test('no column that says so → none is', () => {
	const rows = [
		['ana@example.com', 'Soft drinks'],
		['bob@example.com', '550 no such user']
	];
	expect(rows.map(softBounces(tableOf(['Email', 'Reason'], ...rows)))).toEqual([false, false]);
});

test.each([
	['blando', 'duro'],
	['weich', 'hart'],
	['Rebote suave', 'Rebote permanente'],
	['vorübergehend', 'permanent']
])('bounces that are %s or %s → the former are not for good', (soft, hard) => {
	const rows = [
		['ana@example.com', soft],
		['bob@example.com', hard]
	];
	expect(rows.map(softBounces(tableOf(['Email', 'Tipo'], ...rows)))).toEqual([true, false]);
});

test.each([
	['Unsubscribed', true],
	['Désabonné (oui/non)', true],
	['Bounced yes/no', true],
	['No. of bounces', true],
	['Do not email', true],
	['Not unsubscribed', false],
	['Never bounced', false],
	['Non désabonné', false],
	['Nicht abgemeldet', false]
])('“%s” → a column of yes and no that says whether a reader is away: %s', (header, isFlag) => {
	expect(isStateFlag(header)).toBe(isFlag);
});
