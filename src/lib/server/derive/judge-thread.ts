import { on } from 'node:events';
import { parentPort, workerData } from 'node:worker_threads';
import type { RuleSet } from '#lib/measure/verdicts/rules.ts';
import { openBeside } from '../store/sql/open.ts';
import { benchOf, judge, type JudgedSend } from './judge.ts';

// The program of a thread that judges many sends (judged-sends.ts).

export type JudgeOrder = { url: string; publicationId: number; rules: RuleSet; dirty: number[] };

export type FromJudge = { judgement?: JudgedSend; done?: boolean };

/** Sends that may be on their way: one is counted while the next is judged, and one lies ready. */
const most = 2;

async function judgeForOther({ url, publicationId, rules, dirty }: JudgeOrder) {
	const port = parentPort!;
	const credits = on(port, 'message');
	const db = openBeside(url);
	const bench = await benchOf(db, publicationId, rules);
	let out = 0;
	for await (const judgement of judge(db, bench, new Set(dirty))) {
		if (out++ >= most) await credits.next();
		port.postMessage({ judgement } satisfies FromJudge, buffersOf(judgement));
	}
	db.$client.close();
	port.postMessage({ done: true } satisfies FromJudge);
	// waits to be ended: whoever asked still has sends to take
}

/** What is handed over instead of copied. */
function buffersOf({ opens, clicks, verdicts }: JudgedSend): ArrayBuffer[] {
	const columns = [opens, clicks].flatMap((events) => Object.values(events));
	return [...columns, verdicts.opens, verdicts.clicks].map(({ buffer }) => buffer as ArrayBuffer);
}

await judgeForOther(workerData as JudgeOrder);
