import type { SendEvents } from './events.ts';
import { encodeCounts, encodeReaders } from './reader-set.ts';
import type { EventsOfSend } from './roll-up.ts';
import type { SendRollups } from './rollups.ts';
import { sortedRows } from './sort-rows.ts';

/**
 * What is kept for one send: who clicked on which UTC day and how often, what was set aside, and which rules could
 * not be applied.
 */
export function rollUpSend(
	sendId: number,
	{ opens, clicks, proxied }: EventsOfSend,
	proxyCode: number,
	unassessed: readonly { rule: string; why: string }[]
): SendRollups {
	const kept: { day: number[]; reader: number[] } = { day: [], reader: [] };
	for (let i = 0; i < clicks.at.length; i++) {
		if (clicks.verdict[i] !== 0 || clicks.reader[i]! <= 0) continue;
		kept.day.push(Math.floor(clicks.at[i]! / 86_400));
		kept.reader.push(clicks.reader[i]!);
	}
	const days = new Map<number, { readers: number[]; clicks: number[] }>();
	for (const i of sortedRows(kept, ['day', 'reader'], kept.day.length)) {
		const day = days.get(kept.day[i]!) ?? { readers: [], clicks: [] };
		days.set(kept.day[i]!, day);
		const reader = kept.reader[i]!;
		if (day.readers.at(-1) === reader) day.clicks[day.clicks.length - 1]!++;
		else {
			day.readers.push(reader);
			day.clicks.push(1);
		}
	}

	return {
		days: [...days].map(([day, { readers, clicks }]) => ({
			sendId,
			day,
			readers: encodeReaders(readers),
			clicks: encodeCounts(clicks)
		})),
		verdicts: [
			...counted(sendId, 'open', opens, proxied ? [proxyCode] : []),
			...counted(sendId, 'click', clicks)
		],
		unassessed: unassessed.map((one) => ({ sendId, ...one }))
	};
}

/** @param always codes that have a row even where nothing has them */
function counted(
	sendId: number,
	event: 'open' | 'click',
	{ verdict }: SendEvents,
	always: readonly number[] = []
) {
	const totals = new Uint32Array(256);
	for (let i = 0; i < verdict.length; i++) totals[verdict[i]!]!++;
	return Array.from(totals, (n, code) => ({ sendId, event, verdict: code, n })).filter(
		({ verdict, n }) => n > 0 || always.includes(verdict)
	);
}
