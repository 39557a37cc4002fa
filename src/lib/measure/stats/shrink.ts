/** How many people could have clicked, and how many did. */
export type Exposure = { sent: number; clicked: number };

/** The rate that is usual, and how many people's worth of belief it carries. */
export type Usual = { rate: number; weight: number };

/** Belief in the usual rate never exceeds this: rates that all agree would make it endless. */
const MOST = 1e6;

/**
 * The usual rate among things of one kind, and how far a single one is pulled towards it.
 *
 * A beta distribution by moments: rates vary by their own spread and by chance. What chance does
 * not explain of the spread between rates sets the weight (Kleinman 1973,
 * doi:10.1080/01621459.1973.10481332).
 *
 * @throws {RangeError} if nothing was sent to anybody
 * @example usualRate([{ sent: 100, clicked: 10 }, { sent: 100, clicked: 30 }]).rate // => 0.2
 */
export function usualRate(exposures: readonly Exposure[]): Usual {
	const known = exposures.filter(({ sent }) => sent > 0);
	const sent = known.reduce((sum, exposure) => sum + exposure.sent, 0);
	if (sent === 0) throw new RangeError('nothing was sent, so nothing is usual');

	const rate = known.reduce((sum, { clicked }) => sum + clicked, 0) / sent;
	const spread = known.reduce(
		(sum, exposure) => sum + exposure.sent * (exposure.clicked / exposure.sent - rate) ** 2,
		0
	);
	const squares = known.reduce((sum, exposure) => sum + exposure.sent ** 2, 0);
	const chance = rate * (1 - rate);

	// share of a single person's variance that lies between things: 1 ÷ (weight + 1)
	const between =
		(spread - chance * (known.length - 1)) / (chance * (sent - squares / sent - known.length + 1));
	const weight = between > 0 ? 1 / between - 1 : MOST;
	return { rate, weight: Math.min(MOST, Math.max(1, weight)) };
}

/**
 * Pulls the click rate of a small sample towards what is usual: the mean of a beta posterior, in
 * which the usual rate counts as `weight` more people.
 *
 * @throws {RangeError} if more people clicked than were sent it
 * @example shrink({ sent: 10, clicked: 5 }, { rate: 0.02, weight: 190 }) // => 0.044
 */
export function shrink({ sent, clicked }: Exposure, usual: Usual): number {
	if (clicked > sent) throw new RangeError(`${clicked} clicked but only ${sent} were sent`);

	return (clicked + usual.rate * usual.weight) / (sent + usual.weight);
}
