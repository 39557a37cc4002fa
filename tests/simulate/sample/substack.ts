import { postHtml } from './email-html.ts';
import type { Edition } from './editions.ts';
import { slug } from './links.ts';
import type { Happening, Story } from './story.ts';
import { bytes, table, type Files } from './table.ts';

const AGENTS: string[][] = [
	['desktop', 'Windows', 'webmail', 'Mozilla/5.0'],
	['mobile', 'iOS', 'app', 'Mozilla/5.0 (iPhone; CPU, like Mac)'],
	['desktop', 'Mac', 'app', 'Mozilla/5.0 (Macintosh)']
];

/** The zip that this service's settings offer: posts, who got them, who opened them; no clicks. */
export function substack(story: Story, issues: number[], at: number): Files {
	const files: Files = {};
	const posts = issues.map((issue) => story.editions[issue]!);

	files['posts.csv'] = bytes(
		table(
			'post_id,post_date,is_published,email_sent_at,inbox_sent_at,type,audience,title,subtitle,podcast_url'.split(
				','
			),
			[
				...posts.map((edition) => {
					const sent = new Date(edition.sentAt).toISOString();
					return [
						`${idOf(edition)}.${slug(edition.title, 6)}`,
						sent,
						'true',
						sent,
						sent,
						'newsletter',
						'everyone',
						edition.subject,
						edition.items[1]!.title,
						''
					];
				}),
				['184000999.brouillon', '', 'false', '', '', 'newsletter', 'everyone', '', '', '']
			]
		)
	);

	issues.forEach((issue, i) => {
		const edition = posts[i]!;
		const id = idOf(edition);
		const row = ({ at, reader }: Happening) => [
			id,
			new Date(at).toISOString(),
			story.people[reader]!.address,
			'newsletter',
			'everyone',
			'false'
		];
		const header = 'post_id,timestamp,email,post_type,post_audience,active_subscription'.split(',');
		const more = 'country,city,region,device_type,client_os,client_type,user_agent'.split(',');

		files[`posts/${id}.${slug(edition.title, 6)}.html`] = bytes(postHtml(edition));
		files[`posts/${id}.delivers.csv`] = bytes(table(header, story.deliveries[issue]!.map(row)));
		files[`posts/${id}.opens.csv`] = bytes(
			table(
				[...header, ...more],
				story.opens[issue]!.map((open) => [...row(open), 'FR', '', '', ...AGENTS[open.reader % 3]!])
			)
		);
	});

	files['email_list.mareehaute.csv'] = bytes(emailList(story, at));
	return files;
}

function idOf({ number }: Edition): number {
	return 184_000_000 + number;
}

function emailList({ people, archive, departures }: Story, at: number): string {
	const left = new Map(departures.flat().map(({ reader, at }) => [reader, at]));
	const rows = people.flatMap(({ address }, reader) => {
		const joined = archive.readers.joined[reader]!;
		if (joined >= at) return [];
		const off = (left.get(reader) ?? Infinity) < at;
		return [[address, 'false', '', 'other', String(off), new Date(joined).toISOString(), '']];
	});
	return table(
		'email,active_subscription,expiry,plan,email_disabled,created_at,first_payment_at'.split(','),
		rows
	);
}
