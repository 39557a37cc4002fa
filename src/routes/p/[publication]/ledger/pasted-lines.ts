import type { Formats } from '#lib/messages/format.ts';
import type { RejectCode } from '#lib/providers/facts.ts';
import type { Doubt } from '#lib/providers/reading-card.ts';
import type { PastedPreview, PastedRow } from '#lib/server/ingest/questions/preview-pasted.ts';

/** A pasted row as the preview shows it. */
export type PastedLine = {
	row: number;
	/** as typed */
	typed: string;
	/** as read: days written out, amounts with their currency, names; empty where it is refused */
	read: string;
	/** why it is refused */
	why: string | null;
};

export type PastedLines = {
	lines: PastedLine[];
	total: number;
	rejected: number;
	/** the order of day and month of all rows; null where no date has one */
	order: 'dmy' | 'mdy' | null;
	/** no row tells the order: it is a guess, to be chosen */
	asks: boolean;
	/** what else may be wrong */
	doubts: string[];
};

type How = {
	currency: string;
	/** what is said in place of days, where there are none */
	undated: string;
	doubt: (doubt: Doubt) => string;
	why: (code: RejectCode) => string;
};

/**
 * What somebody pasted, row by row, in words.
 *
 * @param formats of UTC, in which days of money are kept
 */
export function pastedLines(preview: PastedPreview, formats: Formats, how: How): PastedLines {
	const { rows, total, rejected, order, doubts } = preview;
	const told = ['cells', 'column', 'format'];
	return {
		lines: rows.map((row) => ({
			row: row.row,
			typed: row.cells.join(' · '),
			read: readWords(row, formats, how),
			why: row.reject === null ? null : how.why(row.reject)
		})),
		...{ total, rejected },
		order: order?.order ?? null,
		asks: order !== null && !told.includes(order.from),
		doubts: doubts.filter(({ code }) => code !== 'orderAmbiguous').map(how.doubt)
	};
}

function readWords(
	{ money }: PastedRow,
	formats: Formats,
	{ currency: own, undated }: How
): string {
	return money
		.map(({ money: of, from, to, amount, currency, sponsor, channel, campaign, issue, item }) =>
			[
				...[sponsor ?? channel, campaign, issue, item],
				// written out, day and month cannot be taken for each other
				from !== null
					? formats.period(Date.parse(from), Date.parse(to ?? from))
					: of === 'placement'
						? null
						: undated,
				amount === null ? null : formats.money(amount, currency ?? own, { perUnit: true })
			]
				.filter(Boolean)
				.join(' · ')
		)
		.join('; ');
}
