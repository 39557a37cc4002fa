import type { MoneyKind } from '#lib/money-kinds.ts';

/**
 * What one row of an export states. Addresses are bare and lower-case, URLs as exported: both are
 * still readable here, and `server/ingest` pseudonymises and reduces them before anything is stored.
 */
export type Fact = EventFact | ReaderFact | SendFact | CountFact | TagFact | MoneyFact;

export type EventKind = 'open' | 'click' | 'delivery' | 'unsubscribe' | 'bounce' | 'complaint';

/** One thing that one reader did, or that happened to them, at one instant. */
export type EventFact = {
	fact: 'event';
	event: EventKind;
	/** UTC milliseconds */
	at: number;
	/** what the service calls the send; null where only the person importing can say */
	campaign: string | null;
	campaignName?: string;
	/** null for a reader the export does not name: an anonymous event */
	address: string | null;
	/** the service's own id of the reader */
	alias?: string;
	/** clicks only */
	url?: string;
	/** the service itself says that no person did it (`loadedByProxy`) */
	machine?: boolean;
	agent?: string;
	country?: string;
	device?: string;
};

/** What a subscriber list says of one reader. Missing is not the same as empty: absent keys were not in the file. */
export type ReaderFact = {
	fact: 'reader';
	address: string;
	alias?: string;
	status?: 'active' | 'left' | 'bounced' | 'pending';
	/** UTC milliseconds */
	joined?: number;
	left?: number;
	/** where the reader came from, as the service writes it: `utm_source`, a tag, a form */
	channel?: string;
	/** what of the channel brought them: `utm_campaign`, an operation */
	campaign?: string;
	country?: string;
	paid?: boolean;
};

/** One row of a list of campaigns or posts. */
export type SendFact = {
	fact: 'send';
	campaign: string;
	name?: string;
	subject?: string;
	/** UTC milliseconds */
	sentAt?: number;
	/** not an e-mail to readers: a draft, a page, a podcast */
	draft?: boolean;
	/** the body when the row carries it */
	html?: string;
	/** who wrote it, as the service's list says */
	authors?: string[];
	/** totals of the row, as counts of the send */
	delivered?: number;
	opens?: { total?: number; unique?: number };
	clicks?: { total?: number; unique?: number };
	unsubscribes?: number;
};

/** An aggregate that an export gives instead of events. Exactly one of the three shapes. */
export type CountFact = {
	fact: 'count';
	event: EventKind;
	campaign: string | null;
	campaignName?: string;
	of:
		| {
				by: 'reader';
				address: string;
				alias?: string;
				n: number;
				/** the one link that the whole file is about */
				url?: string;
		  }
		| {
				by: 'url';
				url: string;
				total: number | null;
				unique: number | null;
				/** to how many it was shown, where the row says so: not all saw the same, as in an experiment */
				reach?: number;
		  }
		| { by: 'issue'; total: number | null; unique: number | null };
};

/**
 * What somebody says of a page, an item, or (of its authors) a whole issue in a spreadsheet: what it is
 * about, who wrote it.
 */
export type TagFact = {
	fact: 'tag';
	url?: string;
	issue?: string;
	item?: string;
	topics: string[];
	authors?: string[];
};

/** Spend of a channel, value brought, or a sponsor's fee: integer minor units and a currency. */
export type MoneyFact = {
	fact: 'money';
	money: MoneyKind;
	/** null for a placement whose fee nobody says, and for value that counts conversions alone */
	amount: number | null;
	/** null where the whole file names none: the publication's own, then */
	currency: string | null;
	/** local dates, YYYY-MM-DD */
	from: string | null;
	to: string | null;
	channel?: string;
	campaign?: string;
	address?: string;
	issue?: string;
	item?: string;
	url?: string;
	sponsor?: string;
	kind?: string;
	guaranteedClicks?: number;
	/** how many sales or sign-ups the row sums up, and in how many visits */
	conversions?: number;
	sessions?: number;
};

/** Why a row cannot be taken. Worded in `messages/` under `reject.<code>`. */
export const rejectCodes = [
	'noTime',
	'badTime',
	'noReader',
	'badAddress',
	'maskedAddress',
	'noUrl',
	'badUrl',
	'noItem',
	'noCampaign',
	'badNumber',
	'badAmount',
	'noAmount',
	'negativeAmount',
	'noCurrency',
	'badCurrency',
	'badPeriod',
	'noSponsor',
	'noChannel',
	'pathOnly',
	'tooFewCells',
	'cutOff',
	'unknownEvent'
] as const;
export type RejectCode = (typeof rejectCodes)[number];

/** Why a row is rightly left out. Worded in `messages/` under `skip.<code>`. */
export const skipCodes = [
	'totals',
	'header',
	'draft',
	'blank',
	'notAnEmail',
	'erased',
	'opensDropped',
	'readersCut',
	'nothingSpent',
	'unpaid',
	'otherEvent',
	'nothingHappened'
] as const;
export type SkipCode = (typeof skipCodes)[number];

/** What became of one row when it was read: facts (a combined row can state two), or a reason, and what else is wrong. */
export type RowReading =
	| { facts: Fact[] }
	| { reject: RejectCode; also?: readonly RejectCode[] }
	| { skip: SkipCode };

/** Reads one row after another, as the columns of a file have told. */
export type RowReader = (row: string[]) => RowReading;
