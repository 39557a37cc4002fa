import { anyOf } from '../words/languages.ts';
import { wordCount, type Line } from './line.ts';

/** What a mail program writes above a message stands within so many lines. */
const HEAD = 12;

/** A quotation of this share of all words is the message. */
const QUOTED = 0.6;

/** Whoever passes a message on writes no more lines above it. */
const OWN = 40;

/** What a mail program writes above a message that somebody passes on. */
const forwarded = new RegExp(`^[-–—\\s]*(?:${anyOf('forwarded')})`, 'i');
const subjectOf = new RegExp(`^(?:${anyOf('subject')})\\s?:\\s+(\\S.*)$`, 'i');

const marks = new RegExp(
	`^(?:\\s*\\[?(?:${anyOf('subjectMarks')})(?:\\[\\d{1,2}\\])?\\s?:)+\\s*(?=\\S)`,
	'iu'
);

/**
 * The subject of a mail as its author wrote it: without what mail programs put before it.
 *
 * @example withoutSubjectMarks('Fwd: TR : Le port') // => 'Le port'
 */
export function withoutSubjectMarks(subject: string): string {
	return subject.replace(marks, '');
}

/** Whether a line is what a mail program writes above a message that is passed on. */
export function isForwarding(text: string): boolean {
	return forwarded.test(text);
}

/**
 * Where the message begins that somebody passed on, below words of their own perhaps: behind what the mail
 * program wrote above it. 0 where none was.
 */
export function forwardedFrom(lines: readonly Line[]): number {
	const first = lines.slice(0, OWN).findIndex(({ text }) => isForwarding(text));
	if (first < 0) return 0;
	let end = first;
	let said = 0;
	for (; end < lines.length && end < first + HEAD; end++) {
		const { text } = lines[end]!;
		if (isForwarding(text)) said++;
		else if (text && !/^\p{L}{1,12}\s?:$/u.test(text)) break;
	}
	return said >= 3 || first === 0 ? end : 0;
}

/**
 * Lines of a message that was passed on as a quotation: what is quoted is the letter itself. Others are as
 * they were.
 */
export function withoutQuoting(lines: readonly Line[]): readonly Line[] {
	const quoted = lines.filter(({ quote }) => quote);
	const passedOn = lines.slice(0, OWN).some(({ text }) => isForwarding(text));
	if (!passedOn || wordCount(quoted) < wordCount(lines) * QUOTED) return lines;
	return lines.map((line) => (line.quote ? { ...line, quote: false } : line));
}

/** The subject of the message that was passed on; null where none was. */
export function forwardedSubject(lines: readonly Line[]): string | null {
	const head = lines.slice(0, forwardedFrom(lines));
	return head.flatMap(({ text }) => subjectOf.exec(text)?.[1] ?? [])[0] ?? null;
}
