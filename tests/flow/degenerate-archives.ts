import { WEEK } from '#lib/duration.ts';
import { times } from '../combinations.ts';
import { bytes, table, type Files } from '../simulate/sample/table.ts';

/** What of a newsletter an archive holds. */
type Shape = {
	issues: number;
	items: number;
	readers: number;
	/** when an issue was sent, by its place; null: nobody says */
	sentAt: (issue: number) => number | null;
	events: readonly ('delivered' | 'open' | 'click')[];
	/** totals of links and sends, which a report gives in place of events */
	counts: boolean;
	/** of how many issues one has a document: 1 of each, 0 of none */
	documents: number;
	topics: readonly string[];
	/** who signs every issue, where somebody does */
	author: string | null;
	/** whether each story is somebody’s advertisement */
	sponsored: boolean;
	/** whether each reader clicks each story; else two of five */
	everybody: boolean;
	/** the list of subscribers, with what each channel cost and brought */
	money: boolean;
};

const weekly = (issue: number) => Date.UTC(2025, 0, 2, 7) + issue * WEEK;

const usual: Shape = {
	issues: 12,
	items: 4,
	readers: 30,
	sentAt: weekly,
	events: ['delivered', 'open', 'click'],
	counts: false,
	documents: 1,
	topics: ['Tides', 'Boats', 'Birds'],
	author: null,
	sponsored: false,
	everybody: false,
	money: true
};

const undated = { sentAt: () => null, events: [], counts: true, money: false } as const;

const ages: Record<number, number> = { 0: 0, 1: 1000, 11: Date.UTC(2099, 11, 31, 23, 59, 59) };

// a bare number between 1990 and 2100 would be read as a year
const campaignOf = (issue: number) => `Ebb #${issue + 1}`;
const addressOf = (reader: number) => `reader${reader + 1}@example.org`;
const linkOf = (issue: number, item: number) =>
	`https://example.com/${issue + 1}/story-${item + 1}`;
const written = (at: number) => new Date(at).toISOString().slice(0, 19).replace('T', ' ');
const upTo = (n: number) => Array.from({ length: n }, (_, i) => i);

function filesOf(shape: Shape): Files {
	const files: Files = {};
	if (shape.events.length) files['events.csv'] = events(shape);
	if (shape.counts) Object.assign(files, counts(shape));
	if (shape.topics.length) files['topics.csv'] = topics(shape);
	if (shape.money) Object.assign(files, money(shape));
	if (shape.documents > 0)
		for (const issue of upTo(shape.issues).filter((one) => one % shape.documents === 0)) {
			const at = shape.sentAt(issue);
			const day = at === null ? '' : `${new Date(at).toISOString().slice(0, 10)}-`;
			files[`${day}ebb-${issue + 1}.html`] = bytes(documentOf(shape, issue));
		}
	return files;
}

function events({ issues, items, readers, sentAt, events, everybody }: Shape): Uint8Array {
	const rows = upTo(issues).flatMap((issue) =>
		upTo(readers).flatMap((reader) => {
			const who = addressOf(reader);
			const at = (minutes: number) => written(sentAt(issue)! + minutes * 60_000);
			const clicked = upTo(items).filter(
				(item) => everybody || (reader * 7 + item * 3 + issue) % 5 < 2
			);
			return [
				...(events.includes('delivered') ? [[who, at(0), 'delivered', '']] : []),
				...(events.includes('open') ? [[who, at(30 + reader), 'open', '']] : []),
				...(events.includes('click')
					? clicked.map((item) => [who, at(40 + reader * 9 + item), 'click', linkOf(issue, item)])
					: [])
			].map((row) => [...row, campaignOf(issue)]);
		})
	);
	return bytes(table(['Email', 'Date', 'Event', 'Link', 'Campaign'], rows));
}

function counts({ issues, items, sentAt }: Shape): Files {
	const links = upTo(issues).flatMap((issue) =>
		upTo(items).map((item) => {
			const n = 5 + ((issue * 5 + item * 11) % 17);
			return [campaignOf(issue), linkOf(issue, item), n + 2, n];
		})
	);
	const dated = upTo(issues).filter((issue) => sentAt(issue) !== null);
	const sends = dated.map((issue) => [campaignOf(issue), written(sentAt(issue)!), 400]);
	return {
		'links.csv': bytes(table(['Campaign', 'URL', 'Total clicks', 'Unique clicks'], links)),
		...(sends.length && {
			'campaigns.csv': bytes(table(['Campaign Name', 'Send Time', 'Total Recipients'], sends))
		})
	};
}

function topics({ issues, items, topics }: Shape): Uint8Array {
	const rows = upTo(issues).flatMap((issue) =>
		upTo(items).map((item) => [linkOf(issue, item), topics[(issue + item) % topics.length]!])
	);
	return bytes(table(['url', 'topic'], rows));
}

function money({ readers, issues, sentAt }: Shape): Files {
	const start = sentAt(0) ?? 0;
	const day = (at: number) => new Date(at).toISOString().slice(0, 10);
	const list = upTo(readers).map((reader) => [
		addressOf(reader),
		reader % 9 === 8 ? 'Unsubscribed' : 'Active',
		written(start + reader * 3_600_000),
		reader % 9 === 8 ? written(start + issues * WEEK) : '',
		['Site', 'Partner'][reader % 2]!
	]);
	const head = ['Email', 'Status', 'Subscribed at', 'Unsubscribed at', 'Source'];
	return {
		'subscribers.csv': bytes(table(head, list)),
		'spend.csv': bytes(
			table(['channel', 'from', 'to', 'amount'], [['Partner', day(start), day(start + WEEK), 120]])
		)
	};
}

function documentOf({ items, author, sponsored }: Shape, issue: number): string {
	const stories = upTo(items).map(
		(item) =>
			`${sponsored ? '<p>Sponsored</p>\n' : ''}<h3>Story ${issue + 1}.${item + 1}</h3>\n<p>What the ebb left on the shore this week, in a few words. <a href="${linkOf(issue, item)}">Read on</a></p>`
	);
	return `<!doctype html><html><head><title>${campaignOf(issue)}</title>${author ? `<meta name="author" content="${author}">` : ''}</head><body>
<h1>${campaignOf(issue)}</h1>
<h2>On the shore</h2>
${stories.join('\n')}
<hr><p><a href="https://example.com/unsubscribe">Unsubscribe</a></p>
</body></html>`;
}

/** An issue of fifteen times the items that the others have, in place of its own. */
const longIssue = (issue: number): Files => ({
	[`${written(weekly(issue)).slice(0, 10)}-ebb-${issue + 1}.html`]: bytes(
		documentOf({ ...usual, items: usual.items * 15 }, issue)
	)
});

/** Issues of the longest archive: two thousand are five a week for eight years. */
export const MANY = times(400, 2000);

/** Archives of which some pages can say nothing, by name: each is usual but for one thing. */
export const degenerate: Record<string, Files> = {
	usual: filesOf(usual),
	nothing: {},
	'no-issues': filesOf({ ...usual, issues: 0 }),
	'no-dates': filesOf({ ...usual, ...undated }),
	'no-dates-no-topics': filesOf({ ...usual, ...undated, topics: [] }),
	'documents-alone': filesOf({ ...usual, events: [], money: false }),
	'no-topics': filesOf({ ...usual, topics: [] }),
	'no-clicks': filesOf({ ...usual, events: ['delivered', 'open'] }),
	'no-deliveries': filesOf({ ...usual, events: ['open', 'click'], money: false }),
	'no-readers': filesOf({ ...usual, readers: 0 }),
	'one-issue': filesOf({ ...usual, issues: 1 }),
	'one-item': filesOf({ ...usual, issues: 1, items: 1 }),
	'one-reader': filesOf({ ...usual, readers: 1 }),
	'one-author': filesOf({ ...usual, author: 'Ada Reed', topics: ['Tides'] }),
	'all-sponsored': filesOf({ ...usual, sponsored: true }),
	'one-long-issue': { ...filesOf(usual), ...longIssue(11) },
	'everybody-clicks': filesOf({ ...usual, everybody: true }),
	'counts-alone': filesOf({ ...usual, events: [], counts: true, money: false }),
	'far-apart': filesOf({ ...usual, sentAt: (issue) => ages[issue] ?? weekly(issue) }),
	'long-ago': filesOf({ ...usual, sentAt: (issue) => Date.UTC(1971, 0, 7) + issue * WEEK }),
	'one-instant': filesOf({ ...usual, sentAt: () => weekly(0) }),
	'unknown-sends': filesOf({ ...usual, documents: 0, topics: [] }),
	'many-issues': filesOf({
		...usual,
		issues: MANY,
		items: 3,
		readers: 3,
		documents: 20,
		sentAt: (issue) => Date.UTC(2010, 0, 4, 7) + issue * 2 * 86_400_000,
		events: ['click']
	})
};
