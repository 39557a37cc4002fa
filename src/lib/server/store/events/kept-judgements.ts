import { inArray } from 'drizzle-orm';
import type { LoneCounts } from '#lib/measure/verdicts/lone-checks.ts';
import type { NotAssessed } from '#lib/measure/verdicts/verdicts.ts';
import { rollupLone, rollupUnassessed, rollupVerdict } from '../schema/rollup.ts';
import type { Db } from '../sql/open.ts';

/** What judging a send said beside its verdicts, and of how many events. */
export type KeptJudgement = {
	opens: number;
	clicks: number;
	proxied: boolean;
	notAssessed: NotAssessed[];
	lone: LoneCounts | null;
};

/** What is kept of sends that were judged, by send. @param proxyCode the verdict of an open by a privacy proxy */
export async function keptJudgements(
	db: Db,
	sendIds: readonly number[],
	proxyCode: number
): Promise<Map<number, KeptJudgement>> {
	const kept = new Map<number, KeptJudgement>();
	const of = (sendId: number) => {
		let one = kept.get(sendId);
		if (!one)
			kept.set(
				sendId,
				(one = { opens: 0, clicks: 0, proxied: false, notAssessed: [], lone: null })
			);
		return one;
	};
	const ids = [...sendIds];
	for (const { sendId, event, verdict, n } of await db
		.select()
		.from(rollupVerdict)
		.where(inArray(rollupVerdict.sendId, ids))) {
		const one = of(sendId);
		one[event === 'open' ? 'opens' : 'clicks'] += n;
		if (event === 'open' && verdict === proxyCode) one.proxied = true;
	}
	for (const { sendId, ...one } of await db
		.select()
		.from(rollupUnassessed)
		.where(inArray(rollupUnassessed.sendId, ids)))
		of(sendId).notAssessed.push(one as NotAssessed);
	for (const { sendId, ...lone } of await db
		.select()
		.from(rollupLone)
		.where(inArray(rollupLone.sendId, ids)))
		of(sendId).lone = lone;
	return kept;
}
