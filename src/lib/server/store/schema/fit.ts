import { blob, integer, primaryKey, sqliteTable, text } from 'drizzle-orm/sqlite-core';
import { publication } from './publication.ts';

/**
 * The model as it was fitted to a publication's whole history, one row a league: editorial items,
 * sponsors. Derived: it can be made again from nothing.
 */
export const fit = sqliteTable(
	'fit',
	{
		publicationId: integer()
			.notNull()
			.references(() => publication.id, { onDelete: 'cascade' }),
		league: text({ enum: ['editorial', 'sponsor'] }).notNull(),
		/** the publication's, when what was fitted was read */
		revision: integer().notNull(),
		/** a hash of what was fitted and of the method: what has the same is the same */
		input: text().notNull(),
		/** what it says, as the room of fits writes it */
		body: blob({ mode: 'buffer' }).notNull()
	},
	(t) => [primaryKey({ columns: [t.publicationId, t.league] })]
);
