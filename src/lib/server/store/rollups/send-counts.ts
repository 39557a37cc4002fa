import { inArray } from 'drizzle-orm';
import { issueCounts } from '../events/facts.ts';
import { Readers } from '../readers/reader-set.ts';
import { rollupDay } from '../schema/rollup.ts';
import type { Db, Tx } from '../sql/open.ts';
import { deliveredReaders } from './deliveries.ts';

/** What is known of one send, or of several that are one. */
export type SendCounts = {
	delivered: number | null;
	/** distinct readers with a human click; as the service counted them where `filtered` is false */
	clickers: number | null;
	/** its clicks were exported one by one, so that those of machines are not among them */
	filtered: boolean;
};

/** How many readers these sends reached together, and how many of them clicked. */
export async function sendCounts(db: Db | Tx, sendIds: readonly number[]): Promise<SendCounts> {
	const days = await db
		.select({ readers: rollupDay.readers })
		.from(rollupDay)
		.where(inArray(rollupDay.sendId, [...sendIds]));
	const counts = await issueCounts(db, sendIds);
	const most = (event: 'delivery' | 'click') =>
		counts
			.filter((count) => count.event === event)
			.map(({ unique, total }) => unique ?? (event === 'delivery' ? total : null) ?? 0)
			.reduce((a, b) => Math.max(a, b), 0) || null;

	const { readers, by } = await deliveredReaders(db, sendIds);
	const clickers = days.reduce((all, day) => all.add(day.readers), new Readers()).size;
	return {
		delivered:
			by === 'events' ? readers.length : Math.max(most('delivery') ?? 0, readers.length) || null,
		clickers: days.length ? clickers : most('click'),
		filtered: days.length > 0
	};
}
