import { readNumber } from '#lib/csv/numbers.ts';
import type { CountFact, EventKind, RowReader } from '../facts.ts';
import { isErased, readAddress, whyNoReader } from '../read-address.ts';
import { namedLink, readLink } from '../read-link.ts';
import type { RoleColumns } from '../recogniser.ts';
import { refuse } from '../refuse.ts';

/** "1.234": a count has no decimals, so that the point parts thousands. */
const THOUSANDS = /^\s*[1-9]\d{0,2}\.\d{3}\s*$/;

/** The number of a cell: undefined where there is none, 'bad' where it is no count. */
export function readCount(cell = ''): number | undefined | 'bad' {
	const value = readNumber(THOUSANDS.test(cell) ? cell.replace('.', '') : cell);
	if (value === null) return undefined;
	return value === 'bad' || value < 0 || !Number.isInteger(value) ? 'bad' : value;
}

/** Makes the reader of a file that says how often each reader did something. Without a count column it is once each. */
export function readerCountReader(
	columns: RoleColumns,
	events: readonly EventKind[],
	campaign: (row: string[]) => string | null
): RowReader {
	const address = columns.address ?? -1;
	const total = columns.total;

	return (row) => {
		const written = row[address];
		if (written === undefined) return refuse(row, 'tooFewCells');
		const reader = readAddress(written);
		if (reader === null) return refuse(row, whyNoReader(written));
		if (isErased(reader)) return { skip: 'erased' };

		const n = total === undefined ? 1 : readCount(row[total]);
		if (n === undefined || n === 'bad') return refuse(row, 'badNumber');

		return {
			facts: events.map((event) => ({
				fact: 'count',
				event,
				campaign: campaign(row),
				// who opened was reached once, however often they opened
				of: { by: 'reader', address: reader, n: event === 'delivery' ? 1 : n }
			}))
		};
	};
}

/** Makes the reader of a file that says how often each link was clicked. */
export function urlCountReader(
	columns: RoleColumns,
	campaign: (row: string[]) => string | null
): RowReader {
	const link = columns.url ?? columns.linkName ?? -1;

	return (row) => {
		const written = row[link];
		if (written === undefined) return refuse(row, 'tooFewCells');
		const url = readLink(written) ?? namedLink(row[columns.linkName ?? -1]);
		if (url === null) return refuse(row, written.trim() === '' ? 'noUrl' : 'badUrl');

		const total = columns.total === undefined ? undefined : readCount(row[columns.total]);
		const unique = columns.unique === undefined ? undefined : readCount(row[columns.unique]);
		if (total === 'bad' || unique === 'bad') return refuse(row, 'badNumber');
		if (total === undefined && unique === undefined) return refuse(row, 'badNumber');
		const reach = columns.reach === undefined ? undefined : readCount(row[columns.reach]);
		if (reach === 'bad') return refuse(row, 'badNumber');

		const fact: CountFact = {
			fact: 'count',
			event: 'click',
			campaign: campaign(row),
			of: {
				by: 'url',
				url,
				total: total ?? null,
				unique: unique ?? null,
				...(reach !== undefined && { reach })
			}
		};
		return { facts: [fact] };
	};
}
