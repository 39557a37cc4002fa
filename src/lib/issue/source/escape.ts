/** Writes words so that HTML reads them as words. */
export function escapeHtml(words: string): string {
	return words
		.replaceAll('&', '&amp;')
		.replaceAll('<', '&lt;')
		.replaceAll('>', '&gt;')
		.replaceAll('"', '&quot;');
}

/** An anchor around words. */
export function anchor(url: string, words: string): string {
	return `<a href="${escapeHtml(url)}">${escapeHtml(words)}</a>`;
}
