import { existsSync } from 'node:fs';
import { on } from 'node:events';
import { fileURLToPath } from 'node:url';
import { Worker } from 'node:worker_threads';
import type { RuleSet } from '#lib/measure/verdicts/rules.ts';
import { haveEvents } from '../store/events/events.ts';
import { databaseFile, type Db } from '../store/sql/open.ts';
import { benchOf, judge, type JudgedSend } from './judge.ts';
import type { FromJudge, JudgeOrder } from './judge-thread.ts';

/** Beside the built command line (vite.cli.config.ts). */
const thread = new URL('./judge-thread.js', import.meta.url);

/** From so many events on they are judged in a thread of their own: starting it takes 0.3 s. */
const worthAThread = 200_000;

/**
 * Judges sends in order of sending: here or, where there is much to judge, in another thread while
 * what was judged before is counted.
 */
export async function* judgedSends(
	db: Db,
	publicationId: number,
	rules: RuleSet,
	dirty: ReadonlySet<number>
): AsyncGenerator<JudgedSend> {
	const url = databaseFile(db);
	const ids = [...dirty];
	if (url && existsSync(fileURLToPath(thread)) && (await haveEvents(db, ids, worthAThread)))
		yield* fromThread({ url, publicationId, rules, dirty: ids });
	else yield* judge(db, await benchOf(db, publicationId, rules), dirty);
}

async function* fromThread(asked: JudgeOrder): AsyncGenerator<JudgedSend> {
	const worker = new Worker(thread, { workerData: asked });
	try {
		for await (const [message] of on(worker, 'message', { close: ['exit'] })) {
			const { judgement, done } = message as FromJudge;
			if (done) return;
			if (!judgement) continue;
			yield judgement;
			// it may judge one further
			worker.postMessage(null);
		}
		throw new Error('the judging thread ended');
	} finally {
		await worker.terminate();
	}
}
