import { expect, test } from 'vitest';
import { zoneName } from './zone-name.ts';

const winter = Date.UTC(2026, 0, 15);

test.each([
	['Europe/Paris', 'fr', 'Paris · heure d’Europe centrale · UTC+1'],
	['Europe/London', 'fr', 'Londres · Royaume-Uni · UTC+0'],
	['America/New_York', 'fr', 'New York · heure de l’Est nord-américain · UTC−5'],
	['Asia/Calcutta', 'en', 'Kolkata · India Standard Time · UTC+5:30'],
	['UTC', 'en', 'UTC']
] as const)('%s in %s → %j', (zone, locale, label) => {
	expect(zoneName(zone, locale, winter)).toBe(label);
});

test('clocks put forward → the offset of the day', () => {
	expect(zoneName('Europe/Paris', 'en', Date.UTC(2026, 6, 15))).toMatch(/UTC\+2$/);
});
