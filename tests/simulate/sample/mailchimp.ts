import { parisOffset, parisTime } from './calendar.ts';
import type { Edition } from './editions.ts';
import { emailHtml } from './email-html.ts';
import { slug, tagged } from './links.ts';
import { versionsOf } from './subject-tests.ts';
import { perReader, type Story } from './story.ts';
import { bytes, table, type Files } from './table.ts';
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
		for (const campaign of campaignsOf(story, issue)) {
			const { edition, id, mark } = campaign;
			const name = slug(`${edition.name} ${edition.number}`, 4);
			const file = [`${id}_${name}`, ...mark.split(' ')].filter(Boolean).join('-');
			put(`campaigns_content/${file}.html`, emailHtml(edition));
			put(`campaigns_content/${file}.txt`, plainText(edition));
			putActivity(put, story.people, campaign, file);
		}
	}

	put('campaigns.csv', campaigns(story, issues));
	putMembers(put, story, at);
	return files;
}

type Put = (path: string, content: string) => void;

/** What was sent under one subject: an issue, or one version of it, and what became of it. */
type Campaign = Pick<Issue, 'deliveries' | 'opens' | 'clicks' | 'departures'> & {
	id: number;
	title: string;
	/** of a version; empty for an issue that went out in one */
	mark: string;
	edition: Edition;
};
type Issue = { [K in 'deliveries' | 'opens' | 'clicks' | 'departures']: Story[K][number] };

function campaignsOf(story: Story, issue: number): Campaign[] {
	const edition = story.editions[issue]!;
	const title = `${edition.name} #${edition.number}`;
	const whole: Issue = {
		deliveries: story.deliveries[issue]!,
		opens: story.opens[issue]!,
		clicks: story.clicks[issue]!,
		departures: story.departures[issue]!
	};
	const id = 1_001_000 + edition.number;
	const versions = versionsOf(edition);
	if (!versions) return [{ id, title, mark: '', edition, ...whole }];
	return versions.map(({ mark, subject, gets }, i) => {
		const own = <E extends { reader: number }>(events: E[]) =>
			events.filter(({ reader }) => gets(reader));
		return {
			id: id + 1000 * i,
			mark,
			title: `${title} (${mark})`,
			edition: { ...edition, subject },
			deliveries: own(whole.deliveries),
			opens: own(whole.opens),
			clicks: own(whole.clicks),
			departures: own(whole.departures)
		};
	});
}

function putActivity(put: Put, people: Story['people'], campaign: Campaign, file: string) {
	const { opens, deliveries } = campaign;
	const { number } = campaign.edition;
	const clicks = campaign.clicks.filter(({ url }) => !/desabonnement|numeros/.test(url));
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
		deliveries.filter(({ reader }) => !had.has(reader)),
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
	const sent = issues.flatMap((issue) => campaignsOf(story, issue));
	const rows = sent.map(({ id, title, edition, deliveries, departures, ...events }) => {
		const reach = deliveries.length;
		const opens = perReader(events.opens, story.people).length;
		const clicks = perReader(events.clicks, story.people).length;
		const rate = (n: number) => `${((100 * n) / reach).toFixed(1)}%`;

		return [
			title,
			edition.subject,
			edition.name,
			sendDate(edition),
			'Thursday',
			reach,
			reach,
			0,
			0,
			0,
			0,
			0,
			opens,
			rate(opens),
			events.opens.length,
			clicks,
			rate(clicks),
			events.clicks.length,
			departures.length,
			0,
			(0x9f3a000000 + id - 1_001_000).toString(16)
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
