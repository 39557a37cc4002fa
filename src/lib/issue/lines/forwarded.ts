import { anyOf } from '../words/languages.ts';
import type { Line } from './line.ts';

/** What a mail program writes above a message stands within so many lines. */
const HEAD = 12;

/** What a mail program writes above a message that somebody passes on. */
const forwarded = new RegExp(`^[-–—\\s]*(?:${anyOf('forwarded')})`, 'i');
const subjectOf = new RegExp(`^(?:${anyOf('subject')})\\s?:\\s+(\\S.*)$`, 'i');

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
