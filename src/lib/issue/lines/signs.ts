// Long, because the rules by which a line is told stand beside each other, in the order in which they hold.
import { anyOf } from '../words/languages.ts';
import { callsAgain, daysAsHeadings, labelsAgain } from './again.ts';
import { isBanner, withoutPictures } from './banner.ts';
import { namesIn } from './byline.ts';
import { countWords, linkedShare, type Line, type LineLink } from './line.ts';
import {
	endsInAddress,
	isButtonLike,
	isLabelled,
	isMenu,
	isSentences,
	labelOf,
	startsWith
} from './linked-line.ts';
import { isCredit, isDatedTitle, tellsDay, isMeta } from './meta-line.ts';
import { withSaid } from './said-below.ts';
import {
	asksToPay,
	isCall,
	isDomain,
	isGreeting,
	isHouseLead,
	isReadMore,
	isSectionWord,
	isTableOfContents,
	social
} from './words.ts';
import { withSiblings } from './siblings.ts';

const EMOJI = /^(?:\p{Extended_Pictographic}|\p{Regional_Indicator}|[▶►➡→★✦✔])/u;

/** What a line may be the beginning of. */
export type Sign =
	/** a title under which a story, or several, stand; `weak` where only its brevity says so */
	| 'heading'
	| 'weak'
	/** an image, not linked, whose words are few */
	| 'banner'
	/** a list entry that has a list of its own */
	| 'parent'
	/** a title that is a link */
	| 'linked'
	/** a paragraph or list entry that begins with a link, or with bold words */
	| 'runIn'
	| 'boldLead'
	| null;

/** A document's lines with what each may be the beginning of. */
export type Signed = {
	line: Line;
	sign: Sign;
	look: string;
	/** of the story above, whatever it looks like */
	inner?: boolean;
};

/** The size that most of the document is set in, in px. */
export function bodySize(lines: readonly Line[]): number {
	const sizes = new Map<number, number>();
	for (const line of lines) sizes.set(line.size, (sizes.get(line.size) ?? 0) + line.text.length);
	return [...sizes].sort((a, b) => b[1] - a[1])[0]?.[0] ?? 16;
}

/** Reads off each line what it may be the beginning of, by its look alone. */
export function signLines(lines: readonly Line[]): Signed[] {
	const body = bodySize(lines);
	const areMany = withSiblings(lines);
	const calls = callsAgain(lines);
	const labels = labelsAgain(lines);
	const days = daysAsHeadings(lines);
	const begins = (line: Line, i: number) =>
		!signs(line, lines[i - 1]) && !calls.has(line) && !labels.has(line);
	const signed = lines.map((line, i) => ({
		line,
		sign: begins(line, i) ? signOf(line, lines[i + 1], body, areMany[i]!, days.has(line)) : null,
		look: lookOf(line)
	}));
	return withoutPictures(withSaid(signed));
}

/** "Yours, as ever," and below it a name: who wrote what stands above. */
function signs({ text, links, level }: Line, above: Line | undefined): boolean {
	if (level || links.length || !above || above.level || above.links.length) return false;
	const closes = /,$/.test(above.text) && countWords(above.text) <= 8;
	return closes && countWords(text) <= 4 && namesIn(text, true).length > 0;
}

/** Lines of one look belong to one class: it decides for all of them what they are. */
function lookOf(line: Line): string {
	return [
		line.level,
		line.size,
		line.bold,
		line.caps,
		line.tinted,
		line.centred,
		line.depth
	].join();
}

/** What a picture is called where nobody described it: `visual_1200x628`. */
const FILE = /\d\dx\d\d|\.(?:png|jpe?g|gif|webp)$/i;

/** A name without blanks. */
const UNPARTED = /^[\w.-]{1,100}$/;

const announcing = new RegExp(`^[^\\p{L}]*(?:${anyOf('announcing')}) [^:]{1,25}:`, 'iu');

// eslint-disable-next-line max-lines-per-function -- a list of rules in the order in which they hold
function signOf(
	line: Line,
	next: Line | undefined,
	body: number,
	isOneOfMany: boolean,
	isDay: boolean
): Sign {
	const { text } = line;
	if (!text && isBanner(line)) return 'banner';
	if (!text || line.quote || !/\p{L}/u.test(text)) return null;
	// the head of a table's column; a program
	if (/>th(?:\.|$)/.test(line.shape) || /(?:^|>)pre(?:\.|>|$)/.test(line.shape)) return null;
	const words = countWords(text);
	if (isDatedTitle(line)) return 'linked';
	if (
		!isDay &&
		isMeta(text) &&
		!line.links.some(({ text }) => countWords(text) > 4 && !isCredit(text))
	)
		return null;
	// "In today's dispatch: harbours, cranes and a goat": what comes below, on one line
	if (words > 6 && announcing.test(text)) return null;
	// words that somebody said, set large
	if (/^[“"«„].*[”"»“]$/u.test(text) && countWords(text) >= 10 && !line.links.length) return null;
	// "mould.db" in bold, leading elsewhere, is a name
	const named = (line.bold || line.level > 0) && line.links[0]?.url.includes(text) === false;
	if (isDomain(text) && !named) return null;
	if (UNPARTED.test(text) && FILE.test(text)) return null;

	const linked = linkedShare(line);
	const first = line.links[0];

	if (line.bullet && next?.bullet && next.depth > line.depth && words <= 14 && linked < 0.6)
		return 'parent';

	// a button; an attribution
	if (first && linked >= 0.9 && isButtonLike(line) && !line.level && words <= 5) return null;
	if (/^[–—-]\s/.test(text) && words <= 12) return null;

	if (first && (linked >= 0.6 || isLabelled(line)) && words <= 40) {
		const label = labelOf(line);
		if (
			isReadMore(label) ||
			asksToPay(label) ||
			(isDomain(label) && !named) ||
			social.test(label) ||
			isMenu(line)
		)
			return null;
		return line.bullet && words < 2 ? 'runIn' : 'linked';
	}

	if (isMenu(line) || asksFirst(line)) return null;
	if (first && endsInAddress(line)) return line.bullet ? 'runIn' : 'linked';
	if (
		first &&
		!first.image &&
		startsWith(line, first.start) &&
		!isReadMore(first.text) &&
		(!isDomain(first.text) || isDescribed(text, first))
	) {
		const described = /^\s*[–—:-]\s/.test(text.slice(first.end));
		if (line.level && countWords(first.text) >= 2) return 'linked';
		if (described || countWords(first.text) >= 2 || line.bullet || line.lead > 0 || line.bold)
			return 'runIn';
	}

	if (isGreeting(text) && !line.level && !isOneOfMany) return null;
	if (line.level && words <= 30) return 'heading';
	if (!first && isTableOfContents(text)) return 'heading';
	if (line.lead && line.lead >= 3 && countWords(text.slice(0, line.lead)) <= 16 && !line.bullet)
		return 'boldLead';
	if (words > 14 || text.length > 110 || linked >= 0.6) return null;
	// "À lire", "Listen" call where they are links, and are sections where they are none
	const titled = !first && (isSectionWord(text) || (line.bold && words >= 3));
	if (words <= 5 && isCall(text) && !titled) return null;

	const sentence = /[.,;](?:["»”)]*)$/.test(text) && !/(?:\.\.\.|…)$/.test(text);
	if (sentence || line.bullet) return null;

	const strong =
		(line.bold && line.size >= body * 0.6 && !line.italic) ||
		line.size >= body * 1.15 ||
		(line.caps && text.length >= 3) ||
		(line.tinted && line.size >= body * 0.8 && words <= 8);
	if (strong) return 'heading';

	const small = line.size < body * 0.95;
	if (
		small ||
		isSentences(text) ||
		line.links.some((link) => !link.image) ||
		line.italic ||
		/[:?!…]$|https?:/.test(text)
	)
		return null;
	return 'weak';
}

/** "brine.app — salts your mail": a name that looks as an address, and at its length what it is. */
function isDescribed(text: string, { text: name, end }: LineLink): boolean {
	const said = /^\s*[–—:-]\s+(.*)/s.exec(text.slice(end))?.[1] ?? '';
	return !/^https?:|[/]/.test(name) && countWords(said) >= 4;
}

/** "Subscribe to save a fifth and …": first words, bold or a link, by which the publication speaks of itself. */
export function asksFirst({ text, lead, links }: Line): boolean {
	if (lead && isHouseLead(text.slice(0, lead))) return true;
	const [first] = links;
	return !!first && !first.image && !first.start && asksToPay(first.text);
}

/** Whether a short line is led by an emoji: a heading in newsletters that have no other. */
export function ledByEmoji(text: string): boolean {
	return EMOJI.test(text);
}

/** A title without the emoji, number or bullet in front of it and the arrows behind. */
export function bareTitle(text: string): string {
	if (tellsDay(text)) return text.trim();
	let bare = text
		.replace(/\s+/g, ' ')
		.replace(/^\s*(?:#+|\[\d{1,2}\])\s*/, '')
		// an emoji by its name, as generators of sites write it
		.replace(/^(?:\s*:[a-z][a-z0-9_+-]+:)+(?=\s+\S)/, '')
		.trim();
	const quoted = bare.includes('«');
	for (let i = 0; i < 3; i++) {
		bare = bare
			.replace(/^\d{1,2}\ufe0f?\u20e3\s*/, '')
			.replace(/^\(?\d{1,2}(?:[.)]|(?:\.\d{1,2})+)\s+(?=\S)/, '')
			.replace(
				/^(?:[\p{Extended_Pictographic}\p{Regional_Indicator}\p{Emoji_Modifier}\u200d\ufe0f\u20e3]|[▶►➡→★✦✔•·|»>*–—-])+\s*/u,
				''
			)
			.replace(
				/\s?(?<![\p{Extended_Pictographic}\p{Emoji_Modifier}\u200d\ufe0f]|[→›>➜▸▶|])(?:[\p{Extended_Pictographic}\p{Emoji_Modifier}\u200d\ufe0f]|[→›>➜▸▶|])+$/u,
				''
			);
		if (!quoted) bare = bare.replace(/\s?(?<!»)»+$/, '');
	}

	const withoutSite = bare.replace(/\s[—–|-]\s(\S+)$/, (tail, last: string) =>
		isDomain(last) ? '' : tail
	);
	const withoutCall = withoutSite.replace(/\s?\(([^()]{1,30})\)$/, (tail, last: string) =>
		isReadMore(last) ? '' : tail
	);
	return withoutCall.replace(/^\(?\d{1,2}(?:[.)]|(?:\.\d{1,2})+)\s+/, '').trim() || text.trim();
}
