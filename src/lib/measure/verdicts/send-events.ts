/** What the user agent, or the service's own flag, says about who made an event. */
export type ClientTrace = {
	/** the service itself flags it as a machine */
	machine: boolean;
	agentClass: 'scanner' | 'proxy' | 'browser' | 'unknown';
};

/** Events of one kind as columns, in any order. */
export type JudgedColumns = {
	/** reader id; 0 or less is anonymous */
	reader: Int32Array;
	/** url id; unused for opens */
	url: Int32Array;
	/** instant in seconds UTC */
	at: Float64Array;
	/** index into `clients`; -1 where the export says nothing */
	client: Int32Array;
};

/** Everything that the rules may use of one send. */
export type SendTrace = {
	clicks: JudgedColumns;
	opens: JudgedColumns;
	clients: readonly ClientTrace[];
	/** the issue that it is a send of; null if unknown */
	issue: number | null;
	/** seconds UTC; null if no file says it */
	sentAt: number | null;
	/** readers it reached; null if unknown: everybody then counts as reached */
	delivered: Int32Array | null;
	/** a number for the reader's company domain; -1 for none and for free mail providers */
	domain(reader: number): number;
	/** links outside items at the foot of the issue: unsubscribe, view in browser, imprint */
	footerUrls: ReadonlySet<number>;
	/** distinct urls of the issue, those of the footer included */
	links: number;
	/** the footer's share of the pages that the issue links to; if left out, of its urls */
	footerShare?: number;
};
