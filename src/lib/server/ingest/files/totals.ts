import type { ReadingCard } from '#lib/providers/reading-card.ts';
import { safeCells } from '#lib/providers/safe-cells.ts';
import { withoutAddresses } from '#lib/url/address.ts';
import type { Kept } from '../packs/kept.ts';
import { mostRejects, type Pack } from '../packs/pack.ts';

/** What became of the rows of a file, pack by pack. */
export class RowTotals {
	rows = 0;
	faults = 0;
	noCurrency = 0;
	reading: Pack['reading'] = null;
	readonly cards: ReadingCard[] = [];
	readonly skips = new Map<string, number>();
	readonly reasons = new Map<string, number>();
	readonly rejects: { row: number; code: string; cells: (string | null)[] }[] = [];

	add(pack: Pack) {
		this.rows += pack.rows;
		this.faults += pack.faults;
		this.noCurrency += pack.noCurrency;
		if (pack.reading) this.reading = anonymousReading(pack.reading);
		this.cards.push(...pack.cards);
		addTo(this.skips, pack.skips);
		addTo(this.reasons, pack.reasons);
		for (const { row, code, cells } of pack.rejects)
			if (this.rejects.length < mostRejects)
				this.rejects.push({ row, code, cells: safeCells(cells) });
	}

	/**
	 * Rows of readers who were erased are skipped, of readers of issues that name none any more, and opens
	 * that are not to be stored; a row that states two things is so once.
	 */
	leaveOut({ accepted, duplicate, erased, cut, opens }: Kept) {
		for (const [code, left] of [
			['erased', erased],
			['readersCut', cut],
			['opensDropped', opens]
		] as const) {
			const free = this.rows - sum(this.reasons) - sum(this.skips) - accepted - duplicate;
			const n = Math.min(left, Math.max(free, 0));
			if (n > 0) addTo(this.skips, new Map([[code, n]]));
		}
	}

	/** A row that states two things is still one row: `rows = accepted + duplicate + rejected + skipped`. */
	settled(accepted: number, duplicate: number) {
		const { rows } = this;
		const rejected = sum(this.reasons);
		const skipped = sum(this.skips);
		const good = rows - rejected - skipped;
		const again = Math.min(duplicate, good);
		const kept = accepted + duplicate === good ? accepted : Math.min(accepted, good - again);
		return { rows, rejected, skipped, accepted: kept, duplicate: good - kept };
	}
}

/** Headers as they are kept: of a file without any, the first row was taken for them. */
function anonymousReading({ dates, columns }: NonNullable<Pack['reading']>): Pack['reading'] {
	const headers = Object.entries(columns).map(([role, header]) => [role, withoutAddresses(header)]);
	return { dates, columns: Object.fromEntries(headers) };
}

function addTo<Code extends string>(totals: Map<string, number>, counts: Map<Code, number>) {
	for (const [code, n] of counts) totals.set(code, (totals.get(code) ?? 0) + n);
}

function sum(counts: Map<string, number>): number {
	return [...counts.values()].reduce((total, n) => total + n, 0);
}
