import { DAY } from '#lib/duration.ts';

/** Days after which readers are done with a letter, but for a few who look something up. */
export const DONE = 3;

/** Most of a link's clicks, where it was in one letter and not in all. */
const MOST = 0.7;

/** Readers who click together what stood in no letter before. */
const LEAST = 5;

/** The share of all readers that they are at least. */
const SHARE = 1 / 3;

/** When a link was clicked, and by whom. */
type Clicked = { times: number[]; readers: Set<string> };

/**
 * Tells letters of one name apart by what was clicked in them: of one letter, and of a mail that is sent to
 * each reader on a day of their own, readers click the same links for as long as they come; of several, each
 * its own, for some days.
 */
export function linksOfLetters() {
	const links = new Map<string, Clicked>();

	return {
		observe(url: string, reader: string, at: number) {
			const link = links.get(url) ?? { times: [], readers: new Set() };
			links.set(url, link);
			link.times.push(at);
			link.readers.add(reader);
		},

		/**
		 * Whether many readers clicked links together that nobody clicked while others were.
		 *
		 * @param known the links that were clicked long before, in other files
		 */
		areOfSeveral(known?: ReadonlySet<string>): boolean {
			// a link of one reader alone may be one that was made for them
			const all = [...links].filter(([, { readers }]) => readers.size > 1);
			const shared = all.map(([, link]) => link);
			if (known !== undefined && known.size > 0) {
				const others = all.flatMap(([url, link]) => (known.has(url) ? [] : [link]));
				return areMany(others.filter(isBrief), shared);
			}
			const first = Math.min(...shared.map(firstOf));
			const late = shared.filter((link) => firstOf(link) - first >= DONE * DAY && isBrief(link));
			const early = shared.filter((link) => firstOf(link) - first < DONE * DAY);
			return early.some(isBrief) && areMany(late, shared);
		}
	};
}

export type LinksOfLetters = ReturnType<typeof linksOfLetters>;

function firstOf({ times }: Clicked): number {
	return times.reduce((a, b) => Math.min(a, b), Infinity);
}

function isBrief(link: Clicked): boolean {
	const first = firstOf(link);
	return link.times.filter((at) => at - first < DONE * DAY).length >= MOST * link.times.length;
}

/** Whether some links had many readers, beside those of all. */
function areMany(some: readonly Clicked[], all: readonly Clicked[]): boolean {
	const readers = readersOf(some).size;
	return readers >= LEAST && readers >= SHARE * readersOf(all).size;
}

function readersOf(links: readonly Clicked[]): Set<string> {
	return new Set(links.flatMap(({ readers }) => [...readers]));
}
