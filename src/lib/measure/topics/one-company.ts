import { wilson } from '../stats/wilson.ts';

/** The company from which most of a thing's clickers write. */
export type OneCompany = {
	company: number;
	/** its readers among the clickers, and all of these */
	readers: number;
	clickers: number;
	share: number;
};

/** A share above this, and surely so, makes a figure one company's. */
const MOST = 0.2;

/** A company that has many of all readers has many of each thing's: this much more is out of line. */
const MORE = 1.5;

/** Fewer colleagues than this are persons. */
const FEWEST = 5;

/**
 * Whether surely more than a fifth of the clickers write from one company, and half as many again as
 * of all readers: the lower end of the share's 90 % interval lies above both.
 *
 * @param usual the company's share of all readers, 0..1
 * @param companies of each clicker; 0 or less for none, and for mailboxes that anybody can have
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
