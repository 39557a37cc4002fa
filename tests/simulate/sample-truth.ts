import { sampleArchive } from './sample.ts';

/** What is planted in the sample, for tests that import it and look for it. */
export type SampleTruth = {
	issues: number;
	/** from the editor's favourite to what they like least */
	topics: {
		topic: string;
		/** exp of the topic's effect against the publication's usual; 1 is usual */
		lift: number;
		/** the editor's liking, which has nothing to do with the lift */
		favour: number;
		/** editorial items on it */
		items: number;
	}[];
	items: {
		number: number;
		/** slot, from 1 */
		order: number;
		title: string;
		role: 'editorial' | 'sponsor';
		/** null for a sponsor */
		topic: string | null;
		/** the item's whole effect, its own included */
		lift: number;
	}[];
	/** readers behind a scanner, behind a privacy proxy, and all of them */
	readers: { scanned: number; proxied: number; all: number };
	/** clicks by people and by scanners; Mailchimp's and Substack's exports do not hold them all */
	clicks: { human: number; scanner: number };
};

/** The truth of the sample publication: made anew from its seed, never read from its files. */
export function sampleTruth(): SampleTruth {
	const { archive, editions, topics } = sampleArchive();
	const { readers, clicks } = archive;
	const sum = (flags: Uint8Array) => flags.reduce((n, flag) => n + flag, 0);
	const scanner = sum(clicks.maker);

	return {
		issues: archive.issues.length,
		topics: archive.topics
			.map(({ lift, favour, items }, i) => ({ topic: topics[i]!, lift, favour, items }))
			.sort((a, b) => b.favour - a.favour),
		items: archive.items.map(({ issue, order, role, lift, topics: [topic] }) => ({
			number: editions[issue]!.number,
			order,
			title: editions[issue]!.items[order - 1]!.title,
			role,
			topic: topic === undefined ? null : topics[topic]!,
			lift
		})),
		readers: { scanned: sum(readers.scanned), proxied: sum(readers.proxied), all: readers.count },
		clicks: { human: clicks.maker.length - scanner, scanner }
	};
}
