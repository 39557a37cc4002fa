import { listQueryIn, arranged, pageOf, type Listed } from '#lib/columns/list.ts';
import type { RenderedTable, RenderedRow } from '#lib/columns/render-table.ts';
import type { Locale } from '#lib/locales.ts';
import { withParams } from '../address.ts';
import { keptColumns, keepColumns } from './kept-columns.ts';

/** With fewer rows than that nobody needs to look for one. */
export const FEW = 20;

type Given<Row> = {
	table: () => RenderedTable<string, Row>;
	/** the page of a long list that these rows are; null where they are all of it */
	list: () => Listed<Row> | null;
	params: () => URLSearchParams;
	/** rows that it shows at a time, where all of them are here */
	perPage: () => number;
};

/**
 * What a table shows of its rows. Without a script, and in long lists, the address says it; with one,
 * and where all rows are here, it is changed on the spot.
 */
export class TableView<Row> {
	#given: Given<Row>;
	#said = $state<{ page?: number; order?: string | null; find?: string }>({});
	#columns = $state<string[] | null>(null);

	constructor(given: Given<Row>) {
		this.#given = given;
	}

	readonly table: RenderedTable<string, Row> = $derived.by(() => {
		const table = this.#given.table();
		const chosen = this.#columns ?? this.#given.params().getAll(this.name('columns'));
		return chosen.length ? table.with(chosen) : table;
	});

	/** Rows that are one page of a list are changed by its address alone. */
	readonly isList: boolean = $derived.by(() => this.#given.list() !== null);

	readonly prefix: string = $derived.by(() => {
		return this.#given.list()?.prefix ?? `${this.#given.table().name}.`;
	});

	readonly order: string | null = $derived.by(() => {
		const list = this.#given.list();
		if (list) return list.order;
		return this.#said.order === undefined ? this.#address.order : this.#said.order;
	});

	readonly find: string = $derived.by(
		() => this.#given.list()?.find ?? this.#said.find ?? this.#address.find
	);

	readonly #address = $derived.by(() => listQueryIn(this.#given.params(), this.prefix));

	/** All rows that are here and were looked for, in their order. */
	readonly rows: RenderedRow<Row>[] = $derived.by(() => {
		const { columns, rows } = this.table;
		if (this.isList) return rows;
		const place = (key: string) => columns.findIndex((column) => column.key === key);
		return arranged(
			rows,
			{
				columns: columns.filter(({ act }) => !act),
				value: ({ cells }, key) => cells[place(key)]!.value,
				words: ({ cells }) => cells.map(({ text, beside }) => `${text} ${beside ?? ''}`).join(' ')
			},
			{ page: 1, order: this.order, find: this.find }
		);
	});

	/** The page of them that is shown. */
	readonly shown = $derived.by(() => {
		const list = this.#given.list();
		if (list) {
			const { page, pages, found, total } = list;
			return { page, pages, found, total, rows: this.rows };
		}
		const part = pageOf(this.rows, this.#said.page ?? this.#address.page, this.#given.perPage());
		return { ...part, found: this.rows.length, total: this.table.rows.length };
	});

	/** Whether there is so much of it that rows can be looked for. */
	readonly isLong: boolean = $derived.by(() => this.shown.total > FEW);

	get locale(): Locale {
		return this.table.formats.locale;
	}

	name(parameter: 'page' | 'order' | 'find' | 'columns'): string {
		return `${this.prefix}${parameter}`;
	}

	/** The address that shows it otherwise. */
	href(changes: { page?: number; order?: string | null }): string {
		const page = changes.page && changes.page > 1 ? changes.page : null;
		return withParams(this.#given.params(), {
			[this.name('page')]: page,
			...(changes.order !== undefined && { [this.name('order')]: changes.order })
		});
	}

	/** Shows it otherwise on the spot; false where the address has to say it. */
	show(changes: { page?: number; order?: string | null; find?: string }): boolean {
		if (this.isList) return false;
		this.#said = { ...this.#said, page: 1, ...changes };
		return true;
	}

	choose(keys: string[]): void {
		this.#columns = keys;
		keepColumns(this.#given.table().name, keys);
	}

	/** Takes up the columns that somebody chose the last time, unless the address names some. */
	recall(): void {
		if (this.#given.params().has(this.name('columns'))) return;
		this.#columns = keptColumns(this.#given.table().name);
	}
}
