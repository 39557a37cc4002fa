import { unpack, verdicts } from '#lib/measure/verdicts/rules.ts';
import type { Db } from '../../store/sql/open.ts';
import type { Publication } from '../../store/publications.ts';
import { sendsOf } from '../../store/events/sends.ts';
import { verdictRows } from '../../store/events/verdicts.ts';
import { archiveOf, issuesIn } from '../archive.ts';
import type { Filters } from '#lib/filters/filters.ts';

/** One event for export; its reader is only a keyed hash. */
export type VerdictLine = {
	/** as its service calls it */
	send: string;
	/** as exported; empty for an open */
	url: string;
	/** UTC milliseconds */
	at: number;
	reader: string;
	verdict: keyof typeof verdicts;
	reason: string;
};

const names = Object.keys(verdicts) as (keyof typeof verdicts)[];

/** Every open and click of the period with its verdict, send by send: there may be millions. */
export async function* verdictLines(
	db: Db,
	publication: Publication,
	filters: Filters
): AsyncGenerator<VerdictLine[]> {
	const archive = await archiveOf(db, publication);
	const issues = issuesIn(archive, filters, publication.zone);
	const ids = new Set(issues.map(({ id }) => id));
	const whole = ids.size === archive.issues.length;

	for (const { id, campaign, issueId } of await sendsOf(db, publication.id)) {
		if (issueId === null ? !whole : !ids.has(issueId)) continue;
		for (const event of ['click', 'open'] as const)
			yield (await verdictRows(db, id, event)).map(({ url, at, reader, verdict: code }) => {
				const { verdict, reason } = unpack(code);
				const name = names.find((one) => verdicts[one] === verdict)!;
				return { send: campaign, url, at: at * 1000, reader, verdict: name, reason };
			});
	}
}
