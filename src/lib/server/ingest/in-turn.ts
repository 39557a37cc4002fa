import type { Db } from '../store/sql/open.ts';
import { withTurn, type Held } from '../store/jobs/hold.ts';
import type { JobTarget, JobWords } from '../store/jobs/jobs.ts';
import { takeBackBroken } from './files/take-back.ts';

/** What a turn is taken with. */
type Turn = {
	/** UTC milliseconds */
	now: number;
	/** what it is to look at, should another process have to finish it */
	targets?: readonly JobTarget[];
	/** called where others write, and it has to wait for them */
	onWait?: () => void;
};

/**
 * Does what a person waits for once nobody else writes, as a job that others see. What somebody left
 * half-done before is taken back first.
 */
export function inTurn<Value>(
	db: Db,
	words: Omit<JobWords, 'owner'>,
	run: (held: Held) => Promise<Value>,
	{ now, targets = [], onWait }: Turn
): Promise<Value> {
	return withTurn(
		db,
		words,
		async (held) => {
			await takeBackBroken(db, now);
			return run(held);
		},
		{ targets, ...(onWait && { onWait }) }
	);
}
