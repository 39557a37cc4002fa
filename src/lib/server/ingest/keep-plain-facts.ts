import type { MoneyFact, ReaderFact, SendFact, TagFact } from '#lib/providers/facts.ts';
import { withoutReader } from '#lib/url/without-reader.ts';
import type { EventKind } from '../store/events.ts';
import {
	keepIssueCount,
	keepPlacement,
	keepSpend,
	keepValue,
	type ReaderFactRow
} from '../store/facts.ts';
import type { Db } from '../store/open.ts';
import { keepSendFact } from '../store/sends.ts';
import { keepTags } from '../store/tags.ts';
import { urlIds } from '../store/urls.ts';

// Facts that come by the dozen, not by the million: kept one by one, as they are read.

/** What a list says of a send, and the totals that its row carries. */
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
	db: Db,
	importId: number,
	fact: MoneyFact,
	readerId: number | null
) {
	const { amount, currency, from, to } = fact;
	const urlId = fact.url ? await urlIdOf(db, fact.url) : null;

	if (fact.money === 'spend') {
		const { channel = '', campaign = null } = fact;
		await keepSpend(db, { importId, channel, campaign, from, to, amount, currency });
	} else if (fact.money === 'placement') {
		await keepPlacement(db, {
			importId,
			sponsor: fact.sponsor ?? '',
			issue: fact.issue ?? null,
			urlId,
			fee: amount,
			currency,
			guaranteedClicks: fact.guaranteedClicks ?? null
		});
	} else {
		await keepValue(db, {
			importId,
			date: from,
			amount,
			currency,
			kind: fact.kind ?? null,
			readerId,
			channel: fact.channel ?? null,
			issue: fact.issue ?? null,
			urlId
		});
	}
}

export async function urlIdOf(db: Db, url: string): Promise<number> {
	const text = withoutReader(url);
	return (await urlIds(db, [text])).get(text)!;
}

export async function keepTagFacts(db: Db, importId: number, tags: readonly TagFact[]) {
	const texts = tags.flatMap(({ url }) => (url ? [withoutReader(url)] : []));
	const ids = await urlIds(db, [...new Set(texts)]);
	await keepTags(
		db,
		tags.map(({ url, issue, item, topics }) => ({
			importId,
			urlId: url ? ids.get(withoutReader(url))! : null,
			issue: issue ?? null,
			item: item ?? null,
			topics
		}))
	);
}

/** What a subscriber list says of a reader, as it is stored. */
export function readerFactRow(
	importId: number,
	readerId: number,
	{ status, joined, left, channel, country, paid }: ReaderFact
): ReaderFactRow {
	return {
		importId,
		readerId,
		status: status ?? null,
		joined: joined ?? null,
		left: left ?? null,
		channel: channel ?? null,
		country: country ?? null,
		paid: paid ?? null
	};
}
