import {
	bursts,
	core,
	different,
	withoutPause,
	widened,
	type ReaderClicks,
	type ClickRange
} from './bursts.ts';
import type { Reason, RuleSet } from './rules.ts';

/** What the click rules know about one reader in one send, besides the clicks themselves. */
export type Situation = {
	footerUrls: ReadonlySet<number>;
	/** distinct urls of the issue */
	links: number;
	/** seconds UTC; null where unknown */
	sentAt: number | null;
	/** instants are exact enough for seconds to mean something */
	timed: boolean;
	/** a scanner clicked in this reader's name in earlier sends */
	scannedBefore: boolean;
};

/** A range of clicks that a machine made, and the reason; where findings overlap, the first one counts. */
export type Finding = { range: ClickRange; reason: Reason };

/** Applies the rules to one reader's clicks in one send; strongest evidence first. */
export function judgeReaderClicks(
	readerClicks: ReaderClicks,
	situation: Situation,
	rules: RuleSet
): Finding[] {
	const { timed, scannedBefore } = situation;

	const fast = timed
		? [...burst(readerClicks, rules), ...footer(readerClicks, situation, rules)]
		: [];
	const scans = [...fast, ...coverage(readerClicks, situation, fast, rules)];
	const habit = timed && scannedBefore && scans.length === 0;
	return habit ? scannerHabit(readerClicks, situation, rules) : scans;
}

function burst(readerClicks: ReaderClicks, { burst: rule }: RuleSet): Finding[] {
	if (!rule.on) return [];

	return rule.ladder.flatMap(({ links, seconds }) =>
		bursts(readerClicks, links, seconds).map((range) => ({
			// clicks immediately before or after a burst belong to it
			range: core(readerClicks, widened(readerClicks, range, rule.pause)),
			reason: 'burst' as const
		}))
	);
}

function footer(
	readerClicks: ReaderClicks,
	{ footerUrls }: Situation,
	{ footer: rule }: RuleSet
): Finding[] {
	if (!rule.on) return [];

	return bursts(readerClicks, rule.links, rule.seconds)
		.filter((range) => touches(readerClicks, range, footerUrls))
		.map((range) => ({ range: core(readerClicks, range), reason: 'footer' as const }));
}

function coverage(
	readerClicks: ReaderClicks,
	situation: Situation,
	fast: readonly Finding[],
	{ coverage: rule }: RuleSet
): Finding[] {
	if (!rule.on || readerClicks.at.length < rule.links) return [];

	const takesInAll = (range: ClickRange, slow = false) => {
		const clicked = different(readerClicks.url, ...range);
		const honeypot = touches(readerClicks, range, situation.footerUrls);
		if (slow && !honeypot) return false;
		const share = honeypot && !slow ? rule.shareWithFooter : rule.share;
		return clicked >= rule.links && clicked >= share * situation.links;
	};
	// with a scan found already, the clicks around it are the reader's own
	if (fast.some(({ range }) => takesInAll(range))) return [];

	// with instants in whole minutes, a run of clicks may jump from one minute to the next
	const quick = withoutPause(readerClicks, situation.timed ? rule.pause : 60).filter((s) =>
		takesInAll(s)
	);
	const slow = withoutPause(readerClicks, rule.pauseWithFooter).filter((s) => takesInAll(s, true));
	// a scan that pauses and continues is one scan, not a scan and a reader
	const ranges = slow.length ? slow : quick;
	return ranges.map((range) => ({ range, reason: 'coverage' as const }));
}

/**
 * Whether a reader clicked as scanners do, but people sometimes too: several links at once right after the
 * send, or nearly all links at any speed.
 */
export function isLikeAScan(
	readerClicks: ReaderClicks,
	situation: Situation,
	rules: RuleSet
): boolean {
	const { sentAt, timed } = situation;
	const { links, seconds, promptSeconds } = rules.scannerHabit;
	if (takesInNearlyAll(readerClicks, situation, rules)) return true;
	if (!timed || sentAt === null) return false;
	return bursts(readerClicks, links, seconds).some(([first]) => {
		const wait = readerClicks.at[first]! - sentAt;
		return wait >= -60 && wait <= promptSeconds;
	});
}

/** With fewer links than these, a keen reader may click all of them every week. */
const THOROUGH = 8;

function takesInNearlyAll(
	readerClicks: ReaderClicks,
	{ links }: Situation,
	{ coverage }: RuleSet
): boolean {
	const { length } = readerClicks.at;
	if (length < THOROUGH) return false;
	return different(readerClicks.url, 0, length) >= Math.max(THOROUGH, coverage.share * links);
}

function scannerHabit(readerClicks: ReaderClicks, situation: Situation, rules: RuleSet): Finding[] {
	const { scannerHabit: rule } = rules;
	const { sentAt } = situation;
	if (!rule.on) return [];
	const quick: ClickRange[] = bursts(readerClicks, rule.links, rule.seconds);
	const early: ClickRange[] =
		sentAt === null ? [] : within(readerClicks, sentAt - rule.afterSend, sentAt + rule.afterSend);

	// a single click an hour later is the reader's own
	const slow = takesInNearlyAll(readerClicks, situation, rules)
		? withoutPause(readerClicks, rules.coverage.pauseWithFooter).filter(
				(range) => different(readerClicks.url, ...range) >= rule.links
			)
		: [];

	return [...quick, ...early, ...slow].map((range) => ({
		range,
		reason: 'scannerHabit' as const
	}));
}

function touches({ url }: ReaderClicks, [first, last]: ClickRange, urls: ReadonlySet<number>) {
	for (let i = first; i < last; i++) if (urls.has(url[i]!)) return true;
	return false;
}

function within({ at }: ReaderClicks, from: number, to: number): ClickRange[] {
	let first = 0;
	while (first < at.length && at[first]! < from) first++;
	let last = first;
	while (last < at.length && at[last]! <= to) last++;
	return last > first ? [[first, last]] : [];
}
