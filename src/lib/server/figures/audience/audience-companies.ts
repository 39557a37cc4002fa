import { FEWEST_PEOPLE, isFewOf } from '#lib/small-cells.ts';
import { tierOf } from '#lib/measure/readers/engagement.ts';
import type { Activity } from './audience-activity.ts';
import type { Members } from './audience-members.ts';

/** A company's readers. Its name is not known: only a keyed hash of the domain is kept. */
export type CompanyRow = {
	rank: number;
	readers: number;
	share: number;
	/**
	 * null before the first click, if few readers are engaged or all but few are, and for one channel, since
	 * other channels' would follow by subtraction
	 */
	engaged: number | null;
};

export type Companies = {
	/** readers in lists, and of these the ones with a company's domain */
	listed: number;
	readers: number;
	companies: number;
	/** companies with at least five readers, the largest ten */
	largest: CompanyRow[];
	atLeastFive: number;
	/** share of all listed readers in the ten largest with at least five */
	topTen: number | null;
};

const most = 10;

/** How far readers come from the same companies. Public mail providers are not companies. */
export function companiesOf(
	{ there, company, totals, channelName }: Members,
	{ lastDay, knowsEngaged, today }: Activity,
	window: number
): Companies {
	const companies = new Map<number, { readers: number; engaged: number }>();
	for (let reader = 0; reader < there.length; reader++) {
		const id = company[reader]!;
		if (!there[reader] || id === 0) continue;
		let row = companies.get(id);
		if (!row) companies.set(id, (row = { readers: 0, engaged: 0 }));
		row.readers++;
		if (tierOf(lastDay[reader]!, today, window) === 'engaged') row.engaged++;
	}
	const listed = totals.there - totals.unlisted;
	const rows = [...companies.values()].sort(
		(a, b) => b.readers - a.readers || b.engaged - a.engaged
	);
	const large = rows.filter(({ readers }) => readers >= FEWEST_PEOPLE);
	const sum = (some: readonly { readers: number }[]) => some.reduce((n, row) => n + row.readers, 0);
	return {
		listed,
		readers: sum(rows),
		companies: rows.length,
		atLeastFive: large.length,
		largest: large.slice(0, most).map(({ readers, engaged }, i) => ({
			rank: i + 1,
			readers,
			share: readers / listed,
			engaged: !knowsEngaged || channelName !== null || isFewOf(engaged, readers) ? null : engaged
		})),
		topTen: listed ? sum(large.slice(0, most)) / listed : null
	};
}
