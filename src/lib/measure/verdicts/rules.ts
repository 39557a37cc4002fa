/**
 * What made an event. The numbers are stored and never change their meaning.
 *
 * `suspect` is kept apart from `machine` so that a figure can say what it would be with either.
 */
export const verdicts = { human: 0, suspect: 1, machine: 2 } as const;

/** Why. The position is stored: append, never reorder. Worded in `messages/` under `reason.<name>`. */
export const reasons = [
	'none',
	'serviceFlag',
	'userAgent',
	'burst',
	'footer',
	'coverage',
	'gateway',
	'scannerHabit',
	'beforeReading',
	'scannerOpen',
	'privacyProxy'
] as const;

export type Reason = (typeof reasons)[number];
export type Verdict = (typeof verdicts)[keyof typeof verdicts];

/** One small integer an event: the verdict in its two lowest bits, the reason above them. */
export function pack(verdict: Verdict, reason: Reason): number {
	return (reasons.indexOf(reason) << 2) | verdict;
}

/**
 * What a stored code says.
 *
 * @throws {RangeError} if no rule ever wrote such a code
 * @example unpack(14) // => { verdict: 2, reason: 'burst' }
 */
export function unpack(code: number): { verdict: Verdict; reason: Reason } {
	const reason = reasons[code >> 2];
	const verdict = code & 3;
	if (!reason || verdict === 3) throw new RangeError(`${code} is no verdict`);

	return { verdict: verdict as Verdict, reason };
}

/**
 * The rules and their parameters, as data: recorded with every send that they judged, and shown to people, who
 * can change them. Shares are 0..1; `on: false` switches a rule off.
 */
export type RuleSet = {
	/** raised whenever a rule's meaning or a parameter's default changes */
	version: number;
	/** paths of what people changed in the usual rules; kept when the version changes */
	own?: readonly string[];
	/** the e-mail service itself flags the event as a machine's */
	serviceFlag: { on: boolean };
	/** the user agent names a scanner, or, for an open, a privacy proxy */
	userAgent: { on: boolean };
	/**
	 * one reader clicks `links` different links within `seconds`, for any pair of the ladder; clicks
	 * before and after it without a longer `pause` belong to it
	 */
	burst: {
		on: boolean;
		ladder: readonly { links: number; seconds: number }[];
		pause: number;
	};
	/** a burst that includes footer links, which hardly any reader clicks */
	footer: { on: boolean; links: number; seconds: number };
	/**
	 * one run of clicks covers nearly all links of the issue, or fewer if footer links are among them. A
	 * slow run, with pauses up to `pauseWithFooter`, must cover nearly all and include footer links
	 */
	coverage: {
		on: boolean;
		share: number;
		shareWithFooter: number;
		links: number;
		pause: number;
		pauseWithFooter: number;
	};
	/** several readers of one company have a burst in the same minute; smaller bursts are then enough */
	gateway: { on: boolean; readers: number; links: number; seconds: number };
	/**
	 * the reader's address was scanned in earlier sends; a much smaller sign is then enough. An address also
	 * counts as scanned if its reader, in at least `share` of the issues since the first time, has bursts of
	 * `links` within `promptSeconds` of the send or clicks nearly all links; people do so only now and then
	 */
	scannerHabit: {
		on: boolean;
		sends: number;
		links: number;
		seconds: number;
		afterSend: number;
		promptSeconds: number;
		share: number;
	};
	/** a click sooner after the send than a message can arrive, be opened and be read */
	beforeReading: { on: boolean; seconds: number };
	/** an open at the time of a scanner's clicks */
	scannerOpen: { on: boolean; seconds: number };
	/**
	 * opens within `minutes` of the send in at least `share` of the recent sends, and in at least `sends` of
	 * them; one miss is forgiven
	 */
	privacyProxy: { on: boolean; minutes: number; share: number; sends: number };
	/** how many earlier sends the rules about habits look at; they never look at later sends */
	lookBack: number;
};

export type RuleName = Exclude<keyof RuleSet, 'version' | 'own' | 'lookBack'>;

/**
 * Defaults that do not flag readers who click three links in ten seconds, click in the first minutes or share
 * an office with other readers; see the proof in `tests/bench/truth.ts`.
 */
export const usualRules: RuleSet = {
	version: 4,
	serviceFlag: { on: true },
	userAgent: { on: true },
	burst: {
		on: true,
		ladder: [
			{ links: 3, seconds: 0 },
			{ links: 4, seconds: 1 },
			{ links: 6, seconds: 4 },
			{ links: 8, seconds: 10 }
		],
		pause: 3
	},
	footer: { on: true, links: 4, seconds: 10 },
	coverage: {
		on: true,
		share: 0.8,
		shareWithFooter: 0.5,
		links: 5,
		pause: 30,
		pauseWithFooter: 300
	},
	gateway: { on: true, readers: 3, links: 3, seconds: 10 },
	scannerHabit: {
		on: true,
		sends: 4,
		links: 3,
		seconds: 10,
		afterSend: 30,
		promptSeconds: 120,
		share: 0.8
	},
	beforeReading: { on: true, seconds: 1 },
	scannerOpen: { on: true, seconds: 60 },
	privacyProxy: { on: true, minutes: 15, share: 0.9, sends: 6 },
	lookBack: 24
};
