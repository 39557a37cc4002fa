/** What stands behind a denial of a sort of counting: "Non-unique opens" are opens, as those of no machine are. */
const COUNTED =
	'uniq|unic|distinct|human|human[oa]|humain|menschlich|uman[oi]|menselijk|bots?\\b|robots?\\b|machines?\\b|scanners?\\b|apple|mpp|proxy|prefetch|auto';

/** Words that deny what stands behind them, in seven languages and without accents. */
const NOT = `(?:(?:did|has|have|had|was|were|is|are|does) ?(?:n ?t|not)|(?<!do )not|never|without|(?:non|nicht)(?=\\w)|n (?:a|ont|est)(?: ete)? (?:pas|jamais)|non|pas|jamais|sans|nicht|nie|ohne|nunca|sin|^mai|senza|niet|nooit|zonder|nao|sem|no(?! (?:of|de|del|di|d|do|da|des|von|van)\\b))(?! ?(?:${COUNTED}))(?:\\b|(?<=non|nicht))`;

/** The same as the beginning of a word: "unopened", „ungeöffnet“, "ongeopend". What is undelivered came back. */
const UN =
	'\\bun(?=(?:opened|opens?|clicked|read|seen|viewed|sent|confirmed|verified)\\b|ge(?:offnet|lesen|klickt)|bestatigt)|\\bon(?=ge(?:opend|lezen|klikt)|bevestigd)';

const DENIAL = new RegExp(`\\b${NOT}|${UN}`, 'g');
const DENIED = new RegExp(
	`(?:\\b${NOT} ?|${UN})(?:(?:been|yet|ete|encore|noch|worden|ancora|stat[oa]|nog|sido|ainda|a|ha|hat|heeft) )*\\w*`,
	'g'
);

/**
 * A plain text without the words that deny what it says; null where none does.
 *
 * @example withoutDenial('not opened') // => 'opened'
 */
export function withoutDenial(text: string): string | null {
	const bare = text.replace(DENIAL, ' ').replace(/\s+/g, ' ').trim();
	return bare === text || bare === '' ? null : bare;
}

/**
 * A plain text without what it denies: the name of a file of readers who did not open speaks of no opens.
 *
 * @example withoutDenied('non ouvreurs lettre 12') // => 'lettre 12'
 */
export function withoutDenied(text: string): string {
	return text.replace(DENIED, ' ').replace(/\s+/g, ' ').trim();
}

/** How a column is filled, as its header says it: "Opened (yes/no)". */
const CHOICE =
	/[([]?\b(?:yes|oui|ja|si|sí|sì|sim|true|vrai|wahr|[yojs1]) ?[/|] ?(?:no|non|nein|nee|nao|não|false|faux|falsch|falso|[n0])\b[)\]]?\??$|[([](?:[1x] ?= ?(?:yes|oui|ja|si|sí|sì|sim)|0 ?= ?(?:no|non|nein|nee|nao|não))(?:[,;/]? ?[01] ?= ?\p{L}{2,5})?[)\]]$/iu;

/** A header without the words that say how it is filled. */
export function withoutChoice(header: string): string {
	const bare = header.trim().replace(CHOICE, '').trim();
	return bare === '' ? header : bare;
}
