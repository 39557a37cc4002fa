import { expect, test } from 'vitest';
import { settingsFrom } from './settings.ts';

test('an empty environment → the default settings', () => {
	expect(settingsFrom({}, '/rubrique', '/home/ana')).toEqual({
		data: '/rubrique/data',
		imports: '/rubrique/imports',
		databaseUrl: 'file:/rubrique/data/rubrique.db',
		authToken: undefined,
		readerKey: undefined,
		host: '127.0.0.1',
		port: 3000,
		address: undefined,
		prefix: '',
		watchdog: 10,
		webhooksInside: false,
		backups: null,
		organisation: null,
		replica: null,
		log: false,
		spool: 10_000_000_000
	});
});

test('a replica asked for → a folder for it where the database is on a server, none for a file', () => {
	const of = (env: Record<string, string>) => settingsFrom(env, '/rubrique', '/home/ana').replica;
	const server = { DATABASE_URL: 'https://db.example.org' };
	expect(of({ ...server, DATABASE_REPLICA: 'yes' })).toBe('/rubrique/data/replica');
	expect(of({ ...server })).toBeNull();
	expect(of({ DATABASE_REPLICA: 'yes' })).toBeNull();
});

test('a folder for backups → a plan, by default or as set; a wrong interval → refused', () => {
	const of = (env: Record<string, string>) => settingsFrom(env, '/rubrique', '/home/ana').backups;
	expect(of({ BACKUP_FOLDER: 'copies' })).toEqual({
		folder: '/home/ana/copies',
		hours: 24,
		keep: 14
	});
	expect(of({ BACKUP_FOLDER: '/b', BACKUP_HOURS: '6', BACKUP_KEEP: '3' })).toEqual({
		folder: '/b',
		hours: 6,
		keep: 3
	});
	for (const wrong of ['0', '-1', '1.5', 'daily'])
		expect(() => of({ BACKUP_FOLDER: '/b', BACKUP_HOURS: wrong })).toThrow(
			expect.objectContaining({ code: 'badNumber' })
		);
});

test('a data folder → the database in it', () => {
	const { data, databaseUrl } = settingsFrom({ RUBRIQUE_DATA: 'here' }, '/rubrique', '/home/ana');
	expect(data).toBe('/home/ana/here');
	expect(databaseUrl).toBe('file:/home/ana/here/rubrique.db');
});

test.each([
	['file:other.db', 'file:/home/ana/other.db'],
	['file:///srv/other.db', 'file:///srv/other.db'],
	['libsql://db.example.com', 'libsql://db.example.com']
])('DATABASE_URL=%s → %s', (given, expected) => {
	expect(settingsFrom({ DATABASE_URL: given }, '/rubrique', '/home/ana').databaseUrl).toBe(
		expected
	);
});

test('an unusable address, proxy depth, header or spool size → refused', () => {
	for (const env of [
		{ ORIGIN: 'news.example.org' },
		{ ORIGIN: 'ftp://x' },
		{ ORIGIN: 'https://[' }
	])
		expect(() => settingsFrom(env, '/', '/')).toThrow('badOrigin');
	for (const XFF_DEPTH of ['0', '-1', 'two', '1.5', '1e1', ' 1', '0x1', '999'])
		expect(() => settingsFrom({ XFF_DEPTH }, '/', '/')).toThrow('badDepth');
	for (const ADDRESS_HEADER of ['x forwarded', 'x-real-ip, x-forwarded-for', 'x-real-ip:'])
		expect(() => settingsFrom({ ADDRESS_HEADER }, '/', '/')).toThrow('badHeader');
	for (const given of ['0', '-1', 'NaN', '1e999', 'ten'])
		expect(() => settingsFrom({ RUBRIQUE_SPOOL_GB: given }, '/', '/')).toThrow('badNumber');
});

test.each([
	['https://News.example.org/', 'https://news.example.org', ''],
	['https://example.org/rubrique/', 'https://example.org/rubrique', '/rubrique'],
	[
		'https://example.org/tools/rubrique?x#y',
		'https://example.org/tools/rubrique',
		'/tools/rubrique'
	]
])('ORIGIN=%s → the address %s below %j', (ORIGIN, address, prefix) => {
	expect(settingsFrom({ ORIGIN }, '/', '/')).toMatchObject({ address, prefix });
});

test.each([
	'example.org',
	'ftp://example.org',
	'https://example.org/a b',
	'https://example.org//a'
])('ORIGIN=%s → refused', (ORIGIN) => {
	expect(() => settingsFrom({ ORIGIN }, '/', '/')).toThrow('badOrigin');
});

test('the header and depth of a proxy → accepted; a spool size in gigabytes → its bytes', () => {
	const proxy = { ADDRESS_HEADER: 'X-Forwarded-For', XFF_DEPTH: '2' };
	expect(() => settingsFrom(proxy, '/', '/')).not.toThrow();
	expect(settingsFrom({ RUBRIQUE_SPOOL_GB: '0.5' }, '/', '/').spool).toBe(500_000_000);
});
