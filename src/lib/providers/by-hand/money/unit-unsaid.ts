import { readNumber } from '#lib/csv/numbers.ts';
import { isNothing } from '#lib/csv/nothing.ts';
import { decimalsOf } from '#lib/minor-units.ts';
import { areOpen, unitOfAmounts } from '../../plans/amounts.ts';
import { currencyIn } from '../../plans/currency-in.ts';
import type { Doubt } from '../../reading-card.ts';
import type { FileFacts, FileKind, RoleColumns } from '../../recogniser.ts';
import { isTotalRow } from '../../refuse.ts';

/** Fewer amounts tell nothing of how they are written. */
const LEAST = 3;

/** Prices end so, whether in the currency or, as shops write them for programs, in its cents. */
const PRICE = /(?:00|50|90|95|99)$/;

/**
 * Sales whose amounts may be in cents and do not say so: whole numbers of a hundred and more, each beside its
 * currency and its buyer, that end as prices do.
 */
export function unitUnsaid({ table }: FileFacts, kind: FileKind, columns: RoleColumns): Doubt[] {
	const { amount, currency, address } = columns;
	if (kind !== 'value' || [amount, currency, address].includes(undefined)) return [];
	const header = table.header[amount!] ?? '';
	const rows = table.sample.filter((row) => !isTotalRow(row) && !isNothing(row[amount!] ?? ''));
	const cells = rows.map((row) => row[amount!]!.trim());
	if (unitOfAmounts(header, cells, table.title ?? '') !== 1) return [];
	const paid = cells.filter((cell) => readNumber(cell) !== 0);
	const isWhole = paid.every((cell) => /^[1-9]\d{2,}$/.test(cell));
	const prices = paid.filter((cell) => PRICE.test(cell));
	const hasCents = rows.some((row) => {
		const code = currencyIn(row[currency!] ?? '', null);
		return code !== null && decimalsOf(code) > 0;
	});
	if (paid.length < LEAST || !isWhole || !hasCents || prices.length < 0.8 * paid.length) return [];
	return [
		{ code: 'unitUnsaid', waits: true, column: header, values: [...new Set(paid)].slice(0, 3) }
	];
}

/**
 * Amounts that may be thousands or have three decimals, "1.200" and "12.500", where no cell of their column says
 * which: read as one they are a thousandth of the other.
 */
export function thousandsUnsaid(
	{ table, own }: FileFacts,
	kind: FileKind,
	{ amount, currency }: RoleColumns
): Doubt[] {
	if (amount === undefined || !['spend', 'value', 'placements'].includes(kind)) return [];
	const header = table.header[amount] ?? '';
	const rows = table.sample.filter((row) => !isTotalRow(row) && !isNothing(row[amount] ?? ''));
	const cells = rows.map((row) => row[amount]!.trim());
	if (!areOpen(cells) || unitOfAmounts(header, cells, table.title ?? '') !== 1) return [];
	const ofFile = currencyIn(header, own?.currency) ?? own?.currency ?? 'EUR';
	const isOfCents = rows.some(
		(row) => decimalsOf(currencyIn(row[currency ?? -1] ?? '', own?.currency) ?? ofFile) === 2
	);
	if (!isOfCents) return [];
	const values = [...new Set(cells)].slice(0, 3);
	return [{ code: 'thousandsUnsaid', waits: true, column: header, values }];
}
