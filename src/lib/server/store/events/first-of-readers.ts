import { and, eq, inArray, sql } from 'drizzle-orm';
import { send } from '../schema/publication.ts';
import type { Db, Tx } from '../sql/open.ts';

/** Of more names at once a file holds their history, and tells by itself what came again. */
const MOST_NAMES = 20;

/** What happened to a send when readers did something, UTC seconds. */
const done = (sendId: number) => sql`
	SELECT reader_id, day * 86400 + second AS at FROM click_event WHERE send_id = ${sendId}
	UNION ALL SELECT reader_id, day * 86400 + second FROM open_event WHERE send_id = ${sendId}`;

/**
 * Which of these names a source's sends have that were first opened or clicked before a time, or after
 * another.
 *
 * @param names each with its times, UTC milliseconds
 */
export async function sendsOfOtherTimes(
	db: Db | Tx,
	sourceId: number,
	names: readonly { name: string; before: number; after: number }[]
): Promise<{ name: string; sendId: number; isBefore: boolean }[]> {
	if (names.length === 0 || names.length > MOST_NAMES) return [];
	const times = new Map(names.map((one) => [one.name, one]));
	const sends = await db
		.select({ sendId: send.id, name: send.campaign })
		.from(send)
		.where(and(eq(send.sourceId, sourceId), inArray(send.campaign, [...times.keys()])));
	const known: { name: string; sendId: number; isBefore: boolean }[] = [];
	for (const one of sends) {
		const [row] = await db.all<{ first: number | null }>(
			sql`SELECT min(at) AS first FROM (${done(one.sendId)})`
		);
		if (row!.first === null) continue;
		const first = row!.first * 1000;
		const { before, after } = times.get(one.name)!;
		if (first <= before || first >= after) known.push({ ...one, isBefore: first <= before });
	}
	return known;
}

/** When each reader first opened or clicked a send, UTC milliseconds, by the hexadecimal hash of the reader. */
export async function firstOfReaders(db: Db | Tx, sendId: number): Promise<Map<string, number>> {
	const rows = await db.all<{ hash: string; at: number }>(sql`
		SELECT lower(hex(r.hash)) AS hash, min(e.at) AS at
		FROM (${done(sendId)}) e JOIN reader r ON r.id = e.reader_id
		WHERE NOT r.erased GROUP BY e.reader_id`);
	return new Map(rows.map(({ hash, at }) => [hash, at * 1000]));
}

/** The links of a send that were clicked, without what is of a reader in them. */
export async function linksClicked(db: Db | Tx, sendId: number): Promise<Set<string>> {
	const rows = await db.all<{ text: string }>(sql`
		SELECT DISTINCT u.text AS text FROM click_event c JOIN url u ON u.id = c.url_id
		WHERE c.send_id = ${sendId}`);
	return new Set(rows.map(({ text }) => text));
}
