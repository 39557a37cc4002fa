import { months, monthsAlone } from '#lib/calendar-words.ts';
import { namesIn } from './byline.ts';
import { findDate } from '../dates.ts';
import { countWords } from './line.ts';
import { isReadMore } from './words.ts';
import type { Line } from './line.ts';

// Lines that say of a story who wrote it, when, how long it takes: they begin none.

const TIME =
	'(?:(?:at|à|a las|alle(?: ore)?|ore|um|om|às|kl\\.?|de|from|von|dalle|da|ab|vanaf|dès|das|desde) )?\\d{1,2}(?:(?:[:.]| ?h ?)\\d{2})?\\s?(?:h|uhr|uur|[ap]\\.?m\\.?|heures|horas|ore)?';
const WEEKDAY = '(?:\\p{L}[\\p{L}-]{1,14}[.,]? (?:den |el |le |the )?)?';
const YEAR = '(?:,? (?:de |del )?(?:19|20)\\d\\d)?';
const DAY = new RegExp(
	`^[^\\p{L}\\d]*(?:${[
		`${WEEKDAY}\\d{1,2}(?:er|st|nd|rd|th|\\.|º)? (?:de |of )?(?:${months})\\.?,?${YEAR}`,
		`${WEEKDAY}(?:${monthsAlone})\\.? \\d{1,2}(?:st|nd|rd|th)?,?${YEAR}`,
		`(?:${monthsAlone})\\.?,?${YEAR}`
	].join('|')})` +
		`(?:\\s?[,;·•|–—:-]?\\s?${TIME}(?:\\s?(?:[-–—]|to|à|bis|a|al?le|tot|às|until)\\s?${TIME})?)?[^\\p{L}\\d]*$`,
	'iu'
);
const BY =
	/^(?:(?:written|words|text|story|reported|reporting|posted|curated|edited|illustration|photos?|images?) )?(?:by|par|von|por|di|door|av)\s+(?=\p{Lu})/iu;
const READING =
	/^[^\p{L}\p{N}]*\d{1,3}\s*[- ]?(?:min(?:ute)?s?|minuten|minutos|minuti)\b(?:[.\s-]*(?:read|de lecture|lesezeit|de lectura|di lettura|leestijd|listen|watch))?/iu;
const CREDIT =
	/^[^\p{L}]*(?:(?:top |cover )?(?:photos?|images?|pictures?|illustrations?|cr[ée]dits?|bild|foto|imagen|immagine|afbeelding|source|quelle|fuente|fonte|bron)(?: (?:de|par|by|credits?|du|cr[ée]dit|photos?|images?|von|courtesy of)){0,2}\s?[:©]|©|\(c\) ?(?:19|20)\d\d|courtesy of|(?:stock )?data as of)/iu;

/** Whether a text is a day, perhaps with its time: "22. März", "Venerdì 14 marzo, ore 18". */
export function tellsDay(text: string): boolean {
	return text.length <= 60 && DAY.test(text);
}

/**
 * Whether a line only says who, when, how long, or whose picture: "By Ana Mar • 12 March",
 * "3 minutes, proposé par Léo", "April 2021", "Photo: Ana Mar / Example".
 */
export function isMeta(text: string): boolean {
	if (text.length > 110) return false;
	const words = countWords(text);
	if (CREDIT.test(text) && words <= 14) return true;
	if (words > 10) return false;
	if (tellsDay(text) || READING.test(text)) return true;
	if (findDate(text) !== null && words <= 4) return true;
	if (/^[–—-]\s?\p{Lu}/u.test(text)) return true;
	if (
		/^[^\s,•|·]{1,20}(?: [^\s,•|·]{1,20}){0,2} ?[,•|·] ?(?:propos[ée]e?|partag[ée]e?|recommand[ée]e?|shared|suggested|recommended) (?:par|by)\s/iu.test(
			text
		)
	)
		return true;
	const by = BY.exec(text);
	if (!by) return false;
	const [name = ''] = text.slice(by[0].length).split(/[•|·,–—]/);
	return namesIn(name.trim(), true).length > 0;
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
