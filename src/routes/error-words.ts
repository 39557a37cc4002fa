import type { Page } from '@sveltejs/kit';
import { isFrameworks, statusWords } from '#lib/messages/status-words.ts';

/** What a page says of what went wrong, in the language of the page: its own words, else what its status says. */
export function errorWords({ status, error }: Pick<Page, 'status' | 'error'>): string {
	const own = status < 500 && error && !isFrameworks(error.message) ? error.message : '';
	return own || statusWords(status);
}
