import { anyOf } from '../words/languages.ts';
import { countWords, targetOf, type Line } from './line.ts';
import { asksOpinion, headsPoll } from './asking.ts';
import { passedOn } from './words.ts';

// What services and shops put among the stories and nobody reads: tool bars, share rows, polls, tickers.

/** Addresses that do something to the page they stand on: share it, like it, open it elsewhere. */
const ACTION =
	/(?:facebook\.com\/(?:sharer|share\.php|dialog\/share)|(?:twitter|x)\.com\/(?:intent|share|home\?status)|linkedin\.com\/(?:sharearticle|sharing|cws\/share)|(?:api\.whatsapp\.com|wa\.me|web\.whatsapp\.com)\/(?:send|\?text)|whatsapp:\/\/send|t\.me\/share|reddit\.com\/submit|bsky\.app\/intent|threads\.net\/intent|pinterest\.[a-z.]{2,20}\/pin\/create|news\.ycombinator\.com\/submitlink|getpocket\.com\/(?:save|edit)|instapaper\.com\/(?:hello|edit)|forward-to-friend\d*\.com|^mailto:[^@?]*\?(?:.*&)?(?:subject|body)=|substack\.com\/(?:app-link|app\/|sign-in)|open\.substack\.com\/(?:users|pub\/[^?#]*\?(?:[^#]*&)?(?:redirect=app|utm_campaign=email-|submitlike)|pub\/[\w-]+\/?(?:[?#]|$))|[?&]action=(?:share|like|restack|post-comment))/i;

const SHARED_ON =
	'(?: (?:facebook|twitter|x|linkedin|threads|whatsapp|bluesky|mastodon|e-?mail|reddit|telegram))?';
const DEED = new RegExp(
	`^[^\\p{L}\\p{N}]*(?:${anyOf('deeds')}|(?:${anyOf('share')})${SHARED_ON})[^\\p{L}]*$`,
	'iu'
);

const NETWORK =
	/^(?:facebook|twitter|x|linkedin|threads|whatsapp|bluesky|mastodon|e-?mail|mail|reddit|telegram|instagram|youtube|tw|fb|ig|in|yt|thds|pinterest|tiktok|rss|website|site web)(?: (?:icon|logo))?$/i;

/** A quotation of a market: "12,266.41", "+1.27%", "+4.3 bps", "$22,311.05". */
const QUOTATION = /^[^\p{L}\d]{0,3}\d[\d.,\s\u202f]*\s?(?:%|bps?|pts?|€|\$|£)?[^\p{L}\d]{0,2}$/iu;

/** Lines without what stands among the stories and is none, and those lines. */
export function withoutFurniture(lines: readonly Line[]): { kept: Line[]; furniture: Line[] } {
	const ticking = tickers(lines);
	const asking = polls(lines);
	const kept: Line[] = [];
	const furniture: Line[] = [];
	lines.forEach((line, i) => {
		(ticking.has(i) || asking.has(i) || isDeed(line) ? furniture : kept).push(line);
	});
	return { kept, furniture };
}

/** A link or label that shares, likes or opens the issue, and says nothing of a story. */
export function isDeed({ text, image, links, level, bullet, bold }: Line): boolean {
	const words = text || image || '';
	if (passedOn.test(words) && countWords(words) <= 40 && !level) return true;
	if (links.length && links.every((link) => isAction(targetOf(link))) && fewBeside(text, links))
		return true;
	if (level || bullet || countWords(words) > 7) return false;
	if (text) return (links.length > 0 || !bold) && DEED.test(text) && !/[.:]\s*\p{L}/u.test(text);
	// icons: a row of pictures that each lead to a network
	return (
		links.length > 0 &&
		links.every(
			(link) => link.image && (NETWORK.test(link.text) || DEED.test(link.text)) && link.text !== ''
		)
	);
}

/** What is left of an address behind what broke it off: "https%3A%2F%2Fexample.com". */
const WRITTEN_OUT = /(?<!\S)\S{0,200}%[0-9A-F]{2}\S*/gi;

/** Whether a line says next to nothing outside of its links. */
function fewBeside(text: string, links: Line['links'], most = 6): boolean {
	let [beside, at] = ['', 0];
	for (const { start, end } of links) {
		beside += `${text.slice(at, start)} `;
		at = Math.max(at, end);
	}
	return countWords((beside + text.slice(at)).replace(WRITTEN_OUT, ' ')) <= most;
}

/** Lines of answers that a question to the readers may have below it. */
const MOST_ANSWERS = 6;

/** What the reader is asked of the issue, and the answers below it, each a link: "👍 👎", "Loved it". */
export function polls(lines: readonly Line[]): Set<number> {
	const indexes = new Set<number>();
	lines.forEach((line, i) => {
		// hands, stars and faces that lead elsewhere are asked about without a question, too
		if (isVote(line)) indexes.add(i);
		if (line.bullet || countWords(line.text) > 20 || !asksOpinion(line.text)) return;
		let end = i + 1;
		while (end < lines.length && end - i <= MOST_ANSWERS && isAnswer(lines[end]!)) end++;
		if (end === i + 1 && (!line.links.length || line.level)) return;
		for (let at = i; at < end; at++) indexes.add(at);
	});
	lines.forEach((_, i) => {
		const end = pollEnd(lines, i);
		for (let at = i; at < end; at++) indexes.add(at);
	});
	return indexes;
}

/** Behind the answers of a poll whose heading is at `i`: "Poll", a question, and two answers and more that are links. */
function pollEnd(lines: readonly Line[], i: number): number {
	const [heading, ...below] = lines.slice(i, i + 2 * MOST_ANSWERS);
	if (!headsPoll(heading!.text) || heading!.links.length) return i;
	const asked = below.findIndex(({ text, links }) => !links.length && /\?\W*$/.test(text));
	if (asked < 0 || asked > 2) return i;
	const rest = below.slice(asked + 1);
	const other = rest.findIndex((line) => line.text && !isAnswer(line));
	const answers = other < 0 ? rest : rest.slice(0, other);
	const votes = answers.reduce((n, { links }) => n + links.length, 0);
	return votes >= 2 && answers.length <= MOST_ANSWERS ? i + asked + 2 + answers.length : i;
}

/** Several links of signs alone. */
function isVote({ text, links }: Line): boolean {
	return links.length >= 2 && !links.some(({ image }) => image) && !/[\p{L}\p{N}]/u.test(text);
}

/** A few words, or signs, that are links and nothing else. */
function isAnswer(line: Line): boolean {
	const { text, links, level } = line;
	if (!links.length || level || !fewBeside(text, links, 0)) return isVote(line);
	return links.every((link) => countWords(link.text) <= 6);
}

/** Names with a quotation right below, three and more of them. */
function tickers(lines: readonly Line[]): Set<number> {
	const indexes = new Set<number>();
	let names = 0;
	for (let i = 1; i < lines.length; i++) {
		const line = lines[i]!;
		if (!line.text || line.links.length || !QUOTATION.test(line.text) || line.text.length > 16)
			continue;
		indexes.add(i);
		const above = lines[i - 1]!;
		const named =
			above.text &&
			countWords(above.text) <= 3 &&
			!above.links.length &&
			!above.level &&
			!indexes.has(i - 1);
		if (!named || /[.!?]$/.test(above.text) || line.ruled) continue;
		names++;
		indexes.add(i - 1);
	}
	// what a shop asks for its goods does not rise and fall
	const moves = [...indexes].some((i) => /[%+−▲▼]|bps/.test(lines[i]!.text));
	return names >= 3 && moves ? indexes : new Set();
}

/** Whether an address shares, likes or opens what it stands on, and is a link to no page. */
export function isAction(url: string): boolean {
	return ACTION.test(url);
}
