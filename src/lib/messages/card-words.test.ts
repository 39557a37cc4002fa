import { expect, test } from 'vitest';
import type { CardDates } from '../providers/reading-card.ts';
import { dateWords, doubtWords, spanWords } from './card-words.ts';

test('times of a fixed offset, which no browser writes → as they stand in the file', () => {
	const [first, last] = [Date.UTC(2025, 9, 20, 11, 10), Date.UTC(2025, 9, 21, 1, 17)];
	const span = (zone: string) => spanWords({ first, last, zone } as CardDates, 'en');
	expect(span('UTC-05:00')).toBe('Mon 20 Oct 2025, 06:10 – Mon 20 Oct 2025, 20:17');
	expect(span('UTC+05:30')).toBe('Mon 20 Oct 2025, 16:40 – Tue 21 Oct 2025, 06:47');
});

const said = (format: string, locale: 'en' | 'fr') =>
	dateWords(
		{ format, order: null, orderFrom: null, zone: null, zoneFrom: null } as CardDates,
		locale
	);

test('how a file writes dates → by the letters of the language', () => {
	expect(said('DD/MM/YYYY HH:mm', 'fr')).toBe('JJ/MM/AAAA HH:mm');
	expect(said('DD/MM/YYYY HH:mm', 'en')).toBe('DD/MM/YYYY HH:mm');
	expect(said('D MMMM YYYY', 'fr')).toBe('J MMMM AAAA');
});

test('dates that are numbers → what they count, in words', () => {
	expect([said('unix ms', 'en'), said('unix ms', 'fr')]).toEqual([
		'Unix time (ms)',
		'temps Unix (ms)'
	]);
	expect(said('spreadsheet', 'fr')).toBe('nombre de jours, comme un tableur');
});

test('values that may name somebody → a doubt about them is a whole sentence without them', () => {
	const doubt = { code: 'oddlyFilled' as const, waits: true, column: 'When', values: [] };
	expect(doubtWords(doubt, 'en')).toBe('“When” does not hold what its name says: •••.');
});
