import type { IssueDocument } from '#lib/issue/source/document.ts';

/** How an issue reads, as somebody wrote it down who looked at it. */
export type Truth = {
	/** the file it is of, where that is not the truth's own name */
	meta?: { file?: string };
	sections: TrueSection[];
};

type TrueItem = {
	title: string;
	optional?: boolean;
	links?: (string | { url?: string; href?: string })[];
};
type TrueSection = { title: string | null; optional?: boolean; items?: TrueItem[] };

/** F1 of sections and of items, and the share of the true links found in their item; 0..1, null without links. */
export type Score = { sections: number; items: number; links: number | null };

type Read = { sections: Pick<IssueDocument['sections'][number], 'title' | 'items'>[] };

/**
 * Compares a reading with what is true. Sections are compared in their order by the words of their
 * titles, items one to one by shared links or like titles; what is optional is neither missed nor counted.
 */
export function scoreOf(read: Read, truth: Truth): Score {
	const sections = truth.sections.filter(({ optional }) => !optional);
	const titles = sections.flatMap(({ title }) => title ?? []);
	const headings = read.sections.flatMap(({ title }) => title ?? []);
	const items = sections.flatMap((one) => (one.items ?? []).filter(({ optional }) => !optional));
	const readItems = read.sections.flatMap((one) => one.items);
	const pairs = matched(items, readItems);

	let want = 0;
	let got = 0;
	items.forEach((item, i) => {
		const there = pairs.has(i) ? linksOf(readItems[pairs.get(i)!]!) : new Set<string>();
		for (const link of linksOf(item)) {
			want++;
			if (there.has(link)) got++;
		}
	});
	return {
		sections: f1(inOrder(titles, headings), headings.length, titles.length),
		items: f1(pairs.size, readItems.length, items.length),
		links: want ? got / want : null
	};
}

function f1(hits: number, read: number, there: number): number {
	return read + there === 0 ? 1 : (2 * hits) / (read + there);
}

/** The length of the longest common run of like titles, gaps allowed. */
function inOrder(a: readonly string[], b: readonly string[]): number {
	let row = new Array<number>(b.length + 1).fill(0);
	for (const one of a) {
		const next = [0];
		b.forEach((other, j) =>
			next.push(alike(one, other) >= 0.6 ? row[j]! + 1 : Math.max(row[j + 1]!, next[j]!))
		);
		row = next;
	}
	return row.at(-1)!;
}

/** True items to read ones, the likeliest pairs first. */
function matched(
	items: readonly TrueItem[],
	read: readonly { title: string; links: readonly { url: string }[] }[]
): Map<number, number> {
	const pairs: [score: number, item: number, read: number][] = [];
	items.forEach((item, i) => {
		const own = linksOf(item);
		read.forEach((other, j) => {
			const there = linksOf(other);
			const shared = [...own].filter((link) => there.has(link)).length;
			const score = alike(item.title, other.title) + (own.size ? shared / own.size : 0);
			if (score >= 0.5) pairs.push([score, i, j]);
		});
	});
	pairs.sort((a, b) => b[0] - a[0]);

	const matches = new Map<number, number>();
	const taken = new Set<number>();
	for (const [, i, j] of pairs) {
		if (matches.has(i) || taken.has(j)) continue;
		matches.set(i, j);
		taken.add(j);
	}
	return matches;
}

/** Shared words of two titles, of all their words. */
function alike(a: string, b: string): number {
	const [one, other] = [wordsOf(a), wordsOf(b)];
	const shared = [...one].filter((word) => other.has(word)).length;
	return one.size && other.size ? shared / (one.size + other.size - shared) : 0;
}

function wordsOf(text: string): Set<string> {
	const plain = text.normalize('NFKD').toLowerCase().replace(/\p{M}/gu, '');
	return new Set(plain.match(/[\p{L}\p{N}]+/gu) ?? []);
}

function linksOf({ links }: { links?: readonly (string | { url?: string; href?: string })[] }) {
	return new Set(
		(links ?? []).map((link) =>
			keyOf(typeof link === 'string' ? link : (link.url ?? link.href ?? ''))
		)
	);
}

function keyOf(url: string): string {
	if (!URL.canParse(url)) return url.trim();
	const { host, pathname, search } = new URL(url);
	return (host + pathname).toLowerCase().replace(/\/$/, '') + search;
}
