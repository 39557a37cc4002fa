import type { SheetTable } from '../csv/sheet.ts';
import type { RowReader } from './facts.ts';
import type { Because, CardColumn, Doubt } from './reading-card.ts';

/** What sort of file it is, in the words of the receipt (`messages/` under `kind.<kind>`). */
export type FileKind =
	| 'opens'
	| 'clicks'
	| 'deliveries'
	| 'events'
	| 'subscribers'
	| 'sends'
	| 'counts'
	| 'tags'
	| 'spend'
	| 'value'
	| 'placements'
	| 'report';

/** What a column is for. */
export type Role =
	| 'address'
	| 'alias'
	| 'at'
	| 'event'
	| 'url'
	| 'linkName'
	| 'campaign'
	| 'campaignName'
	| 'subject'
	| 'sentAt'
	| 'status'
	| 'joined'
	| 'left'
	| 'channel'
	| 'country'
	| 'device'
	| 'agent'
	| 'machine'
	| 'total'
	| 'unique'
	| 'reach'
	| 'topics'
	| 'author'
	| 'item'
	| 'issue'
	| 'html'
	| 'amount'
	| 'currency'
	| 'from'
	| 'to'
	| 'sponsor'
	| 'guaranteed'
	| 'conversions'
	| 'sessions'
	| 'host'
	| 'delivered'
	| 'opened'
	| 'clicked'
	| 'bounced'
	| 'unsubscribed'
	| 'complained';

/** Roles to column indexes. A service's own extra columns are read by the recogniser itself. */
export type RoleColumns = Partial<Record<Role, number>>;

/**
 * Where an instant without a zone was written: fixed by the service's documentation, or to be asked and
 * remembered per source.
 */
type ZoneRule = { known: string } | { ask: true };

/** How one column of instants is written, where its cells cannot say. */
type DateChoice = { order?: 'dmy' | 'mdy'; zone?: string };

export type FileFacts = {
	/** path below what was given, `/` between folders: Substack and Mailchimp say the campaign there */
	name: string;
	/** label/value lines of a report */
	labels: [string, string][];
	table: SheetTable;
	/** title of the table, where others of the file have the same columns and another title */
	part?: string;
	/** the publication's, where it is known: of amounts that name no currency, and of local dates */
	own?: { currency: string; zone: string };
};

/** Turns the text of a date cell of one column into UTC milliseconds; null where it is empty or unreadable. */
export type Instants = (cell: string) => number | null;

/**
 * Tells one kind of export apart from all others, and reads its rows.
 *
 * To teach Rubrique a service: add a folder with one file a kind of export, a hand-made sample
 * beside it, and a line in `known.ts`. Headers are matched normalised, in any order, with extra columns.
 */
export type Recogniser = {
	/** lower-case name of the service, as in `receipt.provider` */
	provider: string;
	kind: FileKind;
	/**
	 * The columns it needs and has found, or null if the file is of another kind. More columns found is a
	 * better match.
	 */
	match(file: FileFacts): RoleColumns | null;
	/** roles whose cells are instants: each gets a format decided from a scan of the whole column */
	instants: readonly Role[];
	zone: ZoneRule;
	/** whether a file cannot say itself which send, and which of its links, it is about: a person is asked */
	asksAbout?(file: FileFacts): boolean;
	/**
	 * its headers are everyday words, such as tables of other trades have too: a header that speaks of
	 * one tells against it
	 */
	loose?: true;
	/** its name is one that the service gives such files: then everyday words are enough */
	calls?(name: string): boolean;
	/** a person declared lists of this shape complete: whoever is absent from one has left */
	complete?: boolean;
	/** what a person decided about a column of instants, which holds where its cells cannot say */
	dates?: Partial<Record<Role, DateChoice>>;
	/**
	 * Makes the reader of rows, once per file, so that a row costs no look-up. `zone` is for instants
	 * that stand outside columns, in the lines above a report's table; without it they are left out.
	 */
	reader(
		file: FileFacts,
		columns: RoleColumns,
		instants: Map<Role, Instants>,
		zone?: string
	): RowReader;
};

/** A file told apart, before its dates are settled. */
export type Recognition = {
	recogniser: Recogniser;
	columns: RoleColumns;
	/** a service's shape where nothing is said */
	because?: Because;
	/** what may be wrong with it, as far as header and sample tell */
	doubts?: readonly Doubt[];
	/** what was said of the whole file */
	constants?: { campaign?: string; url?: string; event?: string; channel?: string };
	/** why each column has its role, where that was weighed */
	proposals?: readonly { column: number; role: Role | null; because: CardColumn['because'] }[];
};
