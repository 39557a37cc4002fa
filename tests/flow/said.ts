import { isWords, type Table } from '#lib/columns/table.ts';
import type { Shown } from './shown.ts';

/** Every place that says a number, by its name. */
export class Said {
	readonly #places = new Map<string, Map<string, Shown>>();

	/** @param half how far off it may be: half a unit of its last digit, where it was read from a page */
	add(name: string, place: string, value: number | null | undefined, half = 0) {
		if (value === undefined) return;
		const places = this.#places.get(name) ?? new Map<string, Shown>();
		this.#places.set(name, places.set(place, { value, half }));
	}

	/**
	 * All numbers of a table: named by their column, and by what their row is about.
	 *
	 * @param shown the same as read where people see them
	 */
	addTable(place: string, table: Table, of = '', shown?: readonly (Shown | null)[][]) {
		const numbered = table.columns.map((column, i) => ({ ...column, i, name: nameOf(table, i) }));
		const times = new Map<string, number>();
		for (const [r, row] of table.rows.entries()) {
			const about = aboutOf(table, row);
			// what is twice in one table is not told apart by its names
			times.set(about, (times.get(about) ?? 0) + 1);
			if (times.get(about)! > 1) continue;
			for (const { i, name, kind, head } of numbered) {
				const value = row[i];
				if (isWords(kind) || kind === 'name' || kind === 'instant' || IDENTITY.has(head)) continue;
				if (typeof value === 'string' || value === undefined) continue;
				this.add(
					`${name} of ${about} ${of}`,
					`${place} ${times.get(about)}`,
					value,
					shown?.[r]![i]?.half
				);
			}
		}
	}

	/** Names under which two places say two numbers. */
	get contradictions() {
		return [...this.#places]
			.filter(([, places]) => differ([...places.values()]))
			.map(([name, places]) => ({
				name,
				...Object.fromEntries([...places].map(([place, { value }]) => [place, value]))
			}));
	}

	/** Names that only one place says: nothing is held against anything. */
	get alone() {
		return [...this.#places].filter(([, places]) => places.size < 2).map(([name]) => name);
	}

	/** How many names two places or more say. */
	get shared() {
		return [...this.#places.values()].filter((places) => places.size > 1).length;
	}
}

/** Files have twelve digits of a number; what people read is as exact as it is written. */
function differ(all: readonly Shown[]): boolean {
	const exact = all.find(({ half }) => half === 0) ?? all[0]!;
	return all.some((one) => {
		if (one.value === null || exact.value === null) return one.value !== exact.value;
		const most = one.half + exact.half + 1e-9 * Math.abs(exact.value);
		return Math.abs(one.value - exact.value) > most;
	});
}

/** Heads (in English) of columns that say what a row is about, and under which name it is known elsewhere. */
const IDENTITY = new Map([
	['No.', 'issue'],
	['Issue', 'issue'],
	['Version', 'version'],
	['Item', 'item'],
	['Topic', 'topic'],
	['Other topic', 'other topic'],
	['Section', 'section'],
	['Author', 'author'],
	['Sponsor', 'sponsor'],
	['Channel', 'channel'],
	['Campaign', 'campaign'],
	['Month', 'month'],
	['Signup month', 'month'],
	['Period', 'period'],
	['Position', 'position'],
	['Group', 'group'],
	['Engagement', 'engagement'],
	['Tenure', 'tenure'],
	['Company', 'company'],
	['Device', 'device'],
	['Country', 'country'],
	['Weekday', 'weekday'],
	['Sent at', 'hour'],
	['Hour', 'hour of the issue'],
	['Months after signup', 'age'],
	['Event', 'event'],
	['Result', 'result'],
	['Reason', 'reason'],
	['What', 'what'],
	['Figure', 'what']
]);

/** Whether a column, by its head in English, says what a row is about. */
export function isIdentity(head: string): boolean {
	return IDENTITY.has(head);
}

/** An item is known by its issue and title, whatever section, sponsor or position it has. */
const OF_ITEMS = ['issue', 'item'];

function aboutOf({ columns }: Table, row: Table['rows'][number]): string {
	const words = columns.flatMap(({ head }, i): [string, string][] => {
		const as = IDENTITY.get(head);
		return as && row[i] !== null && row[i] !== undefined ? [[as, String(row[i])]] : [];
	});
	const isItem = words.some(([as]) => as === 'item');
	const kept = isItem ? words.filter(([as]) => OF_ITEMS.includes(as)) : words;
	return kept.map(([as, value]) => `${as} ${value}`).join(', ') || 'all';
}

/** A column's name; ends of an interval are those of the column that they stand behind. */
function nameOf({ columns }: Table, i: number): string {
	const { head } = columns[i]!;
	if (!/^(Low|High)/.test(head)) return head;
	const before = columns.slice(0, i).findLast((column) => !/^(Low|High)/.test(column.head));
	return `${head} of ${before?.head}`;
}
