import { readNumber } from '#lib/csv/numbers.ts';
import type { Table } from '#lib/csv/sheet.ts';
import { plainHeader } from './header-words.ts';

const REFUND =
	/^(?:(?:total |order )?(?:amount )?refund(?:ed|s)?(?: (?:amount|total|value))?|(?:montant )?rembourse(?:e|s|ment|ments)?|erstattet|(?:rueckerstattung|ruckerstattung)(?:sbetrag)?|reembolso|reembolsado|rimbors(?:o|ato)|terugbetaald|terugbetaling)$/;

/** The column of what was paid back of each sale; undefined without one, or where it says yes and no. */
export function refundColumn({ header, sample }: Table): number | undefined {
	const column = header.findIndex((name) => REFUND.test(plainHeader(name)));
	const cells = sample.map((row) => (row[column] ?? '').trim()).filter(Boolean);
	const isAmount = cells.every(
		(cell) => typeof readNumber(cell.replace(/[^\d.,\s-]/g, '')) === 'number'
	);
	// ones and zeros are yes and no
	const isFlag = cells.every((cell) => /^[01]$/.test(cell));
	return column >= 0 && cells.length > 0 && isAmount && !isFlag ? column : undefined;
}
