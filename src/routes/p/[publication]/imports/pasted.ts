/** How markup begins that somebody pasted as text. */
const MARKUP = /^\s*<(!doctype|html|body|table|div|h\d|p)\b/i;

/** What of something that was pasted is markup: as the clipboard held it, or the text itself; else empty. */
export function markupIn(text: string, html = ''): string {
	return html || (MARKUP.test(text) ? text : '');
}

/** What an issue that was pasted is called: by when that was. */
export function pastedIssueName(markup: string, at: Date): string {
	const day = at.toISOString().slice(0, 16).replace(/[T:]/g, '-');
	return `pasted-${day}.${markup ? 'html' : 'txt'}`;
}
