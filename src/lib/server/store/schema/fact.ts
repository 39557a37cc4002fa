import type { EventKind } from '#lib/providers/facts.ts';
import { index, integer, primaryKey, sqliteTable, text } from 'drizzle-orm/sqlite-core';
import type { ListedSpell } from '../readers/reader-spells.ts';
import { imported } from './import.ts';
import { publication, reader, send } from './publication.ts';
import { url } from './document.ts';

const importId = () =>
	integer()
		.notNull()
		.references(() => imported.id, { onDelete: 'cascade' });

const sendId = () =>
	integer()
		.notNull()
		.references(() => send.id, { onDelete: 'cascade' });

/** What one import says of a send. The send's own columns are derived from these. */
export const sendFact = sqliteTable(
	'send_fact',
	{
		importId: importId(),
		sendId: sendId(),
		name: text(),
		subject: text(),
		sentAt: integer(),
		draft: integer({ mode: 'boolean' })
	},
	(t) => [primaryKey({ columns: [t.importId, t.sendId] }), index('send_fact_send').on(t.sendId)]
);

/** What one import says of a reader. State is derived from all of them (store/reader-state.ts). */
export const readerFact = sqliteTable(
	'reader_fact',
	{
		importId: importId(),
		readerId: integer()
			.notNull()
			.references(() => reader.id, { onDelete: 'cascade' }),
		status: text({ enum: ['active', 'left', 'bounced', 'pending'] }),
		/** UTC milliseconds */
		joined: integer(),
		left: integer(),
		channel: text(),
		/** what of the channel brought the reader: an advertisement, an operation */
		campaign: text(),
		country: text(),
		paid: integer({ mode: 'boolean' }),
		/** what each row says, where several of the file are about one reader; null where one is */
		stays: text({ mode: 'json' }).$type<ListedSpell[]>()
	},
	(t) => [
		primaryKey({ columns: [t.importId, t.readerId] }),
		index('reader_fact_reader').on(t.readerId)
	]
);

export const eventKinds = [
	'open',
	'click',
	'delivery',
	'unsubscribe',
	'bounce',
	'complaint'
] as const satisfies readonly EventKind[];

/** Aggregates that exports gave instead of events: kept beside them, never turned into them. */
export const countReader = sqliteTable(
	'count_reader',
	{
		importId: importId(),
		sendId: sendId(),
		event: text({ enum: eventKinds }).notNull(),
		readerId: integer().notNull(),
		/** the link that it is of; 0 for all of the send */
		urlId: integer().notNull().default(0),
		n: integer().notNull()
	},
	(t) => [primaryKey({ columns: [t.sendId, t.event, t.readerId, t.urlId, t.importId] })]
);

export const countUrl = sqliteTable(
	'count_url',
	{
		importId: importId(),
		sendId: sendId(),
		event: text({ enum: eventKinds }).notNull(),
		urlId: integer()
			.notNull()
			.references(() => url.id),
		total: integer(),
		unique: integer(),
		/** to how many it was shown, where that is said of each link */
		reach: integer()
	},
	(t) => [primaryKey({ columns: [t.sendId, t.event, t.urlId, t.importId] })]
);

export const countIssue = sqliteTable(
	'count_issue',
	{
		importId: importId(),
		sendId: sendId(),
		event: text({ enum: eventKinds }).notNull(),
		total: integer(),
		unique: integer()
	},
	(t) => [primaryKey({ columns: [t.sendId, t.event, t.importId] })]
);

/** Topics that a spreadsheet gives a page, an item or a whole issue: any of the three may be absent. */
export const tagFact = sqliteTable(
	'tag_fact',
	{
		id: integer().primaryKey(),
		importId: importId(),
		urlId: integer(),
		/** number, title, subject or days, as written */
		issue: text(),
		/** title, as written */
		item: text(),
		topics: text({ mode: 'json' }).$type<string[]>().notNull(),
		/** who wrote it, as written */
		authors: text({ mode: 'json' }).$type<string[]>().notNull().default([])
	},
	(t) => [index('tag_fact_import').on(t.importId)]
);

/** Columns that every statement about money has: an import's, or a person's, who has no import. */
const money = () => ({
	id: integer().primaryKey(),
	publicationId: integer()
		.notNull()
		.references(() => publication.id, { onDelete: 'cascade' }),
	/** null for what a person typed */
	importId: integer().references(() => imported.id, { onDelete: 'cascade' }),
	/** a person said that it does not count; it stays where it was imported */
	leftOut: integer({ mode: 'boolean' }).notNull().default(false)
});

/** Money spent on a channel, as one import or one person states it. */
export const spend = sqliteTable(
	'spend',
	{
		...money(),
		channel: text().notNull(),
		campaign: text(),
		/** local dates, YYYY-MM-DD, both counted */
		from: text('from_date'),
		to: text('to_date'),
		/** integer minor units */
		amount: integer().notNull(),
		currency: text().notNull()
	},
	(t) => [index('spend_publication').on(t.publicationId)]
);

/** Money that readers brought, or a web analytics export's conversions: of a reader, a channel or a page. */
export const value = sqliteTable(
	'value',
	{
		...money(),
		/** local dates, YYYY-MM-DD, both counted; most rows are of one day */
		from: text('date'),
		to: text('to_date'),
		amount: integer().notNull(),
		currency: text().notNull(),
		kind: text(),
		readerId: integer(),
		channel: text(),
		campaign: text(),
		issue: text(),
		/** title, as written */
		item: text(),
		urlId: integer(),
		/** how many sales or sign-ups the row sums up; null for one */
		conversions: integer(),
		sessions: integer()
	},
	(t) => [index('value_publication').on(t.publicationId)]
);

/** A sponsor's place in an issue, and its fee. */
export const placement = sqliteTable(
	'placement',
	{
		...money(),
		sponsor: text().notNull(),
		/** number, title, subject or days, as written */
		issue: text(),
		/** title, as written */
		item: text(),
		urlId: integer(),
		/** null where nobody says it */
		fee: integer(),
		currency: text(),
		guaranteedClicks: integer()
	},
	(t) => [index('placement_publication').on(t.publicationId)]
);
