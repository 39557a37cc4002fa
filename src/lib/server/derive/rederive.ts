import { canonical } from '#lib/url/canonical.ts';
import { renewFits } from '../fits/fits.ts';
import { documentsOf } from '../store/content/documents.ts';
import { grouped } from '../store/sql/grouped.ts';
import { orphanedSends } from '../store/events/imports.ts';
import { issuesOf } from '../store/content/issues.ts';
import type { Db } from '../store/sql/open.ts';
import { touchPublication, type Publication } from '../store/publications.ts';
import { deriveReaderStates, eventsTellStates } from '../store/readers/reader-states.ts';
import { dropSendRollups, issuesByReaders } from '../store/rollups/rollups.ts';
import { deriveSends, dropSends, sendsOf, type PublicationSend } from '../store/events/sends.ts';
import { keepSetting, readSetting } from '../store/settings.ts';
import { pageIds, setPagesOfUrls, urlsWithoutPage } from '../store/events/urls.ts';
import { deriveItems } from './derive-items.ts';
import { inSendOrder } from './send-order.ts';
import { readByTemplate } from './read-again.ts';
import { renewRollups, type RederiveProgress } from './renew-rollups.ts';
import { resolveIssues } from './resolve-issues.ts';
import { currentRules } from './rules.ts';
import { giveSectionNames } from './section-names.ts';
import { suggestTopics } from './suggest-topics.ts';
import { turn } from './turn.ts';

export type Dirty = {
	/** sends whose events or counts changed; `all` where nobody knows which */
	sends: ReadonlySet<number> | 'all';
	/** the subscriber list changed: whoever is counted by it has to be counted again */
	readers: boolean;
};

/** So many issues' items are put in place in one write: it lasts some tens of milliseconds. */
const issuesAtOnce = 25;

/**
 * Derives all that figures rest on from what imports brought: which sends are which issue, what its
 * items are, which page a URL leads to, verdicts, rollups and suggested topics. Nothing here is a
 * fact; all of it could be thrown away and made again, and no order of imports makes a difference.
 */
// eslint-disable-next-line max-lines-per-function -- the steps of deriving in their order, each on what those before it wrote
export async function rederive(
	db: Db,
	publication: Publication,
	asked: Dirty,
	now: number,
	onProgress?: RederiveProgress
) {
	const { id, zone } = publication;
	// by days of another zone, or of UTC as an earlier version had them: all is to be counted again
	const dirty = (await areDaysOf(db, publication)) ? asked : { ...asked, sends: 'all' as const };
	const orphans = await orphanedSends(db, id);
	const before = inSendOrder(orphans.length ? await sendsOf(db, id) : []);
	const isOrphan = ({ id }: PublicationSend) => orphans.includes(id);
	const orphaned = before.filter(isOrphan);
	// what those that followed were judged by was taught by it, too
	const followers = orphaned.map((gone) =>
		before.slice(before.indexOf(gone)).find((send) => !isOrphan(send))
	);
	await db.transaction(async (tx) => {
		await dropSendRollups(tx, orphans);
		await dropSends(tx, orphans);
		await deriveSends(tx, id);
	});
	await findPages(db);
	const readOtherwise = await readByTemplate(db, id);
	const changed = await db.transaction((tx) => resolveIssues(tx, id, zone));
	// an issue that lost a send goes on with the others
	for (const { issueId } of orphaned) if (issueId !== null) changed.add(issueId);

	const sends = await sendsOf(db, id);
	const issues = await issuesOf(db, id);
	for (const issue of issues)
		if (issue.documentId !== null && readOtherwise.has(issue.documentId)) changed.add(issue.id);
	const { id: ruleSetId, rules } = await currentRules(db, id, now);
	const dirtySends = new Set(
		sends
			.filter(
				(send) =>
					dirty.sends === 'all' ||
					dirty.sends.has(send.id) ||
					followers.some((one) => one?.id === send.id) ||
					// judged by rules that hold no more
					(send.ruleSetId !== null && send.ruleSetId !== ruleSetId && send.cutAt === null) ||
					(send.issueId !== null && changed.has(send.issueId))
			)
			.map((send) => send.id)
	);
	for (const send of sends)
		if (send.issueId !== null && dirtySends.has(send.id)) changed.add(send.issueId);

	const sendsOfIssue = grouped(sends, ({ issueId }) => issueId);
	const outlines = new Map((await documentsOf(db, id)).map((document) => [document.id, document]));
	const places = issues
		.filter((issue) => dirty.sends === 'all' || changed.has(issue.id))
		.map((issue) => ({
			issue,
			outline: outlines.get(issue.documentId ?? 0)?.outline ?? null,
			trace: outlines.get(issue.documentId ?? 0)?.headings ?? null,
			sendIds: (sendsOfIssue.get(issue.id) ?? []).map((send) => send.id)
		}));
	const byPlace = new Map<number, ReadonlySet<string>>();
	for (let from = 0; from < places.length; from += issuesAtOnce) {
		const part = places.slice(from, from + issuesAtOnce);
		for (const one of await db.transaction((tx) => deriveItems(tx, id, part))) {
			byPlace.set(one.issueId, one.byPlace);
			// what other sends of the issue brought leads elsewhere, too
			const own = one.turned ? (sendsOfIssue.get(one.issueId) ?? []) : [];
			for (const send of own) dirtySends.add(send.id);
		}
		await turn();
	}
	await db.transaction((tx) => giveSectionNames(tx, id));

	const readersChanged = dirty.readers || (await eventsTellStates(db, id));
	if (readersChanged) await deriveReaderStates(db, id);

	const stale = new Set(dirty.sends === 'all' ? issues.map((issue) => issue.id) : changed);
	if (readersChanged) for (const issueId of await issuesByReaders(db, id)) stale.add(issueId);
	const history = { sends, issues, outlines, byPlace, rules, ruleSetId, zone };
	await renewRollups(db, id, history, { sends: dirtySends, issues: stale }, onProgress);

	await suggestTopics(db, publication);
	await touchPublication(db, id);
	await keepSetting(db, `days:${id}`, zone);
	await renewFits(db, id);
}

/** Whether what readers did is kept by days of the publication's own zone. */
export async function areDaysOf(db: Db, { id, zone }: Publication): Promise<boolean> {
	return (await readSetting(db, `days:${id}`)) === zone;
}

/** Finds the page of every URL that has none yet. */
async function findPages(db: Db) {
	const urls = (await urlsWithoutPage(db)).flatMap(({ id, text }) => {
		const key = canonical(text);
		return key === null ? [] : [{ id, key }];
	});
	if (urls.length === 0) return;
	await db.transaction(async (tx) => {
		const pages = await pageIds(tx, [...new Set(urls.map(({ key }) => key))]);
		await setPagesOfUrls(
			tx,
			urls.map(({ id, key }) => ({ id, pageId: pages.get(key)! }))
		);
	});
}
