import { forecastIssue } from '#lib/measure/forecast/forecast.ts';
import type { Archive } from '../figures/archive.ts';
import type { SponsorRow } from '../figures/sponsors/sponsors.ts';
import { FORECAST_SEED, type Outlook } from './outlook.ts';

/** A position that sponsors stood in of late, with what a sponsor will probably get there. */
export type Opening = {
	position: number;
	/** in how many of the latest issues a sponsor stood there, and of how many */
	sold: number;
	issues: number;
	/**
	 * the mean of the forecast of the coming issue: not the `expected` of a placement, which is the average of
	 * its position in its own issue, known how that was clicked
	 */
	expected: number | null;
	low: number | null;
	high: number | null;
};

/** What a sponsor was promised and has not got. */
export type Owed = {
	sponsor: string;
	/** placements with a guarantee, in issues that are closed */
	placements: number;
	guaranteed: number;
	clicks: number;
	owed: number;
};

/** So many of the latest issues tell where sponsors stand. */
const OF_LATE = 12;

/** Positions that sponsors stood in of late, from the top; without an outlook, without a forecast. */
export function openingsOf({ issues, items }: Archive, outlook: Outlook | null): Opening[] {
	const latest = issues.filter(({ sentAt }) => sentAt !== null).slice(-OF_LATE);
	const ids = new Set(latest.map(({ id }) => id));
	const stood = new Map<number, Set<number>>();
	for (const { issueId, role, position } of items) {
		if (role !== 'sponsor' || position === null || !ids.has(issueId)) continue;
		stood.set(position, (stood.get(position) ?? new Set()).add(issueId));
	}
	return [...stood]
		.sort(([a], [b]) => a - b)
		.map(([position, sold]) => {
			const item = { role: 'sponsor', position: position, format: 'brief', pages: 1 } as const;
			const prediction = outlook
				? forecastIssue(
						[{ ...item, section: -1, topics: [], authors: [] }],
						outlook.circumstances,
						{ seed: FORECAST_SEED }
					).total
				: null;
			return {
				position,
				sold: sold.size,
				issues: latest.length,
				expected: prediction?.expected ?? null,
				low: prediction?.low ?? null,
				high: prediction?.high ?? null
			};
		});
}

/** Placements with a guarantee, in closed issues, whose clicks are unknown: whether it was met, too. */
export function untoldOf(placements: readonly SponsorRow[]): number {
	return placements.filter(
		({ guaranteed, clicks, open, itemId }) =>
			guaranteed !== null && itemId !== null && !open && clicks === null
	).length;
}

/** Per sponsor, what guarantees of closed issues are short of; what came beyond one makes up for another. */
export function owedTo(placements: readonly SponsorRow[]): Owed[] {
	const sums = new Map<string, Owed>();
	for (const { sponsor, guaranteed, clicks, open, itemId } of placements) {
		if (guaranteed === null || itemId === null || open || clicks === null) continue;
		const own = sums.get(sponsor) ?? { sponsor, placements: 0, guaranteed: 0, clicks: 0, owed: 0 };
		sums.set(sponsor, own);
		own.placements++;
		own.guaranteed += guaranteed;
		own.clicks += clicks;
		own.owed = Math.max(0, own.guaranteed - own.clicks);
	}
	return [...sums.values()].filter(({ owed }) => owed > 0).sort((a, b) => b.owed - a.owed);
}
