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
	/** what it waits for, once it is imported */
	remark: string | null;
};

export type PastedLines = {
	lines: PastedLine[];
	total: number;
	rejected: number;
	/** why those are, and how many for each reason */
	refused: { why: string; n: number }[];
	/** the order of day and month of all rows; null where no date has one */
	order: 'dmy' | 'mdy' | null;
	/** no row tells the order: it is to be chosen */
	asks: boolean;
	/** columns that nothing is made of */
	unused: string[];
	/** how many rows of those shown wait for something */
	remarked: number;
	/** what else may be wrong */
	doubts: string[];
};

type How = {
	currency: string;
	/** what is said in place of days, where there are none */
	undated: string;
	doubt: (doubt: Doubt) => string;
	why: (code: RejectCode) => string;
	/** of the guaranteed clicks of a placement */
	guaranteed: (n: number) => string;
	/** what a row waits for, by its place */
	remarks: readonly string[][];
};

/**
 * What somebody pasted, row by row, in words.
 *
 * @param formats of UTC, in which days of money are kept
 */
export function pastedLines(preview: PastedPreview, formats: Formats, how: How): PastedLines {
	const { rows, total, rejected, refused, order, doubts, unused } = preview;
	const told = ['cells', 'column', 'format'];
	return {
		lines: rows.map((row, place) => ({
			row: row.row,
			typed: row.cells.join(' · '),
			read: readWords(row, formats, how),
			why: row.reject === null ? null : [row.reject, ...row.also].map(how.why).join(' · '),
			remark: how.remarks[place]?.join(' · ') || null
		})),
		total,
		rejected,
		unused,
		refused: refused.map(({ code, n }) => ({ why: how.why(code), n })),
		remarked: how.remarks.filter((own) => own.length > 0).length,
		order: order?.order ?? null,
		asks: order !== null && !told.includes(order.from),
		doubts: doubts.filter(({ code }) => code !== 'orderAmbiguous').map(how.doubt)
	};
}

/** Rows of which nobody knows yet whether the day or the month comes first: nothing is read of them. */
export function unreadLines({ total, unused }: PastedPreview): PastedLines {
	return {
		lines: [],
		total,
		rejected: 0,
		refused: [],
		remarked: 0,
		unused,
		order: null,
		asks: true,
		doubts: []
	};
}

function readWords(
	{ money }: PastedRow,
	formats: Formats,
	{ currency: own, undated, guaranteed }: How
): string {
	return money
		.map(
			({
				money: of,
				from,
				to,
				amount,
				currency,
				sponsor,
				channel,
				campaign,
				issue,
				item,
				...more
			}) =>
				[
					sponsor ?? channel,
					campaign,
					issue,
					item,
					more.kind,
					// written out, day and month cannot be taken for each other
					from !== null
						? formats.period(Date.parse(from), Date.parse(to ?? from))
						: of === 'placement'
							? null
							: undated,
					amount === null ? null : formats.money(amount, currency ?? own, { perUnit: true }),
					more.guaranteedClicks === undefined ? null : guaranteed(more.guaranteedClicks)
				]
					.filter(Boolean)
					.join(' · ')
		)
		.join('; ');
}
