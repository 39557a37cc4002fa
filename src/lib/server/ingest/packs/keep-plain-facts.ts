import type { EventKind, MoneyFact, ReaderFact, SendFact, TagFact } from '#lib/providers/facts.ts';
import { withoutReader } from '#lib/url/without-reader.ts';
import { keepIssueCount, type ReaderFactRow } from '../../store/events/facts.ts';
import { keepPlacement, keepSpend, keepValue } from '../../store/money.ts';
import type { Db } from '../../store/sql/open.ts';
import type { ListedSpell } from '../../store/readers/reader-spells.ts';
import { keepSendFact } from '../../store/events/sends.ts';
import { keepTags } from '../../store/events/tags.ts';
import { urlIds } from '../../store/events/urls.ts';
import type { Context } from './context.ts';

// Facts that come by the dozen, not by the million: kept one by one, as they are read.

/** What a list says of a send, who wrote it, and the totals that its row carries. */
export async function keepSend(db: Db, importId: number, sendId: number, fact: SendFact) {
	const { name, subject, sentAt, draft } = fact;
	await keepSendFact(db, {
		importId,
		sendId,
		name: name ?? null,
		subject: subject ?? null,
		sentAt: sentAt ?? null,
		draft: draft ?? null
	});

	const issue = name ?? subject;
	if (fact.authors && issue !== undefined)
		await keepTagFacts(db, importId, [{ fact: 'tag', issue, topics: [], authors: fact.authors }]);

	const counts: [EventKind, { total?: number | undefined; unique?: number | undefined }?][] = [
		['delivery', { unique: fact.delivered }],
		['open', fact.opens],
		['click', fact.clicks],
		['unsubscribe', { unique: fact.unsubscribes }]
	];
	for (const [event, { total, unique } = {}] of counts) {
		if (total === undefined && unique === undefined) continue;
		await keepIssueCount(db, {
			importId,
			sendId,
			event,
			total: total ?? null,
			unique: unique ?? null
		});
	}
}

/** Spend, a placement, or value; `readerId` is that of the reader whom value is from. */
export async function keepMoney(
	{ db, publication }: Pick<Context, 'db' | 'publication'>,
	importId: number,
	fact: MoneyFact,
	readerId: number | null
) {
	const { amount, currency, from, to, channel = null, campaign = null } = fact;
	const { issue = null, item = null } = fact;
	const urlId = fact.url ? await urlIdOf(db, fact.url) : null;
	const common = { importId, publicationId: publication.id };
	// a file that names no currency at all is in the publication's own
	const paid = { amount: amount ?? 0, currency: currency ?? publication.currency };

	if (fact.money === 'spend') {
		await keepSpend(db, { ...common, ...paid, channel: channel ?? '', campaign, from, to });
	} else if (fact.money === 'placement') {
		await keepPlacement(db, {
			...common,
			sponsor: fact.sponsor ?? '',
			issue,
			item,
			urlId,
			fee: amount === null ? null : paid.amount,
			currency: amount === null ? null : paid.currency,
			guaranteedClicks: fact.guaranteedClicks ?? null
		});
	} else {
		await keepValue(db, {
			...common,
			...paid,
			from,
			to,
			kind: fact.kind ?? null,
			readerId,
			channel,
			campaign,
			issue,
			item,
			urlId,
			conversions: fact.conversions ?? null,
			sessions: fact.sessions ?? null
		});
	}
}

/** The id of a URL, made when it is first met; what identifies a reader is taken off before. */
export async function urlIdOf(db: Db, url: string): Promise<number> {
	const text = withoutReader(url);
	return (await urlIds(db, [text])).get(text)!;
}

/** Stores what a file says items are about, and who wrote them. */
export async function keepTagFacts(db: Db, importId: number, tags: readonly TagFact[]) {
	const texts = tags.flatMap(({ url }) => (url ? [withoutReader(url)] : []));
	const ids = await urlIds(db, [...new Set(texts)]);
	await keepTags(
		db,
		tags.map(({ url, issue, item, topics, authors = [] }) => ({
			importId,
			urlId: url ? ids.get(withoutReader(url))! : null,
			issue: issue ?? null,
			item: item ?? null,
			topics,
			authors
		}))
	);
}

/**
 * What a subscriber list says of a reader, as it is stored.
 *
 * @param rows of the file, where several are about this reader, with what each says
 */
export function readerFactRow(
	importId: number,
	readerId: number,
	{ status, joined, left, channel, campaign, country, paid }: ReaderFact,
	rows: readonly ReaderFact[]
): ReaderFactRow {
	const stays = rows.map((row): ListedSpell => [
		row.joined ?? null,
		row.left ?? null,
		row.status ?? null
	]);
	return {
		importId,
		readerId,
		status: status ?? null,
		joined: joined ?? null,
		left: left ?? null,
		channel: channel ?? null,
		campaign: campaign ?? null,
		country: country ?? null,
		paid: paid ?? null,
		stays: stays.length > 1 ? stays : null
	};
}
