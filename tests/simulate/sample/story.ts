import type { Archive } from '../archive.ts';
import type { Edition } from './editions.ts';
import type { Person } from './people.ts';

/** All there is to export, and the events of each issue in order of time. */
export type Story = {
	archive: Archive;
	editions: Edition[];
	people: Person[];
	deliveries: Happening[][];
	opens: Happening[][];
	clicks: (Happening & { url: string })[][];
	/** unsubscribing, by issue */
	departures: Happening[][];
};

export type Happening = { reader: number; at: number };

/** Sorts the archive's events by issue and time, and gives links their URLs. */
export function tell(archive: Archive, editions: Edition[], people: Person[]): Story {
	const { deliveries, opens, clicks, departures, issues, links } = archive;
	const count = issues.length;
	const first = issues.map(({ links: [link] }) => link!);
	const urls = links.map(({ issue }, link) => editions[issue]!.urls[link - first[issue]!]!);

	const clicked = grouped(clicks, count, (i) => ({ url: urls[clicks.link[i]!]! }));
	return {
		archive,
		editions,
		people,
		deliveries: grouped(deliveries, count, () => ({})),
		opens: grouped(opens, count, () => ({})),
		clicks: clicked,
		departures: grouped(departures, count, () => ({}))
	};
}

function grouped<More>(
	{ issue, reader, at }: { issue: Uint16Array; reader: Uint32Array; at: Float64Array },
	issues: number,
	more: (event: number) => More
): (Happening & More)[][] {
	const groups: (Happening & More)[][] = Array.from({ length: issues }, () => []);
	issue.forEach((group, i) => {
		groups[group]!.push({ reader: reader[i]!, at: at[i]!, ...more(i) });
	});
	for (const group of groups) group.sort((a, b) => a.at - b.at || a.reader - b.reader);
	return groups;
}

/** How often each reader occurs, in order of address, as reports list them. */
export function perReader(events: Happening[], people: Person[]): [reader: number, n: number][] {
	const counts = new Map<number, number>();
	for (const { reader } of events) counts.set(reader, (counts.get(reader) ?? 0) + 1);
	return [...counts].sort(([a], [b]) => (people[a]!.address < people[b]!.address ? -1 : 1));
}
