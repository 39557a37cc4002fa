/** Fewer events than this show no wave. */
const LEAST = 20;

/** A wave: so many seconds that hold this share of all events, and not only a few. */
const SECONDS = 900;
const SHARE = 0.02;
const FEWEST = 5;

/**
 * About when a message went out, where no file says it: the first event after which, within a
 * quarter of an hour, as many follow as only a mailing brings. Test messages that its author opened
 * before are too few. Late by as long as the quickest reader or machine took: seconds, mostly.
 *
 * @param times instants of opens and clicks in seconds UTC, in any order
 * @returns null where too few events show anything
 */
export function estimatedSendTime(times: Float64Array): number | null {
	if (times.length < LEAST) return null;

	const sorted = times.slice().sort();
	const enough = Math.max(FEWEST, Math.ceil(SHARE * sorted.length));
	for (let i = 0; i + enough <= sorted.length; i++)
		if (sorted[i + enough - 1]! - sorted[i]! <= SECONDS) return sorted[i]!;
	return null;
}
