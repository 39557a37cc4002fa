import { matchPages } from '#lib/join/match-pages.ts';
import type { RuleSet } from '#lib/measure/verdicts/rules.ts';
import { localDays } from '../local-date.ts';
import { listClients } from '../store/events/clients.ts';
import type { PublicationDocument } from '../store/content/documents.ts';
import { grouped } from '../store/sql/grouped.ts';
import { factsOfIssues, type IssueFacts } from '../store/rollups/issue-facts.ts';
import type { Issue } from '../store/content/issues.ts';
import type { Db } from '../store/sql/open.ts';
import { activeReadersOf } from '../store/readers/reader-columns.ts';
import { rebuildRollups } from '../store/rollups/rebuild.ts';
import type { EventsOfSend } from '../store/rollups/roll-up.ts';
import { rollUpSend } from '../store/rollups/roll-up-send.ts';
import {
	replaceRollups,
	replaceSendRollups,
	type Rollups,
	type SendRollups
} from '../store/rollups/rollups.ts';
import { setRuleSetOfSends, type PublicationSend } from '../store/events/sends.ts';
import {
	pageIds,
	replaceUrlMatches,
	type ClickedUrl,
	type UrlMatch
} from '../store/events/urls.ts';
import { keepVerdicts, proxyOpen, type JudgedSend } from './judge.ts';
import { inSendOrder } from './send-order.ts';
import { judgedSends } from './judged-sends.ts';
import { turn } from './turn.ts';

export type RederiveProgress = (done: number, of: number) => void;

/** All that a publication sent, and by which rules it is judged. */
export type History = {
	sends: readonly PublicationSend[];
	issues: readonly Issue[];
	outlines: ReadonlyMap<number, PublicationDocument>;
	/** by issue, the pages of which its items are places */
	byPlace: ReadonlyMap<number, ReadonlySet<string>>;
	rules: RuleSet;
	ruleSetId: number;
	/** the publication's: what readers did is kept by its days */
	zone: string;
};

/** So many issues' facts are read in one statement, and so many rollups written in one transaction. */
const factsAtOnce = 50;
const writtenAtOnce = 10;

/**
 * Judges the events of sends anew, and counts them; makes the rollups of their issues, and of other
 * issues that are no more what they were.
 */
export async function renewRollups(
	db: Db,
	publicationId: number,
	history: History,
	dirty: { sends: ReadonlySet<number>; issues: ReadonlySet<number> },
	onProgress?: RederiveProgress
) {
	const { sends, issues, outlines, byPlace, rules, ruleSetId, zone } = history;
	const dayOf = localDays(zone);
	const clientOf = new Map((await listClients(db)).map((client) => [client.id, client]));
	const activeReaders = activeReadersOf(db, publicationId);
	const issueOf = new Map(issues.map((issue) => [issue.id, issue]));
	const sendsOfIssue = grouped(sends, ({ issueId }) => issueId);

	// an issue's only send: what was judged need not be read again
	const single = ({ issueId }: PublicationSend) =>
		issueId !== null && sendsOfIssue.get(issueId)!.length === 1 ? issueId : null;
	const factsOf = factsInTurn(
		db,
		inSendOrder(sends).flatMap((send) => single(send) ?? [])
	);
	const stale = new Set(dirty.issues);
	const written = new Written(db, ruleSetId);
	let done = 0;
	const tell = () => onProgress?.(++done, Math.max(done, dirty.issues.size));

	for await (const judgement of judgedSends(db, publicationId, rules, dirty.sends)) {
		const { send, notAssessed, lone } = judgement;
		const document = outlines.get(issueOf.get(send.issueId ?? 0)?.documentId ?? 0);
		const places = byPlace.get(send.issueId ?? 0);
		const matches = await matchUrls(db, judgement.urls, document, places);
		const events = await eventsOf(db, judgement, matches);
		const ofSend = rollUpSend(send.id, events, proxyOpen, { notAssessed, lone }, clientOf, dayOf);
		written.addSend(send, matches, ofSend);

		const issueId = single(send);
		if (issueId !== null) {
			const held = new Map([[send.id, events]]);
			const facts = await factsOf(issueId);
			written.addIssue(await rebuildRollups(db, facts, proxyOpen, activeReaders, held));
			stale.delete(issueId);
			tell();
		} else if (send.issueId !== null) stale.add(send.issueId);
		await written.whenFull();
		await turn();
	}
	await written.end();

	const left = issues.filter(({ id }) => stale.has(id)).map(({ id }) => id);
	const factsOfLeft = factsInTurn(db, left);
	for (const issueId of left) {
		const facts = await factsOfLeft(issueId);
		written.addIssue(await rebuildRollups(db, facts, proxyOpen, activeReaders));
		tell();
		await written.whenFull();
		await turn();
	}
	await written.end();
}

/** Facts of issues that are asked for in this order, though some may be left out. */
function factsInTurn(db: Db, issueIds: readonly number[]) {
	let known = new Map<number, IssueFacts>();
	let next = 0;
	return async (issueId: number): Promise<IssueFacts> => {
		while (!known.has(issueId)) {
			next = issueIds.indexOf(issueId, next);
			if (next < 0) throw new RangeError(`issue ${issueId} out of turn`);
			known = await factsOfIssues(db, issueIds.slice(next, (next += factsAtOnce)));
		}
		return known.get(issueId)!;
	};
}

/** Who did something on which day is asked across issues, where a pseudonym is nobody. */
export function withoutDays(rollups: SendRollups): SendRollups {
	return { ...rollups, days: [] };
}

/** Rollups on their way into the database, several issues a transaction. */
class Written {
	#db: Db;
	#ruleSetId: number;
	#matches = new Map<number, UrlMatch[]>();
	#sends = new Map<number, SendRollups>();
	/** those of them that were judged by the rules that hold */
	#judged: number[] = [];
	#issues: Rollups[] = [];

	constructor(db: Db, ruleSetId: number) {
		this.#db = db;
		this.#ruleSetId = ruleSetId;
	}

	addSend({ id, cutAt }: PublicationSend, matches: UrlMatch[], rollups: SendRollups) {
		this.#matches.set(id, matches);
		this.#sends.set(id, cutAt === null ? rollups : withoutDays(rollups));
		if (cutAt === null) this.#judged.push(id);
	}

	addIssue(rollups: Rollups) {
		this.#issues.push(rollups);
	}

	async whenFull() {
		if (this.#sends.size + this.#issues.length >= 2 * writtenAtOnce) await this.end();
	}

	async end() {
		const sendIds = [...this.#sends.keys()];
		if (sendIds.length + this.#issues.length === 0) return;
		await this.#db.transaction(async (tx) => {
			await replaceUrlMatches(tx, this.#matches);
			await setRuleSetOfSends(tx, this.#judged, this.#ruleSetId);
			await replaceSendRollups(tx, this.#sends);
			await replaceRollups(tx, this.#issues);
		});
		this.#matches.clear();
		this.#sends.clear();
		this.#judged = [];
		this.#issues = [];
	}
}

/** Keeps what was judged, and says where the URLs lead. */
async function eventsOf(
	db: Db,
	judgement: JudgedSend,
	matches: readonly UrlMatch[]
): Promise<EventsOfSend> {
	const { verdicts, proxied, urls } = judgement;
	const pageOf = new Map(matches.map(({ urlId, pageId }) => [urlId, pageId]));
	return {
		...(await keepVerdicts(db, judgement)),
		// a service's own word for some of them tells as much as habits do
		proxied: proxied || verdicts.opens.includes(proxyOpen),
		pages: new Map(
			urls.flatMap(({ urlId, pageId }) => {
				const page = pageOf.get(urlId) ?? pageId;
				return page === null ? [] : [[urlId, page]];
			})
		)
	};
}

/** Finds the pages of wrapped URLs that only the issue's document tells of. */
async function matchUrls(
	db: Db,
	urls: readonly ClickedUrl[],
	document: PublicationDocument | undefined,
	byPlace: ReadonlySet<string> | undefined
): Promise<UrlMatch[]> {
	const matches = document
		? matchPages(
				document.outline,
				urls.map(({ urlId, text }) => ({ id: urlId, url: text })),
				byPlace
			)
		: [];
	const resolved: { urlId: number; key: string; how: 'text' | 'order' | 'same' }[] = [
		...[...matches].flatMap(([urlId, match]) => {
			if (match.how !== 'text' && match.how !== 'order') return [];
			return [{ urlId, key: match.page, how: match.how }];
		})
	];
	const resolvedUrls = new Set(resolved.map(({ urlId }) => urlId));
	for (const { urlId, key, moved } of urls)
		if (moved && key !== null && !resolvedUrls.has(urlId))
			resolved.push({ urlId, key, how: 'same' });
	if (resolved.length === 0) return [];

	const ids = await db.transaction((tx) =>
		pageIds(tx, [...new Set(resolved.map(({ key }) => key))])
	);
	return resolved.map(({ urlId, key, how }) => ({ urlId, how, pageId: ids.get(key)! }));
}
