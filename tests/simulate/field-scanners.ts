import { SCANNER, type collector } from './columns.ts';
import type { Random } from './random.ts';

// One sender's public log of 836 sweeps (2026): 0.5 % start within 10 s of the send, 2 % at 10 to 20 s,
// 66 % at 20 to 60 s, 28 % at 1 to 5 min, the rest later; every link of the issue, the footer's too,
// within one second; an open about 9 s before. Others report lone checks of one link, an echo of a
// person's click some 12 s later, and queues that shift everything by minutes.

const SECOND = 1000;
const MINUTE = 60 * SECOND;

/** Of issues: the scanners' queue is late by some minutes. */
const QUEUED = 0.1;
/** Of clicks that a scanned reader makes: seen again by the scanner. */
const ECHOED = 0.3;

/** Seconds from the send to the start of a sweep, as logged. */
function wait(random: Random): number {
	const u = random();
	if (u < 0.005) return 10 * random();
	if (u < 0.025) return 10 + 10 * random();
	if (u < 0.685) return 20 + 40 * random();
	if (u < 0.965) return 60 + 240 * random();
	return 300 + 1500 * random();
}

/** How late an issue's queue is, in milliseconds. */
export function queueOf(random: Random): number {
	return random() < QUEUED ? (2 + 13 * random()) * MINUTE : 0;
}

type Sweep = {
	issue: number;
	reader: number;
	/** the send, with what the queue adds, in UTC milliseconds */
	at: number;
	links: readonly number[];
	loneShare: number;
};

/** All links within a second, or one of them alone. */
export function sweep(
	{ issue, reader, at, links, loneShare }: Sweep,
	random: Random,
	{ opens, clicks }: Record<'opens' | 'clicks', ReturnType<typeof collector>>
) {
	const start = at + SECOND * wait(random);
	opens.add(issue, reader, Math.max(at, start - SECOND * (8 + 2 * random())), SCANNER);
	const followed = random() < loneShare ? [links[Math.floor(random() * links.length)]!] : links;
	for (const link of followed) clicks.add(issue, reader, start + SECOND * random(), SCANNER, link);
}

/** The scanner follows a link once more, after the reader. */
export function echo(
	{ issue, reader, at, link }: { issue: number; reader: number; at: number; link: number },
	random: Random,
	clicks: ReturnType<typeof collector>
) {
	if (random() < ECHOED)
		clicks.add(issue, reader, at + SECOND * (10 + 4 * random()), SCANNER, link);
}
