import type { Archive } from './archive.ts';
import { sampleArchive, STORY } from './sample.ts';
import type { Edition } from './sample/editions.ts';
import { channels } from './sample/people.ts';

/** What is planted in the sample, for tests that import it and look for it. */
export type SampleTruth = {
	issues: number;
	/** from the editor's favourite to what they like least */
	topics: {
		topic: string;
		/** what its items are clicked against the average item, fatigue and change included; 1 is the average */
		lift: number;
		/** the editor's liking, which has nothing to do with the lift */
		favour: number;
		/** editorial items on it */
		items: number;
	}[];
	items: {
		number: number;
		/** position, from 1 */
		position: number;
		title: string;
		role: 'editorial' | 'sponsor';
		/** null for a sponsor */
		topic: string | null;
		/** the item's whole effect, its own included */
		lift: number;
	}[];
	/** readers behind a scanner, behind a privacy proxy, and all of them */
	readers: { scanned: number; proxied: number; all: number };
	/** who wrote what, the own effect of their items as a factor on average */
	authors: { author: string; items: number; lift: number }[];
	/** the topic that a new hand made rise, as a factor, and whose readers of one channel like it more */
	changing: { topic: string; since: string; factor: number; channel: string };
	/** from this issue on the order matters less */
	layoutSince: number;
	/** clicks by people and by scanners; Mailchimp's and Substack's exports do not hold them all */
	clicks: { human: number; scanner: number };
};

/** The truth of the sample publication: made anew from its seed, never read from its files. */
export function sampleTruth(): SampleTruth {
	const { archive, editions, topics } = sampleArchive();
	const { readers, clicks } = archive;
	const lifts = topicLifts(archive);
	const sum = (flags: Uint8Array) => flags.reduce((n, flag) => n + flag, 0);
	const scanner = sum(clicks.maker);

	return {
		issues: archive.issues.length,
		topics: archive.topics
			.map(({ favour, items }, i) => ({ topic: topics[i]!, lift: lifts[i]!, favour, items }))
			.sort((a, b) => b.favour - a.favour),
		items: archive.items.map(({ issue, position, role, lift, topics: [topic] }) => ({
			number: editions[issue]!.number,
			position,
			title: editions[issue]!.items[position - 1]!.title,
			role,
			topic: topic === undefined ? null : topics[topic]!,
			lift
		})),
		authors: authorsOf(archive, editions),
		changing: {
			topic: topics[0]!,
			since: editions[archive.issues.length / 2]!.date,
			factor: Math.exp(STORY.change),
			channel: channels[0]!
		},
		layoutSince: editions[(archive.issues.length * 2) / 3]!.number,
		readers: { scanned: sum(readers.scanned), proxied: sum(readers.proxied), all: readers.count },
		clicks: { human: clicks.maker.length - scanner, scanner }
	};
}

/** What the items of each topic are clicked against the average item, on a log scale. */
export function topicLifts({ topics, items }: Archive): number[] {
	const ranked = items.filter(({ role }) => role === 'editorial');
	const mean = (some: typeof ranked) =>
		some.reduce((sum, { topicEffect }) => sum + topicEffect, 0) / some.length;
	return topics.map((_, topic) =>
		Math.exp(mean(ranked.filter((item) => item.topics.includes(topic))) - mean(ranked))
	);
}

function authorsOf(archive: Archive, editions: Edition[]) {
	const effects = new Map<string, number[]>();
	for (const { issue, position, ownEffect } of archive.items) {
		const { author } = editions[issue]!.items[position - 1]!;
		if (author !== null) effects.set(author, [...(effects.get(author) ?? []), ownEffect]);
	}
	return [...effects]
		.map(([author, of]) => ({
			author,
			items: of.length,
			lift: Math.exp(of.reduce((sum, one) => sum + one, 0) / of.length)
		}))
		.sort((a, b) => b.lift - a.lift);
}
