import type { FileKind, Role } from './recogniser.ts';

/**
 * Why a file was taken for its kind: its shape is a service's; a mapping given with it, or kept from
 * an earlier answer, says so; a person answered or chose; its words and values leave no doubt; or it
 * is the best guess.
 */
export type Because = 'service' | 'map' | 'remembered' | 'said' | 'evidence' | 'guess';

/** What may be wrong with a reading. Worded in `messages/` under `doubt.<code>`. */
export const doubtCodes = [
	/** nothing says for sure what its rows are */
	'kindGuessed',
	/** no service's export, and nothing that could be one of ours */
	'kindUnknown',
	/** dates that read day first and month first */
	'orderAmbiguous',
	/** dates of one column, many of which read day first alone and many month first alone */
	'ordersMixed',
	/** a header names a zone that nobody knows */
	'zoneUnknown',
	/** the column beside instants names several zones, theirs or those of readers */
	'zonesDiffer',
	/** ids that a spreadsheet rounded, so that several are one */
	'idsRounded',
	/** another column of the same name holds something else */
	'namedTwice',
	/** another column holds addresses of the same readers */
	'otherAddress',
	/** instants name no zone: the publication's was taken */
	'zoneAssumed',
	/** words of a column of states or events that nobody knows */
	'wordUnknown',
	/** nothing says which send rows belong to, and they are of several, or of one without a name */
	'noCampaign',
	/** what is called a campaign differs row by row */
	'campaignPerRow',
	/** several rows of a list of sends are of one, with other totals */
	'campaignTwice',
	/** readers got several letters under one name, which alone tells sends apart */
	'sendsOfOneName',
	/** readers did something before it was sent */
	'beforeSend',
	'inFuture',
	/** years that stand for an empty cell: 1970, 1900, 2099 */
	'oddYear',
	/** letters of a text that was read in another encoding than it was written in */
	'oddLetters',
	/** a column that says who wants no mail, in words that nobody knows */
	'optOutUnknown',
	/** a column called like one thing and filled like another */
	'oddlyFilled',
	/** a column of who did not open, click or get it, of which nothing is made */
	'deniedUnread',
	/** dates that nothing is made of, where rows are stored without a time */
	'datesUnread',
	/** most rows are refused */
	'mostRefused',
	/** a column of a span's end, read as an instant of its own */
	'spanCut',
	/** numbers of which each row holds those before it as well */
	'runningTotals',
	/** what a whole order cost, in each of its rows */
	'amountRepeated',
	/** another column holds numbers that belong with those that are read */
	'otherTotal',
	/** a column that is not read says that sales were cancelled or paid back */
	'refundsUnread',
	/** whole numbers that may be cents, where nothing says what an amount is in */
	'unitUnsaid',
	/** amounts that may be thousands or have three decimals: "1.200" */
	'thousandsUnsaid',
	/** how often each reader clicked or opened, where rows are stored as one time each */
	'timesUnread',
	/** sales that are marked as tests */
	'testSales',
	/** letters that are called a test, and went to few */
	'testSends',
	/** clicks or opens whose one time is that of the sending */
	'timeOfSending',
	/** readers of several lists in one file, on one and off another */
	'listsMixed',
	/** readers of several rows, there by one and gone by another, and nothing says when each was so */
	'statesDiffer',
	/** rows that sum others up, by a column that nothing is made of */
	'sumsAmongRows',
	/** tables whose rows stand in others of the file too */
	'tablesRepeat',
	/** who signed up, in a file of which departures are read alone */
	'signupsLeftOut',
	/** rows with more cells than the header */
	'cellsLeft',
	/** other tables of the file, sheets of a workbook, that nothing is made of */
	'tableUnread'
] as const;

export type DoubtCode = (typeof doubtCodes)[number];

/** One thing that may be wrong. */
export type Doubt = {
	code: DoubtCode;
	/** nothing is stored until somebody answers it */
	waits: boolean;
	/** the header of the column it is about */
	column?: string;
	/** up to five cells that show it; only such as name nobody */
	values?: string[];
	/** how many rows show it */
	rows?: number;
	/** kinds that it may be, the likeliest first */
	kinds?: FileKind[];
};

/** A word of a column of states or events, and what its rows were read as. */
export type WordRead = {
	word: string;
	/**
	 * an event, a reader's state, `other` for what is known and not kept, `refused`, or null where the
	 * word said nothing
	 */
	means: string | null;
	rows: number;
};

/** How one column is read. */
export type CardColumn = {
	header: string;
	/** null for a column without a part in the reading, or one that a service's recogniser reads itself */
	role: Role | null;
	/** whether its cells have a part in what is stored */
	used: boolean;
	because: 'service' | 'map' | 'header' | 'content' | 'both' | 'nothing';
	/** the first cells that differ, as written: mask them where others look */
	samples: string[];
};

/** Where the zone of instants came from. */
export type ZoneFrom =
	| 'cell'
	| 'header'
	| 'file'
	| 'service'
	| 'map'
	| 'option'
	| 'source'
	| 'publication'
	| 'assumed';

/** What told whether day or month comes first. */
export type OrderFrom =
	| 'cells'
	| 'column'
	| 'days'
	| 'causality'
	| 'now'
	| 'service'
	| 'map'
	| 'option'
	| 'format'
	| 'guess';

/** How the instants are written that count. */
export type CardDates = {
	format: string | null;
	/** null where there is no date of numbers to be ordered */
	order: 'ymd' | 'dmy' | 'mdy' | null;
	orderFrom: OrderFrom | null;
	/** IANA zone of instants that name none; null where all name theirs */
	zone: string | null;
	zoneFrom: ZoneFrom | null;
	/** the first and last instant that were read, UTC milliseconds */
	first: number | null;
	last: number | null;
};

/**
 * How a file is read: the one value that `check`, the page, the receipt, the API and the command
 * line show. It is gathered from the rows as they are read, so that it says what is stored.
 */
export type ReadingCard = {
	encoding: string;
	delimiter: string;
	provider: string;
	kind: FileKind;
	because: Because;
	/** role to header, of the columns that have a part in the reading */
	columns: Record<string, string>;
	/** headers of columns without one */
	unused: string[];
	/** column by column, in their order */
	fields: CardColumn[];
	dates: CardDates;
	/** header to its words */
	words: Record<string, WordRead[]>;
	doubts: Doubt[];
	/** what was said of the whole file: its send, its link, what happened, its channel */
	constants: { campaign?: string; url?: string; event?: string; channel?: string };
	/** rows that kind, columns and doubts were weighed on */
	weighed: number;
};
