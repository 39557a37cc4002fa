import { fitLift } from '#lib/measure/lift/lift.ts';
import type { LiftItem } from '#lib/measure/lift/lift-input.ts';

const issues = 300;
const positions = 20;
const topics = 15;
const authors = 8;
const runs = 5;

/**
 * How long lift takes to fit on 300 issues of 20 items, in milliseconds of processor time, which
 * other programs on the machine disturb least.
 *
 * @returns of each run after the first, which compiles
 */
export function fitTimes(): number[] {
	const items = Array.from({ length: issues * positions }, (_, i): LiftItem => {
		const [issue, position] = [Math.floor(i / positions), (i % positions) + 1];
		// any order without a pattern does: how long it takes hardly hangs on the numbers
		const topic = (issue * 7 + position * 11 + ((issue * position) % 5)) % topics;
		const clickers = Math.round(300 / position ** 0.5) + ((issue * 31 + position * 17) % 40);
		const place = { format: position === 1 ? 'lead' : 'brief', pages: 1 } as const;
		const words = {
			section: position % 6,
			topics: [topic],
			authors: [(issue + position * 3) % authors]
		};
		return { ...place, ...words, issue, position, reach: 20_000, clickers };
	});

	const times = Array.from({ length: runs + 1 }, () => {
		const begun = process.cpuUsage();
		fitLift({ items, issues, sections: 6, topics, authors }, { seed: 1, draws: 1000 });
		const { user, system } = process.cpuUsage(begun);
		return (user + system) / 1000;
	});
	return times.slice(1);
}
