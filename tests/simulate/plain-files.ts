import type { Archive } from './archive.ts';
import { bytes, table, type Files } from './sample/table.ts';
import { clickersByItem, reachByIssue } from './tally.ts';

/** How an archive is written out: what its services do not say. */
export type Plain = {
	/** one table of everything, listmonk's, or what only a report gives: totals of links and of sends */
	as: 'events' | 'listmonk' | 'counts';
	/** kinds of events that the export holds, clicks always being among them */
	deliveries: boolean;
	opens: boolean;
	/** how exactly instants are written */
	resolution: 'second' | 'minute' | 'day';
	/** the list of subscribers, with when they came and went */
	subscribers: boolean;
};

const channels = ['Site', 'Partner', 'Search', 'Fair', 'Referral'];

/** Address of a reader, as no other reader has it. */
export function addressOf({ readers }: Archive, reader: number): string {
	return `reader-${reader}@${readers.domains[readers.domain[reader]!]}`;
}

/** Name of an issue's campaign. */
export function campaignOf(issue: number): string {
	return `Tides ${issue + 1}`;
}

/** Title of an item, which no other item has. */
export function titleOf(item: number): string {
	return `Story ${item + 1}`;
}

/** An archive as exports and documents, for whoever imports it by the command line. */
export function plainFiles(archive: Archive, plain: Plain): Files {
	const { issues } = archive;
	const documents = issues.map((_, issue): [string, Uint8Array] => [
		`issues/${new Date(issues[issue]!.sentAt).toISOString().slice(0, 10)}-tides-${issue + 1}.html`,
		bytes(documentOf(archive, issue))
	]);
	return {
		...{ events, listmonk, counts }[plain.as](archive, plain),
		...(plain.subscribers && { 'subscribers.csv': subscribers(archive) }),
		'topics.csv': topics(archive),
		...Object.fromEntries(documents)
	};
}

function written(at: number, { resolution }: Plain): string {
	const text = new Date(at).toISOString().replace('T', ' ');
	return text.slice(0, { second: 19, minute: 16, day: 10 }[resolution]);
}

function events(archive: Archive, plain: Plain): Files {
	const { deliveries, opens, clicks, departures, links } = archive;
	const rows: string[][] = [];
	const add = (
		{ issue, reader, at }: { issue: Uint16Array; reader: Uint32Array; at: Float64Array },
		event: string,
		link: (row: number) => string = () => ''
	) => {
		for (let i = 0; i < issue.length; i++)
			rows.push([
				addressOf(archive, reader[i]!),
				written(at[i]!, plain),
				event,
				link(i),
				campaignOf(issue[i]!)
			]);
	};
	if (plain.deliveries) add(deliveries, 'delivered');
	if (plain.opens) add(opens, 'open');
	add(clicks, 'click', (i) => links[clicks.link[i]!]!.url);
	add(departures, 'unsubscribe');
	return { 'events.csv': bytes(table(['Email', 'Date', 'Event', 'Link', 'Campaign'], rows)) };
}

function listmonk(archive: Archive, plain: Plain): Files {
	const { opens, clicks, links } = archive;
	const who = 'campaign_id,campaign_uuid,campaign_name,subscriber_id,subscriber_uuid,email';
	const cells = (issue: number, reader: number) => [
		issue + 1,
		`ca3b0000-0000-4000-8000-${String(issue + 1).padStart(12, '0')}`,
		campaignOf(issue),
		reader + 1,
		`5ab50000-0000-4000-8000-${String(reader + 1).padStart(12, '0')}`,
		addressOf(archive, reader),
		''
	];
	const head = [...who.split(','), 'subscriber_name'];
	const rowsOf = (
		{ issue, reader, at }: { issue: Uint16Array; reader: Uint32Array; at: Float64Array },
		more: (row: number) => string[]
	) =>
		Array.from(issue, (one, i) => [
			...cells(one, reader[i]!),
			...more(i),
			`${written(at[i]!, { ...plain, resolution: 'second' }).replace(' ', 'T')}Z`
		]);
	return {
		'campaign_clicks.csv': bytes(
			table(
				[...head, 'url', 'created_at'],
				rowsOf(clicks, (i) => [links[clicks.link[i]!]!.url])
			)
		),
		...(plain.opens && {
			'campaign_views.csv': bytes(
				table(
					[...head, 'created_at'],
					rowsOf(opens, () => [])
				)
			)
		})
	};
}

/** As reports total them: distinct clickers of each link's page, people's and scanners' alike. */
function counts(archive: Archive): Files {
	const { issues, items, links } = archive;
	const clickers = clickersByItem(archive, () => true);
	const reach = reachByIssue(archive);
	const ofLinks = items.map(({ issue, links: own }, i) => [
		campaignOf(issue),
		links[own[0]!]!.url,
		clickers[i]!,
		clickers[i]!
	]);
	const ofSends = issues.map(({ sentAt }, issue) => [
		campaignOf(issue),
		new Date(sentAt).toISOString().slice(0, 19).replace('T', ' '),
		reach[issue]!
	]);
	return {
		'links.csv': bytes(table(['Campaign', 'URL', 'Total clicks', 'Unique clicks'], ofLinks)),
		'campaigns.csv': bytes(table(['Campaign Name', 'Send Time', 'Total Recipients'], ofSends))
	};
}

function subscribers(archive: Archive): Uint8Array {
	const { readers } = archive;
	const rows = Array.from({ length: readers.count }, (_, r) => {
		const left = readers.left[r]!;
		const day = (at: number) => new Date(at).toISOString().slice(0, 19).replace('T', ' ');
		return [
			addressOf(archive, r),
			Number.isNaN(left) ? 'Active' : 'Unsubscribed',
			day(readers.joined[r]!),
			Number.isNaN(left) ? '' : day(left),
			channels[readers.channel[r]!] ?? ''
		];
	});
	return bytes(table(['Email', 'Status', 'Subscribed at', 'Unsubscribed at', 'Source'], rows));
}

/** An editor's list of what each item is about. */
function topics(archive: Archive): Uint8Array {
	const rows = archive.items.flatMap(({ topics, links }) =>
		links.map((link) => [
			archive.links[link]!.url,
			topics.map((topic) => archive.topics[topic]!.name).join('; ')
		])
	);
	return bytes(table(['url', 'topic'], rows));
}

function documentOf(archive: Archive, issue: number): string {
	const { items, links, issues } = archive;
	let section = '';
	const parts = issues[issue]!.items.map((index) => {
		const item = items[index]!;
		const heading = item.section === section ? '' : `<h2>${item.section}</h2>\n`;
		section = item.section;
		const anchors = item.links
			.map((link, n) => `<a href="${links[link]!.url}">Read ${n ? 'more' : 'on'}</a>`)
			.join(', or ');
		const mark = item.role === 'sponsor' ? '<p>Sponsored</p>\n' : '';
		return `${heading}<h3>${titleOf(index)}</h3>\n${mark}<p>What the tide brought in this week, in a few words and no more. ${anchors}</p>`;
	});
	const [house, view, unsubscribe] = issues[issue]!.links.slice(-3).map((link) => links[link]!.url);
	return `<!doctype html><html><head><title>${campaignOf(issue)}</title></head><body>
<h1>${campaignOf(issue)}</h1>
${parts.join('\n')}
<hr><p><a href="${house}">Jobs at our place</a></p>
<p><a href="${view}">View in browser</a> · <a href="${unsubscribe}">Unsubscribe</a></p>
</body></html>`;
}
