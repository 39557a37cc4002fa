import { parisOffset, parisTime } from './calendar.ts';
import type { Edition } from './editions.ts';
import type { Happening, Story } from './story.ts';
import { bytes, table, type Files } from './table.ts';

const EVENT =
	'campaign_id,campaign_uuid,campaign_name,subscriber_id,subscriber_uuid,email,subscriber_name';

/** What the maintenance page of a self-hosted listmonk lets one download. */
export function listmonk(story: Story, issues: number[], at: number): Files {
	const rows = <E extends Happening>(events: E[][], more: (event: E) => string[]) =>
		issues.flatMap((issue) =>
			events[issue]!.map((event) => [
				...campaign(story.editions[issue]!),
				...subscriber(story, event.reader),
				...more(event),
				rfc3339(event.at)
			])
		);

	return {
		'campaign_views.csv': bytes(
			table(
				[...EVENT.split(','), 'created_at'],
				rows(story.opens, () => [])
			)
		),
		'campaign_clicks.csv': bytes(
			table(
				[...EVENT.split(','), 'url', 'created_at'],
				rows(story.clicks, ({ url }) => [url])
			)
		),
		'subscribers.csv': bytes(subscribers(story, at))
	};
}

/** The log of the mail server behind it, which alone knows what was delivered. */
export function mailLog(story: Story, issues: number[]): Files {
	const rows = issues.flatMap((issue) =>
		story.deliveries[issue]!.map(({ reader, at }) => [
			story.people[reader]!.address,
			new Date(at).toISOString(),
			'delivered',
			nameOf(story.editions[issue]!)
		])
	);
	return { 'deliveries.csv': bytes(table(['Email', 'Date', 'Event', 'Campaign'], rows)) };
}

function campaign(edition: Edition): (string | number)[] {
	const id = edition.number - 100;
	return [id, `ca3b0000-0000-4000-8000-${String(id).padStart(12, '0')}`, nameOf(edition)];
}

function nameOf({ name, number }: Edition): string {
	return `${name} #${number}`;
}

function subscriber({ people }: Story, reader: number): (string | number)[] {
	const { uuid, address } = people[reader]!;
	return [reader + 1, uuid, address, ''];
}

function subscribers({ people, archive, departures }: Story, at: number): string {
	const left = new Map(departures.flat().map(({ reader, at }) => [reader, at]));
	const rows = people.flatMap(({ uuid, address, channel }, reader) => {
		const joined = archive.readers.joined[reader]!;
		if (joined >= at) return [];
		const attributes = JSON.stringify({ source: channel });
		const status = left.has(reader) ? 'blocklisted' : 'enabled';
		return [
			[uuid, address, '', attributes, status, goTime(joined), goTime(left.get(reader) ?? joined)]
		];
	});
	return table('uuid,email,name,attributes,status,created_at,updated_at'.split(','), rows);
}

function rfc3339(at: number): string {
	return `${parisTime(at).replace(' ', 'T')}+0${parisOffset(at) / 3_600_000}:00`;
}

/** As Go prints an instant. */
function goTime(at: number): string {
	return `${new Date(at).toISOString().replace('T', ' ').replace('Z', '000')} +0000 UTC`;
}
