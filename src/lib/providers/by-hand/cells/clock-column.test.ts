import { expect, test } from 'vitest';
import { tableOf } from '../../../../../tests/table-of.ts';
import { clockColumn, dayWithClock } from './clock-column.ts';

const columnOf = (header: string[], ...sample: string[][]) => {
	const column = clockColumn(tableOf(header, ...sample), 0);
	return column === undefined ? undefined : header[column];
};

test.each([
	[['Date', 'Heure'], ['13/05/2024', '9h07'], 'Heure'],
	[['Date_Clic', 'Heure_Clic'], ['13/05/2024', '09h07'], 'Heure_Clic'],
	[
		['Date du clic', 'Heure d’envoi', 'Heure du clic'],
		['13/05/2024', '06:00', '9:07:30'],
		'Heure du clic'
	],
	[['EventDate', 'EventTime'], ['20240513', '093005'], 'EventTime'],
	[['Datum', 'Uhrzeit'], ['13.05.2024', '21:15'], 'Uhrzeit'],
	[['Date', 'Click time'], ['2024-05-13', '9:07 PM'], 'Click time'],
	[['Purchase Date', 'Purchase Time (UTC)'], ['2024-05-13', '9:07:00'], 'Purchase Time (UTC)']
])('%j with %j → the time of day is in %s', (header, row, clock) => {
	expect(columnOf(header, row)).toBe(clock);
});

test.each([
	['whose digits are no time', ['Date', 'Time'], ['2024-05-13', '098705']],
	['of another date', ['Date du clic', 'Heure d’envoi'], ['13/05/2024', '06:00']],
	['that is a length', ['Date', 'Reading time'], ['13/05/2024', '3 minutes']],
	['that may be a number', ['Datum', 'Lesezeit'], ['13.05.2024', '3.50']],
	['that may be minutes', ['Date', 'Time'], ['13/05/2024', '3.50']],
	['beside a date that has one', ['Date', 'Time'], ['2024-05-13 10:00', '10:00']]
])('a time %s → is not that of the rows', (_, header, row) => {
	expect(columnOf(header, row)).toBeUndefined();
});

test.each([
	['20251010', '093005', '2025-10-10 09:30:05'],
	['20251010', '93005', '2025-10-10 09:30:05'],
	['13/05/2024', '9h07', '13/05/2024 9h07'],
	['13/05/2024', '14 h 05 min', '13/05/2024 14:05'],
	['13/05/2024', '14h05m30s', '13/05/2024 14:05:30'],
	['13.05.2024', '9 Uhr', '13.05.2024 9:00'],
	['13-05-2024', '14u05', '13-05-2024 14:05'],
	['2024-05-13', '9 a.m.', '2024-05-13 9:00 am'],
	['2024-05-13', 'at 14:05', '2024-05-13 14:05']
])('the day %s and the time %s → %s', (day, clock, instant) => {
	expect(dayWithClock(day, clock)).toBe(instant);
});
