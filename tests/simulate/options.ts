/** What a simulated archive is like. Rates and shares are 0..1, effects are logarithms. */
export type Options = {
	issues: number;
	/** items of an issue; the first is the lead (after the editorial, where there is one) */
	items: number;
	/** an issue may have up to this many items fewer */
	fewer: number;
	/** readers who were ever subscribed */
	readers: number;
	topics: number;

	/** instants of sending in UTC milliseconds; null: weekly from `start` */
	sentAt: readonly number[] | null;
	start: number;
	/** no event is later than this (the day of the export); null: no limit */
	until: number | null;

	/** mean click rate of an item, over positions */
	clickRate: number;
	topicSd: number;
	/** spread of the log of how often topics are written about */
	frequencySd: number;
	/** over-dispersion: spread of an item's own effect */
	itemSd: number;
	issueSd: number;
	/** how fast the log rate falls with the log of the order, and what the lead has on top */
	positionSlope: number;
	leadBoost: number;
	/** log effect of each item on the same topic in the two issues before; 0: none */
	fatigue: number;
	/** from half of the issues on, topic 0 has this log effect on top; 0: nothing changes */
	change: number;
	/** from two thirds of the issues on, the log rate falls this much less with the order; 0: the layout stays */
	layout: number;
	/** share of items with two topics; each counts one half */
	twoTopics: number;
	/** how much readers differ in which topics they click; does not change how many click */
	taste: number;
	/** readers who like topic 0 like topic 1, and those who do not do not */
	kin: boolean;
	/** log of how much more readily readers of channel 0 click topic 0 than other readers do */
	channelTaste: number;

	/** 0: order is chance; 1: the editor's favourites, independent of demand, decide the order */
	confounding: number;
	/** topic 0 leads in this share of issues, and stands elsewhere too; null: no such topic */
	favouriteLeads: number | null;
	/** position 1 is an editorial with several links, position 2 the lead */
	editorial: boolean;
	/** every nth issue has a sponsor in position 5; 0: never */
	sponsorEvery: number;

	/** of readers: there from the first issue (the others join evenly over time) */
	foundingShare: number;
	/** of readers, for each issue */
	leaving: number;
	channels: number;

	/** of readers: behind a scanner that opens and clicks everything on delivery */
	scannerShare: number;
	/**
	 * how scanners behave: `quick` follows links one after the other within a minute of the delivery; `field`
	 * as logged by a sender in 2026, with lone checks, echoes and queues (`field-scanners.ts`)
	 */
	scanners: 'quick' | 'field';
	/** of scanned readers, at each issue: a check of one link instead of a sweep; field scanners alone */
	loneShare: number;
	/** of a scanner's links: how many it follows */
	scannerCoverage: number;
	/** of readers: behind a privacy proxy that opens every mail */
	proxyShare: number;
	/** of readers: people who click three links within ten seconds */
	fastShare: number;
	/** of readers: people who read within five minutes of the send */
	promptShare: number;
	/** of readers: one company whose gateway lets the mail through to all of them at once */
	officeShare: number;
	/** of human clicks: clicked again later */
	repeatShare: number;
};

/** The reference scenario of the proof: 60 issues × 12 items, 3,000 readers, 12 topics. */
export const reference: Options = {
	issues: 60,
	items: 12,
	fewer: 0,
	readers: 3000,
	topics: 12,

	sentAt: null,
	start: Date.UTC(2025, 0, 2, 6, 5),
	until: null,

	clickRate: 0.02,
	topicSd: 0.45,
	frequencySd: 0.35,
	itemSd: 0.3,
	issueSd: 0.15,
	positionSlope: 0.8,
	leadBoost: 0.4,
	fatigue: 0,
	change: 0,
	layout: 0,
	twoTopics: 0.1,
	taste: 0.5,
	kin: false,
	channelTaste: 0,

	confounding: 0.7,
	favouriteLeads: null,
	editorial: false,
	sponsorEvery: 0,

	foundingShare: 0.8,
	leaving: 0.002,
	channels: 5,

	scannerShare: 0.03,
	scanners: 'quick',
	loneShare: 0.1,
	scannerCoverage: 1,
	proxyShare: 0.45,
	fastShare: 0.02,
	promptShare: 0.3,
	officeShare: 0.01,
	repeatShare: 0.06
};
