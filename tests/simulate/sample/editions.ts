import type { Archive } from '../archive.ts';
import type { SimulatedItem } from '../issues.ts';
import { below, pick, seeded, shuffled, type Random } from '../random.ts';
import { commonWords, type TopicWords } from '../words.ts';
import { longDate, parisTime } from './calendar.ts';
import { slug, storyUrl } from './links.ts';

/** A stretch of text, or a link with its text. */
export type Run = { text: string; url?: string };

export type EditionItem = {
	/** the heading it stands under, null for the editorial, which is its own */
	section: string | null;
	format: SimulatedItem['format'];
	/** who wrote it; null for a sponsor */
	author: string | null;
	/** who pays, for a sponsor */
	partner: string | null;
	emoji: string;
	title: string;
	paragraphs: Run[][];
	points: string[];
	/** the link at the end, null for the editorial, whose links are in its paragraphs */
	more: { text: string; url: string } | null;
};

/** One issue as its editor wrote it, before it becomes HTML, Markdown or text. */
export type Edition = {
	number: number;
	name: string;
	title: string;
	subject: string;
	/** YYYY-MM-DD in Paris */
	date: string;
	longDate: string;
	sentAt: number;
	items: EditionItem[];
	house: { text: string; url: string };
	browser: string;
	unsubscribe: string;
	/** URL of each of the issue's links, in the archive's order */
	urls: string[];
};

const FIRST_NUMBER = 118;
const LEAD_SECTION = 'La prise de la semaine';
const BRIEF_SECTION = 'Dans le filet';
const TOOL_SECTION = 'À garder sous la main';
const HOME = 'https://maree-haute.example.org';
const MORE = ['En savoir plus', 'En savoir plus', 'En savoir plus', 'Lire la suite'];

/** Both invented. What the first writes is clicked more, on whatever topic. */
const AUTHORS = ['Maud Kerivel', 'Ismaël Ferrand'] as const;
const BETTER = 0.7;

function authorOf({ ownEffect }: SimulatedItem, random: Random): string {
	const isBetter = random() < BETTER === ownEffect > 0;
	return AUTHORS[isBetter ? 0 : 1];
}

/** Deals out stories so that none is told twice, and paragraphs so that they come round late. */
type Deck = { stories: string[][]; titles: string[]; thoughts: string[]; points: string[] };

/**
 * Writes every issue of the archive.
 *
 * @param words in the order of the archive's topics
 */
export function writeEditions(archive: Archive, words: TopicWords[], seed: number): Edition[] {
	const random = seeded(seed, 'editions');
	const common = commonWords();
	const decks = words.map((topic) => deal(topic, common.organisations, random));
	const openings = endless(common.openings, random);
	const closings = endless(common.closings, random);
	const byline = seeded(seed, 'authors');

	return archive.issues.map(({ sentAt, items }, issue) => {
		const number = FIRST_NUMBER + issue;
		const written = items.map((index, i) => {
			const item = archive.items[index]!;
			if (item.role === 'sponsor') return sponsor(pick(random, common.partners), number);

			const topic = item.topics[0]!;
			const written =
				item.format === 'editorial'
					? editorial(decks[topic]!, words[topic]!, [openings(), closings()], item, random)
					: story(decks[topic]!, words[topic]!, item, i >= items.length - 2, random);
			return { ...written, author: authorOf(item, byline) };
		});

		const house = {
			text: common.house[number % common.house.length]!,
			url: `${HOME}/${number % 2 ? 'atelier' : 'emploi'}`
		};
		const browser = `${HOME}/numeros/${number}`;
		const unsubscribe = `${HOME}/desabonnement`;

		return {
			number,
			name: common.name,
			title: written[0]!.title,
			subject: `${common.name} #${number} – ${written[0]!.title}`,
			date: parisTime(sentAt).slice(0, 10),
			longDate: longDate(sentAt),
			sentAt,
			items: written,
			house,
			browser,
			unsubscribe,
			urls: [...written.flatMap(urlsOf), house.url, browser, unsubscribe]
		};
	});
}

function deal(words: TopicWords, organisations: string[], random: Random): Deck {
	const who = endless(organisations, random);
	const moves = [0, 1, 2, 3].flatMap((_) =>
		shuffled(random, words.moves).map(([move, blurb]) => [`${who()} ${move}`, blurb!])
	);
	// what is told of somebody comes among the stories, and again only once those are used up
	const early = moves.slice(0, words.moves.length);
	return {
		stories: [...shuffled(random, [...words.stories, ...early]), ...moves.slice(early.length)],
		titles: shuffled(random, words.titles),
		thoughts: shuffled(random, words.thoughts),
		points: words.points
	};
}

function editorial(
	deck: Deck,
	words: TopicWords,
	[opening, closing]: [string, string],
	item: SimulatedItem,
	random: Random
): EditionItem {
	const paragraphs: Run[][] = [[{ text: opening }]];
	let wanted = item.links.length;

	for (const thought of [...deck.thoughts]) {
		const anchors = thought.split('[').length - 1;
		if (anchors > wanted) continue;
		wanted -= anchors;
		paragraphs.push(runs(thought, random));
		deck.thoughts.push(...deck.thoughts.splice(deck.thoughts.indexOf(thought), 1));
	}
	if (wanted > 0)
		throw new RangeError(`${words.topic} has no ${item.links.length} links to tell of`);

	deck.titles.push(deck.titles[0]!);
	return {
		section: null,
		format: 'editorial',
		author: null,
		partner: null,
		emoji: '',
		title: deck.titles.shift()!,
		paragraphs: [...paragraphs, [{ text: closing }]],
		points: [],
		more: null
	};
}

function story(
	deck: Deck,
	words: TopicWords,
	item: SimulatedItem,
	last: boolean,
	random: Random
): EditionItem {
	const [title, blurb] = deck.stories.shift()!;
	const lead = item.format === 'lead';

	return {
		section: lead ? LEAD_SECTION : last ? TOOL_SECTION : BRIEF_SECTION,
		format: item.format,
		author: null,
		partner: null,
		emoji: pick(random, words.emoji),
		title: title!,
		paragraphs: lead ? [[{ text: blurb! }], [{ text: aside(deck) }]] : [[{ text: blurb! }]],
		points: lead ? shuffled(random, deck.points).slice(0, 3 + below(random, 3)) : [],
		more: { text: lead ? 'Lire l’article' : pick(random, MORE), url: storyUrl(title!, random) }
	};
}

/** A paragraph without its links, for a story that has room for one. */
function aside({ thoughts }: Deck): string {
	const [thought] = thoughts.splice(0, 1);
	thoughts.push(thought!);
	return thought!.replace(/[[\]]/g, '');
}

function sponsor([partner, title, blurb]: string[], number: number): EditionItem {
	return {
		section: BRIEF_SECTION,
		format: 'brief',
		author: null,
		partner: partner!,
		emoji: '🤝',
		title: title!,
		paragraphs: [[{ text: blurb! }]],
		points: [],
		more: {
			text: 'Découvrir',
			url: `https://${slug(partner!, 4)}.example.com/offre?code=phare-${number}`
		}
	};
}

/** Splits a paragraph at its square brackets, giving each link a page of its own. */
function runs(paragraph: string, random: Random): Run[] {
	return paragraph
		.split(/[[\]]/)
		.map((text, i) => (i % 2 ? { text, url: storyUrl(text, random) } : { text }))
		.filter(({ text }) => text);
}

function urlsOf({ paragraphs, more }: EditionItem): string[] {
	return more ? [more.url] : paragraphs.flat().flatMap(({ url }) => url ?? []);
}

function endless<T>(list: readonly T[], random: Random): () => T {
	let left: T[] = [];
	return () => {
		if (left.length === 0) left = shuffled(random, list);
		return left.pop()!;
	};
}
