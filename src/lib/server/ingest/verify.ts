import type { Db } from '../store/open.ts';
import { listPublications } from '../store/publications.ts';
import { issuesOf } from '../store/issues.ts';
import { rebuildRollups } from '../store/rebuild.ts';
import { readRollups, type Rollups } from '../store/rollups.ts';
import { proxyOpen } from './settle.ts';

export type Difference = {
	publication: string;
	issue: string;
	/** what differs: `issue.clickers`, `items`, … */
	what: string;
	stored: string;
	found: string;
};

export type Verification = { issues: number; differences: Difference[] };

/** Makes every rollup again from the events and says where what pages read differs from it. */
export async function verify(db: Db): Promise<Verification> {
	const differences: Difference[] = [];
	let issues = 0;

	for (const publication of await listPublications(db)) {
		for (const issue of await issuesOf(db, publication.id)) {
			issues++;
			const found = await rebuildRollups(db, publication.id, issue.id, proxyOpen);
			const stored = await readRollups(db, issue.id);
			const name = String(issue.number ?? issue.title);
			for (const difference of compare(stored, found))
				differences.push({ publication: publication.slug, issue: name, ...difference });
		}
	}
	return { issues, differences };
}

function compare(stored: Rollups | null, found: Rollups) {
	if (!stored) return [{ what: 'issue', stored: '–', found: JSON.stringify(found.issue) }];

	const fields = Object.keys(found.issue) as (keyof Rollups['issue'])[];
	const own = fields.flatMap((field) => {
		const [a, b] = [text(stored.issue[field]), text(found.issue[field])];
		return a === b ? [] : [{ what: `issue.${field}`, stored: a, found: b }];
	});
	const lists = (['items', 'pages', 'quarters'] as const).flatMap((what) => {
		const [a, b] = [listed(stored[what]), listed(found[what])];
		return a === b ? [] : [{ what, stored: a, found: b }];
	});
	return [...own, ...lists];
}

function text(value: unknown): string {
	return value instanceof Uint8Array ? Buffer.from(value).toString('hex') : String(value);
}

/** Rows as text, in an order of their own: the database keeps none. */
function listed(rows: readonly Record<string, unknown>[]): string {
	return rows
		.map((row) =>
			Object.keys(row)
				.sort()
				.map((key) => `${key}=${text(row[key])}`)
				.join(' ')
		)
		.sort()
		.join('; ');
}
