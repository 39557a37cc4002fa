import * as v from 'valibot';
import { encodings } from '#lib/csv/encodings.ts';
import { columnMap, fromMap, type ColumnMap } from '#lib/providers/by-hand/column-map.ts';
import type { Fact } from '#lib/providers/facts.ts';
import { recognise } from '#lib/providers/known.ts';
import type { FileFacts, Recognition } from '#lib/providers/recogniser.ts';
import type { Import } from '../../store/events/imports.ts';

/** What a person answered about files of a known shape: how their instants are written. */
export const dateAnswer = v.strictObject({
	name: columnMap.entries.name,
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
	/** take the best reading, whatever doubts there are */
	yes: v.optional(v.boolean()),
	/** read it though it was undone before: who sends it from a page wants it back */
	again: v.optional(v.boolean()),
	/** what its rows are */
	kind: v.optional(columnMap.entries.kind),
	/** whether day or month comes first, where its cells cannot say */
	order: v.optional(v.picklist(['dmy', 'mdy'])),
	/** IANA zone of its instants that name none */
	zone: v.optional(v.string()),
	/** how it is written, where that was told wrongly */
	layout: v.optional(
		v.strictObject({
			encoding: v.optional(v.picklist(encodings)),
			delimiter: v.optional(v.pipe(v.string(), v.length(1))),
			headerRow: v.optional(v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(100))),
			sheet: v.optional(v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(1000)))
		})
	),
	/** the import whose reading this one takes the place of */
	replaces: v.optional(v.number()),
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
export type TableAnswer = {
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
export function tellTable(file: FileFacts, answer: TableAnswer): Recognition | null {
	const { saved, map, about } = answer;
	const { campaign, url } = about;
	const own = about.map && about.kind && about.kind !== about.map.kind ? undefined : about.map;
	const chosen = map ?? own ?? (saved && 'kind' in saved && !about.kind ? saved : null);
	const said = { ...(campaign && { campaign }), ...(url && { url }) };
	if (chosen) {
		const recognition = fromMap({ ...chosen, ...said }, file);
		const because = map ? 'map' : own ? 'said' : 'remembered';
		return recognition && inOrder({ ...recognition, because }, about);
	}
	const known = recognise(file, about.kind);
	const recognition = known && aboutSend(known, said);
	return recognition && inOrder(saved ? withDates(recognition, saved) : recognition, about);
}

/** The same reading, with dates as they were said to be written before. */
function withDates(recognition: Recognition, { dates, zone }: ColumnMap | DateAnswer): Recognition {
	const { recogniser } = recognition;
	return {
		...recognition,
		recogniser: {
			...recogniser,
			dates: { ...recogniser.dates, ...dates },
			...(zone && 'ask' in recogniser.zone && { zone: { known: zone } })
		}
	};
}

/** The same reading, with the order of day and month that was said of this file. */
function inOrder(recognition: Recognition, { order }: About): Recognition {
	if (order === undefined) return recognition;
	const { recogniser } = recognition;
	const dates = recogniser.instants.map((role) => [role, { ...recogniser.dates?.[role], order }]);
	return { ...recognition, recogniser: { ...recogniser, dates: Object.fromEntries(dates) } };
}

/** The same file, which a person said is about one send, or one of its links. */
function aboutSend(
	recognition: Recognition,
	{ campaign, url }: Pick<About, 'campaign' | 'url'>
): Recognition {
	if (campaign === undefined && url === undefined) return recognition;
	const { recogniser } = recognition;

	function state(fact: Fact) {
		if (fact.fact !== 'event' && fact.fact !== 'count') return;
		if (campaign !== undefined) fact.campaign ??= campaign;
		if (fact.fact === 'count' && fact.event === 'click' && fact.of.by === 'reader' && url)
			fact.of.url ??= url;
	}
	return {
		...recognition,
		constants: {
			...recognition.constants,
			...(campaign !== undefined && { campaign }),
			...(url !== undefined && { url })
		},
		recogniser: {
			...recogniser,
			reader(...given) {
				const read = recogniser.reader(...given);
				return (row) => {
					const reading = read(row);
					if ('facts' in reading) for (const fact of reading.facts) state(fact);
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

/** Whether columns have names: without, they tell nothing of the next file that has as many. */
export function hasNames(header: readonly string[]): boolean {
	return header.some((name) => !/^#\d+$/.test(name));
}
