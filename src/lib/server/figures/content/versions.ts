import { nameOf, versionsBeside } from '#lib/join/versions.ts';
import { versionEffects, type VersionEffect } from '#lib/measure/stats/version-effects.ts';
import { sendsOf, type PublicationSend } from '../../store/events/sends.ts';
import { grouped } from '../../store/sql/grouped.ts';
import { sendCounts, type SendCounts } from '../../store/rollups/send-counts.ts';
import type { ArchiveIssue } from '../../store/rollups/archive.ts';
import type { Publication } from '../../store/publications.ts';
import type { Db } from '../../store/sql/open.ts';
import { derived } from '../archive.ts';
import type { Estimate } from './rows.ts';

/** One version of an issue that was sent in several; its lift is relative to the mean of the others. */
export type VersionRow = Estimate & {
	issueId: number;
	number: number | null;
	/** the service's name for it */
	version: string;
	subject: string | null;
	/** UTC milliseconds */
	sentAt: number | null;
	delivered: number | null;
	clickers: number | null;
	rate: number | null;
};

/**
 * The issues among these that were sent in several versions, as in an A/B test of the subject: how each
 * version did, newest test first.
 */
export async function versionsOf(
	db: Db,
	publication: Publication,
	issues: readonly Pick<ArchiveIssue, 'id' | 'number'>[]
): Promise<VersionRow[]> {
	const numbers = new Map(issues.map(({ id, number }) => [id, number]));
	const rows = await derived(db, publication, 'versions', () => versionRows(db, publication));
	return rows
		.filter(({ issueId }) => numbers.has(issueId))
		.map((row) => ({ ...row, number: numbers.get(row.issueId)! }));
}

/** Versions of all issues, newest first: how much versions differ is estimated from all of them. */
async function versionRows(
	db: Db,
	publication: Publication
): Promise<Omit<VersionRow, 'number'>[]> {
	const tests: Version[][] = [];
	for (const test of testsAmong(await sendsOf(db, publication.id))) {
		const versions: Version[] = [];
		for (const sends of test)
			versions.push({
				...(await sendCounts(db, sends)),
				sends
			});
		tests.push(versions);
	}
	const rated = tests.filter((test) => test.every(isRated));
	const effects = versionEffects(
		rated.map((test) =>
			test.map(({ delivered, clickers }) => ({ delivered: delivered!, clickers: clickers! }))
		)
	);
	return tests
		.map((test) => test.map((version, i) => rowOf(version, effects[rated.indexOf(test)]?.[i])))
		.toSorted(([a], [b]) => (b!.sentAt ?? 0) - (a!.sentAt ?? 0))
		.flat();
}

/** One version: all sends that its service gives the same name. */
type Version = SendCounts & { sends: PublicationSend[] };

function isRated({ delivered, clickers }: SendCounts): boolean {
	return delivered !== null && clickers !== null;
}

function rowOf(version: Version, effect: VersionEffect | undefined): Omit<VersionRow, 'number'> {
	const { delivered, clickers, filtered, sends } = version;
	const none = { lift: null, low: null, high: null, low50: null, high50: null, above: null };
	const first = <Value>(of: (send: PublicationSend) => Value | null) =>
		sends.map(of).find((value) => value !== null) ?? null;
	return {
		...(effect ?? none),
		enough: effect !== undefined,
		rank: null,
		rankLow: null,
		rankHigh: null,
		why: effect === undefined ? 'noDelivered' : filtered ? null : 'countsOnly',
		issueId: first(({ issueId }) => issueId)!,
		version: first(({ subject, name }) => (subject === null ? null : name)) ?? nameOf(sends[0]!),
		subject: first(({ subject }) => subject),
		sentAt: first(({ sentAt }) => sentAt),
		delivered,
		clickers,
		rate: delivered && clickers !== null ? clickers / delivered : null
	};
}

/** Groups sends that are versions of one issue: by test, and by version within it. */
function testsAmong(sends: readonly PublicationSend[]): PublicationSend[][][] {
	const sent = sends.filter(({ issueId, draft }) => issueId !== null && !draft);
	const byIssue = [...grouped(sent, ({ issueId }) => issueId).values()];
	return byIssue.map(versionsBeside).filter((versions) => versions.length > 0);
}
