import { wilson } from '../stats/wilson.ts';

/** The company with the most readers among a thing's clickers. */
export type OneCompany = {
	company: number;
	/** its readers among the clickers, and all clickers */
	readers: number;
	clickers: number;
	share: number;
};

/** A company's share must surely be above this for a figure to be mostly its own. */
const MOST = 0.2;

/**
 * A company with many of all readers has many of each thing's: its share must also be this many times the
 * usual one.
 */
const MORE = 1.5;

/** Fewer colleagues than this count as individuals. */
const FEWEST = 5;

/**
 * Whether surely more than a fifth of the clickers belong to one company, and surely more than one
 * and a half times its share of all readers: the lower end of the share's 90 % interval lies above both.
 *
 * @param usual the company's share of all readers, 0..1
 * @param companies company of each clicker; 0 or less for none and for public mail providers
 * @example oneCompany([7, 7, 7, 7, 7, 7, 0, 9], () => 0.01)?.company // => 7
 */
export function oneCompany(
	companies: Iterable<number>,
	usual: (company: number) => number
): OneCompany | null {
	const counts = new Map<number, number>();
	let clickers = 0;
	for (const company of companies) {
		clickers++;
		if (company > 0) counts.set(company, (counts.get(company) ?? 0) + 1);
	}

	let largest: [number, number] = [0, 0];
	for (const entry of counts) if (entry[1] > largest[1]) largest = entry;
	const [company, readers] = largest;
	if (readers < FEWEST) return null;
	const least = Math.max(MOST, MORE * usual(company));
	if (wilson(readers, clickers)[0] <= least) return null;
	return { company, readers, clickers, share: readers / clickers };
}
