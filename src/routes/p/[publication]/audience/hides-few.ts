import type { AudienceFigures } from '#lib/server/figures/audience/audience.ts';

/** Whether counts of few readers are left out of the tiers or of tenure. */
export function hidesFew({
	tiers,
	tenure,
	clicksSince
}: Pick<AudienceFigures, 'tiers' | 'tenure' | 'clicksSince'>): boolean {
	return (
		tiers.some((row) => Object.values(row).includes(null)) ||
		// without clicks nobody can be told to be engaged, however many they are
		tenure.some(({ readers, engaged }) => (clicksSince === null ? readers : engaged) === null)
	);
}
