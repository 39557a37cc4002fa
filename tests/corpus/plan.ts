import type { Truth } from '../bench/f1.ts';
import type { Tongue } from './tongues.ts';

/** One invented story. */
export type Story = { title: string; text: string[]; url: string };

/** One invented issue before it is set in any style. */
export type Plan = {
	tongue: Tongue;
	number: number;
	/** 2025-03-01 */
	day: string;
	sections: { title: string; stories: Story[] }[];
	/** picks one of a list, the same each time */
	pick<T>(list: readonly T[]): T;
};

/** Small numbers that look drawn and are always the same. */
function drawn(seed: number): () => number {
	let state = seed * 2654435761 + 1;
	return () => {
		state = (Math.imul(state ^ (state >>> 15), 2246822519) + 0x9e3779b9) | 0;
		return ((state ^ (state >>> 13)) >>> 0) / 2 ** 32;
	};
}

/** An issue of a letter: the same seed gives the same. */
export function planOf(tongue: Tongue, seed: number, number: number): Plan {
	const draw = drawn(seed * 97 + number);
	const pick = <T>(list: readonly T[]) => list[Math.floor(draw() * list.length)]!;
	const met = new Set<string>();
	const story = (): Story => {
		for (;;) {
			const title = `${pick(tongue.subjects)} ${pick(tongue.verbs)} ${pick(tongue.objects)}`;
			if (met.has(title)) continue;
			met.add(title);
			const slug = `${seed}-${number}-${met.size}`;
			const start = Math.floor(draw() * tongue.prose.length);
			const text = [0, 1, 2].map((n) => tongue.prose[(start + n) % tongue.prose.length]!);
			return { title, text, url: `https://news.example.com/${tongue.code}/${slug}` };
		}
	};
	const sections = tongue.sections.slice(0, 3 + Math.floor(draw() * 2)).map((title) => ({
		title,
		stories: Array.from({ length: 2 + Math.floor(draw() * 3) }, story)
	}));
	const day = `2025-0${1 + (number % 9)}-1${number % 10}`;
	return { tongue, number, day, sections, pick };
}

/** How an issue should read, with its sections. */
export function truthOf({ sections }: Plan): Truth {
	return {
		sections: sections.map(({ title, stories }) => ({
			title,
			items: stories.map((one) => ({ title: one.title, links: [one.url] }))
		}))
	};
}

/** How it should read where no section is marked. */
export function flatTruthOf({ sections }: Plan): Truth {
	const stories = sections.flatMap((section) => section.stories);
	return {
		sections: [{ title: null, items: stories.map(({ title, url }) => ({ title, links: [url] })) }]
	};
}
