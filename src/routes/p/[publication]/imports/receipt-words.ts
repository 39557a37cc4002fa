import { m } from '#lib/messages/compiled/messages.js';
import type { Formats } from '#lib/messages/format.ts';
import { rejectWords } from '#lib/messages/reject-words.ts';
import { words } from '#lib/messages/words.ts';
import type { ReceiptFigures } from '#lib/server/figures/imports.ts';
import { headingOf } from './receipt.ts';

/** What a receipt says of a file, in words. */
export type ReceiptWords = {
	title: string;
	/** why rows were rejected, or left out, each with how many */
	refused: string;
	skipped: string;
	/** why each of the rejected rows that are shown was */
	rows: string[];
};

/** What became of a file, in words: its page has none for all that may have. */
export function receiptWords(row: ReceiptFigures, formats: Formats): ReceiptWords {
	const { locale } = formats;
	const counted = ({ code, n }: { code: string; n: number }, said: (code: string) => string) =>
		`${formats.number(n)} ${said(code)}`;
	const refused = (code: string) => rejectWords(code, locale);
	return {
		title: titleOf(row, formats),
		refused: row.rejects.map((one) => counted(one, refused)).join(', '),
		skipped: row.skips
			.map((one) => counted(one, (code) => words(`skip.${code}`, {}, locale)))
			.join(', '),
		rows: row.refused.map(({ code }) => refused(code))
	};
}

function titleOf(row: ReceiptFigures, formats: Formats): string {
	const options = { locale: formats.locale };
	const [heading, name] = [headingOf(row), formats.quote(row.name)];
	const rows = formats.number(row.rows);
	if (heading === 'notRead') return m['receipt.notRead']({ name }, options);
	if (heading === 'all') return m['receipt.title']({ n: row.rows, rows, name }, options);
	if (heading !== 'rejected') return m[`receipt.title.${heading}`]({ name }, options);
	return m['receipt.title.rejected'](
		{
			n: row.rows,
			accepted: row.accepted,
			refused: row.rejected,
			name,
			rows,
			stored: formats.number(row.accepted),
			rejected: formats.number(row.rejected)
		},
		options
	);
}
