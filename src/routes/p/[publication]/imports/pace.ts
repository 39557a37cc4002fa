/** How far a file was at an instant. */
export type Sample = {
	/** milliseconds */
	at: number;
	rows: number;
	/** of its bytes, 0..1 */
	share: number | null;
};

/** How fast a file is read. */
export type Pace = {
	/** rows a second; null until two samples differ */
	rate: number | null;
	/** seconds until it is read, if it goes on so; null where nobody can say */
	left: number | null;
};

/** What older samples say is no longer how fast it goes, in milliseconds. */
const remembered = 15_000;

/** Adds a sample to those that still count. One that says the same as the last one is not news. */
export function withSample(samples: readonly Sample[], sample: Sample): Sample[] {
	const last = samples.at(-1);
	// read anew, after a crash
	if (last && sample.rows < last.rows) return [sample];
	if (last && last.rows === sample.rows && last.share === sample.share) return [...samples];
	return [...samples.filter(({ at }) => sample.at - at <= remembered), sample];
}

/**
 * The pace from the first to the last of some samples.
 *
 * @example paceOf([{ at: 0, rows: 0, share: 0 }, { at: 2000, rows: 500, share: 0.2 }]) // => { rate: 250, left: 8 }
 */
export function paceOf(samples: readonly Sample[]): Pace {
	const [first, last] = [samples[0], samples.at(-1)];
	if (!first || !last || last.at <= first.at || last.rows <= first.rows)
		return { rate: null, left: null };

	const seconds = (last.at - first.at) / 1000;
	const gained = last.share === null || first.share === null ? 0 : last.share - first.share;
	return {
		rate: (last.rows - first.rows) / seconds,
		left: gained > 0 ? ((1 - last.share!) / gained) * seconds : null
	};
}
