import { personRoles } from '#lib/person-roles.ts';
import { sql } from 'drizzle-orm';
import { index, integer, sqliteTable, text, uniqueIndex } from 'drizzle-orm/sqlite-core';
import { publication } from './publication.ts';

// The columns are better-auth's, which reads and writes them through its own adapter.
// https://www.better-auth.com/docs/concepts/database

const instant = () => integer({ mode: 'timestamp_ms' });

/** Somebody with an account. */
export const authUser = sqliteTable(
	'auth_user',
	{
		id: text().primaryKey(),
		name: text().notNull(),
		email: text().notNull().unique(),
		emailVerified: integer({ mode: 'boolean' }).notNull().default(false),
		image: text(),
		role: text({ enum: personRoles }).notNull().default('viewer'),
		/** the account made when there was none: two at once cannot both be it */
		founder: integer({ mode: 'boolean' }).notNull().default(false),
		createdAt: instant().notNull(),
		updatedAt: instant().notNull()
	},
	(t) => [
		uniqueIndex('auth_user_founder')
			.on(t.founder)
			.where(sql`founder = 1`)
	]
);

/** A browser that signed in. */
export const authSession = sqliteTable(
	'auth_session',
	{
		id: text().primaryKey(),
		token: text().notNull().unique(),
		userId: text()
			.notNull()
			.references(() => authUser.id, { onDelete: 'cascade' }),
		expiresAt: instant().notNull(),
		ipAddress: text(),
		userAgent: text(),
		createdAt: instant().notNull(),
		updatedAt: instant().notNull()
	},
	(t) => [index('auth_session_user').on(t.userId)]
);

/** How somebody proves who they are: for now, a password. */
export const authAccount = sqliteTable(
	'auth_account',
	{
		id: text().primaryKey(),
		accountId: text().notNull(),
		providerId: text().notNull(),
		userId: text()
			.notNull()
			.references(() => authUser.id, { onDelete: 'cascade' }),
		accessToken: text(),
		refreshToken: text(),
		idToken: text(),
		accessTokenExpiresAt: instant(),
		refreshTokenExpiresAt: instant(),
		scope: text(),
		password: text(),
		createdAt: instant().notNull(),
		updatedAt: instant().notNull()
	},
	(t) => [index('auth_account_user').on(t.userId)]
);

/** A link or code sent to somebody, waiting to be used. */
export const authVerification = sqliteTable(
	'auth_verification',
	{
		id: text().primaryKey(),
		identifier: text().notNull(),
		value: text().notNull(),
		expiresAt: instant().notNull(),
		createdAt: instant().notNull(),
		updatedAt: instant().notNull()
	},
	(t) => [index('auth_verification_identifier').on(t.identifier)]
);

/** What a token is good for. One scope each: a leaked nightly upload shows nobody a figure. */
export type TokenScope = 'import' | 'read';

/** What a script shows instead of a password. The token itself is known to its owner alone. */
export const apiToken = sqliteTable('api_token', {
	name: text().primaryKey(),
	/** SHA-256, in hex: a token is long and random, so that nothing slower is needed */
	hash: text().notNull().unique(),
	/** `import` brings files, `read` sees figures */
	scope: text().$type<TokenScope>().notNull().default('import'),
	/** the one publication that it is good for; null is all of them */
	publicationId: integer().references(() => publication.id, { onDelete: 'cascade' }),
	createdAt: integer().notNull(),
	usedAt: integer()
});
