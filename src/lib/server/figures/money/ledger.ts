import { countOnce } from '#lib/spend/once.ts';
import { answersOnMoney, listImports } from '../../store/events/imports.ts';
import {
	moneyRows,
	type MoneyKind,
	type PlacementRow,
	type SpendRow,
	type ValueRow
} from '../../store/money.ts';
import { sectionsOf } from '../../store/content/items.ts';
import type { Db } from '../../store/sql/open.ts';
import type { Publication } from '../../store/publications.ts';
import { contentOf, standingOf } from './standing.ts';

/** A statement about money as people see it: who says it, and whether it counts. */
export type LedgerRow<Row> = Omit<Row, 'readerId' | 'publicationId'> & {
	/** the file it came in; null for what a person typed */
	file: string | null;
	/** another file states the same, and that one counts */
	repeated: boolean;
	/** a later file says another amount of the same, and that one counts */
	replaced: boolean;
	/** waits until somebody says whether it adds to others of the same days */
	held: boolean;
	/** of value: a reader is known; who stays unsaid */
	ofReader: boolean;
};

type List<Row> = { rows: LedgerRow<Row>[]; all: number };

export type LedgerFigures = {
	spend: List<SpendRow>;
	value: List<ValueRow>;
	placement: List<PlacementRow>;
	/** every foreign currency that a statement names or a rate is given for */
	foreign: { currency: string; rate: string | null; n: number }[];
	sections: { id: number; title: string }[];
};

/** More rows than anybody edits by hand are counted, not shown. */
const mostRows = 150;

/** All statements about money, the latest first, as they are kept. */
export async function ledgerFigures(db: Db, publication: Publication): Promise<LedgerFigures> {
	const { id, currency: own, rates } = publication;
	const files = new Map(
		(await listImports(db, id)).map((row) => [
			row.id,
			row.container ? `${row.container}/${row.name}` : row.name
		])
	);
	const currencies = new Map<string, number>(Object.keys(rates).map((code) => [code, 0]));

	const answers = await answersOnMoney(db, id);
	async function list<Kind extends MoneyKind>(kind: Kind) {
		const rows = await moneyRows(db, id, kind);
		const standing = standingOf(rows, answers);
		const replaced = new Set(standing.replaced.map((row) => row.id));
		const held = new Set(standing.held.map((row) => row.id));
		const counted = new Set(
			countOnce(standing.rows, (row) => contentOf(row, answers.adds)).counted.map((row) => row.id)
		);
		for (const { currency } of rows)
			if (currency !== null && currency !== own)
				currencies.set(currency, (currencies.get(currency) ?? 0) + 1);
		const latest = [...rows].reverse().slice(0, mostRows);
		return {
			all: rows.length,
			rows: latest.map((row) => {
				const { publicationId: _, ...said } = row;
				const { readerId, ...rest } = { readerId: null, ...said };
				return {
					...rest,
					file: row.importId === null ? null : (files.get(row.importId) ?? ''),
					repeated:
						!row.leftOut && !counted.has(row.id) && !replaced.has(row.id) && !held.has(row.id),
					replaced: replaced.has(row.id),
					held: held.has(row.id),
					ofReader: readerId !== null
				};
			})
		};
	}

	return {
		spend: (await list('spend')) as List<SpendRow>,
		value: (await list('value')) as unknown as List<ValueRow>,
		placement: (await list('placement')) as List<PlacementRow>,
		foreign: [...currencies]
			.sort(([a], [b]) => (a < b ? -1 : 1))
			.map(([currency, n]) => ({ currency, n, rate: rates[currency] ?? null })),
		sections: (await sectionsOf(db, id)).map(({ id, title }) => ({ id, title }))
	};
}
