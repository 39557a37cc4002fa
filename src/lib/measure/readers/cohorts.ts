/** A cohort: readers who joined in one month, and how many are still there at the end of each month since. */
export type Cohort = {
	/** place of the month */
	month: number;
	size: number;
	/** by age in months from 0, the joining month itself, up to the last month there is */
	still: number[];
	/** of these, by age, who clicked in that month */
	clicked: number[];
};

/**
 * Cohorts by joining month. Everybody who joined counts in the size for good, whether or not they
 * are still there: nobody is forgotten for having left.
 *
 * @param joined place of each reader's joining month; −1 where it is not known
 * @param left place of the month in which each left; beyond the last while they are there
 * @param months how many months there are; the last may be running
 */
export function cohortsOf(joined: Int16Array, left: Int16Array, months: number): (Cohort | null)[] {
	const cohorts: (Cohort | null)[] = Array.from({ length: months }, () => null);
	const gone = Array.from({ length: months }, () => new Int32Array(months + 1));
	for (let reader = 0; reader < joined.length; reader++) {
		const month = joined[reader]!;
		if (month < 0 || month >= months) continue;
		const ages = months - month;
		let cohort = cohorts[month];
		if (!cohort)
			cohorts[month] = cohort = {
				month,
				size: 0,
				still: [],
				clicked: new Array<number>(ages).fill(0)
			};
		cohort.size++;
		gone[month]![Math.min(ages, Math.max(0, left[reader]! - month))]!++;
	}
	for (const cohort of cohorts) {
		if (!cohort) continue;
		let there = cohort.size;
		for (let age = 0; age < months - cohort.month; age++) {
			there -= gone[cohort.month]![age]!;
			cohort.still.push(there);
		}
	}
	return cohorts;
}

/**
 * Adds to cohorts who clicked in which month. Months come in rising order, each in one part or many.
 *
 * @param joined as `cohortsOf` had it
 */
export function clickTally(cohorts: readonly (Cohort | null)[], joined: Int16Array) {
	const lastMonth = new Int16Array(joined.length).fill(-1);

	/** @param readers places of readers; those below zero are left out */
	return (month: number, readers: ArrayLike<number>) => {
		for (let i = 0; i < readers.length; i++) {
			const reader = readers[i]!;
			if (reader < 0 || lastMonth[reader] === month) continue;
			lastMonth[reader] = month;
			const age = month - joined[reader]!;
			const cohort = cohorts[joined[reader]!];
			// a click of somebody who joined later: lists of two services differ by a day
			if (cohort && age >= 0 && age < cohort.clicked.length) cohort.clicked[age]!++;
		}
	};
}
