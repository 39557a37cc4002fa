import { anyOf, sectionNames } from '../words/languages.ts';
import { asksOpinion } from './asking.ts';
import { remembered } from './remembered.ts';

// What the words of all languages say of a line, whatever it looks like.

const call = new RegExp(`^(?:${anyOf('calls')})$`, 'i');
const appendix = new RegExp(`^(?:${anyOf('appendices')})$`, 'i');

/** More characters than this, with emoji and arrows around, are no call and no refrain: most text is told by that. */
const LONGEST_CALL = 160;

/** "Read more", "En savoir plus", "→": calls to read a story, and names none. */
export function isCall(text: string): boolean {
	if (text.length > LONGEST_CALL) return false;
	const words = core(text);
	return words.length <= 60 && (!words || call.test(words));
}

/** What a link may say without naming a story: a call, or "comments", "slides", "via". */
export function isReadMore(text: string): boolean {
	if (text.length > LONGEST_CALL) return false;
	return isCall(text) || appendix.test(core(text));
}

const everything = new RegExp(`^(?:${anyOf('all')})$`, 'iu');

/** "See all events", "Tous nos articles": leads to the whole of which a section shows some. */
export function leadsToAll(text: string): boolean {
	return text.length <= LONGEST_CALL && everything.test(core(text));
}

const core = remembered((text) => text.replace(/^[^\p{L}\p{N}]+|[^\p{L}\p{N}]+$/gu, ''));

const refrain = new RegExp(`^(?:${anyOf('refrains', 'further')})$`, 'i');

/** "Why it matters", "Le contexte": opens a paragraph of a story, in newsletters everywhere. */
export function isRefrain(text: string): boolean {
	if (text.length > LONGEST_CALL) return false;
	return refrain.test(core(text));
}

const further = new RegExp(`^(?:${anyOf('further')})$`, 'iu');

/** "Going further:", over what else there is to read of the story above. */
export function leadsFurther(text: string): boolean {
	return text.length <= LONGEST_CALL && further.test(core(text));
}

/** `www.youtube.com`, `example.org/blog`: says where a link leads, not what is there. */
export function isDomain(text: string): boolean {
	return (
		(/^[([]?\s*(?:https?:\/\/)?(?:www\.)?[\w-]+(?:\.[\w-]+)+(?:\/\S*)?\s*[)\]]?$/i.test(
			text.trim()
		) &&
			!/\.(js|py|rs|go|net|el|io)$/i.test(text)) ||
		/^https?:\/\/\S+$/i.test(text.trim())
	);
}

/** What only the foot of a mailing says: leaving it, its law, its service. */
export const footerWords = new RegExp(anyOf('foot'), 'i');

/** What somebody to whom it was passed on is asked: at the foot, and in boxes among the stories. */
export const passedOn = new RegExp(`\\b(?:${anyOf('passedOn')})`, 'i');

/** Reading the same elsewhere, or on paper. */
export const viewOnline = new RegExp(anyOf('online'), 'i');

const NETWORKS =
	'twitter|x|facebook|linkedin|instagram|youtube|tiktok|mastodon|bluesky|threads|pinterest|rss(?: feed)?|flux rss|discord|slack|telegram|whatsapp|flipboard|google (?:news|actus)|github|website|site|site web|e-?mail|spotify|apple podcasts?';

/** "Follow us on Mastodon", "LinkedIn": the name of a network, and no more. */
export const social = new RegExp(
	`^(?:(?:${anyOf('follow')})\\s*(?::\\s*)?)?(?:${NETWORKS})(?: icon| logo)?$`,
	'i'
);

const houseLead = new RegExp(`^(?:${anyOf('houseLeads')})(?![\\p{L}])`, 'iu');

/** "THANKS TO: …", "SUBSCRIBE to …" in bold at the beginning of a paragraph: the publication's own. */
export function isHouseLead(lead: string): boolean {
	return houseLead.test(core(lead));
}

const house = new RegExp(`^(?:${anyOf('house')})`, 'iu');

/** What an issue ends with: thanks, a question to the reader, a request to pass it on. */
export const farewell = new RegExp(`^[^\\p{L}]*(?:${anyOf('farewells')})(?![\\p{L}])`, 'iu');

/** A title that asks companies to pay, or readers to join: the publication's own. */
const sells = new RegExp(anyOf('sells'), 'i');

/** "Devenez partenaire", "Advertise with us": the publication sells its own space. */
export function asksToPay(text: string): boolean {
	return sells.test(text);
}

/** Whether a heading or title is over what the publication says of itself. */
export function isHouse(text: string): boolean {
	const words = text.replace(/^[^\p{L}]+/u, '');
	const length = words.split(/\s+/).length;
	return (
		asksToPay(words) ||
		(length <= 5 && house.test(words)) ||
		(length <= 12 && asksOpinion(words)) ||
		/^\W*\d+ (?:comment(?:aire)?s?|réponses?|repl(?:y|ies))$/i.test(text)
	);
}

const contents = new RegExp(`^[^\\p{L}]*(?:${anyOf('contents')})\\s*:?$`, 'iu');

/** "In today's crumb:": a letter has its own word for itself. */
const today = /^[^\p{L}]*(?:inside|in) today(?:'|’)s [^:]{2,25}:$/iu;

/** "In this issue", "Au sommaire": a list of what comes below. */
export function isTableOfContents(text: string): boolean {
	return contents.test(text) || today.test(text);
}

/** Whether a heading is one of those that newsletters everywhere use for a section. */
export function isSectionWord(text: string): boolean {
	return sectionNames.has(headingKey(text));
}

const editorials = new RegExp(`^(?:${anyOf('editorials')})(?![\\p{L}])`, 'iu');

/** Whether a heading is over what the editors say of the issue themselves. */
export function isEditorialHeading(text: string): boolean {
	return editorials.test(text.replace(/^[^\p{L}]+/u, ''));
}

const greeting = new RegExp(`^[^\\p{L}]*(?:${anyOf('greetings')})(?![\\p{L}])`, 'iu');
const ofItself = new RegExp(anyOf('ofItself'), 'giu');

/** "Welcome to the 12th issue of …, a weekly newsletter": the publication presents itself, and tells no story. */
export function presentsItself(text: string): boolean {
	return greeting.test(text) && new Set(text.toLowerCase().match(ofItself)).size >= 2;
}

/** "Hi there,", "Good morning.": words to the reader, which name nothing below them. */
export function isGreeting(text: string): boolean {
	return greeting.test(text) && !isEditorialHeading(text);
}

const ahead = new RegExp(`^[^:]{2,60}?[.!,…]\\s+(?:${anyOf('ahead')})\\s?:`, 'iu');

/** "Hello! Today: a quay that sinks": greets, and says no more than what comes below. */
export function greetsAhead(text: string): boolean {
	return greeting.test(text) && ahead.test(text.slice(0, 120));
}

/** A heading as it recurs from issue to issue: no emoji, numbers, case or punctuation. */
export const headingKey: (text: string) => string = remembered((text) =>
	text
		.toLowerCase()
		.replace(/\ufe0f|[^\p{L}\p{M}'’ ]+/gu, ' ')
		.replace(/\s+/g, ' ')
		.trim()
);
