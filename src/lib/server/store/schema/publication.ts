import { locales } from '../../../locales.ts';
import type { SameNames } from '#lib/same-names.ts';
import type { Rates } from '#lib/spend/convert.ts';
import {
	blob,
	index,
	integer,
	primaryKey,
	real,
	sqliteTable,
	text,
	unique
} from 'drizzle-orm/sqlite-core';

/**
 * What making items costs, in minor units of one currency. Of several that apply to an item
 * the most particular holds: its section's, else an item's, else hours times an hour.
 */
export type Costs = {
	item?: number;
	hour?: number;
	/** hours that an item takes */
	hours?: number;
	/** cost of an item by id of its section */
	sections?: Record<string, number>;
};

/** One newsletter. Its zone, language and currency are asked for, never taken from the machine. */
export const publication = sqliteTable('publication', {
	id: integer().primaryKey(),
	slug: text().notNull().unique(),
	name: text().notNull(),
	language: text({ enum: locales }).notNull(),
	/** ISO 4217 */
	currency: text().notNull(),
	/** IANA name */
	zone: text().notNull(),
	/** ships with the product and may be looked at by anybody until there is an account */
	sample: integer({ mode: 'boolean' }).notNull().default(false),
	createdAt: integer().notNull(),
	/** a suggested topic counts from this confidence on; below it waits for a word */
	suggestFrom: real().notNull().default(0.5),
	/**
	 * By the currency of the publication for which a person wrote them, and by foreign currency, what one unit of
	 * it is worth: `{ "EUR": { "USD": "0.92" } }`. Of another currency they would be another number.
	 */
	rates: text({ mode: 'json' }).$type<Record<string, Rates>>().notNull().default({}),
	/** what an item costs to make, as a person entered it, by the publication's currency then */
	costs: text({ mode: 'json' }).$type<Record<string, Costs>>().notNull().default({}),
	/** names that a person said to be of one channel, campaign or sponsor */
	sameNames: text({ mode: 'json' }).$type<SameNames>().notNull().default({}),
	/** opens are dropped as they are read: none is stored */
	dropOpens: integer({ mode: 'boolean' }).notNull().default(false),
	/** so many months after an issue was sent, who clicked it is forgotten; null: never */
	readerMonths: integer(),
	/** hidden from lists since then, with all its data; null: it is not */
	archivedAt: integer(),
	/** hidden likewise, and deleted from then on; null: nobody wants it deleted */
	deletesAt: integer(),
	/** rises with every change of what figures rest on, so that whatever is cached knows its age */
	revision: integer().notNull().default(0)
});

/** A publication's logo: one picture that page, paper and mail can all show. */
export const logo = sqliteTable('logo', {
	publicationId: integer()
		.primaryKey()
		.references(() => publication.id, { onDelete: 'cascade' }),
	png: blob({ mode: 'buffer' }).notNull(),
	/** in pixels */
	width: integer().notNull(),
	height: integer().notNull()
});

/** One account at one e-mail service. */
export const source = sqliteTable(
	'source',
	{
		id: integer().primaryKey(),
		publicationId: integer()
			.notNull()
			.references(() => publication.id, { onDelete: 'cascade' }),
		provider: text().notNull(),
		/** told apart only where a publication has two accounts at one service */
		account: text().notNull().default(''),
		/** IANA name: the zone of instants that its exports write without one */
		zone: text(),
		/** its opens are dropped as they are read, whatever holds for the publication */
		dropOpens: integer({ mode: 'boolean' }).notNull().default(false)
	},
	(t) => [unique().on(t.publicationId, t.provider, t.account)]
);

/**
 * One dispatch by a source. What exports say of it are facts per import (`send_fact`); name,
 * subject and instant here are derived from them. Which issue it carried is a look-up that may change.
 */
export const send = sqliteTable(
	'send',
	{
		id: integer().primaryKey(),
		sourceId: integer()
			.notNull()
			.references(() => source.id, { onDelete: 'cascade' }),
		/** the service's own id, else the name by which rows refer to it */
		campaign: text().notNull(),
		name: text(),
		subject: text(),
		sentAt: integer(),
		draft: integer({ mode: 'boolean' }).notNull().default(false),
		issueId: integer(),
		/** how the issue was found; an editor's word is never overwritten */
		issueBy: text({ enum: ['campaign', 'number', 'title', 'day', 'pages', 'alone', 'editor'] }),
		/** the rule set under which its events were last judged */
		ruleSetId: integer(),
		/** when its events' readers were replaced by pseudonyms, UTC milliseconds; null: they name readers */
		cutAt: integer()
	},
	(t) => [unique().on(t.sourceId, t.campaign), index('send_issue').on(t.issueId)]
);

/**
 * An editor's word on which issue a send is of. Issues are derived, so that it names what does not
 * change: a document of that issue, else another of its sends. Neither: an issue of its own.
 */
export const sendAssignment = sqliteTable(
	'send_assignment',
	{
		sourceId: integer()
			.notNull()
			.references(() => source.id, { onDelete: 'cascade' }),
		/** as of the send, which may go with its exports and come back with them */
		campaign: text().notNull(),
		/** SHA-256 of the file that the document came in, and its name in there */
		documentHash: text(),
		documentName: text(),
		otherSourceId: integer(),
		otherCampaign: text(),
		/** UTC milliseconds */
		at: integer().notNull(),
		by: text()
	},
	(t) => [primaryKey({ columns: [t.sourceId, t.campaign] })]
);

/** A subscriber, known only by a keyed hash of the address. */
export const reader = sqliteTable(
	'reader',
	{
		id: integer().primaryKey(),
		publicationId: integer()
			.notNull()
			.references(() => publication.id, { onDelete: 'cascade' }),
		/** first 16 bytes of HMAC-SHA256(key, publication ‖ normalised address) */
		hash: blob({ mode: 'buffer' }).notNull(),
		/** a keyed hash too: tells offices behind one gateway, never whose */
		domainId: integer(),
		/** a tombstone: a repeated import does not bring the reader back */
		erased: integer({ mode: 'boolean' }).notNull().default(false)
	},
	(t) => [unique().on(t.publicationId, t.hash)]
);

/** The part of addresses after the @, as a keyed hash. */
export const domain = sqliteTable('domain', {
	id: integer().primaryKey(),
	hash: blob({ mode: 'buffer' }).notNull().unique(),
	/** a provider of mailboxes to anybody, so that sharing it means nothing */
	free: integer({ mode: 'boolean' }).notNull().default(false)
});

/** A service's own id of a reader. */
export const readerAlias = sqliteTable(
	'reader_alias',
	{
		sourceId: integer()
			.notNull()
			.references(() => source.id, { onDelete: 'cascade' }),
		alias: text().notNull(),
		readerId: integer()
			.notNull()
			.references(() => reader.id, { onDelete: 'cascade' })
	},
	(t) => [unique().on(t.sourceId, t.alias)]
);
