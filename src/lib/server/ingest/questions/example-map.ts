import { instantRoles } from '#lib/providers/by-hand/any-file.ts';
import { mappedKinds, mappedRoles } from '#lib/providers/by-hand/column-map.ts';
import type { ReadingCard } from '#lib/providers/reading-card.ts';
import { checkFile, type CheckHow } from '../reading/read.ts';

/** What is said of the parts of a mapping; `{…}` is filled in by whoever words it. */
export type MapRemarks = {
	file: string;
	kinds: string;
	columns: string;
	unused: string;
	zone: string;
	words: string;
};

/** A mapping with remarks, as a file: keys that begin with `//` are read by people alone. */
export type ExampleMap = Record<string, unknown>;

/**
 * The best reading of a file as a mapping to be corrected, which `--map` reads back.
 *
 * @throws {Trouble} whatever makes the file unreadable; fileNotRecognised
 */
export async function exampleMap(
	path: string,
	how: CheckHow,
	remarksOf: (card: ReadingCard, kinds: readonly string[]) => MapRemarks
): Promise<ExampleMap> {
	const card = await checkFile(path, how);
	const remarks = remarksOf(card, mappedKinds);
	const columns = columnsOf(card);
	const { order, zone, zoneFrom } = card.dates;
	const dated = instantRoles.filter((role) => role in columns);
	const isZoneSaid = zone !== null && zoneFrom !== 'cell' && zoneFrom !== 'assumed';
	const { event, campaign, url } = card.constants;
	const isAsked = Object.values(card.words).some((words) => words.some(({ means }) => !means));

	return {
		'//': remarks.file,
		'//kind': remarks.kinds,
		// a report of a service, of several tables, is read column by column as counts
		kind: mappedKinds.find((one) => one === card.kind) ?? 'counts',
		'//columns': remarks.columns,
		...(card.unused.length > 0 && { '//unused': remarks.unused }),
		columns,
		...(order !== null &&
			order !== 'ymd' &&
			dated.length > 0 && {
				dates: Object.fromEntries(dated.map((role) => [role, { order }]))
			}),
		'//zone': remarks.zone,
		...(isZoneSaid && { zone }),
		...(event !== undefined && { event }),
		...(campaign !== undefined && { campaign }),
		...(url !== undefined && { url }),
		...(isAsked && { '//words': remarks.words, words: {} })
	};
}

/** Role to header, or to the place of a column whose header another one has too. */
function columnsOf({ columns, fields }: ReadingCard): Record<string, string> {
	const named = Object.entries(columns).filter(([role]) => mappedRoles.some((one) => one === role));
	return Object.fromEntries(
		named.map(([role, header]) => {
			const same = fields.filter((field) => field.header === header).length > 1;
			const place = fields.findIndex((field) => field.header === header && field.role === role);
			return [role, (same || header === '') && place !== -1 ? `#${place + 1}` : header];
		})
	);
}
