import { expect, test } from 'vitest';
import { namedZone, zoneBeside, unknownZone, zoneOfHeader, zoneOfLabels } from './named-zone.ts';
import { zoneReader } from './zones.ts';

test.each([
	['Event Date (UTC)', 'UTC'],
	['Click time (EST)', 'UTC-05:00'],
	['Opened at [CET]', 'UTC+01:00'],
	['Sent at GMT+2', 'UTC+02:00'],
	['timestamp_utc', 'UTC'],
	['Date (UTC-03:30)', 'UTC-03:30'],
	['Ouvert le (heure de Paris)', 'Europe/Paris'],
	['Date (Europe/Berlin)', 'Europe/Berlin'],
	['Time (Eastern Time)', 'America/New_York'],
	['Click time', null],
	['Date (local)', null],
	['Best', null],
	['Opens 2', null],
	['Montant (CHF)', null]
])('the header %j → the zone %j', (header, zone) => {
	expect(zoneOfHeader(header)).toBe(zone);
});

test('an abbreviation, an offset or a place → its zone; an unknown name → none', () => {
	const noon = Date.UTC(2024, 6, 1, 12);
	const read = (name: string) => zoneReader(namedZone(name)!)(noon) - noon;

	expect(read('EST')).toBe(5 * 3_600_000);
	expect(read('UTC+05:30')).toBe(-5.5 * 3_600_000);
	expect(read('GMT-3')).toBe(3 * 3_600_000);
	expect(read('Europe/Paris')).toBe(-2 * 3_600_000);
	expect(['+99:00', 'Mars/Olympus', 'XST', ''].map(namedZone)).toEqual([null, null, null, null]);
});

test('a zone column of one value, or a zone label → that zone; mixed values → none', () => {
	const table = (...zones: string[]) => ({
		header: ['Date', 'Time zone', 'x'],
		sample: zones.map((zone) => ['2024-05-02 06:00', zone, ''])
	});

	expect(zoneBeside(table('CET', 'CET'), 0)).toBe('UTC+01:00');
	expect(zoneBeside(table('CET', 'EST'), 0)).toBeNull();
	expect(zoneBeside(table('CET', 'CET'), 1)).toBeNull();
	expect(
		zoneOfLabels([
			['Subject', 'CET'],
			['Time zone:', 'Europe/Paris']
		])
	).toBe('Europe/Paris');
});

test.each([
	['Opened at (IST)', 'IST'],
	['Opened at (Narnia time)', 'Narnia time'],
	['Opened at (UTC)', null],
	['Opened at (local time)', null],
	['Opened at (ISO)', null],
	['Opened at', null]
])('%s → the zone that it names and nobody knows: %s', (header, zone) => {
	expect(unknownZone({ header: [header], sample: [] }, [], 0)).toBe(zone);
});

test('a line above the table that names a place nobody knows → that place', () => {
	const table = { header: ['Opened at'], sample: [] };
	expect(unknownZone(table, [['Time zone', 'Narnia']], 0)).toBe('Narnia');
	expect(unknownZone(table, [['Time zone', 'Europe/Paris']], 0)).toBe(null);
});
