import { givenRoles, tokenScopes } from '#lib/permissions.ts';
import { sql } from 'drizzle-orm';
import {
	index,
	integer,
	primaryKey,
	sqliteTable,
	text,
	uniqueIndex
} from 'drizzle-orm/sqlite-core';
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
		/** in every publication for which `membership` gives none apart, and in the installation */
		role: text({ enum: givenRoles }).notNull().default('viewer'),
		/** a code of an app is asked for as well as the password */
		twoFactorEnabled: integer({ mode: 'boolean' }).notNull().default(false),
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

/** What a session may rest on. */
export const sessionProofs = ['password', 'passkey', 'organisation'] as const;

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
		/** how they proved who they are: with a code of an app or without, by a passkey, or at their organisation */
		via: text({ enum: sessionProofs }).notNull().default('password'),
		createdAt: instant().notNull(),
		updatedAt: instant().notNull()
	},
	(t) => [index('auth_session_user').on(t.userId)]
);

/** How somebody proves who they are: a password, or who they are at the organisation's provider. */
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

/** The app that makes somebody's codes, and the codes that stand in for it once each; both encrypted. */
export const authTwoFactor = sqliteTable(
	'auth_two_factor',
	{
		id: text().primaryKey(),
		secret: text().notNull(),
		backupCodes: text().notNull(),
		userId: text()
			.notNull()
			.references(() => authUser.id, { onDelete: 'cascade' }),
		/** false until a first code was right */
		verified: integer({ mode: 'boolean' }).notNull().default(true),
		failedVerificationCount: integer().notNull().default(0),
		lockedUntil: instant()
	},
	(t) => [index('auth_two_factor_user').on(t.userId)]
);

/** A passkey: the public half of a key whose other half never leaves somebody's device. */
export const authPasskey = sqliteTable(
	'auth_passkey',
	{
		/** as the device calls it, base64url */
		id: text().primaryKey(),
		userId: text()
			.notNull()
			.references(() => authUser.id, { onDelete: 'cascade' }),
		/** what its owner calls it */
		name: text().notNull(),
		/** COSE, base64url */
		publicKey: text().notNull(),
		/** how often it was used, where the device counts; one that falls back was copied */
		counter: integer().notNull(),
		/** how the browser reaches it: `internal`, `usb`, `hybrid` … */
		transports: text({ mode: 'json' }).$type<string[]>().notNull(),
		createdAt: instant().notNull(),
		usedAt: instant()
	},
	(t) => [index('auth_passkey_user').on(t.userId)]
);

/** What somebody is in one publication, where that is not what they are in all others. */
export const membership = sqliteTable(
	'membership',
	{
		userId: text()
			.notNull()
			.references(() => authUser.id, { onDelete: 'cascade' }),
		publicationId: integer()
			.notNull()
			.references(() => publication.id, { onDelete: 'cascade' }),
		role: text({ enum: givenRoles }).notNull()
	},
	(t) => [primaryKey({ columns: [t.userId, t.publicationId] })]
);

/** Tries that failed, by a hash of whose they are: all processes and machines count together. */
export const failedTry = sqliteTable(
	'failed_try',
	{
		key: text().primaryKey(),
		count: integer().notNull(),
		/** of the last one, UTC milliseconds */
		at: integer().notNull()
	},
	(t) => [index('failed_try_at').on(t.at)]
);

/** What a script shows instead of a password. The token itself is known to its owner alone. */
export const apiToken = sqliteTable('api_token', {
	name: text().primaryKey(),
	/** SHA-256, in hex: a token is long and random, so that nothing slower is needed */
	hash: text().notNull().unique(),
	/** `import` brings files, `read` sees figures */
	scope: text({ enum: tokenScopes }).notNull().default('import'),
	/** the one publication that it is good for; null is all of them */
	publicationId: integer().references(() => publication.id, { onDelete: 'cascade' }),
	createdAt: integer().notNull(),
	/** from then on it is good for nothing, UTC milliseconds; null: as long as it is kept */
	expiresAt: integer(),
	usedAt: integer()
});
