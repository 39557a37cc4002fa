import type { LoneCounts } from '#lib/measure/verdicts/lone-checks.ts';
import { judgeSend, type Judged, type NotAssessed } from '#lib/measure/verdicts/verdicts.ts';
import type { RecentSends } from '#lib/measure/verdicts/recent-sends.ts';
import { pack, verdicts, type RuleSet } from '#lib/measure/verdicts/rules.ts';
import { listClients, type Client } from '../store/events/clients.ts';
import { deliveredReaders } from '../store/rollups/deliveries.ts';
import { readEvents, roomFor, writeVerdicts, type SendEvents } from '../store/events/events.ts';
import { grouped } from '../store/sql/grouped.ts';
import { sendsHolding, type SendHolds } from '../store/rollups/issue-facts.ts';
import { linksOfIssues, type ItemLinkRow } from '../store/content/items.ts';
import type { Db } from '../store/sql/open.ts';
import { companyOfReaders } from '../store/readers/readers.ts';
import { sendsOf, type PublicationSend } from '../store/events/sends.ts';
import { keptJudgements, type KeptJudgement } from '../store/events/kept-judgements.ts';
import { inSendOrder, sentAtOf } from './send-order.ts';
import { clickedUrls, type ClickedUrl } from '../store/events/urls.ts';

/** Events of a send, as they are stored, with what the rules make of them. Plain data. */
export type JudgedSend = {
	send: PublicationSend;
	opens: SendEvents;
	clicks: SendEvents;
	/** one code an event (measure/verdicts) */
	verdicts: { opens: Uint8Array; clicks: Uint8Array };
	/** habits tell which readers are behind a privacy proxy */
	proxied: boolean;
	notAssessed: NotAssessed[];
	/** what single clicks say of lone checks by machines */
	lone: LoneCounts | null;
	/** the URLs clicked in it */
	urls: ClickedUrl[];
};

/** What is needed to judge, beside the events themselves. */
export type Bench = {
	sends: readonly PublicationSend[];
	clients: readonly Client[];
	companies: ReadonlyMap<number, number>;
	rules: RuleSet;
};

/** The verdict of an open by a privacy proxy. */
export const proxyOpen = pack(verdicts.machine, 'privacyProxy');

/** So many sends' words are read in one statement; their events are read send by send. */
const sendsAtOnce = 50;

/**
 * Judges the events of dirty sends and of those whose readers' habits they are part of, in order of
 * sending. Nothing is written: what was stored stands beside what was found.
 */
export async function* judge(
	db: Db,
	bench: Bench,
	dirty: ReadonlySet<number>
): AsyncGenerator<JudgedSend> {
	const { clients, companies, rules } = bench;
	const sentAt = sentAtOf(bench.sends);
	const sends = inSendOrder(bench.sends);
	const ids = sends.map(({ id }) => id);
	const holds = new Map((await sendsHolding(db, ids)).map((one) => [one.id, one]));
	const teaches = ({ id }: PublicationSend) => holds.get(id)!.opens + holds.get(id)!.clicks > 0;
	const { first, begin, end, ...stretch } = stretchOf(sends, dirty, teaches, rules);
	if (first < 0) return;

	let habits: RecentSends = [];
	let { shadow } = stretch;
	for (let from = begin; from < end; from += sendsAtOnce) {
		const part = sends.slice(from, Math.min(from + sendsAtOnce, end));
		const issueIds = part.flatMap(({ issueId }) => issueId ?? []);
		const partIds = part.map(({ id }) => id);
		const linksOf = await linksOfIssues(db, [...new Set(issueIds)]);
		const urlsOf = grouped(await clickedUrls(db, partIds), ({ sendId }) => sendId);

		const keptOf = await keptJudgements(db, partIds, proxyOpen);
		for (const [i, send] of part.entries()) {
			const { opens, clicks } = await eventsOf(db, holds.get(send.id)!);
			const urls = urlsOf.get(send.id) ?? [];
			const kept = keptOf.get(send.id);
			if (send.cutAt !== null) {
				// its readers are nobody's habits, and nobody's habits are known of them
				shadow = bench.rules.lookBack;
				if (from + i >= first) yield { send, opens, clicks, urls, ...asKept(opens, clicks, kept) };
				continue;
			}
			const delivered = await deliveredOfSend(db, send, holds);

			const judged = judgeSend(
				{
					opens: columns(opens, clients),
					clicks: columns(clicks, clients),
					clients: clients.map(({ machine, agent }) => ({ machine, agentClass: agent })),
					issue: send.issueId,
					sentAt: sentAt(send),
					delivered: delivered.length ? delivered : null,
					domain: (reader) => companies.get(reader) ?? -1,
					...linksOfSend(linksOf.get(send.issueId ?? 0) ?? [], urls)
				},
				habits,
				rules
			);
			const isShaded = shadow > 0;
			if (teaches(send)) [habits, shadow] = [judged.habits, shadow - 1];
			// what was judged when all habits were known is not judged again without
			const isKept =
				isShaded &&
				send.ruleSetId !== null &&
				kept?.opens === opens.at.length &&
				kept.clicks === clicks.at.length;
			const words = isKept ? asKept(opens, clicks, kept) : wordsOf(judged);
			if (from + i >= first) yield { send, opens, clicks, urls, ...words };
		}
	}
}

/**
 * The place of the first dirty send, below 0 where there is none; those, the end excluded, of sends that dirty
 * ones are judged by and of those judged by dirty ones; and over how many of them a send before that was cut
 * throws its shadow.
 *
 * @param teaches whether a send says anything of habits: one that only another service's log speaks of does not
 */
function stretchOf(
	sends: readonly PublicationSend[],
	dirty: ReadonlySet<number>,
	teaches: (send: PublicationSend) => boolean,
	{ lookBack }: RuleSet
): { first: number; begin: number; end: number; shadow: number } {
	const first = sends.findIndex(({ id }) => dirty.has(id));
	const last = sends.findLastIndex(({ id }) => dirty.has(id));
	const teaching = sends.flatMap((send, place) => (teaches(send) ? [place] : []));
	const begin = teaching.filter((place) => place < first).at(-lookBack) ?? 0;
	const after = teaching.filter((place) => place > last);
	const end = (after[lookBack - 1] ?? sends.length - 1) + 1;

	const cut = sends.slice(0, begin).findLastIndex(({ cutAt }) => cutAt !== null);
	const since = teaching.filter((place) => place > cut && place < begin).length;
	return { first, begin, end, shadow: cut < 0 ? 0 : Math.max(0, lookBack - since) };
}

async function eventsOf(db: Db, { id, opens }: SendHolds) {
	return {
		opens: opens ? await readEvents(db, 'open', id) : roomFor(),
		clicks: await readEvents(db, 'click', id)
	};
}

function wordsOf({ opens, clicks, proxied, notAssessed, lone }: Judged) {
	return { verdicts: { opens, clicks }, proxied: proxied !== null, notAssessed, lone };
}

/** What was judged once, as it is stored. */
function asKept(opens: SendEvents, clicks: SendEvents, kept: KeptJudgement | undefined) {
	return {
		verdicts: { opens: opens.verdict, clicks: clicks.verdict },
		proxied: kept?.proxied ?? false,
		notAssessed: kept?.notAssessed ?? [],
		lone: kept?.lone ?? null
	};
}

/** What a publication's sends are judged with. */
export async function benchOf(db: Db, publicationId: number, rules: RuleSet): Promise<Bench> {
	return {
		sends: await sendsOf(db, publicationId),
		clients: await listClients(db),
		companies: await companyOfReaders(db, publicationId),
		rules
	};
}

/**
 * Writes beside the events what the rules made of them, where it changed.
 *
 * @returns the events with their new verdicts, so that rollups need not read them again
 */
export async function keepVerdicts(
	db: Db,
	{ send, opens, clicks, verdicts }: JudgedSend
): Promise<{ opens: SendEvents; clicks: SendEvents }> {
	await writeVerdicts(db, 'open', send.id, opens, verdicts.opens);
	await writeVerdicts(db, 'click', send.id, clicks, verdicts.clicks);
	return {
		opens: { ...opens, verdict: verdicts.opens },
		clicks: { ...clicks, verdict: verdicts.clicks }
	};
}

/** Readers a send reached: deliveries may have come from another service's log of the same issue. */
async function deliveredOfSend(
	db: Db,
	{ id, issueId }: PublicationSend,
	holds: ReadonlyMap<number, SendHolds>
): Promise<Int32Array> {
	const own = await deliveredReaders(db, holds.get(id)!.deliveries ? [id] : []);
	if (own.readers.length > 0 || issueId === null) return own.readers;
	const others = [...holds.values()].filter((send) => send.issueId === issueId && send.deliveries);
	const reached = await deliveredReaders(
		db,
		others.map((send) => send.id)
	);
	return reached.readers;
}

/** The rules know programs by their place in a list. */
function columns(events: SendEvents, clients: readonly Client[]) {
	const places = new Map(clients.map(({ id }, place) => [id, place]));
	return {
		reader: events.reader,
		url: events.url,
		at: events.at,
		client: events.client.map((id) => places.get(id) ?? -1)
	};
}

/** Which exported URLs of a send are links of the footer, and how many links there are to click. */
function linksOfSend(links: readonly ItemLinkRow[], urls: readonly ClickedUrl[]) {
	const footerPages = new Set(
		links.filter(({ role }) => role === 'footer').map(({ pageId }) => pageId)
	);
	const pages = new Set(links.map(({ pageId }) => pageId)).size;
	const footer = urls.filter(({ pageId }) => pageId !== null && footerPages.has(pageId));

	return {
		footerUrls: new Set(footer.map(({ urlId }) => urlId)),
		links: Math.max(pages, urls.length),
		footerShare: pages ? footerPages.size / pages : 0
	};
}
