import type { Page } from '@sveltejs/kit';
import { m } from '#lib/messages/compiled/messages.js';

/** What a page says of what went wrong, in the language of the page: the framework's own words are English, and say nothing. */
export function errorWords({ status, error }: Pick<Page, 'status' | 'error'>): string {
	const isOwn = error && error.message !== `Error: ${status}`;
	if (isOwn && status < 500 && error.message) return error.message;
	if (status === 404) return m['error.missing']();
	return status < 500 ? m['error.refused']() : m['error.unforeseen']();
}
