import { largest } from './long-lists.ts';
import { countWords, linkedShare, targetOf, type Line, type LineLink } from './lines/line.ts';
import { isDatedTitle, isMeta, tellsDay, tellsTime } from './lines/meta-line.ts';
import { bareTitle } from './lines/signs.ts';
import { isSentences } from './lines/linked-line.ts';
import { footerWords, isDomain, isGreeting, isReadMore } from './lines/words.ts';
import { labelsSponsor } from './lines/sponsor-words.ts';
import type { Piece } from './cut.ts';

/** What may follow a title on its line: nothing, a dash, a bracket, its author. */
const AFTER = /^\s*(?:$|[-–—:|.,([{•·/]|by\b|par\b|via\b)/i;

/** Below so many words what ends in a colon is no question that the piece begins with. */
const TOLD_WORDS = 25;

/** An entry of more words is told, and no title. */
const LONG_ENTRY = 18;

/** The title of a piece: its title line without what trails it, else its first sentence. */
export function pieceTitle({ title, lines }: Piece): string {
	const rest = title && !title.links.length && labelsSponsor(title.text) ? below(title, lines) : [];
	if (rest.length) return pieceTitle({ title: rest[0]!.lead ? rest[0]! : null, lines: rest });
	if (title) return bareTitle(withoutAddresses(titleText(title)));

	const labelled = lines.length > 1 && !lines[0]!.links.length && labelsSponsor(lines[0]!.text);
	const unlabelled = labelled ? pieceTitle({ title: null, lines: lines.slice(1) }) : '';
	if (unlabelled) return unlabelled;

	const quoted = tellsQuote(lines);
	const own = lines.filter(
		({ text, quote }) => text && quote === quoted && !isReadMore(text) && !/^[–—-]\s/.test(text)
	);
	const told = own.filter(({ text }) => !isMeta(text));
	const texts = (told.length ? told : own.length ? own : lines)
		.map((line) => line.text)
		.filter((text) => text && !isDomain(text) && !(lines.length > 1 && isReadMore(text)))
		.filter((text, _, all) => all.length === 1 || countWords(text) > 6 || !footerWords.test(text));
	const [first = ''] = texts;
	const linked = lines
		.flatMap((line) => line.links)
		.find(
			({ text, image }) => !image && countWords(text) >= 4 && !isReadMore(text) && !isDomain(text)
		);
	const telling = linked && countWords(linked.text) >= countWords(first) * 0.4;
	if (lines.length === 1 && telling) return bareTitle(linked.text);

	const asks = texts.slice(0, 3).find((text) => text.endsWith(':') && countWords(text) > 3);
	const question = lastSentence(asks ?? '');
	const before = [
		...texts.slice(0, texts.indexOf(asks ?? '')),
		(asks ?? '').slice(0, -question.length)
	];
	if (asks && countWords(before.join(' ')) < TOLD_WORDS) return bareTitle(question);

	const image = lines.find((line) => line.image)?.image;
	return bareTitle(firstSentence(withoutAddresses(first).trim() || linked?.text || image || ''));
}

/** Whether what is quoted is the story, and the rest says only whose words they are. */
function tellsQuote(lines: readonly Line[]): boolean {
	const longest = (quoted: boolean) =>
		largest(lines.map(({ text, quote }) => (quote === quoted ? countWords(text) : 0)));
	return longest(false) <= 8 && longest(true) > longest(false);
}

function below(title: Line, lines: readonly Line[]): Line[] {
	const under = lines.slice(lines.indexOf(title) + 1);
	return under.some(({ text, image }) => image || (text && !isReadMore(text))) ? under : [];
}

/** What a title line says besides its title: "— A short description", "by Ana". */
export function afterTitle(line: Line, title: string): string {
	const at = line.text.indexOf(title);
	if (at < 0) return line.text;
	return line.text.slice(at + title.length).replace(/^[\s.,:;|•»”"’–—-]+/u, '');
}

function titleText(line: Line): string {
	const { text, links, lead } = line;
	const first = links.find((link) => !link.image && link.text);
	if (first && isReadMore(first.text) && beginsWith(text, first.start)) {
		const behind = withoutFirst(line, first);
		if (countWords(behind.text) >= 2) return titleText(behind);
	}
	// the day of an event is news, that of an older letter is none
	if (first && /^\d{1,4}[./-]\d/.test(text) && isDatedTitle(line)) return first.text;

	if (first && beginsWith(text, first.start) && isWhoseDeed(line, first))
		return firstSentence(text);

	const described = first !== undefined && /^\s*[–—-]\s/.test(text.slice(first.end));
	if (first && (!isDomain(first.text) || described) && beginsWith(text, first.start)) {
		const rest = text.slice(first.end).replace(/^["”’»)\]]+/, '');
		const another = /^\s*[\p{Lu}\d]/u.test(rest) && countWords(first.text) >= 3;
		if (linkedShare(line) >= 0.6 && !line.bullet)
			return links.length === 1 && !AFTER.test(rest) && !another ? text : first.text;
		// "Stretch your back—without making it worse": a dash that parts nothing
		if (/^—\p{Ll}/u.test(rest) && countWords(text) <= 20 && !isSentences(text)) return text;
		// "A band of bell ringers is set to play …" at length: the words that lead there name it
		if (line.bullet && !line.lead && countWords(first.text) >= 4 && countWords(text) > LONG_ENTRY)
			return first.text;
		if (another || AFTER.test(rest) || (!line.bullet && !line.bold)) return first.text;
	}

	// "Vans:" says nothing without its sentence
	const words = text.slice(0, lead).replace(/\s?(?<![.:–—-])[.:–—-]+\s?$/, '');
	const day = tellsDay(words) || tellsTime(words);
	// "3 May: general meeting. Agenda": what stands between the two happens then
	const told = day && first ? beforeCall(line, first) : null;
	if (told !== null) return told;
	// "22 March: Open day in Leith": what is linked is what happens then
	if (day && first && countWords(first.text) >= 2 && !isReadMore(first.text)) return first.text;
	const telling =
		(countWords(words) >= 2 && !day) || (text[lead - 1] === '.' && /\p{L}/u.test(words));
	const sourced = lead && /^ \p{Ll}/u.test(text.slice(lead)) ? beforeSource(line) : null;
	if (lead && !line.level && telling)
		return labelled(line, words) ?? sourced ?? (isRubric(line) ? firstSentence(text) : words);

	if (first && isDomain(first.text) && first.start > 3 && first.start < 120) {
		return text.slice(0, first.start);
	}
	if (line.level || line.bold || countWords(text) <= 14) return withoutLastCall(line);
	return firstSentence(text);
}

/** Where somebody is to be found: a name alone behind the host of a network. */
const PROFILE =
	/^https?:\/\/(?:www\.)?(?:(?:twitter|x|instagram|threads|bsky|linkedin|mastodon)\.[a-z]{2,7}\/(?:profile\/|in\/)?@?[\w.-]{1,60}|git(?:hub|lab)\.com\/[\w.-]{1,40}|[\w.-]{4,60}\/@[\w.-]{1,40})\/?(?:[?#]|$)/i;

/** "[Ana Mar](https://x.com/ana) mended the crane of quay A": who did what the sentence tells, which is the story. */
function isWhoseDeed({ text }: Line, link: LineLink): boolean {
	const behind = text.slice(link.end);
	const tells = /^ \p{Ll}/u.test(behind) && countWords(behind) >= 4;
	return tells && countWords(link.text) <= 3 && PROFILE.test(targetOf(link));
}

/** "Prices rise. The Post, 3 April. [Link]": the line without the call that it ends with in brackets. */
function withoutLastCall({ text, links }: Line): string {
	const last = links.at(-1);
	if (!last || last.image || !isReadMore(last.text) || last.end < text.length - 1) return text;
	const inside = /^[[(]/.test(last.text) || /[[(]$/.test(text.slice(0, last.start));
	const before = text.slice(0, last.start).replace(/(?<![\s[(])[\s[(]+$/, '');
	return inside && countWords(before) >= 2 ? before : text;
}

/** What is said of a day before the sentence's end and a link behind it; null where the link goes on with it. */
function beforeCall({ text, lead }: Line, { start }: LineLink): string | null {
	const before = text.slice(0, start).trimEnd();
	const own = before.slice(lead);
	return /[.!?…]$/.test(before) && countWords(own) >= 2 ? before.replace(/\.$/, '') : null;
}

/** "**Sleight of hand:** Watch her tie it behind her back.": a word or three that say nothing without their sentence. */
function isRubric({ text, lead }: Line): boolean {
	const words = text.slice(0, lead);
	if (!/:\s?$/.test(words) && !/^\s?:\s/.test(text.slice(lead))) return false;
	// a name does: "Voilerie Kermadec", "Crate 2"
	return countWords(words) <= 3 && /\s\p{Ll}{4}|\p{L}\(\p{Ll}/u.test(words);
}

/** "**The port wants you** to choose. (The Post)": bold in the middle of a sentence, which its source follows. */
function beforeSource({ text, links }: Line): string | null {
	const last = links.at(-1);
	if (!last || last.image || !/^\)\W*$/.test(text.slice(last.end))) return null;
	const from = text.lastIndexOf('(', last.start);
	return from > 20 ? firstSentence(text.slice(0, from).trim()) : null;
}

/** "→ Lire Le port vend ses grues": the line without the call that it begins with. */
function withoutFirst(line: Line, { end }: LineLink): Line {
	const gap = /^[\s:–—|-]*/u.exec(line.text.slice(end))![0].length;
	const from = end + gap;
	return {
		...line,
		text: line.text.slice(from),
		lead: Math.max(0, line.lead - from),
		links: line.links
			.filter(({ start }) => start >= from)
			.map((link) => ({ ...link, start: link.start - from, end: link.end - from }))
	};
}

/** "La chose lue : Un essai sur les couloirs": what recurs from issue to issue, and what it is this time. */
function labelled({ text, links }: Line, label: string): string | null {
	const link = links.find((one) => !one.image && one.text);
	if (!link || countWords(link.text) < 2 || isReadMore(link.text) || isDomain(link.text))
		return null;
	const between = text.slice(label.length, link.start);
	return /^\s?[:–—]\s?$/.test(between) ? text.slice(0, link.end) : null;
}

/** Whether a link begins the line, after an emoji, a number or a tag in brackets. */
function beginsWith(text: string, start: number): boolean {
	return /^(?:[^\p{L}]{0,8}|\W*\[[^\][]{1,40}\]\s*)$/u.test(text.slice(0, start));
}

function withoutAddresses(text: string): string {
	return (
		text.replace(/\s?[:(<]?\s?https?:\/\/\S+\s?[)>]?/g, '').replace(/\s?[:(<]\s?$/, '') || text
	);
}

const SENTENCE_END =
	/(?:[!?…]|\.(?<!(?:^|[\s(«“"-])(?:\p{Lu}|Mr|Mrs|Ms|Dr|Prof|St|Ste|Gov|Sen|Rep|Ald|Gen|Lt|Col)\.))(?:["»”)]*)\s+(?=["«“(]?[\p{Lu}\d])/gu;

function firstSentence(text: string): string {
	// "P. Vidal", "Dr. Amin": an initial or a title ends no sentence
	const end = [...text.matchAll(SENTENCE_END)].find(({ index }) => index >= 8);
	const sentence = end ? text.slice(0, end.index + 1) : text;
	const rest = text.slice(sentence.length).trim();
	// "Happy Thursday! So much has happened": what follows the greeting tells
	if (rest && countWords(sentence) <= 3 && isGreeting(sentence)) return firstSentence(rest);
	return sentence.length <= 140 ? sentence : `${sentence.slice(0, 137).replace(/\s+\S*$/, '')}…`;
}

function lastSentence(text: string): string {
	return text.split(/(?<=[.!?…])\s+(?=\p{Lu})/u).at(-1)!;
}
