import { issueLabel } from '#lib/issue-label.ts';
import type { Db } from '../store/sql/open.ts';
import type { Publication } from '../store/publications.ts';
import { peopleKeys } from './audience/people.ts';
import type { Compared } from './comparison.ts';
import { issueKeys, type IssueKeys, type Series } from './content/issue-keys.ts';
import type { IssueRow } from './content/rows.ts';
import type { Filters } from '#lib/filters/filters.ts';

/** `engaged` is as of the end of the period, and of each issue's day; null without clicks. */
export type KeyFigures = IssueKeys & { engaged: Series | null };

type KeyFiguresInput = {
	filters: Filters;
	now: number;
	/** issues of the period, and those they are compared with, newest first */
	rows: readonly IssueRow[];
	before: readonly IssueRow[];
	compared: Compared;
};

/** The overview's key figures: on its page, on the card of a publication, and in reports. */
export async function overviewKeys(
	db: Db,
	publication: Publication,
	{ rows, before, compared, ...asked }: KeyFiguresInput
): Promise<KeyFigures> {
	return {
		...issueKeys(rows, before, compared),
		engaged: await engagedReaders(db, publication, { ...asked, rows })
	};
}

/** Engaged readers at the end of the period and on the day of each issue. */
async function engagedReaders(
	db: Db,
	publication: Publication,
	{ filters, now, rows }: Pick<KeyFiguresInput, 'filters' | 'now' | 'rows'>
): Promise<Series | null> {
	const dated = [...rows].reverse().filter((row) => row.sentAt !== null);
	if (dated.length === 0) return null;
	// of all readers: nothing else here is narrowed to a channel
	const keys = await peopleKeys(db, publication, { ...filters, channel: null }, now);
	if (!keys?.figures.engaged) return null;
	return {
		...keys.figures.engaged,
		points: dated.map(({ sentAt, number, title }) => ({
			at: sentAt!,
			label: issueLabel({ number, title }),
			value: keys.people.engagedAt(sentAt!)
		}))
	};
}
