import { parisOffset, parisTime } from './calendar.ts';
import type { Edition } from './editions.ts';
import { emailHtml } from './email-html.ts';
import { slug, tagged } from './links.ts';
import { perReader } from './story.ts';
import type { Story } from './story.ts';
import { bytes, table } from './table.ts';
import type { Files } from './table.ts';
import { plainText } from './text-forms.ts';

const ROOT = '88123';

/**
 * The zip of an account export, as its user gets it on the day of leaving.
 *
 * @param issues indexes of those sent from here
 */
export function mailchimp(story: Story, issues: number[], at: number): Files {
	const files: Files = {};
	const put = (path: string, content: string) => (files[`${ROOT}/${path}`] = bytes(content));

	for (const issue of issues) {
		const edition = story.editions[issue]!;
		const file = `${1_001_000 + edition.number}_${slug(`${edition.name} ${edition.number}`, 4)}`;
		put(`campaigns_content/${file}.html`, emailHtml(edition));
		put(`campaigns_content/${file}.txt`, plainText(edition));
		putActivity(put, story, issue, file);
	}

	put('campaigns.csv', campaigns(story, issues));
	putMembers(put, story, at);
	return files;
}

type Put = (path: string, content: string) => void;

function putActivity(put: Put, { people, ...story }: Story, issue: number, file: string) {
	const { number } = story.editions[issue]!;
	const opens = story.opens[issue]!;
	const clicks = story.clicks[issue]!.filter(({ url }) => !/desabonnement|numeros/.test(url));
	const who = (reader: number) => [people[reader]!.ip, people[reader]!.address];

	put(
		`granular_activity/opens/${file}.csv`,
		table(
			['Timestamp', 'IP', 'Email'],
			opens.map(({ at, reader }) => [parisTime(at), ...who(reader)])
		)
	);
	put(
		`granular_activity/clicks/${file}.csv`,
		table(
			['Timestamp', 'IP', 'Email', 'Url'],
			clicks.map(({ at, reader, url }) => [parisTime(at), ...who(reader), tagged(url, number)])
		)
	);

	const opened = perReader(opens, people);
	const had = new Set(opened.map(([reader]) => reader));
	const others = perReader(
		story.deliveries[issue]!.filter(({ reader }) => !had.has(reader)),
		people
	);
	const counts = (rows: [number, number][]) =>
		rows.map(([reader, n]) => [people[reader]!.address, n]);
	const aggregate = 'aggregate_activity';
	const header = 'Email Address';
	put(`${aggregate}/opened/${file}.csv`, table([header, 'Opens'], counts(opened)));
	put(
		`${aggregate}/not_opened/${file}.csv`,
		table(
			[header],
			others.map(([reader]) => [people[reader]!.address])
		)
	);
	put(
		`${aggregate}/click_activity/${file}.csv`,
		table([header, 'Clicks'], counts(perReader(clicks, people)))
	);
}

function campaigns(story: Story, issues: number[]): string {
	const header =
		'Title,Subject,List,Send Date,Send Weekday,Total Recipients,Successful Deliveries,Soft Bounces,Hard Bounces,Total Bounces,Times Forwarded,Forwarded Opens,Unique Opens,Open Rate,Total Opens,Unique Clicks,Click Rate,Total Clicks,Unsubscribes,Abuse Complaints,Unique Id'.split(
			','
		);
	const rows = issues.map((issue) => {
		const edition = story.editions[issue]!;
		const reach = story.deliveries[issue]!.length;
		const opens = perReader(story.opens[issue]!, story.people).length;
		const clicks = perReader(story.clicks[issue]!, story.people).length;
		const rate = (n: number) => `${((100 * n) / reach).toFixed(1)}%`;

		return [
			`${edition.name} #${edition.number}`,
			edition.subject,
			edition.name,
			sendDate(edition),
			'Thursday',
			...[reach, reach, 0, 0, 0, 0, 0],
			...[opens, rate(opens), story.opens[issue]!.length],
			...[clicks, rate(clicks), story.clicks[issue]!.length],
			story.departures[issue]!.length,
			0,
			(0x9f3a000000 + edition.number).toString(16)
		];
	});
	return table(header, rows);
}

/** `Sep 04, 2025 07:05 am` */
function sendDate({ sentAt }: Edition): string {
	const [, , day, month, year] = /^(\w+), (\d+) (\w+) (\d+)/.exec(
		new Date(sentAt + parisOffset(sentAt)).toUTCString()
	)!;
	return `${month} ${day}, ${year} ${parisTime(sentAt).slice(11, 16)} am`;
}

function putMembers(put: Put, { people, archive, departures }: Story, at: number) {
	const { joined } = archive.readers;
	const left = new Map(departures.flat().map(({ reader, at }) => [reader, at]));
	const known = people.flatMap((_, reader) => (joined[reader]! < at ? [reader] : []));
	const gone = (reader: number) => (left.get(reader) ?? Infinity) < at;
	const row = (reader: number, last: (string | number)[]) => [
		people[reader]!.address,
		people[reader]!.channel,
		2,
		parisTime(joined[reader]!),
		...last,
		12_000 + reader
	];
	const header = ['Email Address', 'Source', 'MEMBER_RATING', 'OPTIN_TIME'];

	put(
		'lists/members/members_4417_maree-haute.csv',
		table(
			[...header, 'LAST_CHANGED', 'LEID'],
			known.filter((r) => !gone(r)).map((r) => row(r, [parisTime(joined[r]!)]))
		)
	);
	put(
		'lists/unsubscribed/unsubscribed_4417_maree-haute.csv',
		table(
			[...header, 'UNSUB_TIME', 'LEID'],
			known.filter(gone).map((r) => row(r, [parisTime(left.get(r)!)]))
		)
	);
}
