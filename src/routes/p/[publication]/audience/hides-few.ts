import type { AudienceFigures } from '#lib/server/figures/audience/audience.ts';

/** Whether counts of few readers are left out of the tiers or of tenure. */
export function hidesFew({ tiers, tenure }: Pick<AudienceFigures, 'tiers' | 'tenure'>): boolean {
	return (
		tiers.some((row) => Object.values(row).includes(null)) ||
		// where there are no tiers nobody can be told to be engaged, however many they are
		tenure.some(({ readers, engaged }) => (tiers.length === 0 ? readers : engaged) === null)
	);
}
