import { localDate } from '../../local-date.ts';

/**
 * The quarter of the year in which an instant lies, by the publication's own calendar.
 *
 * @example quarterOf(Date.UTC(2026, 2, 31, 23), 'Europe/Paris') // => '2026-Q2'
 */
export function quarterOf(at: number, zone: string): string {
	const [year = '', month = ''] = localDate(at, zone).split('-');
	return `${year}-Q${Math.ceil(Number(month) / 3)}`;
}

/** The quarters from the first to the last of these issues, without gaps, each with its first day in UTC. */
export function quartersOf(
	issues: readonly { sentAt: number | null }[],
	zone: string
): { name: string; at: number }[] {
	const instants = issues.flatMap(({ sentAt }) => sentAt ?? []);
	if (instants.length === 0) return [];

	const first = quarterOf(Math.min(...instants), zone);
	const last = quarterOf(Math.max(...instants), zone);
	const quarters = [];
	for (let year = Number(first.slice(0, 4)), q = Number(first.slice(6)); ; q++) {
		if (q > 4) {
			q = 1;
			year++;
		}
		const name = `${year}-Q${q}`;
		quarters.push({ name, at: Date.UTC(year, (q - 1) * 3) });
		if (name >= last) return quarters;
	}
}
