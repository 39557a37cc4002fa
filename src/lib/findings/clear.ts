/** An estimate, as findings ask of it. */
export type Told = { low: number | null; high: number | null; why?: string | null };

/**
 * On which side of usual an estimate clearly lies: its 90 % interval excludes it. Counts alone are
 * never clear: whether people made them cannot be told; nor is value that rests on few buyers.
 */
export function sideOf({ low, high, why }: Told): 'above' | 'below' | null {
	if (low === null || high === null || why === 'countsOnly' || why === 'uneven') return null;
	return low > 1 ? 'above' : high < 1 ? 'below' : null;
}

/** Whether all that is told rests on counts alone. */
export function isCountsOnly(estimates: readonly Told[]): boolean {
	return estimates.length > 0 && estimates.every(({ why }) => why === 'countsOnly');
}
