import { locales } from '../../../locales.ts';
import { index, integer, sqliteTable, text } from 'drizzle-orm/sqlite-core';
import { publication } from './publication.ts';

/** What somebody wants to be told of by itself, where, and when not. */
export const alertRule = sqliteTable('alert_rule', {
	id: integer().primaryKey(),
	publicationId: integer()
		.notNull()
		.references(() => publication.id, { onDelete: 'cascade' }),
	/** kinds of alerts, as `server/mail/alerts/kinds.ts` names them */
	kinds: text({ mode: 'json' }).$type<string[]>().notNull(),
	/** how sure one must be: `leaning` asks for at least 8 chances in 10, and holds `clear` */
	sure: text({ enum: ['clear', 'leaning'] }).notNull(),
	/** how it is told */
	by: text({ enum: ['mail', 'webhook', 'slack'] }).notNull(),
	/** a mail address or a URL; whoever knows the URL may write there, so that pages show its host alone */
	address: text().notNull(),
	locale: text({ enum: locales }).notNull(),
	/** hours of the publication's day, 0..23, from and to which nothing is told; null for never */
	quietFrom: integer(),
	quietTo: integer(),
	paused: integer({ mode: 'boolean' }).notNull().default(false),
	/** UTC milliseconds since when news are news; null: what holds at the next look is known already */
	since: integer()
});

/** One thing that one rule told, or is about to; `known` held before and is never told. */
export const alert = sqliteTable(
	'alert',
	{
		id: integer().primaryKey({ autoIncrement: true }),
		ruleId: integer()
			.notNull()
			.references(() => alertRule.id, { onDelete: 'cascade' }),
		kind: text().notNull(),
		/** what it is of, the same at each look: a topic, an issue */
		subject: text().notNull(),
		/** when it happened, UTC milliseconds, where that is estimated and may move; else null */
		at: integer(),
		/** figures and names, as they were when it was seen */
		facts: text({ mode: 'json' }).$type<Record<string, unknown>>().notNull(),
		state: text({ enum: ['known', 'waiting', 'handing', 'sent', 'failed', 'unsure'] }).notNull(),
		attempts: integer().notNull().default(0),
		problem: text(),
		createdAt: integer().notNull(),
		sentAt: integer()
	},
	(t) => [index('alert_rule_subject').on(t.ruleId, t.kind, t.subject)]
);
