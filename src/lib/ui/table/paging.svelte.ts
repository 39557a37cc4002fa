import { pageOf } from '#lib/columns/list.ts';
import type { Locale } from '#lib/locales.ts';
import { withParams } from '../address.ts';

type Given<Row> = {
	rows: () => readonly Row[];
	params: () => URLSearchParams;
	locale: () => Locale;
	/** the parameter of an address that says which page */
	name: string;
	perPage: number;
	/** a row whose page is shown at first, where the address asks for none */
	first?: ((row: Row) => boolean) | undefined;
};

/** The page of a long list that is shown: as the address says it or, with scripts, on the spot. */
export class Paging<Row> {
	#given: Given<Row>;
	#said = $state<number>();

	/** all rows are here */
	readonly isList = false;

	constructor(given: Given<Row>) {
		this.#given = given;
	}

	readonly shown = $derived.by(() => {
		const { rows, params, name, perPage, first } = this.#given;
		const asked = this.#said ?? Number(params().get(name));
		const at = first && !asked ? rows().findIndex(first) : -1;
		return pageOf(rows(), Math.max(1, asked || Math.ceil((at + 1) / perPage)), perPage);
	});

	get locale(): Locale {
		return this.#given.locale();
	}

	/** The address that shows another page. */
	href({ page }: { page: number }): string {
		return withParams(this.#given.params(), { [this.#given.name]: page });
	}

	/** Shows another page on the spot. */
	show({ page }: { page: number }): boolean {
		this.#said = page;
		return true;
	}
}
