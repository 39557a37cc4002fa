/** An e-mail address in running text. */
export const ADDRESS = /[\w.+%-]{1,64}@[\w-]{1,63}(?:\.[\w-]{2,63}){1,4}/g;

/** Placeholders that a service fills in for each reader, unfilled: `*|FNAME|*`, `{{ name }}`, `%%email%%`. */
const mergeTags =
	/\*\|[^|\n]{1,80}\|\*|\{\{[^{}\n]{0,200}\}\}|\{%[^%\n]{0,200}%\}|%%[\w .-]{1,40}%%|<%=?[^%\n]{0,80}%>|\{\$[\w.]{1,40}\}|%(?:recipient|subscriber)[\w.]{0,40}%/g;

/** Words after which an address is the one that this copy was sent to. */
const sentTo =
	/(?:(?:sent|e?mailed|delivered|addressed) to|unsubscribe|subscribed (?:as|with|under)|intended for|envoy[ée]e?s? [àa]|adress[ée]e? [àa]|destin[ée]e? [àa]|inscrite? (?:avec|sous)|d[ée]s(?:abonn|inscri)\w*)[^.!?]{0,40}$/i;

/** Takes out the placeholders that were to name the reader. */
export function withoutMergeTags(words: string): string {
	if (!/[{%*<]/.test(words)) return words;
	return words.replace(mergeTags, '');
}

/** Whether an address is the reader's: known from the mail's headers, or named as such by the words before it. */
export function namesTheReader(
	address: string,
	before: string,
	recipients: readonly string[]
): boolean {
	return recipients.includes(address.toLowerCase()) || sentTo.test(before.slice(-120));
}
