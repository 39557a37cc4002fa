import { fallbackLocale, locales } from '../../../locales.ts';
import { index, integer, primaryKey, sqliteTable, text, unique } from 'drizzle-orm/sqlite-core';
import { publication } from './publication.ts';

const publicationId = () =>
	integer()
		.notNull()
		.references(() => publication.id, { onDelete: 'cascade' });

/** A dated remark of the editors, drawn as a flag on the time axis. */
export const annotation = sqliteTable('annotation', {
	id: integer().primaryKey(),
	publicationId: publicationId(),
	date: text().notNull(),
	text: text().notNull(),
	by: text()
});

/** A named set of filters: the query string of a page. */
export const savedView = sqliteTable('saved_view', {
	id: integer().primaryKey(),
	publicationId: publicationId(),
	name: text().notNull(),
	path: text().notNull(),
	/** who keeps it for themselves; null: everybody sees it */
	ownerId: text(),
	pinned: integer({ mode: 'boolean' }).notNull().default(false)
});

/** The view that somebody begins with in a publication. */
export const defaultView = sqliteTable(
	'default_view',
	{
		userId: text().notNull(),
		publicationId: publicationId(),
		viewId: integer()
			.notNull()
			.references(() => savedView.id, { onDelete: 'cascade' })
	},
	(table) => [primaryKey({ columns: [table.userId, table.publicationId] })]
);

/** A frozen snapshot: the figures as they were, with their definitions and rule versions. */
export const report = sqliteTable('report', {
	id: integer().primaryKey(),
	publicationId: publicationId(),
	name: text().notNull(),
	snapshot: text({ mode: 'json' }).$type<Record<string, unknown>>().notNull(),
	createdAt: integer().notNull(),
	by: text()
});

/**
 * What was said of an issue before it was sent. It never changes: what came is looked up in the issue
 * that it is found to be, and held against it.
 */
export const forecast = sqliteTable(
	'forecast',
	{
		id: integer().primaryKey(),
		publicationId: publicationId(),
		/** of the draft, as it calls itself */
		title: text().notNull(),
		number: integer(),
		/** YYYY-MM-DD, where the draft says it */
		date: text(),
		/** how many it was reckoned to reach; null where nobody knows how many issues reach */
		delivered: integer(),
		/** its clicks were known already: it says nothing of how good forecasts are */
		hindsight: integer({ mode: 'boolean' }).notNull(),
		/** items, total, what the last issue got, as the room of forecasts writes them */
		body: text({ mode: 'json' }).$type<Record<string, unknown>>().notNull(),
		createdAt: integer().notNull(),
		by: text()
	},
	(t) => [index('forecast_publication').on(t.publicationId)]
);

/** A link to a report or a locked page. The token is stored hashed. */
export const share = sqliteTable('share', {
	id: integer().primaryKey(),
	publicationId: publicationId(),
	/** the report that it shows, or the page with its filters that it shows as it is when looked at */
	reportId: integer(),
	path: text(),
	createdAt: integer().notNull().default(0),
	by: text(),
	tokenHash: text().notNull().unique(),
	passwordHash: text(),
	expiresAt: integer(),
	revokedAt: integer(),
	views: integer().notNull().default(0)
});

/** When a report goes out by itself, and to whom. */
export const schedule = sqliteTable('schedule', {
	id: integer().primaryKey(),
	publicationId: publicationId(),
	/** which kind of report, compared to what, in which language */
	report: text().notNull(),
	comparison: text().notNull().default('before'),
	locale: text({ enum: locales }).notNull().default(fallbackLocale),
	/** of a summary of sponsors: the one it is of; null for all */
	sponsor: text(),
	/** when, as `server/mail/rule.ts` reads it */
	rule: text({ mode: 'json' }).$type<Record<string, unknown>>().notNull(),
	/** addresses of those who asked for the mail: the only ones that are kept */
	recipients: text({ mode: 'json' }).$type<string[]>().notNull(),
	/** nothing that fell due before is sent */
	since: integer().notNull().default(0),
	paused: integer({ mode: 'boolean' }).notNull().default(false)
});

/**
 * One mail of a schedule; who makes its report and hands it on, and when it is tried again, says its
 * job. What is `making` can be begun again by another process; `handing` cannot: whether the mail went
 * out when its process fell over is not ours to know, so that it is `unsure` then and a person decides.
 */
export const mailing = sqliteTable(
	'mailing',
	{
		id: integer().primaryKey(),
		scheduleId: integer()
			.notNull()
			.references(() => schedule.id, { onDelete: 'cascade' }),
		/** what it is due for: an instant, or an issue; each is sent once to each */
		due: text().notNull(),
		state: text({ enum: ['waiting', 'making', 'handing', 'sent', 'failed', 'unsure'] }).notNull(),
		/** nobody sees who else gets it, and each mail has its own fate */
		recipient: text().notNull().default(''),
		attempts: integer().notNull().default(0),
		/** what the last try said */
		problem: text(),
		reportId: integer(),
		createdAt: integer().notNull(),
		sentAt: integer()
	},
	(t) => [unique('mailing_due').on(t.scheduleId, t.due, t.recipient)]
);

/** What the installation remembers: the key's fingerprint, whether the sample was removed. */
export const setting = sqliteTable('setting', {
	name: text().primaryKey(),
	value: text().notNull()
});

/** By which way something is done: a page, the API, a shared link, a command, or the program by itself. */
export const auditOrigins = ['page', 'api', 'link', 'command', 'program'] as const;

/** Who changed what, and when. */
export const audit = sqliteTable(
	'audit',
	{
		id: integer().primaryKey(),
		at: integer().notNull(),
		/** the account; null for programs and the command line */
		by: text(),
		/** as they were called then: an e-mail address of an account, or the name of a token */
		who: text(),
		via: text({ enum: auditOrigins }),
		/** where a request came from */
		address: text(),
		publicationId: integer(),
		action: text().notNull(),
		details: text({ mode: 'json' }).$type<Record<string, unknown>>()
	},
	(t) => [index('audit_at').on(t.at), index('audit_publication').on(t.publicationId, t.action)]
);
