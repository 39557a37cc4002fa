import { matchPages } from '#lib/join/match-pages.ts';
import { pack, verdicts } from '#lib/measure/rules.ts';
import { canonical } from '#lib/url/canonical.ts';
import { listClients } from '../store/clients.ts';
import { documentsOf, type PublicationDocument } from '../store/documents.ts';
import { orphanedSends } from '../store/imports.ts';
import { issuesOf, type Issue } from '../store/issues.ts';
import type { Db } from '../store/open.ts';
import { touchPublication, type Publication } from '../store/publications.ts';
import { activeReadersOf } from '../store/reader-columns.ts';
import { deriveReaderStates, eventsTellStates } from '../store/reader-states.ts';
import { companyOfReaders } from '../store/readers.ts';
import { rebuildRollups } from '../store/rebuild.ts';
import type { EventsOfSend } from '../store/roll-up.ts';
import { rollUpSend } from '../store/roll-up-send.ts';
import {
	dropSendRollups,
	issuesByReaders,
	replaceRollups,
	replaceSendRollups
} from '../store/rollups.ts';
import {
	deriveSends,
	dropSends,
	sendsOf,
	setRuleSetOfSend,
	type PublicationSend
} from '../store/sends.ts';
import { dropSetting } from '../store/settings.ts';
import {
	pageIds,
	replaceUrlMatches,
	setPagesOfUrls,
	urlsWithoutPage,
	type ClickedUrl,
	type UrlMatch
} from '../store/urls.ts';
import { deriveItems } from './derive-items.ts';
import { judge, keepVerdicts } from './judge.ts';
import { resolveIssues } from './resolve-issues.ts';
import { currentRules } from './rules.ts';
import { giveSectionNames } from './section-names.ts';
import { suggestTopics } from './suggest-topics.ts';

export type Dirty = {
	/** sends whose events or counts changed; `all` where nobody knows which */
	sends: ReadonlySet<number> | 'all';
	/** the subscriber list changed: whoever is counted by it has to be counted again */
	readers: boolean;
};

/** The verdict of an open by a privacy proxy. */
export const proxyOpen = pack(verdicts.machine, 'privacyProxy');

export type SettleProgress = (done: number, of: number) => void;

/**
 * Derives all that figures rest on from what imports brought: which sends are which issue, what its
 * items are, which page a URL leads to, verdicts, rollups and suggested topics. Nothing here is a
 * fact; all of it could be thrown away and made again, and no order of imports makes a difference.
 */
export async function settle(
	db: Db,
	publication: Publication,
	dirty: Dirty,
	now: number,
	onProgress?: SettleProgress
) {
	const { id, zone } = publication;
	const orphans = await orphanedSends(db, id);
	const bereft = (await sendsOf(db, id)).filter((send) => orphans.includes(send.id));
	await db.transaction(async (tx) => {
		await dropSendRollups(tx, orphans);
		await dropSends(tx, orphans);
		await deriveSends(tx, id);
	});
	await findPages(db);
	const changed = await db.transaction((tx) => resolveIssues(tx, id, zone));
	// an issue that lost a send goes on with the others
	for (const { issueId } of bereft) if (issueId !== null) changed.add(issueId);

	const sends = await sendsOf(db, id);
	const issues = await issuesOf(db, id);
	const { id: ruleSetId, rules } = await currentRules(db, id, now);
	const dirtySends = new Set(
		sends
			.filter(
				(send) =>
					dirty.sends === 'all' ||
					dirty.sends.has(send.id) ||
					// judged by rules that hold no more
					(send.ruleSetId !== null && send.ruleSetId !== ruleSetId) ||
					(send.issueId !== null && changed.has(send.issueId))
			)
			.map((send) => send.id)
	);
	for (const send of sends)
		if (send.issueId !== null && dirtySends.has(send.id)) changed.add(send.issueId);

	const sendsOfIssue = grouped(sends);
	const outlines = new Map((await documentsOf(db, id)).map((document) => [document.id, document]));
	for (const issue of issues)
		if (dirty.sends === 'all' || changed.has(issue.id)) {
			await placeItems(db, id, issue, outlines, sendsOfIssue.get(issue.id) ?? []);
			await turn();
		}
	await db.transaction((tx) => giveSectionNames(tx, id));

	const readersChanged = dirty.readers || (await eventsTellStates(db, id));
	if (readersChanged) await deriveReaderStates(db, id);

	const companies = await companyOfReaders(db, id);
	const clients = await listClients(db);
	const clientOf = new Map(clients.map((client) => [client.id, client]));
	const stale = new Set(dirty.sends === 'all' ? issues.map((issue) => issue.id) : changed);
	const rolledUp = new Set<number>();

	const bench = { sends, clients, companies, rules };
	const activeReaders = activeReadersOf(db, id);
	for await (const judgement of judge(db, bench, dirtySends)) {
		const { send, judged, urls } = judgement;
		const issue = issues.find((issue) => issue.id === send.issueId);
		const document = issue?.documentId ? outlines.get(issue.documentId) : undefined;
		const matches = await matchUrls(db, urls, document);
		const pageOf = new Map(matches.map(({ urlId, pageId }) => [urlId, pageId]));
		const events: EventsOfSend = {
			...(await keepVerdicts(db, judgement)),
			// a service's own word for some of them tells as much as habits do
			proxied: judged.proxied !== null || judged.opens.includes(proxyOpen),
			pages: new Map(
				urls.flatMap(({ urlId, pageId }) => {
					const page = pageOf.get(urlId) ?? pageId;
					return page === null ? [] : [[urlId, page]];
				})
			)
		};
		const ofSend = rollUpSend(send.id, events, proxyOpen, judged.notAssessed, clientOf);
		// an issue's only send: what was judged need not be read again
		const ofIssue =
			issue && sendsOfIssue.get(issue.id)!.length === 1
				? await rebuildRollups(db, issue.id, proxyOpen, activeReaders, new Map([[send.id, events]]))
				: null;

		await db.transaction(async (tx) => {
			await replaceUrlMatches(tx, send.id, matches);
			await setRuleSetOfSend(tx, send.id, ruleSetId);
			await replaceSendRollups(tx, send.id, ofSend);
			if (ofIssue) await replaceRollups(tx, ofIssue);
		});
		if (issue && !ofIssue) stale.add(issue.id);
		if (issue && ofIssue) {
			stale.delete(issue.id);
			rolledUp.add(issue.id);
			onProgress?.(rolledUp.size, Math.max(rolledUp.size, changed.size));
		}
		await turn();
	}
	const byReaders = readersChanged ? await issuesByReaders(db, id) : new Set<number>();
	for (const issue of issues)
		if (stale.has(issue.id) || (byReaders.has(issue.id) && !rolledUp.has(issue.id))) {
			const rollups = await rebuildRollups(db, issue.id, proxyOpen, activeReaders);
			await db.transaction((tx) => replaceRollups(tx, rollups));
		}

	await suggestTopics(db, publication);
	await touchPublication(db, id);
	await dropSetting(db, `unsettled:${id}`);
}

/** A real turn of the event loop, without which finished native statements pile up. */
function turn(): Promise<void> {
	return new Promise((turned) => setImmediate(turned));
}

function grouped(sends: readonly PublicationSend[]) {
	const byIssue = new Map<number, PublicationSend[]>();
	for (const send of sends)
		if (send.issueId !== null)
			byIssue.set(send.issueId, [...(byIssue.get(send.issueId) ?? []), send]);
	return byIssue;
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

async function placeItems(
	db: Db,
	publicationId: number,
	issue: Issue,
	outlines: ReadonlyMap<number, PublicationDocument>,
	sends: readonly PublicationSend[]
) {
	const outline =
		issue.documentId === null ? null : (outlines.get(issue.documentId)?.outline ?? null);
	await db.transaction((tx) =>
		deriveItems(
			tx,
			publicationId,
			issue,
			outline,
			sends.map(({ id }) => id)
		)
	);
}

/** Finds the pages of wrapped URLs that only the issue's document tells of. */
async function matchUrls(
	db: Db,
	urls: readonly ClickedUrl[],
	document: PublicationDocument | undefined
): Promise<UrlMatch[]> {
	const found = document
		? matchPages(
				document.outline,
				urls.map(({ urlId, text }) => ({ id: urlId, url: text }))
			)
		: [];
	const told: { urlId: number; key: string; how: 'text' | 'order' | 'same' }[] = [
		...[...found].flatMap(([urlId, match]) => {
			const key = match.how === 'text' || match.how === 'order' ? canonical(match.target) : null;
			return key === null ? [] : [{ urlId, key, how: match.how as 'text' | 'order' }];
		})
	];
	const toldUrls = new Set(told.map(({ urlId }) => urlId));
	for (const { urlId, key, moved } of urls)
		if (moved && !toldUrls.has(urlId)) told.push({ urlId, key, how: 'same' });
	if (told.length === 0) return [];

	const ids = await db.transaction((tx) => pageIds(tx, [...new Set(told.map(({ key }) => key))]));
	return told.map(({ urlId, key, how }) => ({ urlId, how, pageId: ids.get(key)! }));
}
