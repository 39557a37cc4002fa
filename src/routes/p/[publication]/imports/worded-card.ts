import {
	becauseKind,
	dateWords,
	doubtWords,
	meaningWords,
	spanWords
} from '#lib/messages/card-words.ts';
import { columnWords } from '#lib/messages/column-words.ts';
import type { Locale } from '#lib/messages/compiled/runtime.js';
import { words } from '#lib/messages/words.ts';
import type { ReadingCard } from '#lib/providers/reading-card.ts';

/**
 * How a file was read, in the words of its receipt. They are chosen where all of them are known: a page
 * would have to bring the words of all that any column may be.
 */
export function wordedCard(card: ReadingCard, locale: Locale) {
	const first = (samples: readonly string[], between: string) => samples.slice(0, 2).join(between);
	return {
		kind: `${words(`kind.${card.kind}`, {}, locale)} (${becauseKind(card, locale)})`,
		dates: dateWords(card.dates, locale),
		span: spanWords(card.dates, locale),
		about: Object.values(card.constants).join(' · '),
		unused: card.fields
			.filter(({ used }) => !used)
			.map(({ header, samples }) => (samples[0] ? `${header} (${first(samples, ', ')})` : header))
			.join(' · '),
		columns: card.fields
			.filter(({ used }) => used)
			.map(({ header, role, because, samples }) => ({
				header,
				role: columnWords(role, card.kind, locale),
				because: words(`map.because.${because}`, {}, locale),
				samples: first(samples, ' · ')
			})),
		words: Object.entries(card.words)
			.filter(([, found]) => found.length > 0)
			.map(([column, found]) => ({
				column,
				found: found.map((one) => ({ ...one, means: meaningWords(one, locale) }))
			})),
		doubts: card.doubts.map((doubt) => doubtWords(doubt, locale))
	};
}

export type WordedCard = ReturnType<typeof wordedCard>;
