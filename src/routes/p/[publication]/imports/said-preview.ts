import type { Locale } from '#lib/messages/compiled/runtime.js';
import type { MappingPreview } from '#lib/server/ingest/questions/preview-mapping.ts';
import { withDoubtWords, type WithDoubtWords } from './with-doubt-words.ts';
import { withTroubleWords, type WithTroubleWords } from './with-trouble-words.ts';

/** What a mapping would make of a file, with what is in the way and what may be wrong in words. */
export type SaidPreview = WithTroubleWords<Omit<MappingPreview, 'card'>> & {
	card: WithDoubtWords<NonNullable<MappingPreview['card']>> | null;
};

/** A preview as its page shows it. */
export function saidPreview(preview: MappingPreview, locale: Locale): SaidPreview {
	const { card } = preview;
	return { ...withTroubleWords(preview, locale), card: card && withDoubtWords(card, locale) };
}
