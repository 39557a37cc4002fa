/** An e-mail address in running text. */
export const ADDRESS = /[\w.+%-]{1,64}@[\w-]{1,63}(?:\.[\w-]{2,63}){1,4}/g;

/** Placeholders that a service fills in for each reader, unfilled: `*|FNAME|*`, `{{ name }}`, `%%email%%`. */
const mergeTags =
	/\*\|[^|\n]{1,80}\|\*|\{\{[^{}\n]{0,200}\}\}|\{%[^%\n]{0,200}%\}|%%[\w .-]{1,40}%%|<%=?[^%\n]{0,80}%>|\{\$[\w.]{1,40}\}|%(?:recipient|subscriber)[\w.]{0,40}%/g;

/** Words after which an address is the one that this copy was sent to. */
const sentTo =
	/(?:(?:sent|e?mailed|delivered|addressed) to|unsubscribe|subscribed (?:as|with|under)|intended for|envoy[ée]e?s? [àa]|adress[ée]e? [àa]|destin[ée]e? [àa]|inscrite? (?:avec|sous)|d[ée]s(?:abonn|inscri)\w*)[^.!?]{0,40}$/i;

/** A greeting right before it: nobody greets their own address. */
const greeted =
	/(?:^|[\s>])(?:bonjour|bonsoir|salut|ch[eè]re?|hello|hi|hey|dear|hola|ciao|hallo|liebe[r]?)[\s,]{1,3}(?:[\p{L}'’-]{1,20}[\s,]{1,2}){0,2}$/iu;

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
	const close = before.slice(-120);
	return recipients.includes(address.toLowerCase()) || sentTo.test(close) || greeted.test(close);
}
