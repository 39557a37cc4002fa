import {
	planIssues,
	type SimulatedIssue,
	type SimulatedItem,
	type SimulatedLink,
	type SimulatedTopic
} from './issues.ts';
import { happen, type Clicks, type Departures, type Events } from './events.ts';
import { reference, type Options } from './options.ts';
import { gather, type Readers } from './readers.ts';

/** A newsletter's whole history, with the truth that an analysis should find again. */
export type Archive = {
	options: Options;
	seed: number;
	topics: SimulatedTopic[];
	/** in order of sending; refer to items and links by index */
	issues: SimulatedIssue[];
	items: SimulatedItem[];
	links: SimulatedLink[];
	readers: Readers;
	/** columns of equal length, grouped by issue, in no order within one */
	deliveries: Events;
	opens: Events;
	clicks: Clicks;
	departures: Departures;
};

/**
 * Makes an archive: what was sent, who got it, what they and the machines before them did.
 *
 * The same options and seed always give the same archive. Numbers of clickers come from
 * reach × issue × position × topic × item; who they are is drawn afterwards, so that no habit of
 * readers changes the planted effects.
 *
 * @param changes what differs from the reference scenario
 * @example simulate({ issues: 10, readers: 300 }, 1).items.length // => 120
 */
export function simulate(changes: Partial<Options>, seed: number): Archive {
	const options = { ...reference, ...changes };
	const plan = planIssues(options, seed);
	const readers = gather(options, plan.issues, seed);

	return { options, seed, ...plan, readers, ...happen(options, plan, readers, seed) };
}
