import { addTo } from '../long-lists.ts';
import { countWords, linkedShare, type Line } from './line.ts';
import { tellsDay } from './meta-line.ts';
import { headingKey } from './words.ts';

// What lines say that are alike again and again, in whatever words.

/** A call has no more words. */
const CALL_WORDS = 5;

/** "To the report", "Zum Artikel", "Ver na loja": words under a link, again and again, that each time lead elsewhere. */
export function callsAgain(lines: readonly Line[]): ReadonlySet<Line> {
	const alike = new Map<string, Line[]>();
	for (const line of lines) {
		const [link, ...others] = line.links;
		const isCall = link && !others.length && !link.image && linkedShare(line) >= 0.9;
		if (!isCall || line.level || countWords(line.text) > CALL_WORDS) continue;
		const key = `${headingKey(line.text)} ${line.text.match(/\d+/g)?.join(' ') ?? ''}`;
		addTo(alike, key, line);
	}
	const again = [...alike.values()].filter(
		(those) => new Set(those.map(({ links }) => links[0]!.url)).size >= 2
	);
	return new Set(again.flat());
}

/** "Friday 4 April", "Saturday 5 April", marked up as headings of one level: what happens then is below. */
export function daysAsHeadings(lines: readonly Line[]): ReadonlySet<Line> {
	const days = lines.filter(({ text, level }) => level > 0 && tellsDay(text));
	const levels = days.map(({ level }) => level);
	const again = new Set(levels.filter((level, i) => levels.indexOf(level) !== i));
	return new Set(days.filter(({ level }) => again.has(level)));
}

/** "Where: South quay" has no more words before its colon. */
const LABEL = /^\P{L}{0,3}(\p{L}[\p{L}'’ -]{1,18}?)\s?:\s/u;

/**
 * "When: Friday", "When: Saturday": lines without a link that one word labels in item after item. They say
 * something of the story above, and begin none.
 */
export function labelsAgain(lines: readonly Line[]): ReadonlySet<Line> {
	const alike = new Map<string, Line[]>();
	for (const line of lines) {
		const label = LABEL.exec(line.text.slice(0, 30))?.[1];
		if (!label || line.links.length || line.level || line.bold || line.lead) continue;
		if (countWords(label) > 2 || countWords(line.text) > 14) continue;
		addTo(alike, headingKey(label), line);
	}
	return new Set([...alike.values()].filter((those) => those.length >= 2).flat());
}
