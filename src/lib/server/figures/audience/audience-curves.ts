import { survivalAt, type Survival } from '#lib/measure/stats/survival.ts';
import { monthLength, type Members } from './audience-members.ts';
import type { AudienceChannel } from './audience-months.ts';
import type { AudienceSpan } from './audience-span.ts';

/** Fewest readers for a retention curve. */
const fewest = 20;

/** How many of a channel's readers, or of all (null), remain after each number of months. */
export type Curve = { channel: string | null; joined: number; points: Survival[] };

/** Fewest readers at risk up to which a curve is drawn. */
const fewestAtRisk = 10;
const mostLines = 6;
const mostMonths = 36;

/** Retention of all who joined in the period, and of its largest channels with enough readers. */
export function keptCurves(
	{ channels: names, channelName }: Members,
	channels: readonly AudienceChannel[],
	curveOf: CurveOf
): Curve[] {
	// without a dated signup there is no curve
	const curvesOf = (channel: string | null, joined: number): Curve[] => {
		const points = curveOf(channel === null ? null : names.indexOf(channel));
		return points && points.length > 1 ? [{ channel, joined, points }] : [];
	};
	const joined = channels.reduce((n, row) => n + (row.joined ?? 0), 0);
	const all = curvesOf(null, joined);
	if (channelName !== null) return all;

	const lines = channels.flatMap(({ channel, joined }) =>
		channel === null ? [] : curvesOf(channel, joined ?? 0)
	);
	return [...all, ...(lines.length > 1 ? lines.slice(0, mostLines) : [])];
}

/**
 * Retention of a channel's readers by months since joining; null if unknown.
 *
 * @param channel index of the channel, −1 for readers without one, null for all
 */
export type CurveOf = (channel: number | null) => Survival[] | null;

/**
 * Makes retention curves, each once. Readers who left before departures were recorded are in no list, so those
 * who joined before then count only from then on. Where lists end before the period does, readers are
 * followed until then.
 */
export function curveMaker(members: Members, span: AudienceSpan): CurveOf {
	const { joined, left, channel: channels, leavers, leavingSince, count } = members;
	const times = Array.from({ length: mostMonths + 1 }, (_, month) => month);
	const since = span.from ?? -Infinity;
	const until = span.knownUntil.left ?? span.asOf;
	const made = new Map<number | null, Survival[] | null>();

	function make(channel: number | null): Survival[] | null {
		if (leavers !== 'all' || leavingSince === null) return null;
		const durations = new Float64Array(count);
		const ended = new Uint8Array(count);
		const entered = new Float64Array(count);
		let n = 0;
		for (let reader = 0; reader < count; reader++) {
			const came = joined[reader]!;
			if (!(came >= since) || (channel !== null && channels[reader] !== channel)) continue;
			const gone = left[reader]!;
			ended[n] = Number.isNaN(gone) ? 0 : 1;
			durations[n] = Math.max(0, ((ended[n] ? gone : until) - came) / monthLength);
			entered[n] = Math.max(0, (leavingSince - came) / monthLength);
			n++;
		}
		if (n < fewest) return null;
		const points = survivalAt(
			durations.subarray(0, n),
			ended.subarray(0, n),
			times,
			entered.subarray(0, n)
		);
		return points.filter(({ atRisk }) => atRisk >= fewestAtRisk);
	}
	return (channel) => {
		if (!made.has(channel)) made.set(channel, make(channel));
		return made.get(channel)!;
	};
}
