import * as v from 'valibot';
import { locales } from '#lib/locales.ts';
import { filterRecords, type FilterRecord, type Filters } from '#lib/filters/filters.ts';
import { comparisons } from '#lib/filters/comparison.ts';
import { chartSpec } from '#lib/chart/spec.ts';
import { columnKinds } from '#lib/columns/table.ts';
import { reportKinds } from '#lib/report-kinds.ts';

/** Parts of the editorial review that a page of their own shows. */
export const reportParts = ['topics', 'items', 'sections', 'issues'] as const;
export type ReportPart = (typeof reportParts)[number];

const perhaps = v.nullable(v.number());
const cell = v.union([v.string(), v.number(), v.null()]);

const kind = v.picklist(columnKinds);

const table = v.object({
	columns: v.array(
		v.object({
			head: v.string(),
			kind,
			currency: v.optional(v.string()),
			local: v.optional(v.string()),
			people: v.optional(v.boolean()),
			running: v.optional(v.boolean()),
			end: v.optional(v.boolean()),
			signed: v.optional(v.boolean())
		})
	),
	rows: v.array(v.array(cell))
});

const figure = v.object({
	/** names its files, and is unique in the report */
	id: v.string(),
	title: v.string(),
	sub: v.nullable(v.string()),
	/** how what it shows is defined */
	about: v.nullable(v.string()),
	chart: v.nullable(chartSpec),
	table,
	/** the columns that page and paper show: files hold them all */
	shown: v.array(v.number()),
	/** as many rows as page and paper show; null for all */
	most: v.nullable(v.number()),
	/** where each row's estimate stands, to be drawn beside it; null without one */
	forest: v.nullable(
		v.object({
			lift: v.number(),
			low: v.number(),
			high: v.number(),
			low50: v.number(),
			high50: v.number(),
			above: v.number(),
			/** how many items it rests on; null where one row is one item */
			n: perhaps,
			/** what 1 is, where it is not the usual */
			one: v.optional(v.string()),
			/** returns, which few buyers keep from being clear; lifts where it is not said */
			of: v.optional(v.literal('return')),
			/** rows that are never clear, wherever their intervals lie */
			leaning: v.optional(v.array(v.number()))
		})
	),
	note: v.nullable(v.string()),
	/** what people wrote of days, and by which numbers it stands in the chart: not for whoever has but a link */
	noted: v.optional(v.nullable(v.object({ text: v.string(), numbers: v.array(v.number()) })), null)
});

const keyFigure = v.object({
	label: v.string(),
	kind,
	currency: v.optional(v.string()),
	people: v.optional(v.boolean()),
	value: perhaps,
	/** against what the report is compared to, in the unit of the value, but points for rates */
	change: perhaps,
	low: perhaps,
	high: perhaps,
	/** why its change has no interval, in words */
	unsure: v.optional(v.string()),
	/** its change is of totals that machines may have moved */
	unfiltered: v.optional(v.boolean()),
	/** there may be more of it */
	atLeast: v.optional(v.literal(true)),
	/** why it has no change, in words; null where it has one, or none was asked for */
	note: v.optional(v.nullable(v.string()), null)
});

/** One value of a filter, as reports keep it. */
function storedValue({ takes, known, pattern }: FilterRecord) {
	if (known && !pattern) return v.picklist(known);
	return takes === 'number' || takes === 'id' ? v.number() : v.string();
}

/** What a report is narrowed to. One of before there was a filter was not narrowed by it. */
const storedFilters = v.object(
	Object.fromEntries(
		filterRecords.map((record) => {
			const one = storedValue(record);
			const none = record.several
				? v.optional(v.array(one), [])
				: v.optional(v.nullable(one), null);
			return [record.field, none];
		})
	)
) as unknown as v.GenericSchema<unknown, Filters>;

/**
 * A report as it was made: every number, sentence and chart of it. Page, PDF, XLSX, CSV, pictures
 * and JSON are renderings of this one document, so that they cannot differ.
 */
export const snapshotSchema = v.object({
	version: v.literal(1),
	kind: v.picklist(reportKinds),
	/** stands on every page and in every file: made from all that the report says */
	seal: v.string(),
	name: v.string(),
	locale: v.picklist(locales),
	publication: v.object({
		slug: v.string(),
		name: v.string(),
		zone: v.string(),
		currency: v.string(),
		/** as it was: a PNG in base64, with its size in pixels */
		logo: v.optional(
			v.nullable(v.object({ png: v.string(), width: v.number(), height: v.number() })),
			null
		)
	}),
	/** what was asked for, so that it can be asked again */
	asked: v.pipe(
		v.object({
			filters: storedFilters,
			/** of reports made before what they are compared with was a filter */
			comparison: v.optional(v.picklist(comparisons)),
			part: v.optional(v.nullable(v.picklist(reportParts)), null),
			placement: v.optional(perhaps, null),
			sponsor: v.optional(v.nullable(v.string()), null)
		}),
		v.transform(({ comparison, filters, ...asked }) => ({
			filters: { ...filters, compare: filters.compare ?? comparison ?? null },
			...asked
		}))
	),
	/** the same in words, for the foot of each page */
	period: v.string(),
	compared: v.nullable(v.string()),
	filters: v.array(v.string()),
	/** UTC milliseconds: when it was made, and the newest event it rests on */
	createdAt: v.number(),
	dataUpTo: perhaps,
	/** version of the rules of verdicts, and the share of clicks that they set aside */
	rules: v.number(),
	setAside: perhaps,
	/** three to six sentences: what changed, and whether it is real */
	findings: v.array(v.string()),
	keyFigures: v.array(keyFigure),
	/** what can be done, and what cannot be said */
	advice: v.array(v.object({ heading: v.string(), lines: v.array(v.string()) })),
	sections: v.array(v.object({ heading: v.string(), figures: v.array(figure) })),
	definitions: v.array(v.object({ term: v.string(), text: v.string() }))
});

export type Snapshot = v.InferOutput<typeof snapshotSchema>;
export type ReportFigure = v.InferOutput<typeof figure>;
export type ReportKeyFigure = v.InferOutput<typeof keyFigure>;

/**
 * A snapshot as it comes back from the store.
 *
 * @throws {v.ValiError} for what no version of ours wrote
 */
export function readSnapshot(document: unknown): Snapshot {
	return v.parse(snapshotSchema, document);
}

/** Notes on days stood with the other notes once. */
function asNoted({ heading, figures }: Snapshot['sections'][number]) {
	return {
		heading,
		figures: figures.map(({ noted, note, ...figure }) => ({
			...figure,
			note: [noted?.text, note].filter(Boolean).join(' ')
		}))
	};
}

/** What columns say of their numbers that those of earlier snapshots did not. */
const addedTraits: ReadonlySet<string> = new Set(['running', 'end', 'signed']);

/**
 * Whether two snapshots say the same: their numbers and sentences, not when they were made. A
 * report opened later is held against what today's data say.
 */
export function saysTheSame(one: Snapshot, other: Snapshot): boolean {
	const said = ({ findings, keyFigures, advice, sections, setAside, rules }: Snapshot) =>
		JSON.stringify(
			[findings, keyFigures, advice, sections.map(asNoted), setAside, rules],
			// no numbers: reports of before they were noted say the same
			(key, value: unknown) => (addedTraits.has(key) ? undefined : value)
		);
	return said(one) === said(other);
}
