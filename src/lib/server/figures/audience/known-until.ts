import { DAY } from '#lib/duration.ts';
import type { ReaderColumns } from '../../store/readers/reader-columns.ts';

/**
 * Until when it is known who joined and who left, UTC milliseconds; null where that is until the end of the
 * data. Lists of readers end before clicks do where clicks alone were imported since: nobody seems to join
 * or to leave then.
 */
export type KnownUntil = { joined: number | null; left: number | null };

/** A week without a movement is none to speak of, and three months are long for any letter. */
const [SHORTEST, LONGEST] = [7 * DAY, 92 * DAY];
/** So many usual pauses without a movement are no chance: of days in random order, one pause in 150 is as long. */
const PAUSES = 5;
const YEAR = 365;

/**
 * Tells from how often readers join or leave whether lists end before the data.
 *
 * @param upTo the end of all data, in UTC milliseconds
 */
export function knownUntil(readers: ReaderColumns, upTo: number): KnownUntil {
	const { joined, left, earlier, listedUntil } = readers;
	const lists = endOf([joined, earlier.joined], listedUntil, upTo);
	const departures = endOf([left, earlier.left], lists.at, upTo);
	return {
		joined: lists.ended ? lists.at : null,
		left: departures.ended ? departures.at : null
	};
}

type End = { at: number; ended: boolean };

/** The latest of some instants, or what is known besides, and whether the silence after it is unusually long. */
function endOf(columns: readonly Float64Array[], besides: number | null, upTo: number): End {
	let first = Infinity;
	let last = -Infinity;
	for (const instants of columns)
		for (const at of instants) {
			if (at < first) first = at;
			if (at > last && at <= upTo) last = at;
		}
	const at = Math.max(last, Math.min(besides ?? -Infinity, upTo));
	// where nobody joined or left on any day that is known, nobody does afterwards either
	if (last === -Infinity) return { at, ended: false };

	const since = Math.max(first, last - YEAR * DAY);
	const days = new Uint8Array(YEAR + 1);
	for (const instants of columns)
		for (const one of instants)
			if (one >= since && one <= last) days[Math.floor((one - since) / DAY)] = 1;
	// of one day alone no pause is known: it is as long as can be
	const pause = (last - since) / (days.reduce((sum, day) => sum + day, 0) - 1) || Infinity;
	const patience = Math.min(LONGEST, Math.max(SHORTEST, PAUSES * pause));
	return { at, ended: upTo - at >= patience };
}
