import { integer, primaryKey, sqliteTable, text, unique } from 'drizzle-orm/sqlite-core';

/*
 * Events are integers, `WITHOUT ROWID` (the migration says so, drizzle cannot), and their primary
 * key is their identity: the same reader, send, page and second is one event, whichever file says
 * it. No foreign keys and no second index: both would be paid on each of millions of rows.
 *
 * `reader` of an event nobody is named for is −n: the n-th of its kind in that second; from 2^30 on
 * it is a pseudonym (store/readers/cut-readers.ts).
 * `day` is the UTC day since 1970, `second` the second in it. `verdict` is written only by a run of
 * the rules, `provenance` only by imports and undo; all else never changes.
 */
const columns = () => ({
	sendId: integer().notNull(),
	day: integer().notNull(),
	readerId: integer().notNull(),
	second: integer().notNull(),
	clientId: integer().notNull(),
	provenanceId: integer().notNull()
});

export const openEvent = sqliteTable(
	'open_event',
	{ ...columns(), verdict: integer().notNull().default(0) },
	(t) => [primaryKey({ columns: [t.sendId, t.day, t.readerId, t.second] })]
);

export const clickEvent = sqliteTable(
	'click_event',
	{ ...columns(), urlId: integer().notNull(), verdict: integer().notNull().default(0) },
	(t) => [primaryKey({ columns: [t.sendId, t.urlId, t.day, t.readerId, t.second] })]
);

export const deliveryEvent = sqliteTable('delivery_event', columns(), (t) => [
	primaryKey({ columns: [t.sendId, t.day, t.readerId, t.second] })
]);

export const unsubscribeEvent = sqliteTable('unsubscribe_event', columns(), (t) => [
	primaryKey({ columns: [t.sendId, t.day, t.readerId, t.second] })
]);

export const bounceEvent = sqliteTable('bounce_event', columns(), (t) => [
	primaryKey({ columns: [t.sendId, t.day, t.readerId, t.second] })
]);

export const complaintEvent = sqliteTable('complaint_event', columns(), (t) => [
	primaryKey({ columns: [t.sendId, t.day, t.readerId, t.second] })
]);

/**
 * That a reader unsubscribed, once nobody is to know from which issue: the event itself is a
 * pseudonym's from then on. Whether somebody is on the list is no matter of an issue.
 */
export const readerLeft = sqliteTable(
	'reader_left',
	{
		readerId: integer().notNull(),
		/** UTC seconds */
		at: integer().notNull(),
		provenanceId: integer().notNull()
	},
	(t) => [primaryKey({ columns: [t.readerId, t.at, t.provenanceId] })]
);

/** What an export says of the program behind an event, reduced to what verdicts and figures ask. */
export const client = sqliteTable(
	'client',
	{
		id: integer().primaryKey(),
		/** the service's own word that no person did it */
		machine: integer({ mode: 'boolean' }).notNull(),
		agent: text({ enum: ['unknown', 'browser', 'proxy', 'scanner'] }).notNull(),
		device: text().notNull(),
		country: text().notNull()
	},
	(t) => [unique().on(t.machine, t.agent, t.device, t.country)]
);

/** Numbers from 0: one packed value is unpacked into rows by joining it to these. */
export const sequence = sqliteTable('sequence', { i: integer().primaryKey() });

/** The rules, with their parameters, under which events were judged. */
export const ruleSet = sqliteTable('rule_set', {
	id: integer().primaryKey(),
	publicationId: integer().notNull(),
	version: integer().notNull(),
	rules: text({ mode: 'json' }).$type<Record<string, unknown>>().notNull(),
	createdAt: integer().notNull()
});
