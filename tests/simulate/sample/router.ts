import { parisTime } from './calendar.ts';
import type { Happening, Story } from './story.ts';
import { bytes, table, windows1252, type Files } from './table.ts';

/** One file a quarter from a French service: semicolons, Windows-1252, day first, all events mixed. */
export function router(story: Story, issues: number[]): Files {
	const rows = issues.flatMap((issue) => {
		const { name, number } = story.editions[issue]!;
		const row = (event: string) => (happening: Happening & { url?: string }) => ({
			at: happening.at,
			cells: [
				story.people[happening.reader]!.address,
				frenchTime(happening.at),
				event,
				happening.url ?? '',
				`${name} #${number}`
			]
		});
		return [
			...story.deliveries[issue]!.map(row('Délivré')),
			...story.opens[issue]!.map(row('Ouverture')),
			...story.clicks[issue]!.map(row('Clic')),
			...story.departures[issue]!.map(row('Désinscription'))
		].sort((a, b) => a.at - b.at);
	});

	const header = ['Adresse e-mail', 'Date', 'Événement', 'Lien', 'Campagne'];
	const cells = rows.map(({ cells }) => cells);
	return { 'evenements-printemps-2026.csv': windows1252(table(header, cells, ';', '\r\n')) };
}

/** The publisher's own list of everybody who was ever subscribed, as saved from a spreadsheet. */
export function readerList({ people, archive, departures }: Story): Uint8Array {
	const left = new Map(departures.flat().map(({ reader, at }) => [reader, at]));
	const rows = people.map(({ address, channel }, reader) => {
		const at = left.get(reader);
		return [
			address,
			frenchTime(archive.readers.joined[reader]!),
			at === undefined ? '' : frenchTime(at),
			channel,
			at === undefined ? 'Abonné' : 'Désabonné'
		];
	});
	const header = [
		'Adresse e-mail',
		"Date d'inscription",
		'Date de désinscription',
		'Canal',
		'Statut'
	];
	return bytes(`\uFEFF${table(header, rows, ';', '\r\n')}`);
}

/** The editor's own notes of what each link is about. */
export function topicList({ archive, editions }: Story, topics: string[]): Uint8Array {
	const rows = archive.items.flatMap(({ issue, position, topics: [topic] }) => {
		if (topic === undefined) return [];
		const { number, urls, items } = editions[issue]!;
		const before = items.slice(0, position - 1).reduce((n, item) => n + linksOf(item), 0);
		const own = urls.slice(before, before + linksOf(items[position - 1]!));
		return own.map((url) => [number, url, topics[topic]!]);
	});
	return bytes(`\uFEFF${table(['Numéro', 'Lien', 'Thème'], rows, ';', '\r\n')}`);
}

function linksOf({ more, paragraphs }: Story['editions'][number]['items'][number]): number {
	return more ? 1 : paragraphs.flat().filter(({ url }) => url).length;
}

/** `04/09/2025 07:05:12` */
function frenchTime(at: number): string {
	const [date, time] = parisTime(at).split(' ');
	return `${date!.split('-').reverse().join('/')} ${time}`;
}
