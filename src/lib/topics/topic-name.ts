import type { Telling } from './telling-words.ts';

/** With less than this share of a cluster's items one word is too narrow a name for it. */
const NARROW = 0.4;
/** A second word has to bring so many of the items more. */
const WIDER = 1.35;

/**
 * What an editor would call a cluster: the word that most of its items have and few others do, as
 * people write it; two where one is too narrow.
 *
 * @param language of the publication
 */
export function clusterName(words: readonly Telling[], items: number, language: string): string {
	const named = words
		.filter(({ noun, mark }) => noun > 0.2 || mark)
		.map((word) => ({ ...word, fit: fitOf(word, items) * breadthOf(word, words) }))
		.sort((a, b) => b.fit - a.fit || (a.stem < b.stem ? -1 : 1));
	const first = named[0] ?? (words[0] && { ...words[0], fit: 0 });
	if (!first) return '';
	const second =
		first.held.length < NARROW * items
			? named.find((word) => {
					const both = new Set([...first.held, ...word.held]).size;
					const alike = word.fit > first.fit / 2 && word.noun >= 0.3 && !word.mark;
					return alike && !shares(first.stem, word.stem) && both > WIDER * first.held.length;
				})
			: undefined;
	const name = bare(first.written);
	const both = second && !first.mark ? [name, second.written] : [name];
	const whole = new Intl.ListFormat(language).format(both);
	return whole[0]!.toLocaleUpperCase(language) + whole.slice(1);
}

/** How well a word stands for a cluster: it is in its items, in no others, and names things. */
function fitOf({ held, all, noun, inTitles, pair, mark }: Telling, items: number): number {
	const [recall, precision] = [held.length / items, held.length / all];
	const both = (2 * recall * precision) / (recall + precision);
	return (
		both *
		(0.4 + noun * 0.6) *
		(0.4 + Math.min(1, inTitles * 1.5) * 0.6) *
		(pair ? 1.05 : 1) *
		(mark ? 0.9 : 1)
	);
}

/** What other words of the cluster are kinds of is the wider name: "contest" of "contest log". */
function breadthOf({ stem }: Telling, words: readonly Telling[]): number {
	return words.some((other) => other.pair && other.stem !== stem && shares(other.stem, stem))
		? 1.3
		: 1;
}

function shares(a: string, b: string): boolean {
	const words = new Set(a.split(' '));
	return b.split(' ').some((word) => words.has(word));
}

/** A mark without its sign: `/compost` is "compost". */
function bare(written: string): string {
	if (written.startsWith('/')) return written.slice(1).replace(/[-_]+/g, ' ').trim();
	return written.startsWith('#') ? written.slice(1) : written;
}
