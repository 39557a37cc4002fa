import { holdsAddress, percents, withoutAddresses } from '#lib/url/address.ts';
import { fold, withoutGreeted, withoutNames, type Recipients } from './recipients.ts';

/** Placeholders that a service fills in for each reader, unfilled: `*|FNAME|*`, `{{ name }}`, `%%email%%`. */
const mergeTags =
	/\*\|[^|\n]{1,80}\|\*|\{\{[^{}\n]{0,200}\}\}|\{%[^%\n]{0,200}%\}|%%[\w .-]{1,40}%%|<%=?[^%\n]{0,80}%>|\{\$[\w.]{1,40}\}|%(?:recipient|subscriber)[\w.]{0,40}%/g;

/** Takes out the placeholders that were to name the reader. */
export function withoutMergeTags(words: string): string {
	if (!/[{%*<]/.test(words)) return words;
	return words.replace(mergeTags, '');
}

/**
 * Words without what names anybody's mailbox, or whoever they were sent to: placeholders, addresses in
 * whatever way they are written, names.
 *
 * @param before what stood right before them
 */
export function withoutTraces(words: string, before: string, recipients: Recipients): string {
	const nameless = withoutNames(withoutMergeTags(words), before, recipients);
	return withoutGreeted(withoutAddresses(nameless));
}

/** A link without the names of those whom it was sent to: its parameters and parts that are such names. */
export function withoutNamesInUrl(url: string, { parts }: Recipients): string {
	if (parts.size === 0) return url;
	const isName = (text: string) => {
		const words = fold(percents(percents(text))).match(/\p{L}+/gu) ?? [];
		return words.length > 0 && words.every((word) => word.length > 1 && parts.has(word));
	};
	const [page = '', ...rest] = url.split('#');
	const [path = '', ...queries] = page.split('?');
	const segments = path.split('/').filter((segment, i) => i < 3 || !isName(segment));
	const pairs = queries
		.join('?')
		.split('&')
		.filter((pair) => pair && !isName(pair.slice(pair.indexOf('=') + 1)));
	const hash = rest.length && !isName(rest.join('#')) ? `#${rest.join('#')}` : '';
	return segments.join('/') + (pairs.length ? `?${pairs.join('&')}` : '') + hash;
}

/** A short text from the markup, such as a class or a language: kept whole, or not at all. */
export function withoutHidden(text: string): string {
	return holdsAddress(text) ? '' : text;
}
