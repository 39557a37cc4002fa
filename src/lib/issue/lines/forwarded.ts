import { anyOf } from '../words/languages.ts';
import type { Line } from './line.ts';

/** What a mail program writes above a message stands within so many lines. */
const HEAD = 12;

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

/** The subject of the message that was passed on; null where none was. */
export function forwardedSubject(lines: readonly Line[]): string | null {
	const [first] = lines;
	if (!first || !isForwarding(first.text)) return null;
	const subjects = lines.slice(0, HEAD).flatMap(({ text }) => subjectOf.exec(text)?.[1] ?? []);
	return subjects[0] ?? null;
}
