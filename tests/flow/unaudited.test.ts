import { sql } from 'drizzle-orm';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { keepAuditMonths } from '#lib/server/access/audit.ts';
import {
	addPerson,
	addWithoutPassword,
	giveRole,
	removePasskeys,
	removePerson,
	removeSecondFactor,
	renewPassword,
	signOutEverywhere
} from '#lib/server/access/people.ts';
import { invite, renewLink, usePasswordLink } from '#lib/server/access/password-links.ts';
import { requireStep } from '#lib/server/access/second-step.ts';
import { addToken, removeToken } from '#lib/server/access/tokens.ts';
import { publicationFor } from '#lib/server/ingest/publication.ts';
import { removeReport } from '#lib/server/report/reports.ts';
import { findPublication } from '#lib/server/store/publications.ts';
import { insertReport } from '#lib/server/store/reports/reports.ts';
import { authPasskey, authSession, authTwoFactor } from '#lib/server/store/schema/auth.ts';
import { emptyDatabase } from './empty-database.ts';

// What is done and the line that says so are one step: where the log cannot be written, for want of room or
// of time, nothing is done.

const { db, close } = await emptyDatabase();
const now = Date.UTC(2026, 2, 5);
const actor = { by: null, now };
const email = 'bo@example.org';
const cleo = { name: 'Cleo', email: 'cleo@example.org', role: 'viewer' };
const terms = { scope: 'read', publicationId: null, expiresAt: null } as const;
const tides = async () => (await findPublication(db, 'tides'))!;
let link = '';
let report = 0;

beforeAll(async () => {
	await addPerson(db, { name: 'Ana', email: 'ana@example.org', role: 'admin' }, { now });
	const words = { language: 'en', currency: 'EUR', zone: 'UTC' } as const;
	await publicationFor(db, 'tides', null, words, now);
	const bo = { name: 'Bo', email, role: 'viewer' };
	({ token: link } = await invite(db, bo, { slug: null, now }));
	await addToken(db, { name: 'old', ...terms }, now);
	const [{ id: userId }] = (await db.all(sql`SELECT id FROM auth_user WHERE email = ${email}`)) as [
		{ id: string }
	];
	const [at, later] = [new Date(now), new Date(now + 1e9)];
	await db
		.insert(authSession)
		.values({ id: 's', token: 't', userId, expiresAt: later, createdAt: at, updatedAt: at });
	await db.insert(authTwoFactor).values({ id: 'f', secret: 'x', backupCodes: 'x', userId });
	await db.insert(authPasskey).values({
		id: 'p',
		userId,
		name: 'phone',
		publicKey: 'x',
		counter: 0,
		transports: [],
		createdAt: at
	});
	report = await insertReport(db, {
		publicationId: (await tides()).id,
		name: 'A report',
		snapshot: {},
		createdAt: now,
		by: null
	});
});

afterAll(close);

/** All rows of all tables, as text. */
async function everything(): Promise<string> {
	const tables = (await db.all(
		sql`SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite_%' ORDER BY name`
	)) as { name: string }[];
	const rows: unknown[] = [];
	for (const { name } of tables)
		rows.push([name, await db.all(sql.raw(`SELECT * FROM "${name}"`))]);
	return JSON.stringify(rows, (_, value: unknown) =>
		typeof value === 'bigint' ? String(value) : value
	);
}

const done: Record<string, () => Promise<unknown>> = {
	'somebody is added': () => addPerson(db, cleo, { now }),
	'somebody is added to one publication': () => addPerson(db, cleo, { now, slug: 'tides' }),
	'somebody is added without a password': () => addWithoutPassword(db, cleo, now),
	'somebody is invited to one publication': () => invite(db, cleo, { slug: 'tides', now }),
	'a role is given': () => giveRole(db, email, 'editor', { slug: null, now }),
	'a role is given in one publication': () => giveRole(db, email, 'editor', { slug: 'tides', now }),
	'a new link is made': () => renewLink(db, email, now),
	'a password is chosen by a link': () => usePasswordLink(db, link, 'correct horse battery', now),
	'a password is made': () => renewPassword(db, email, now),
	'somebody is signed out': () => signOutEverywhere(db, email, now),
	'a second step is removed': () => removeSecondFactor(db, email, now),
	'passkeys are removed': () => removePasskeys(db, email, now),
	'somebody is removed': () => removePerson(db, email, now),
	'a second step is required': () => requireStep(db, 'everybody', now),
	'the log is kept for another time': () => keepAuditMonths(db, 24, now),
	'a token is made': () => addToken(db, { name: 'new', ...terms }, now),
	'a token is revoked': () => removeToken(db, 'old', now),
	'a report is removed': async () => removeReport(db, await tides(), report, actor)
};

test.each(Object.keys(done))(
	'%s, and the log cannot be written → nothing is done',
	async (what) => {
		const before = await everything();
		await db.run(
			sql`CREATE TRIGGER full BEFORE INSERT ON audit BEGIN SELECT RAISE(ABORT, 'no room'); END`
		);
		try {
			await expect(done[what]!()).rejects.toThrow();
		} finally {
			await db.run(sql`DROP TRIGGER full`);
		}
		expect(await everything()).toBe(before);
	}
);

test('a report that is not there is removed → no line in the log', async () => {
	const before = await everything();
	await removeReport(db, await tides(), report + 1, actor);
	expect(await everything()).toBe(before);
});
