// Long: all tables of what an issue reads, and of what is said of it.
import {
	index,
	integer,
	primaryKey,
	real,
	sqliteTable,
	text,
	unique
} from 'drizzle-orm/sqlite-core';
import { itemRoles, linkRoles } from '#lib/item-roles.ts';
import type { IssueDocument } from '../../../issue/source/document.ts';
import type { Trace } from '../../../issue/template/trace.ts';
import type { InLocales } from '../../../locales.ts';
import { imported } from './import.ts';
import { publication, send } from './publication.ts';

/** One edition. Its columns are derived from its documents and sends; its id stays. */
export const issue = sqliteTable(
	'issue',
	{
		id: integer().primaryKey(),
		publicationId: integer()
			.notNull()
			.references(() => publication.id, { onDelete: 'cascade' }),
		number: integer(),
		title: text().notNull(),
		subject: text(),
		/** UTC milliseconds */
		sentAt: integer(),
		/** the document it is read from, where it has one */
		documentId: integer()
	},
	(t) => [index('issue_sent').on(t.publicationId, t.sentAt)]
);

/** An issue as it was sent, cleaned of what identifies anybody. */
export const document = sqliteTable(
	'document',
	{
		id: integer().primaryKey(),
		importId: integer()
			.notNull()
			.references(() => imported.id, { onDelete: 'cascade' }),
		publicationId: integer().notNull(),
		/** the send it was exported with, where the export says so */
		sourceId: integer(),
		campaign: text(),
		name: text().notNull(),
		format: text({ enum: ['html', 'eml', 'markdown', 'text', 'org'] }).notNull(),
		body: text().notNull(),
		/** how the body reads under `rules`; derived, read again when the rules change */
		outline: text({ mode: 'json' }).$type<IssueDocument>().notNull(),
		rules: integer().notNull(),
		/** what it says of its lines by itself: the publication's template is learnt from that */
		headings: text({ mode: 'json' })
			.$type<Trace>()
			.notNull()
			.default({ sections: [], over: [], bare: [] }),
		/** what of the template it was read with; sorted words */
		habits: text({ mode: 'json' }).$type<string[]>().notNull().default([]),
		issueId: integer()
	},
	(t) => [
		index('document_publication').on(t.publicationId),
		index('document_import').on(t.importId)
	]
);

/** A heading that recurs across issues. */
export const section = sqliteTable(
	'section',
	{
		id: integer().primaryKey(),
		publicationId: integer()
			.notNull()
			.references(() => publication.id, { onDelete: 'cascade' }),
		title: text().notNull(),
		/** the title without case, accents, emoji and punctuation */
		key: text().notNull()
	},
	(t) => [unique().on(t.publicationId, t.key)]
);

/** One story in one issue. Without a document, one page of it stands in: a provisional item. */
export const item = sqliteTable(
	'item',
	{
		id: integer().primaryKey(),
		issueId: integer()
			.notNull()
			.references(() => issue.id, { onDelete: 'cascade' }),
		sectionId: integer().references(() => section.id),
		/** order in the whole issue from 1, null for a provisional item */
		position: integer(),
		role: text({ enum: itemRoles }).notNull(),
		format: text({ enum: ['editorial', 'lead', 'brief'] }),
		title: text().notNull(),
		text: text().notNull().default(''),
		/** who wrote it, as its document says, or an editor */
		authors: text({ mode: 'json' }).$type<string[]>().notNull().default([]),
		/** an editor said so: no spreadsheet knows better */
		authorsSaid: integer({ mode: 'boolean' }).notNull().default(false),
		/** who wrote it, as spreadsheets say */
		authorsTagged: text({ mode: 'json' }).$type<string[]>().notNull().default([]),
		/** an editor said that it is about none of the topics */
		topicless: integer({ mode: 'boolean' }).notNull().default(false)
	},
	(t) => [index('item_issue').on(t.issueId)]
);

/** A link of an issue, in reading order; without an item it is of the house or the footer. */
export const itemLink = sqliteTable(
	'item_link',
	{
		issueId: integer()
			.notNull()
			.references(() => issue.id, { onDelete: 'cascade' }),
		position: integer().notNull(),
		itemId: integer(),
		pageId: integer().notNull(),
		url: text().notNull(),
		text: text().notNull(),
		role: text({ enum: linkRoles }).notNull()
	},
	(t) => [
		primaryKey({ columns: [t.issueId, t.position] }),
		index('item_link_item').on(t.itemId),
		index('item_link_page').on(t.pageId)
	]
);

/** A URL as exported, minus what identifies a reader. Events point here. */
export const url = sqliteTable(
	'url',
	{
		id: integer().primaryKey(),
		text: text().notNull().unique(),
		/** derived by versioned rules; null for what no reader can open in a browser */
		pageId: integer()
	},
	(t) => [index('url_page').on(t.pageId)]
);

/** What a URL leads to, under the form that all ways of writing it share. Figures speak of pages. */
export const page = sqliteTable('page', {
	id: integer().primaryKey(),
	key: text().notNull().unique()
});

/** A URL of one send whose page only the issue's document, or an editor, tells. Derived. */
export const urlMatch = sqliteTable(
	'url_match',
	{
		sendId: integer()
			.notNull()
			.references(() => send.id, { onDelete: 'cascade' }),
		urlId: integer().notNull(),
		pageId: integer().notNull(),
		how: text({ enum: ['text', 'order', 'same'] }).notNull()
	},
	(t) => [primaryKey({ columns: [t.sendId, t.urlId] })]
);

/** What a page is in every issue, past and future: an editor's word. */
export const pageRole = sqliteTable(
	'page_role',
	{
		publicationId: integer()
			.notNull()
			.references(() => publication.id, { onDelete: 'cascade' }),
		pageId: integer().notNull(),
		role: text({ enum: [...linkRoles, 'same'] }).notNull(),
		/** the page it is the same as, with `same` */
		samePageId: integer()
	},
	(t) => [primaryKey({ columns: [t.publicationId, t.pageId] })]
);

/** What an item is about. */
export const topic = sqliteTable(
	'topic',
	{
		id: integer().primaryKey(),
		publicationId: integer()
			.notNull()
			.references(() => publication.id, { onDelete: 'cascade' }),
		/** stable across renaming */
		key: text().notNull(),
		names: text({ mode: 'json' }).$type<InLocales<string>>().notNull(),
		/** who gave it its names: a spreadsheet, a person, or the letter's own words; null for a pack's */
		namedBy: text({ enum: ['spreadsheet', 'editor', 'proposal'] }),
		/** terms that speak for it where nothing was confirmed yet */
		words: text({ mode: 'json' }).$type<InLocales<readonly string[]>>().notNull(),
		/** other names that spreadsheets may call it by */
		aliases: text({ mode: 'json' }).$type<string[]>().notNull().default([]),
		parentId: integer(),
		color: integer(),
		archived: integer({ mode: 'boolean' }).notNull().default(false),
		/** the topic that it became part of: whoever still names it means that one */
		mergedInto: integer()
	},
	(t) => [unique().on(t.publicationId, t.key)]
);

export const itemTopic = sqliteTable(
	'item_topic',
	{
		itemId: integer()
			.notNull()
			.references(() => item.id, { onDelete: 'cascade' }),
		topicId: integer()
			.notNull()
			.references(() => topic.id, { onDelete: 'cascade' }),
		source: text({ enum: ['editor', 'suggested', 'tag'] }).notNull(),
		/** 0..1; 1 for an editor's word */
		confidence: real().notNull(),
		/** the terms that spoke for it */
		because: text({ mode: 'json' }).$type<string[]>().notNull()
	},
	(t) => [primaryKey({ columns: [t.itemId, t.topicId] }), index('item_topic_topic').on(t.topicId)]
);

/** What an editor changed in how one issue reads. Replayed after every new reading. */
export const correction = sqliteTable(
	'correction',
	{
		id: integer().primaryKey(),
		issueId: integer()
			.notNull()
			.references(() => issue.id, { onDelete: 'cascade' }),
		change: text({ mode: 'json' }).$type<Record<string, unknown>>().notNull(),
		at: integer().notNull(),
		by: text(),
		undone: integer({ mode: 'boolean' }).notNull().default(false)
	},
	(t) => [index('correction_issue').on(t.issueId)]
);

/** An issue of which no file is left, as it is known once they come back: under the same number, with what was said. */
export const goneIssue = sqliteTable(
	'gone_issue',
	{
		issueId: integer().primaryKey(),
		publicationId: integer()
			.notNull()
			.references(() => publication.id, { onDelete: 'cascade' }),
		number: integer(),
		/** as titles are compared */
		title: text().notNull(),
		sentAt: integer(),
		/** rows of `correction`, in their order */
		corrections: text({ mode: 'json' })
			.$type<Omit<typeof correction.$inferInsert, 'id' | 'issueId'>[]>()
			.notNull()
	},
	(t) => [index('gone_issue_publication').on(t.publicationId)]
);

/** A correction that holds for every issue of the same template. */
export const templateRule = sqliteTable('template_rule', {
	id: integer().primaryKey(),
	publicationId: integer()
		.notNull()
		.references(() => publication.id, { onDelete: 'cascade' }),
	rule: text({ mode: 'json' }).$type<Record<string, unknown>>().notNull(),
	correctionId: integer(),
	at: integer().notNull()
});
