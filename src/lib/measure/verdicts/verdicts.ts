import { estimatedSendTime } from './estimated-send-time.ts';
import { behindProxy, remember, scannedBefore, type RecentSends } from './recent-sends.ts';
import { judgeClicks, markEarly } from './judge-clicks.ts';
import { judgeOpens, quickOpeners, scanInstants } from './judge-opens.ts';
import { judgeTraces } from './judge-traces.ts';
import { loneCounts, type LoneCounts } from './lone-checks.ts';
import { MINUTE_SECONDS, QUARTER_SECONDS, areRounded } from './rounded.ts';
import type { RuleName, RuleSet } from './rules.ts';
import type { SendTrace } from './send-events.ts';
import { byReader } from './events-by-reader.ts';

/** A rule that could not be applied to a send, and what was missing. */
export type NotAssessed = { rule: RuleName; why: MissingEvidence };
export type MissingEvidence = 'roundedTimes' | 'noSendTime' | 'fewSends' | 'noReaders';

export type Judged = {
	/** one code per event, in the order given; 0 is human, `unpack` reads the others */
	clicks: Uint8Array;
	opens: Uint8Array;
	/** what to pass on to the next send */
	habits: RecentSends;
	/** readers considered to be behind a privacy proxy as of this send; null while that is unknown */
	proxied: ReadonlySet<number> | null;
	notAssessed: NotAssessed[];
	/** counts of single clicks, for estimating lone checks; null where there are none */
	lone: LoneCounts | null;
};

/**
 * Judges every open and click of one send: human, suspect or machine, and why.
 *
 * No event is removed. Sends are judged in order of time, each with the habits that the one before it passed
 * on (an empty list for the first). No send is judged by later ones, so a new send changes no old verdict.
 *
 * @throws {RangeError} if the columns of one kind differ in length
 */
export function judgeSend(events: SendTrace, habits: RecentSends, rules: RuleSet): Judged {
	for (const { reader, url, at, client } of [events.clicks, events.opens])
		if (new Set([reader.length, url.length, at.length, client.length]).size > 1)
			throw new RangeError('columns of different length');

	const { delivered } = events;
	const timed = !isRounded(events, MINUTE_SECONDS);
	const dated = isRounded(events, QUARTER_SECONDS);
	const sentAt = events.sentAt ?? (dated ? null : estimatedSendTime(timesOf(events)));

	const clicks = judgeTraces(events.clicks, events.clients, 'click', rules);
	const before = scannedBefore(habits, rules);
	const clicksByReader = byReader(events.clicks);
	const { scanned, alike } = judgeClicks(
		clicks,
		clicksByReader,
		{ ...events, sentAt },
		before,
		timed,
		rules
	);
	// without the time of the send in a file, seconds after it mean nothing
	if (timed && events.sentAt !== null) markEarly(clicks, events.clicks, events.sentAt, rules);

	const quick = sentAt === null || dated ? null : quickOpeners(events.opens, sentAt, rules);
	const known = remember(habits, { issue: events.issue, quick, scanned, alike, delivered }, rules);
	const proxied = quick && behindProxy(known, rules);

	const opens = judgeTraces(events.opens, events.clients, 'open', rules);
	const scans = timed ? scanInstants(clicks, events.clicks) : new Map<number, number[]>();
	judgeOpens(opens, events.opens, { sentAt, scans, proxied }, rules);

	const missing = new Map<RuleName, MissingEvidence>();
	if (proxied === null) missing.set('privacyProxy', 'fewSends');
	if (sentAt === null) missing.set('privacyProxy', 'noSendTime');
	if (events.sentAt === null) missing.set('beforeReading', 'noSendTime');
	if (!timed) for (const rule of needSeconds) missing.set(rule, 'roundedTimes');
	if (dated) missing.set('privacyProxy', 'roundedTimes');
	if (events.clicks.at.length > 0 && clicksByReader.readers.length === 0)
		for (const rule of needReaders) missing.set(rule, 'noReaders');

	const notAssessed = [...missing]
		.filter(([rule]) => rules[rule].on)
		.map(([rule, why]) => ({ rule, why }));

	const lone = dated ? null : loneCounts(events, clicks);
	return { clicks, opens, habits: known, proxied, notAssessed, lone };
}

function isRounded({ clicks, opens }: SendTrace, to: number) {
	return areRounded(clicks.at, to) || areRounded(opens.at, to);
}

function timesOf({ clicks, opens }: SendTrace): Float64Array {
	const times = new Float64Array(clicks.at.length + opens.at.length);
	times.set(clicks.at);
	times.set(opens.at, clicks.at.length);
	return times;
}

const needSeconds = [
	'burst',
	'footer',
	'gateway',
	'scannerHabit',
	'beforeReading',
	'scannerOpen'
] as const;
const needReaders = [...needSeconds, 'coverage'] as const;
