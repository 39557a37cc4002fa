import type { Sitting, Stretch } from './bursts.ts';
import { bursts, core, different, unbroken, widened } from './bursts.ts';
import type { Reason, RuleSet } from './rules.ts';

/** What the click rules may know of one reader in one send, besides the clicks themselves. */
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

/** A stretch of clicks that a machine made, and how that shows; the first to name a click keeps it. */
export type Finding = { stretch: Stretch; reason: Reason };

/** What the rules find in the clicks of one reader in one send, strongest evidence first. */
export function judgeSitting(sitting: Sitting, situation: Situation, rules: RuleSet): Finding[] {
	const { timed, scannedBefore } = situation;

	const fast = timed ? [...burst(sitting, rules), ...footer(sitting, situation, rules)] : [];
	const scans = [...fast, ...coverage(sitting, situation, fast, rules)];
	const habit = timed && scannedBefore && scans.length === 0;
	return habit ? scannerHabit(sitting, situation, rules) : scans;
}

function burst(sitting: Sitting, { burst: rule }: RuleSet): Finding[] {
	if (!rule.on) return [];

	return rule.ladder.flatMap(({ links, seconds }) =>
		bursts(sitting, links, seconds).map((found) => ({
			// what comes straight before or after a burst belongs to it
			stretch: core(sitting, widened(sitting, found, rule.pause)),
			reason: 'burst' as const
		}))
	);
}

function footer(sitting: Sitting, { footerUrls }: Situation, { footer: rule }: RuleSet): Finding[] {
	if (!rule.on) return [];

	return bursts(sitting, rule.links, rule.seconds)
		.filter((stretch) => touches(sitting, stretch, footerUrls))
		.map((stretch) => ({ stretch: core(sitting, stretch), reason: 'footer' as const }));
}

function coverage(
	sitting: Sitting,
	situation: Situation,
	fast: readonly Finding[],
	{ coverage: rule }: RuleSet
): Finding[] {
	if (!rule.on || sitting.at.length < rule.links) return [];

	const takesInAll = (stretch: Stretch, slow = false) => {
		const clicked = different(sitting.url, ...stretch);
		const honeypot = touches(sitting, stretch, situation.footerUrls);
		if (slow && !honeypot) return false;
		const share = honeypot && !slow ? rule.shareWithFooter : rule.share;
		return clicked >= rule.links && clicked >= share * situation.links;
	};
	// a scan that is found already leaves what comes next to the reader behind it
	if (fast.some(({ stretch }) => takesInAll(stretch))) return [];

	// where instants are whole minutes, a sitting may jump from one to the next
	const quick = unbroken(sitting, situation.timed ? rule.pause : 60).filter((s) => takesInAll(s));
	const slow = unbroken(sitting, rule.pauseWithFooter).filter((s) => takesInAll(s, true));
	// what is broken off and goes on is one scan, not one and a reader
	const found = slow.length ? slow : quick;
	return found.map((stretch) => ({ stretch, reason: 'coverage' as const }));
}

/**
 * Whether a reader clicked as a scanner might, and as a person may now and then: several links at once
 * right after the send, or nearly all links in whatever time.
 */
export function isLikeAScan(sitting: Sitting, situation: Situation, rules: RuleSet): boolean {
	const { sentAt, timed } = situation;
	const { links, seconds, promptSeconds } = rules.scannerHabit;
	if (takesInNearlyAll(sitting, situation, rules)) return true;
	if (!timed || sentAt === null) return false;
	return bursts(sitting, links, seconds).some(([first]) => {
		const wait = sitting.at[first]! - sentAt;
		return wait >= -60 && wait <= promptSeconds;
	});
}

/** Fewer links than these a keen reader may click all of, every week. */
const THOROUGH = 8;

function takesInNearlyAll(sitting: Sitting, { links }: Situation, { coverage }: RuleSet): boolean {
	const { length } = sitting.at;
	if (length < THOROUGH) return false;
	return different(sitting.url, 0, length) >= Math.max(THOROUGH, coverage.share * links);
}

function scannerHabit(sitting: Sitting, situation: Situation, rules: RuleSet): Finding[] {
	const { scannerHabit: rule } = rules;
	const { sentAt } = situation;
	if (!rule.on) return [];
	const found: Stretch[] = bursts(sitting, rule.links, rule.seconds);
	const early: Stretch[] =
		sentAt === null ? [] : within(sitting, sentAt - rule.afterSend, sentAt + rule.afterSend);

	// one click an hour later is the reader's own
	const slow = takesInNearlyAll(sitting, situation, rules)
		? unbroken(sitting, rules.coverage.pauseWithFooter).filter(
				(stretch) => different(sitting.url, ...stretch) >= rule.links
			)
		: [];

	return [...found, ...early, ...slow].map((stretch) => ({
		stretch,
		reason: 'scannerHabit' as const
	}));
}

function touches({ url }: Sitting, [first, last]: Stretch, urls: ReadonlySet<number>) {
	for (let i = first; i < last; i++) if (urls.has(url[i]!)) return true;
	return false;
}

function within({ at }: Sitting, from: number, to: number): Stretch[] {
	let first = 0;
	while (first < at.length && at[first]! < from) first++;
	let last = first;
	while (last < at.length && at[last]! <= to) last++;
	return last > first ? [[first, last]] : [];
}
