import * as v from 'valibot';
import { dropImport } from '../../store/events/imports.ts';
import type { Db, Tx } from '../../store/sql/open.ts';
import { keepSetting, readSetting } from '../../store/settings.ts';

const became = v.array(v.tuple([v.number(), v.picklist(['read', 'known', 'out'])]));

/** The imports that an upload became, and how each came about. */
type Became = v.InferOutput<typeof became>;

/** An upload that is no import of its own goes; whoever asks by its number is told of those that it became. */
export async function becomes(db: Db, id: number, others: Became) {
	await db.transaction(async (tx) => {
		await keepSetting(tx, `became:${id}`, JSON.stringify(others));
		await dropImport(tx, id);
	});
}

/** What an upload became, by the number that it was given; none where there is no such. */
export async function becameOf(db: Db | Tx, id: number): Promise<Became> {
	const kept = await readSetting(db, `became:${id}`);
	const parsed = v.safeParse(became, kept === null ? null : JSON.parse(kept));
	return parsed.success ? parsed.output : [];
}
