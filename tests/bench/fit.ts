import { fitLift } from '#lib/measure/lift/lift.ts';
import type { LiftItem } from '#lib/measure/lift/lift-input.ts';

const issues = 300;
const slots = 20;
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
	const items = Array.from({ length: issues * slots }, (_, i): LiftItem => {
		const [issue, slot] = [Math.floor(i / slots), (i % slots) + 1];
		// any order without a pattern does: how long it takes hardly hangs on the numbers
		const topic = (issue * 7 + slot * 11 + ((issue * slot) % 5)) % topics;
		const clickers = Math.round(300 / slot ** 0.5) + ((issue * 31 + slot * 17) % 40);
		const place = { format: slot === 1 ? 'lead' : 'brief', pages: 1 } as const;
		const words = { section: slot % 6, topics: [topic], authors: [(issue + slot * 3) % authors] };
		return { ...place, ...words, issue, slot, reach: 20_000, clickers };
	});

	const times = Array.from({ length: runs + 1 }, () => {
		const begun = process.cpuUsage();
		fitLift({ items, issues, sections: 6, topics, authors }, { seed: 1, draws: 1000 });
		const { user, system } = process.cpuUsage(begun);
		return (user + system) / 1000;
	});
	return times.slice(1);
}
