import { nameOfLink } from '../link-name.ts';
import { canonical } from '#lib/url/canonical.ts';

/** Fewer pages than this may agree in number by chance. */
const FEWEST = 4;

/**
 * Some services number the links of a mail (`…&i=12A7A1`, `…A2`). Where exported links differ in one
 * number only, and these numbers are consecutive and exactly as many as the pages of the document, the
 * first is the first page and so on. One missing or one too many, and nothing is said.
 *
 * @param pages targets of the document's links in reading order, each page once
 */
export function byPosition(
	urls: readonly { id: number; url: string }[],
	pages: readonly string[]
): Map<number, string> {
	const placed = new Map<number, string>();
	if (pages.length < FEWEST) return placed;

	for (const family of familiesOf(urls)) {
		const numbers = [...family.keys()].sort((a, b) => a - b);
		const [first = 0] = numbers;
		if (numbers.length !== pages.length || numbers.at(-1) !== first + pages.length - 1) continue;

		for (const [number, ids] of family) {
			for (const id of ids) placed.set(id, pages[number - first] ?? '');
		}
	}
	return placed;
}

/** Links that are equal but for their last number: number → ids. */
function familiesOf(urls: readonly { id: number; url: string }[]): Iterable<Map<number, number[]>> {
	const families = new Map<string, Map<number, number[]>>();
	for (const { id, url } of urls) {
		const [, start, number, end] =
			/^(.*?)(?<!\d)(\d{1,9})(\D*)$/i.exec(nameOfLink(url) ?? canonical(url) ?? '') ?? [];
		if (start === undefined || number === undefined) continue;

		const key = `${start}\0${end}`;
		const family = families.get(key) ?? new Map<number, number[]>();
		family.set(Number(number), [...(family.get(Number(number)) ?? []), id]);
		families.set(key, family);
	}
	return families.values();
}
