import { countryCode } from '#lib/country.ts';
import { isFew, smallCells } from '#lib/small-cells.ts';
import type { ReaderColumns } from '../../store/readers/reader-columns.ts';
import type { Members } from './audience-members.ts';

export type DeviceRow = {
	/** lower case, as exports write it */
	device: string;
	/**
	 * clickers and openers added up over issues, human ones only, and their clicks; null if few, or if no
	 * click, or open, of these issues names a device
	 */
	clickers: number | null;
	clicks: number | null;
	openers: number | null;
};

export type CountryRow = {
	/** two-letter code; an unknown one as lists or events write it */
	country: string;
	/** readers whose list names the country; null if only events name it, or if few */
	readers: number | null;
	clickers: number | null;
	clicks: number | null;
	openers: number | null;
};

type ClientTotal = {
	issueId: number | null;
	of: 'device' | 'country';
	value: string;
	clicks: number;
	clickers: number;
	openers: number;
};

/** The country, whether written as a code or as a name. */
function countryOf(said: string): { key: string; name: string } {
	const name = countryCode(said) ?? said;
	return { key: name.toLowerCase(), name };
}

/** With the readers' clicks and opens in these issues, as far as exports name devices. */
export function deviceRows(
	totals: readonly ClientTotal[],
	issues: ReadonlySet<number>
): DeviceRow[] {
	const rows = summed(totals, 'device', issues)
		.map(([device, sums]) => ({ device, ...sums }))
		.sort(byClicks);
	return asNamed(rows, withoutFew(rows, ['clickers', 'openers']));
}

/** Where readers are: by lists, and by the events of these issues. */
export function countryRows(
	totals: readonly ClientTotal[],
	issues: ReadonlySet<number>,
	{ country }: ReaderColumns,
	{ there }: Members
): CountryRow[] {
	const listed = new Map<string, { name: string; readers: number }>();
	// computed once per name, not once per reader
	const countries = country.names.map(countryOf);
	country.of.forEach((place, reader) => {
		const known = countries[place];
		if (known === undefined || !there[reader]) return;
		const row = listed.get(known.key) ?? { name: known.name, readers: 0 };
		row.readers++;
		listed.set(known.key, row);
	});
	const byEvents = new Map(summed(totals, 'country', issues, (said) => countryOf(said).key));
	const none = { clickers: 0, clicks: 0, openers: 0 };
	const rows = [...new Set([...listed.keys(), ...byEvents.keys()])]
		.map((key) => ({
			country: listed.get(key)?.name ?? key.toUpperCase(),
			readers: listed.size ? (listed.get(key)?.readers ?? 0) : null,
			...(byEvents.get(key) ?? none)
		}))
		.sort((a, b) => (b.readers ?? 0) - (a.readers ?? 0) || byClicks(a, b));
	return asNamed(rows, withoutFew(rows, ['readers', 'clickers', 'openers']));
}

/** If exports name it only with opens, clicks there are unknown, not zero. */
function asNamed<
	Row extends { clickers: number | null; clicks: number | null; openers: number | null }
>(counted: readonly Sums[], rows: readonly Row[]): Row[] {
	const isClicked = counted.some(({ clickers }) => clickers > 0);
	const isOpened = counted.some(({ openers }) => openers > 0);
	return rows.map((row) => ({
		...row,
		...(!isClicked && { clickers: null, clicks: null }),
		...(!isOpened && { openers: null })
	}));
}

/** Countries and devices are personal: counts of few readers are not shown. */
function withoutFew<Row extends { clicks: number | null }, Key extends keyof Row>(
	rows: readonly Row[],
	of: readonly Key[]
): (Omit<Row, Key | 'clicks'> & Record<Key | 'clicks', number | null>)[] {
	const countsOf = (key: Key) => rows.map((row) => Number(row[key] ?? 0));
	// the actions of few readers are personal however many there are
	const groups = of.includes('readers' as Key) ? smallCells(countsOf('readers' as Key)) : [];
	const hidden = new Map(
		of.map((key) => {
			const counts = countsOf(key);
			const few = counts.map((n, i) => isFew(n) || groups[i] === true);
			return [key, smallCells(counts, few)];
		})
	);
	return rows.map((row, i) => {
		const isHidden = (key: Key) => hidden.get(key)![i]!;
		const shown = Object.fromEntries(of.map((key) => [key, isHidden(key) ? null : row[key]]));
		// the clicks of few would reveal how many they are
		return { ...row, ...shown, clicks: of.some(isHidden) ? null : row.clicks } as never;
	});
}

type Sums = { clickers: number; clicks: number; openers: number };

function byClicks(a: Sums, b: Sums): number {
	return b.clickers - a.clickers || b.openers - a.openers;
}

function summed(
	totals: readonly ClientTotal[],
	of: ClientTotal['of'],
	issues: ReadonlySet<number>,
	keyOf: (value: string) => string = (value) => value
): [string, Sums][] {
	const byName = new Map<string, Sums>();
	for (const row of totals) {
		if (row.of !== of || row.issueId === null || !issues.has(row.issueId)) continue;
		const key = keyOf(row.value);
		const sums = byName.get(key) ?? { clickers: 0, clicks: 0, openers: 0 };
		sums.clickers += row.clickers;
		sums.clicks += row.clicks;
		sums.openers += row.openers;
		byName.set(key, sums);
	}
	return [...byName];
}
