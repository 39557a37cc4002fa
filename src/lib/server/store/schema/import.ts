import { index, integer, primaryKey, sqliteTable, text, unique } from 'drizzle-orm/sqlite-core';
import { publication, send, source } from './publication.ts';

/**
 * One file taken in. For good, `rows = accepted + duplicate + rejected + skipped`.
 * States: `waiting` and `question` hold a spooled file; `running` is read by whoever holds the job of
 * it, and taken back by the next where that one is gone; `undoing` waits to be taken out; `undone`
 * stays out until imported again.
 */
export const imported = sqliteTable(
	'import',
	{
		id: integer().primaryKey(),
		publicationId: integer()
			.notNull()
			.references(() => publication.id, { onDelete: 'cascade' }),
		sourceId: integer().references(() => source.id),
		/** the path below what was given, a zip's name first */
		name: text().notNull(),
		/** the zip it came in, so that both can be undone as one */
		container: text(),
		/** SHA-256 of the bytes, in hex */
		hash: text().notNull(),
		bytes: integer().notNull(),
		/** bytes read so far, while it runs */
		read: integer(),
		/** where the upload lies until it is taken in, then null */
		spool: text(),
		state: text({
			enum: ['waiting', 'running', 'question', 'done', 'failed', 'undoing', 'undone']
		}).notNull(),
		provider: text(),
		kind: text(),
		rows: integer().notNull().default(0),
		accepted: integer().notNull().default(0),
		duplicate: integer().notNull().default(0),
		rejected: integer().notNull().default(0),
		skipped: integer().notNull().default(0),
		/** how the file was read: encoding, delimiter, columns, date formats, zone */
		reading: text({ mode: 'json' }).$type<Record<string, unknown>>(),
		/** a trouble's code and details, where the file as a whole was refused */
		trouble: text({ mode: 'json' }).$type<{
			code: string;
			details: Record<string, string | number>;
		}>(),
		/** newest instant in the file: of two facts about one thing, the one of later date holds */
		asOf: integer(),
		/** declared complete: whoever is absent from the list has left */
		complete: integer({ mode: 'boolean' }).notNull().default(false),
		startedAt: integer().notNull(),
		finishedAt: integer(),
		/** the account that gave it, null for the command line and the inbox */
		by: text()
	},
	(t) => [index('import_hash').on(t.publicationId, t.hash)]
);

/** A row that could not be taken: why, and those of its cells that name neither a person nor an IP. */
export const importReject = sqliteTable(
	'import_reject',
	{
		importId: integer()
			.notNull()
			.references(() => imported.id, { onDelete: 'cascade' }),
		row: integer().notNull(),
		code: text().notNull(),
		cells: text({ mode: 'json' }).$type<(string | null)[]>().notNull()
	},
	(t) => [primaryKey({ columns: [t.importId, t.row] })]
);

/** Rows rightly left out, counted by reason. */
export const importSkip = sqliteTable(
	'import_skip',
	{
		importId: integer()
			.notNull()
			.references(() => imported.id, { onDelete: 'cascade' }),
		code: text().notNull(),
		n: integer().notNull()
	},
	(t) => [primaryKey({ columns: [t.importId, t.code] })]
);

/** Which sends an import touched: what an undo has to look at, and what becomes dirty by it. */
export const importSend = sqliteTable(
	'import_send',
	{
		importId: integer()
			.notNull()
			.references(() => imported.id, { onDelete: 'cascade' }),
		sendId: integer()
			.notNull()
			.references(() => send.id, { onDelete: 'cascade' })
	},
	(t) => [primaryKey({ columns: [t.importId, t.sendId] })]
);

/**
 * A dictionary of sets of imports: every event names the set that brought it. Undoing A deletes
 * what only {A} brought and moves the rest to the set without A.
 */
export const provenance = sqliteTable(
	'provenance',
	{
		id: integer().primaryKey(),
		/** ids in rising order, between commas: ",3,17," */
		imports: text().notNull(),
		/** the client that each of these imports names, in the same order */
		clients: text().notNull().default('')
	},
	(t) => [unique().on(t.imports, t.clients)]
);

/** How a person said that a file without a known shape is to be read. Recognises the next one. */
export const columnMap = sqliteTable(
	'column_map',
	{
		id: integer().primaryKey(),
		publicationId: integer()
			.notNull()
			.references(() => publication.id, { onDelete: 'cascade' }),
		/** the header, normalised and joined */
		header: text().notNull(),
		map: text({ mode: 'json' }).$type<Record<string, unknown>>().notNull()
	},
	(t) => [unique().on(t.publicationId, t.header)]
);

/** Files of the inbox that need no second look: a start reads only what is new. */
export const inboxFile = sqliteTable('inbox_file', {
	path: text().primaryKey(),
	bytes: integer().notNull(),
	/** milliseconds */
	modifiedAt: integer().notNull(),
	hash: text().notNull()
});
