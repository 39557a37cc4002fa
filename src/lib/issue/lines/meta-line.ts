import { anyOf } from '../words/languages.ts';
import { months, monthsAlone } from '#lib/calendar-words.ts';
import { namesIn } from './byline.ts';
import { findDate } from '../dates.ts';
import { countWords, type Line } from './line.ts';
import { isReadMore } from './words.ts';

// Lines that say of a story who wrote it, when, how long it takes: they begin none.

const TIME = `(?:(?:${anyOf('at')}|kl\\.?) )?\\d{1,2}(?:(?:[:.]| ?h ?)\\d{2})?\\s?(?:${anyOf('oclock')})?`;
const WEEKDAY = '(?:\\p{L}[\\p{L}-]{1,14}[.,]? (?:den |el |le |the )?)?';
const YEAR = '(?:,? (?:de |del )?(?:19|20)\\d\\d)?';
const DAY = new RegExp(
	`^[^\\p{L}\\d]*(?:${[
		`${WEEKDAY}\\d{1,2}(?:er|st|nd|rd|th|\\.|º)? (?:de |of )?(?:${months})\\.?,?${YEAR}`,
		`${WEEKDAY}(?:${monthsAlone})\\.? \\d{1,2}(?:st|nd|rd|th)?,?${YEAR}`,
		`(?:${monthsAlone})\\.?,?${YEAR}`
	].join('|')})` +
		`(?:\\s?[,;·•|–—:-]?\\s?${TIME}(?:\\s?(?:[-–—]|${anyOf('until')})\\s?${TIME})?)?[^\\p{L}\\d]*$`,
	'iu'
);
const BY = new RegExp(`^(?:${anyOf('by')})\\s+(?=\\p{Lu})`, 'iu');
const READING = new RegExp(
	`^[^\\p{L}\\p{N}]*\\d{1,3}\\s*[- ]?(?:min(?:ute)?s?|minuten|minutos|minuti)\\b(?:[.\\s-]*(?:${anyOf('reading')}))?`,
	'iu'
);
const CREDIT = new RegExp(
	`^[^\\p{L}]*(?:(?:${anyOf('credits')})\\s?[:©]|©|\\(c\\) ?(?:19|20)\\d\\d|courtesy of|(?:stock )?data as of)`,
	'iu'
);
const PROPOSED = new RegExp(
	`^[^\\s,•|·]{1,20}(?: [^\\s,•|·]{1,20}){0,2} ?[,•|·] ?(?:${anyOf('proposed')})\\s`,
	'iu'
);

const PROPOSES = new RegExp(`^(?:${anyOf('proposed')})\\s`, 'iu');

/** Whether a text is a day, perhaps with its time: "22. März", "Venerdì 14 marzo, ore 18". */
export function tellsDay(text: string): boolean {
	return text.length <= 60 && DAY.test(text);
}

const HOUR = new RegExp(
	`^[^\\p{L}\\d]*${TIME}(?:\\s?(?:[-–—]|${anyOf('until')})\\s?${TIME})?[^\\p{L}\\d]*$`,
	'iu'
);

/** Whether a text is a time of day: "20 h 30", "7:30 pm", "15–17 Uhr". */
export function tellsTime(text: string): boolean {
	return text.length <= 40 && /\d\s?(?:[:h]|\p{L})/iu.test(text) && HOUR.test(text);
}

/** "Photo: Ana Mar / Example", "Source : le port": whose picture or whose words. */
export function isCredit(text: string): boolean {
	return CREDIT.test(text);
}

/**
 * Whether a line only says who, when, how long, or whose picture: "By Ana Mar • 12 March",
 * "3 minutes, proposé par Léo", "April 2021", "Photo: Ana Mar / Example".
 */
export function isMeta(text: string): boolean {
	if (text.length > 110) return false;
	const words = countWords(text);
	if (isCredit(text) && words <= 14) return true;
	if (words > 10) return false;
	if (tellsDay(text) || READING.test(text)) return true;
	if (findDate(text) !== null && words <= 4) return true;
	if (/^[–—-]\s?\p{Lu}/u.test(text)) return true;
	if (PROPOSED.test(text)) return true;
	const by = BY.exec(text);
	if (!by) return false;
	const [name = ''] = text.slice(by[0].length).split(/[•|·,–—]/);
	return namesIn(name.trim(), true).length > 0;
}

/** Whether a line only says how long a story takes, or who proposed it: "#team • 10 minutes • proposed by Ana". */
export function saysOfStory(text: string): boolean {
	if (text.length > 110 || countWords(text) > 14) return false;
	const [first = '', ...others] = text.split(/[•|·]/).map((part) => part.trim());
	if (others.length && /^#\p{L}/u.test(first)) return others.some((part) => saysOfStory(part));
	return READING.test(text) || PROPOSED.test(text) || PROPOSES.test(text);
}

/** "12/07/2018 - A title", "20 mars, 18 h – A title": a day, and what is linked is what it is the day of. */
export function isDatedTitle({ text, links, level }: Line): boolean {
	const [first] = links;
	if (level || links.length !== 1 || first!.image || first!.start > 40) return false;
	const start = text.slice(0, first!.start).trimEnd();
	const before = /[–—:|-]$/.test(start) ? start.slice(0, -1).trimEnd() : '';
	const dated = tellsDay(before) || /^\d{1,4}[./-]\d{1,2}(?:[./-](?:\d{2,4})?)?$/.test(before);
	return dated && countWords(first!.text) >= 2 && !isReadMore(first!.text);
}
