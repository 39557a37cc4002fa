import { blob, integer, primaryKey, sqliteTable, text } from 'drizzle-orm/sqlite-core';

/**
 * A file of the spool that several machines may need: it lies here, encrypted by a key that is not in
 * the database, for as long as one on a disk would. Empty where the database is a file.
 */
export const spooled = sqliteTable('spooled', {
	/** what its copies on disks are called */
	name: text().primaryKey(),
	/** what encryption began with, in hex; before it, since keys can be rotated, which key it was */
	nonce: text().notNull(),
	/** how many bytes it holds; null while it is being written */
	bytes: integer(),
	/** UTC milliseconds */
	madeAt: integer().notNull()
});

/** The bytes of such a file, in order: pieces small enough to be held, and sent, one at a time. */
export const spooledPart = sqliteTable(
	'spooled_part',
	{
		name: text()
			.notNull()
			.references(() => spooled.name, { onDelete: 'cascade' }),
		n: integer().notNull(),
		bytes: blob({ mode: 'buffer' }).notNull()
	},
	(t) => [primaryKey({ columns: [t.name, t.n] })]
);
