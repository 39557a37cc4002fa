import { withoutAddresses } from '#lib/url/address.ts';
import { authorNames } from '../../authors-of.ts';
import type { RowReading } from '../../facts.ts';
import { textOf } from '../../plans/event-reader.ts';
import { readLink } from '../../read-link.ts';
import type { RoleColumns } from '../../recogniser.ts';
import { refuse } from '../../refuse.ts';

/** Makes the reader of what items are about: one page or item a row, or an issue and who wrote it; topics are parted by `;`, `,` or `|`. */
export function tagReader(columns: RoleColumns) {
	return (row: string[]): RowReading => {
		const topics = withoutAddresses(row[columns.topics ?? -1] ?? '')
			.split(/[;,|]/)
			.map((topic) => topic.trim())
			.filter((topic) => topic !== '');
		const link = textOf(row[columns.url ?? -1]);
		const issue = textOf(row[columns.issue ?? -1]) ?? undefined;
		const item = textOf(row[columns.item ?? -1]) ?? undefined;

		const url = link === null ? undefined : (readLink(link) ?? undefined);
		if (link !== null && url === undefined) return refuse(row, 'badUrl');
		const authors = authorNames(row[columns.author ?? -1]);
		// topics are those of an item: of a whole issue they would be lost
		const whole = issue !== undefined && authors.length > 0 && topics.length === 0;
		if (url === undefined && item === undefined && !whole) return refuse(row, 'noItem');
		if (topics.length + authors.length === 0) return refuse(row, 'tooFewCells');
		return {
			facts: [{ fact: 'tag', url, issue, item, topics, ...(authors.length && { authors }) }]
		};
	};
}
