import { index, integer, primaryKey, real, sqliteTable, text } from 'drizzle-orm/sqlite-core';
import { jobKinds } from '#lib/job-kinds.ts';
import { publication } from './publication.ts';

/**
 * One piece of work that goes on by itself: it waits, runs under a lease that its process renews,
 * and ends. A lease that ran out is taken over by whoever looks next. Instants are the database's
 * own, in UTC milliseconds, so that two machines need not agree on the time.
 */
export const job = sqliteTable(
	'job',
	{
		// a number is never given twice: somebody may ask for it long after
		id: integer().primaryKey({ autoIncrement: true }),
		/** null for what concerns the whole installation */
		publicationId: integer().references(() => publication.id, { onDelete: 'cascade' }),
		kind: text({ enum: jobKinds }).notNull(),
		/** what it is about: the number of an import or a mail, a revision, an id of a rule set */
		subject: text(),
		state: text({ enum: ['waiting', 'running', 'done', 'failed'] }).notNull(),
		/** the one machine that can do it, because the file lies on its disk; null for any */
		machine: text(),
		/** who does it, or has put it in line for itself: a process, by machine, number and mark */
		owner: text(),
		leaseUntil: integer(),
		heartbeatAt: integer(),
		/** how often it was begun */
		attempts: integer().notNull().default(0),
		/** 0..1; null where nobody can say */
		progress: real(),
		/** why it failed, or was put off */
		trouble: text({ mode: 'json' }).$type<{
			code: string;
			details: Record<string, string | number>;
		}>(),
		madeAt: integer().notNull(),
		/** not before */
		nextAt: integer().notNull(),
		startedAt: integer(),
		endedAt: integer()
	},
	(t) => [index('job_state').on(t.state, t.kind), index('job_publication').on(t.publicationId)]
);

/**
 * What a job is to look at, one thing a row: `all` and `readers` have no id. Whoever asks for more
 * while it waits adds rows; whoever does it takes them away one by one where that can be gone on with.
 */
export const jobTarget = sqliteTable(
	'job_target',
	{
		jobId: integer()
			.notNull()
			.references(() => job.id, { onDelete: 'cascade' }),
		what: text({ enum: ['all', 'readers', 'send', 'issue', 'import'] }).notNull(),
		id: integer().notNull().default(0)
	},
	(t) => [primaryKey({ columns: [t.jobId, t.what, t.id] })]
);
