import { HOUR } from '#lib/duration.ts';
import { createHash } from 'node:crypto';
import {
	countTries,
	countUnlessEarly,
	failedTries,
	pullBack,
	takeBackTries
} from '../store/people/failed-tries.ts';
import type { Db } from '../store/sql/open.ts';

/** Tries of one kind that failed, by whoever made them. */
export type Tries = {
	/**
	 * Counts a try as failed until it is known to be none, so that a thousand at once are no way
	 * around; one that comes too early is refused, and not counted.
	 *
	 * @param of whose tries they are
	 * @param by which larger groups they belong to; where one of them fails a lot, each of its members
	 * has a single free try left, and none is kept out for what others did
	 * @returns how long to wait first, in milliseconds; 0 lets the try be made
	 */
	begin(of: string, by: readonly string[], now: number): number;
	/** Takes back what was counted of somebody who succeeded. */
	succeed(of: string, by: readonly string[]): void;
};

/** The same for all processes and machines of an installation together. */
export type SharedTries = {
	[Verb in keyof Tries]: (...given: Parameters<Tries[Verb]>) => Promise<ReturnType<Tries[Verb]>>;
};

export type TryTerms = {
	/** tries without any wait */
	free: number;
	/** the wait after the first that is not free, in milliseconds; each further one doubles it */
	first: number;
	/** and this is the longest */
	longest: number;
	/** how many failures of a group make it suspicious */
	group: number;
	/** for how many this is remembered at most */
	most: number;
};

type Failures = { count: number; at: number };

/** What was quiet for so long is forgotten, in milliseconds. */
const QUIET = HOUR;

const usual: TryTerms = { free: 5, first: 2000, longest: 300_000, group: 100, most: 50_000 };

/**
 * Slows guesses down, for each name and network apart: a few are free, then waits grow. Kept in
 * memory, for what costs nothing to try and cannot be guessed: writing it down would cost more. What memory
 * there is goes to whoever failed most, so that thousands of other names push nobody's failures out of it.
 */
export function triesOf(given: Partial<TryTerms> = {}): Tries {
	const { free, first, longest, group, most } = { ...usual, ...given };
	const failures = new Map<string, Failures>();

	function failuresOf(key: string, now: number): Failures | undefined {
		const known = failures.get(key);
		if (!known) return undefined;
		// a clock that was set back must keep nobody out until it has caught up
		if (known.at > now) known.at = now;
		if (now - known.at <= QUIET) return known;
		failures.delete(key);
		return undefined;
	}

	function count(key: string, now: number) {
		failures.set(key, { count: (failuresOf(key, now)?.count ?? 0) + 1, at: now });
		if (failures.size > most) makeRoom(failures, most, now);
	}

	function takeBack(key: string) {
		const known = failures.get(key);
		if (!known) return;
		if (known.count <= 1) failures.delete(key);
		else known.count -= 1;
	}

	return {
		begin(of, by, now) {
			const [own, ...groups] = [of, ...by.map((name) => `group ${name}`)].map(shortened);
			const isPressed = groups.some((key) => (failuresOf(key, now)?.count ?? 0) >= group);
			const known = failuresOf(own!, now);
			const over = (known?.count ?? 0) - (isPressed ? 1 : free);
			const wait = over < 0 ? 0 : Math.min(longest, first * 2 ** Math.min(over, 30));
			const left = known ? known.at + wait - now : 0;
			if (left > 0) return left;

			for (const key of [own!, ...groups]) count(key, now);
			return 0;
		},
		succeed(of, by) {
			failures.delete(shortened(of));
			for (const name of by) takeBack(shortened(`group ${name}`));
		}
	};
}

/**
 * Slows guesses down as `triesOf` does, and remembers in the database: several web processes and
 * machines count together, and none of them forgets by being started anew.
 */
export function sharedTriesOf(db: Db, given: Partial<TryTerms> = {}): SharedTries {
	const { free, first, longest, group } = { ...usual, ...given };
	const keysOf = (of: string, by: readonly string[]) => {
		const [own, ...groups] = [of, ...by.map((name) => `group ${name}`)].map(shortened);
		return { own: own!, groups };
	};

	return {
		async begin(of, by, now) {
			const { own, groups } = keysOf(of, by);
			const since = now - QUIET;
			const stored = await failedTries(db, [own, ...groups]);
			if (stored.some(({ at }) => at > now)) await pullBack(db, [own, ...groups], now);
			const isPressed = stored.some(
				({ key, count, at }) => key !== own && count >= group && at >= since
			);
			const allowed = isPressed ? 1 : free;
			const waits = { free: allowed, first, longest };
			if (await countUnlessEarly(db, own, waits, { now, since })) {
				await countTries(db, groups, { now, since });
				return 0;
			}
			const [known] = await failedTries(db, [own]);
			if (!known) return 1;
			const wait = Math.min(longest, first * 2 ** Math.min(known.count - allowed, 30));
			return Math.max(1, Math.min(known.at, now) + wait - now);
		},
		async succeed(of, by) {
			const { own, groups } = keysOf(of, by);
			await takeBackTries(db, own, groups);
		}
	};
}

/** However long a name is, remembering it takes as much. */
function shortened(key: string): string {
	return createHash('sha256').update(key).digest('base64url').slice(0, 22);
}

/** Forgets a tenth: what is quiet first, then whoever failed least, then whoever failed longest ago. */
function makeRoom(failures: Map<string, Failures>, most: number, now: number) {
	const isQuiet = ({ at }: Failures) => (now - at > QUIET ? 0 : 1);
	const sorted = [...failures].sort(
		([, one], [, other]) =>
			isQuiet(one) - isQuiet(other) || one.count - other.count || one.at - other.at
	);
	for (const [key] of sorted.slice(0, failures.size - Math.floor(most * 0.9))) failures.delete(key);
}
