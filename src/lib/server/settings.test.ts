import { expect, test } from 'vitest';
import { settingsFrom } from './settings.ts';

test('needs no environment at all', () => {
	expect(settingsFrom({}, '/rubrique', '/home/ana')).toEqual({
		data: '/rubrique/data',
		imports: '/rubrique/imports',
		databaseUrl: 'file:/rubrique/data/rubrique.db',
		authToken: undefined,
		readerKey: undefined,
		host: '127.0.0.1',
		port: 3000,
		origin: undefined,
		watchdog: 10
	});
});

test('puts the database where the data is', () => {
	const { data, databaseUrl } = settingsFrom({ RUBRIQUE_DATA: 'here' }, '/rubrique', '/home/ana');
	expect(data).toBe('/home/ana/here');
	expect(databaseUrl).toBe('file:/home/ana/here/rubrique.db');
});

test.each([
	['file:other.db', 'file:/home/ana/other.db'],
	['file:///srv/other.db', 'file:///srv/other.db'],
	['libsql://db.example.com', 'libsql://db.example.com']
])('DATABASE_URL=%s opens %s', (given, expected) => {
	expect(settingsFrom({ DATABASE_URL: given }, '/rubrique', '/home/ana').databaseUrl).toBe(
		expected
	);
});
