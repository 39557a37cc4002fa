import { beside } from './beside.ts';
import { archiveOf, issuesIn } from './archive.ts';
import { otherIssues, type Compared } from './comparison.ts';
import { issueRows } from './content/issues.ts';
import { newest } from './content/items.ts';
import type { Basis } from './content/rows.ts';
import { engagedDays, type Filters } from '#lib/filters/filters.ts';
import { overviewKeys, type KeyFigures } from './overview-keys.ts';
import type { Db } from '../store/sql/open.ts';
import type { Publication } from '../store/publications.ts';

/** What one publication's card shows beside those of others: the key figures of its overview. */
export type CardFigures = {
	keyFigures: KeyFigures;
	compared: Compared;
	/** days within which a click makes a reader engaged */
	window: number;
	/** issues of the period */
	issues: number;
	/** the basis of delivered, if it is the same in all of them; else null */
	basis: Basis | null;
	/** the newest event of all: UTC milliseconds; null without any */
	dataUpTo: number | null;
};

/** The key figures of a publication, as its overview has them. */
export const cardFigures = beside('card', makeCard);

async function makeCard(
	db: Db,
	publication: Publication,
	filters: Filters,
	now: number
): Promise<CardFigures> {
	const archive = await archiveOf(db, publication);
	const issues = issuesIn(archive, filters, publication.zone);
	const rows = issueRows(archive, issues);
	const other = otherIssues(archive, issues, filters, publication.zone);
	const before = issueRows(archive, other.issues);
	const { compared } = other;
	const bases = new Set(
		rows.filter(({ delivered }) => delivered !== null).map(({ basis }) => basis)
	);
	return {
		keyFigures: await overviewKeys(db, publication, { filters, now, rows, before, compared }),
		compared,
		window: filters.window ?? engagedDays,
		issues: issues.length,
		basis: bases.size === 1 ? [...bases][0]! : null,
		dataUpTo: newest(archive.issues)
	};
}
