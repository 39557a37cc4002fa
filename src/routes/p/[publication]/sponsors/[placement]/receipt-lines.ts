import { m } from '#lib/messages/compiled/messages.js';
import type { Formats } from '#lib/messages/format.ts';
import type { SponsorRow } from '#lib/server/figures/sponsors/sponsors.ts';

type Line = { name: string; value: string; note: string };

const line = (name: string, value: string, note = ''): Line => ({ name, value, note });

/** What was sold, what it got, what it cost: each with what it is of, or with why it is not known. */
export function receiptLines(row: SponsorRow, formats: Formats): Line[] {
	const count = (value: number | null) => (value === null ? '–' : formats.number(value));
	const money = (amount: number | null) =>
		amount === null ? '–' : formats.money(amount, row.currency, { perUnit: true });
	const noteOf = notesOf(row);

	return [
		line(m['table.item'](), row.item ?? '–'),
		line(
			m['table.position'](),
			row.position === null ? '–' : String(row.position),
			m['receipt.sponsor.position']()
		),
		line(
			m['table.fee'](),
			money(row.fee),
			noteOf([row.fee], () => '', m['receipt.sponsor.noFee']())
		),
		line(m['table.delivered'](), count(row.delivered), m[`basis.${row.basis}`]()),
		line(m['table.clickers'](), count(row.clickers), m['receipt.sponsor.clickers']()),
		line(
			m['table.humanClicks'](),
			count(row.clicks),
			noteOf([row.allClicks, row.clicks], (all, clicks) =>
				m['receipt.sponsor.raw']({ all: count(all), aside: count(all - clicks) })
			)
		),
		line(
			m['table.rawRate'](),
			row.rate === null ? '–' : formats.percent(row.rate),
			noteOf([row.clickers, row.delivered], (n, of) =>
				m['receipt.sponsor.rate']({ n: count(n), of: count(of) })
			)
		),
		line(m['table.perClicker'](), money(row.perClicker), m['receipt.sponsor.perClicker']()),
		line(
			m['table.perThousandDelivered'](),
			money(row.perThousandDelivered),
			noteOf([row.delivered], (n) => m['receipt.sponsor.delivered']({ n: count(n) }))
		),
		line(
			m['table.perThousandOpeners'](),
			money(row.perThousandOpeners),
			noteOf(
				[row.openers, row.openPopulation],
				(n, of) => m['receipt.sponsor.openers']({ n: count(n), of: count(of) }),
				m['receipt.sponsor.noOpens']()
			)
		)
	];
}

/** How a number is made of others; else why not: `lacking`, where the item of the placement is found. */
const notesOf =
	({ unlocated }: SponsorRow) =>
	<const Known extends readonly (number | null)[]>(
		known: Known,
		said: (...numbers: { [Place in keyof Known]: number }) => string,
		lacking = ''
	): string => {
		if (known.includes(null)) return unlocated === null ? lacking : '';
		return said(...(known as { [Place in keyof Known]: number }));
	};
