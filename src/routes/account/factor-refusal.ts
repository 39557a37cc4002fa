import { m } from '#lib/messages/compiled/messages.js';
import { getLocale } from '#lib/messages/compiled/runtime.js';
import { waitWords } from '#lib/messages/duration-words.ts';

/** Why a second factor was not set up or turned off, in words; null where nothing was refused. */
export function refusalOf(form: object | null): string | null {
	const { factorFlaw, seconds = 0 } = (form ?? {}) as { factorFlaw?: string; seconds?: number };
	if (!factorFlaw) return null;
	return factorFlaw === 'wrong' ? m['factor.wrong']() : waitWords(seconds, getLocale());
}
