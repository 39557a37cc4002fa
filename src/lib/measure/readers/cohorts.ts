/** A cohort: readers who joined in one month, and how many remain at the end of each month since. */
export type Cohort = {
	/** index of the month */
	month: number;
	size: number;
	/** by age in months from 0, the joining month itself, up to the last month there is */
	still: number[];
	/** how many of these clicked in that month, by age */
	clicked: number[];
};

/**
 * Cohorts by joining month. Everybody who joined counts in the size for good, including those who left since.
 *
 * @param joined index of each reader's joining month; −1 where it is not known
 * @param left index of the month in which each left; beyond the last for readers who remain
 * @param months number of months; the last may be unfinished
 */
export function cohortsOf(joined: Int16Array, left: Int16Array, months: number): (Cohort | null)[] {
	return cohortsIn(joined, (cohort) => cohort, left, { months, cohorts: months });
}

/**
 * The same where one month's readers fall into several cohorts, for instance by channel.
 *
 * @param of index of each reader's cohort; −1 where it is not known
 * @param monthOf the month of a cohort
 */
export function cohortsIn(
	of: Int16Array | Int32Array,
	monthOf: (cohort: number) => number,
	left: Int16Array,
	{ months, cohorts }: { months: number; cohorts: number }
): (Cohort | null)[] {
	const result: (Cohort | null)[] = Array.from({ length: cohorts }, () => null);
	const gone: Int32Array[] = [];
	for (let reader = 0; reader < of.length; reader++) {
		const place = of[reader]!;
		if (place < 0 || place >= cohorts) continue;
		const month = monthOf(place);
		const ages = months - month;
		const cohort = (result[place] ??= {
			month,
			size: 0,
			still: [],
			clicked: new Array<number>(ages).fill(0)
		});
		cohort.size++;
		const own = (gone[place] ??= new Int32Array(ages + 1));
		own[Math.min(ages, Math.max(0, left[reader]! - month))]!++;
	}
	for (const [place, cohort] of result.entries()) {
		if (!cohort) continue;
		let there = cohort.size;
		for (let age = 0; age < months - cohort.month; age++) {
			there -= gone[place]![age]!;
			cohort.still.push(there);
		}
	}
	return result;
}

/**
 * Counts in each cohort who clicked in which month. Months come in rising order, each in one or more calls.
 *
 * @param of index of each reader's cohort, as given to `cohortsOf` or `cohortsIn`
 */
export function clickTally(cohorts: readonly (Cohort | null)[], of: Int16Array | Int32Array) {
	const lastMonth = new Int16Array(of.length).fill(-1);

	/** @param readers indexes of readers; those below zero are left out */
	return (month: number, readers: ArrayLike<number>) => {
		for (let i = 0; i < readers.length; i++) {
			const reader = readers[i]!;
			if (reader < 0 || lastMonth[reader] === month) continue;
			lastMonth[reader] = month;
			const cohort = cohorts[of[reader]!];
			if (!cohort) continue;
			const age = month - cohort.month;
			// negative for a click before joining: lists of two services can differ by a day
			if (age >= 0 && age < cohort.clicked.length) cohort.clicked[age]!++;
		}
	};
}
