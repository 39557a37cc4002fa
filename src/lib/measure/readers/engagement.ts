/** A day later than any other: never. */
export const never = 2 ** 31 - 1;

export type Engagement = {
	/** how many were engaged at the end of each day from the first to the last; one group after the other */
	engaged: Int32Array;
	/** the latest day with a click of each reader; −1 if there is none */
	lastDay: Int32Array;
};

/**
 * By index of a reader who left and came back, in order: the first day on which they were gone, and the day on
 * which they were back.
 */
export type Away = ReadonlyMap<number, readonly (readonly [gone: number, back: number])[]>;

/** Groups of readers that are counted separately; `of` is the index of each reader's group. */
export type Groups = { count: number; of: ArrayLike<number> };

/**
 * Active users in a moving window: counts engaged readers day by day. A reader is engaged on a day if they
 * clicked in the last `window` days, the day itself included, and have not left. Days are whole numbers in
 * rising order; a day's clicks may come in several calls.
 *
 * One pass, whatever the length of the window: a click engages its reader until the window's end, and only the
 * beginning and the end of that stretch are recorded. With a window of 2, a click on day 5 engages its reader
 * on days 5 and 6.
 *
 * @param leftDay the first day on which each reader is gone for good; `never` for readers who remain
 */
export function engagementTally(
	leftDay: Int32Array,
	{ window, from, to, away }: { window: number; from: number; to: number; away?: Away },
	groups?: Groups
) {
	const length = Math.max(0, to - from) + 2;
	const steps = new Int32Array(length * (groups?.count ?? 1));
	const lastDay = new Int32Array(leftDay.length).fill(-1);
	const cameBack = new Uint8Array(leftDay.length);
	for (const reader of away?.keys() ?? []) cameBack[reader] = 1;
	const engage = (reader: number, start: number, end: number) => {
		if (start >= end || end <= from || start > to) return;
		const first = groups ? groups.of[reader]! * length : 0;
		steps[first + Math.max(start, from) - from]!++;
		steps[first + Math.min(end, to + 1) - from]!--;
	};

	return {
		/** @param readers indexes of readers in `leftDay`; those below zero are left out */
		add(day: number, readers: ArrayLike<number>) {
			if (day > to) return;
			for (let i = 0; i < readers.length; i++) {
				const reader = readers[i]!;
				if (reader < 0) continue;
				const last = lastDay[reader]!;
				lastDay[reader] = day;
				let start = last < 0 ? day : Math.max(day, last + window);
				const end = Math.min(day + window, leftDay[reader]!);
				if (cameBack[reader])
					for (const [gone, back] of away!.get(reader)!) {
						engage(reader, start, Math.min(end, gone));
						start = Math.max(start, back);
					}
				engage(reader, start, end);
			}
		},
		done(): Engagement {
			const days = length - 1;
			const engaged = new Int32Array(steps.length - (groups?.count ?? 1));
			for (let group = 0; group * days < engaged.length; group++)
				for (let day = 0, n = 0; day < days; day++)
					engaged[group * days + day] = n += steps[group * length + day]!;
			return { engaged, lastDay };
		}
	};
}

export const tiers = ['engaged', 'fading', 'dormant', 'never'] as const;
export type Tier = (typeof tiers)[number];

/**
 * How engaged a reader is on a day, by the latest click: within the window, within the one before it, earlier,
 * or never.
 *
 * @param lastDay −1 if there was no click
 */
export function tierOf(lastDay: number, today: number, window: number): Tier {
	if (lastDay < 0) return 'never';
	const ago = today - lastDay;
	return ago < window ? 'engaged' : ago < 2 * window ? 'fading' : 'dormant';
}
