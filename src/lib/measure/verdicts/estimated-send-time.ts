/** Fewer events than this cannot show when a send began. */
const LEAST = 20;

/** A send begins where this share of all events, and at least the fewest, come within this many seconds. */
const SECONDS = 900;
const SHARE = 0.02;
const FEWEST = 5;

/**
 * Estimates when a message was sent if no file says so: the first event that is followed, within a quarter of
 * an hour, by as many as only a mailing brings. The author's opens of test messages beforehand are too few.
 * The estimate is late by the time that the quickest reader or machine took: mostly seconds.
 *
 * @param times instants of opens and clicks in seconds UTC, in any order
 * @returns null if there are too few events
 */
export function estimatedSendTime(times: Float64Array): number | null {
	if (times.length < LEAST) return null;

	const sorted = times.slice().sort();
	const enough = Math.max(FEWEST, Math.ceil(SHARE * sorted.length));
	for (let i = 0; i + enough <= sorted.length; i++)
		if (sorted[i + enough - 1]! - sorted[i]! <= SECONDS) return sorted[i]!;
	return null;
}
