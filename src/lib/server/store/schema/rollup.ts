import { blob, index, integer, primaryKey, real, sqliteTable, text } from 'drizzle-orm/sqlite-core';
import type { Spell } from '../readers/reader-state.ts';
import { issue, item } from './document.ts';
import { publication, reader, send } from './publication.ts';

/*
 * What pages read: they never scan events. Rebuilt for dirty issues only, from nothing if need be;
 * `verify` compares them with the events. `readers` holds sorted reader ids (store/readers.ts), so
 * that distinct readers over any set of items are united when asked. Human means verdict 0.
 */
const issueId = () =>
	integer()
		.notNull()
		.references(() => issue.id, { onDelete: 'cascade' });

export const rollupIssue = sqliteTable('rollup_issue', {
	issueId: integer()
		.primaryKey()
		.references(() => issue.id, { onDelete: 'cascade' }),
	layer: text({ enum: ['events', 'readers', 'urls', 'issue', 'none'] }).notNull(),
	basis: text({ enum: ['events', 'count', 'subscribers', 'unknown'] }).notNull(),
	delivered: integer(),
	clickers: integer(),
	clicks: integer(),
	allClicks: integer(),
	/** clicks whose page the document names, of allClicks; and those on a page of two items */
	matched: integer().notNull(),
	ambiguous: integer().notNull(),
	allOpeners: integer(),
	/** distinct human openers or clickers among readers behind no privacy proxy, and how many those are */
	humanOpeners: integer(),
	openPopulation: integer(),
	/** clickers within that population */
	openClickers: integer(),
	unsubscribed: integer(),
	complained: integer(),
	/** UTC milliseconds of the newest event */
	dataUpTo: integer(),
	readers: blob({ mode: 'buffer' })
});

export const rollupItem = sqliteTable(
	'rollup_item',
	{
		itemId: integer()
			.primaryKey()
			.references(() => item.id, { onDelete: 'cascade' }),
		issueId: issueId(),
		clickers: integer(),
		clicks: integer(),
		allClicks: integer(),
		/** clickers who clicked a page that another item of the issue links to as well */
		shared: integer().notNull(),
		/** to how many it was shown, where counts say so of its link; else to all whom the issue reached */
		reach: integer(),
		readers: blob({ mode: 'buffer' })
	},
	(t) => [index('rollup_item_issue').on(t.issueId)]
);

/** Clicks of an issue per page: what an item's links got, and the inbox of pages in no document. */
export const rollupPage = sqliteTable(
	'rollup_page',
	{
		issueId: issueId(),
		pageId: integer().notNull(),
		clickers: integer(),
		clicks: integer(),
		allClicks: integer()
	},
	(t) => [primaryKey({ columns: [t.issueId, t.pageId] })]
);

/**
 * When an issue's clicks came: by quarter-hour of UTC since 1970, so that any zone can be applied
 * when asked. `first` counts clickers whose first human click on the issue this was.
 */
export const rollupQuarter = sqliteTable(
	'rollup_quarter',
	{
		issueId: issueId(),
		quarter: integer().notNull(),
		clicks: integer().notNull(),
		first: integer().notNull()
	},
	(t) => [primaryKey({ columns: [t.issueId, t.quarter] })]
);

/**
 * Who clicked on which UTC day: engaged readers of any window are their union. Opens are kept apart:
 * those by people, and those by a privacy proxy, which say nothing of the reader behind it.
 */
export const rollupDay = sqliteTable(
	'rollup_day',
	{
		sendId: integer()
			.notNull()
			.references(() => send.id, { onDelete: 'cascade' }),
		day: integer().notNull(),
		readers: blob({ mode: 'buffer' }).notNull(),
		/** how many human clicks each of them made, in their order; null in rollups older than this column */
		clicks: blob({ mode: 'buffer' }),
		openers: blob({ mode: 'buffer' }),
		proxied: blob({ mode: 'buffer' })
	},
	(t) => [primaryKey({ columns: [t.sendId, t.day] })]
);

/** What was set aside, by verdict code (measure/verdicts), with what was kept as code 0. */
export const rollupVerdict = sqliteTable(
	'rollup_verdict',
	{
		sendId: integer()
			.notNull()
			.references(() => send.id, { onDelete: 'cascade' }),
		event: text({ enum: ['open', 'click'] }).notNull(),
		verdict: integer().notNull(),
		n: integer().notNull()
	},
	(t) => [primaryKey({ columns: [t.sendId, t.event, t.verdict] })]
);

/** Rules that could not be applied to a send's events, and what was missing (measure/verdicts). */
export const rollupUnassessed = sqliteTable(
	'rollup_unassessed',
	{
		sendId: integer()
			.notNull()
			.references(() => send.id, { onDelete: 'cascade' }),
		rule: text().notNull(),
		why: text().notNull()
	},
	(t) => [primaryKey({ columns: [t.sendId, t.rule] })]
);

/** What a send's single clicks say of lone checks by machines (measure/lone-checks). */
export const rollupLone = sqliteTable('rollup_lone', {
	sendId: integer()
		.primaryKey()
		.references(() => send.id, { onDelete: 'cascade' }),
	footer: integer().notNull(),
	others: integer().notNull(),
	lateFooter: integer().notNull(),
	lateOthers: integer().notNull(),
	footerShare: real().notNull()
});

/** On which devices and in which countries readers clicked and opened, as the events of a send say it. */
export const rollupClient = sqliteTable(
	'rollup_client',
	{
		sendId: integer()
			.notNull()
			.references(() => send.id, { onDelete: 'cascade' }),
		of: text({ enum: ['device', 'country'] }).notNull(),
		/** as the export writes it, lower case */
		value: text().notNull(),
		/** human clicks, and the distinct readers with one */
		clicks: integer().notNull(),
		clickers: integer().notNull(),
		/** distinct readers with a human open */
		openers: integer().notNull()
	},
	(t) => [primaryKey({ columns: [t.sendId, t.of, t.value] })]
);

/** A reader's state as all imports together say it: see store/reader-state.ts. */
export const rollupReader = sqliteTable(
	'rollup_reader',
	{
		publicationId: integer()
			.notNull()
			.references(() => publication.id, { onDelete: 'cascade' }),
		readerId: integer()
			.notNull()
			.references(() => reader.id, { onDelete: 'cascade' }),
		status: text({ enum: ['active', 'left', 'bounced', 'pending'] }).notNull(),
		/** UTC milliseconds */
		joined: integer(),
		left: integer(),
		/** how the instant of leaving is known; `list`: no later than this */
		leftBy: text({ enum: ['date', 'event', 'list'] }),
		channel: text(),
		campaign: text(),
		country: text(),
		paid: integer({ mode: 'boolean' }),
		/** stretches of membership before the one that `joined` begins, the oldest first; null for none */
		earlier: text({ mode: 'json' }).$type<Spell[]>()
	},
	(t) => [primaryKey({ columns: [t.publicationId, t.readerId] })]
);
