/** Tries of one kind, by whoever makes them. */
export type Throttle = {
	/** counts a try, and says whether it is one too many */
	isTooMany(who: string, now: number): boolean;
	/** forgets the tries of somebody who succeeded */
	forget(who: string): void;
};

/**
 * Allows so many tries in so many milliseconds. Kept in memory: a restart forgets, which costs
 * an attacker more than it gains.
 */
export function throttle(most: number, within: number): Throttle {
	const tries = new Map<string, number[]>();

	return {
		isTooMany(who, now) {
			const recent = (tries.get(who) ?? []).filter((at) => at > now - within);
			// what is refused counts too, or a patient attacker would lose nothing by hurrying
			tries.set(who, [...recent.slice(-most), now]);
			if (tries.size > 10_000) tries.delete(tries.keys().next().value ?? '');
			return recent.length >= most;
		},
		forget(who) {
			tries.delete(who);
		}
	};
}
