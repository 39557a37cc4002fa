import * as v from 'valibot';
import { columnMap, fromMap, type ColumnMap } from '#lib/providers/by-hand/column-map.ts';
import type { Fact } from '#lib/providers/facts.ts';
import { recognise } from '#lib/providers/known.ts';
import type { FileFacts, Recognition } from '#lib/providers/recogniser.ts';
import type { Import } from '../store/imports.ts';

/** What a person answered about files of a known shape: how their instants are written. */
export const dateAnswer = v.strictObject({
	dates: columnMap.entries.dates,
	zone: columnMap.entries.zone
});

export type DateAnswer = v.InferOutput<typeof dateAnswer>;

/** What a person said of one file that holds for no other. */
const about = v.object({
	campaign: v.optional(v.string()),
	url: v.optional(v.string()),
	/** nothing more is to be said of it */
	answered: v.optional(v.boolean()),
	/** the mapping itself, where no header would tell the next file that it is for */
	map: v.optional(columnMap)
});

export type About = v.InferOutput<typeof about>;

/** What was said of the file of an import. */
export function aboutOf({ reading }: Pick<Import, 'reading'>): About {
	const parsed = v.safeParse(about, reading?.about);
	return parsed.success ? parsed.output : {};
}

/** What people said of how a table is to be read. */
export type Answer = {
	/** of files with its header */
	saved: ColumnMap | DateAnswer | null;
	/** of all files of this run */
	map: ColumnMap | null;
	about: About;
};

/**
 * Tells which service wrote a table: by what the person said, by what was said before of files with
 * this header, by the header itself.
 *
 * @throws {Trouble} mapDoesNotFit
 */
export function tellTable(
	file: FileFacts,
	{ saved, map, about: { map: own, campaign, url } }: Answer
): Recognition | null {
	const chosen = map ?? own ?? (saved && 'kind' in saved ? saved : null);
	const said = { ...(campaign && { campaign }), ...(url && { url }) };
	if (chosen) return fromMap({ ...chosen, ...said }, file);

	const known = recognise(file);
	const found = known && aboutSend(known, said);
	if (!found || !saved) return found;
	const { recogniser, columns } = found;
	return {
		columns,
		recogniser: {
			...recogniser,
			dates: { ...recogniser.dates, ...saved.dates },
			...(saved.zone && 'ask' in recogniser.zone && { zone: { known: saved.zone } })
		}
	};
}

/** The same file, which a person said is about one send, or one of its links. */
function aboutSend(
	{ recogniser, columns }: Recognition,
	{ campaign, url }: Pick<About, 'campaign' | 'url'>
): Recognition {
	if (campaign === undefined && url === undefined) return { recogniser, columns };

	function say(fact: Fact) {
		if (fact.fact !== 'event' && fact.fact !== 'count') return;
		if (campaign !== undefined) fact.campaign ??= campaign;
		if (fact.fact === 'count' && fact.event === 'click' && fact.of.by === 'reader' && url)
			fact.of.url ??= url;
	}
	return {
		columns,
		recogniser: {
			...recogniser,
			reader(...given) {
				const read = recogniser.reader(...given);
				return (row) => {
					const reading = read(row);
					if ('facts' in reading) for (const fact of reading.facts) say(fact);
					return reading;
				};
			}
		}
	};
}

/** A header as saved mappings know it. */
export function headerKey(header: readonly string[]): string {
	return header.map((name) => name.normalize('NFC').trim().toLowerCase()).join('\n');
}
