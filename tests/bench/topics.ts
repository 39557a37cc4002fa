import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { readIssue } from '#lib/issue/read-issue.ts';
import { headingKey } from '#lib/issue/lines/words.ts';
import { suggest, type Suggestion } from '#lib/topics/suggest.ts';
import type { Topic } from '#lib/topics/taxonomy.ts';
import { termsOf, type TopicText } from '#lib/topics/terms.ts';
import { train } from '#lib/topics/train.ts';

type Labelled = TopicText & { label: string };

/** Suggestions are grouped by how sure they say they are, in fifths. */
const GROUPS = 5;
/** How far a group's surest word may be from the truth, if it is not small. */
const TOLERANCE = 0.07;
const SMALL = 60;
/** Words that stand for a label in plain matching: its most telling ones in the older half. */
const KEYWORDS = 20;

/**
 * Learns the sections of the older half of a series of issues, and guesses those of the newer half
 * from titles and texts, the section's own title hidden; beside the most frequent section and plain
 * matching of each section's most telling words.
 *
 * @param folder issues whose names sort by date
 */
export async function topics(folder: string): Promise<{ lines: string[]; passed: boolean }> {
	const issues = [];
	for (const name of readdirSync(folder).sort()) {
		issues.push(await itemsOf(name, readFileSync(join(folder, name))));
	}
	const half = Math.floor(issues.length / 2);
	const older = issues.slice(0, half).flat();
	const newer = issues.slice(half).flat();

	const labels = [...new Set(older.map(({ label }) => label))];
	const bare = labels.map((label) => topicOf(label, []));
	const worded = labels.map((label) => topicOf(label, tellingWords(label, older)));
	const model = train(
		older.map((item) => ({ ...item, topics: [item.label] })),
		bare
	);
	const frequent = labels.sort((a, b) => count(older, b) - count(older, a))[0];

	const learnt = newer.map((item) => suggest(item, bare, model)[0]);
	const matched = newer.map((item) => suggest(item, worded)[0]);
	const shares = {
		learnt: share(newer, (item, i) => learnt[i]?.topic === item.label),
		matched: share(newer, (item, i) => matched[i]?.topic === item.label),
		frequent: share(newer, (item) => item.label === frequent)
	};
	const groups = calibration(newer, learnt);

	return {
		lines: [
			`${older.length} items of ${half} issues learnt, ${newer.length} of ${issues.length - half} guessed, ${labels.length} sections`,
			`right at first guess: learnt ${shares.learnt.toFixed(3)}, telling words ${shares.matched.toFixed(3)}, most frequent ${shares.frequent.toFixed(3)}`,
			'said → right (items):',
			...groups.map(({ said, right, n }) => `  ${said.toFixed(2)} → ${right.toFixed(2)} (${n})`)
		],
		passed:
			shares.learnt > Math.max(shares.matched, shares.frequent) + 0.02 &&
			groups.every(({ said, right, n }) => n < SMALL || Math.abs(said - right) <= TOLERANCE)
	};
}

async function itemsOf(name: string, bytes: Uint8Array): Promise<Labelled[]> {
	const { sections } = await readIssue({ name, bytes });
	return sections.flatMap(({ title, items }) =>
		title
			? items.map((item) => ({ title: item.title, text: item.text, label: headingKey(title) }))
			: []
	);
}

function topicOf(key: string, fr: string[]): Topic {
	return { key, names: { fr: key }, words: { fr } };
}

/** The words that a label has more often than its share of all items lets expect. */
function tellingWords(label: string, items: readonly Labelled[]): string[] {
	const own = new Map<string, number>();
	const all = new Map<string, number>();
	for (const item of items) {
		for (const { word } of termsOf(item).values()) {
			all.set(word, (all.get(word) ?? 0) + 1);
			if (item.label === label) own.set(word, (own.get(word) ?? 0) + 1);
		}
	}
	const expected = count(items, label) / items.length;
	return [...own]
		.map(([word, n]) => ({ word, telling: n * Math.log(n / all.get(word)! / expected) }))
		.sort((a, b) => b.telling - a.telling || (a.word < b.word ? -1 : 1))
		.slice(0, KEYWORDS)
		.map(({ word }) => word);
}

function count(items: readonly Labelled[], label: string): number {
	return items.filter((item) => item.label === label).length;
}

function share<T>(list: readonly T[], holds: (one: T, i: number) => boolean): number {
	return list.filter(holds).length / list.length;
}

function calibration(items: readonly Labelled[], guesses: readonly (Suggestion | undefined)[]) {
	const groups = Array.from({ length: GROUPS }, () => ({ n: 0, said: 0, right: 0 }));
	guesses.forEach((guess, i) => {
		if (!guess) return;
		const group = groups[Math.min(GROUPS - 1, Math.floor(guess.confidence * GROUPS))]!;
		group.n++;
		group.said += guess.confidence;
		if (guess.topic === items[i]!.label) group.right++;
	});
	return groups
		.filter(({ n }) => n > 0)
		.map(({ n, said, right }) => ({ n, said: said / n, right: right / n }));
}
