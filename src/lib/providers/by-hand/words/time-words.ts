import type { Role } from '../../recogniser.ts';
import { anyWord, ofLanguages } from '../../words/languages.ts';

const who = '((profile|contact|subscriber|subscription|user|member|record|account|list|e ?mail) )?';

/**
 * One of a language's words for what happens with one that says it is a time, before or after: `clicked
 * at`, `date du clic`.
 */
function timed(role: Role): RegExp | null {
	const shapes = ofLanguages(({ times }) => {
		const stems = times.stems[role];
		if (!stems) return [];
		return [
			`(${times.before}) ((${times.of}) )?(${stems})`,
			// a word that two of them match doubles the ways to read it: three are as many as anybody writes
			`${who}(${stems})( (${times.after}|date|time|timestamp)){1,3}`
		];
	}).flat();
	return shapes.length === 0 ? null : new RegExp(`^(${shapes.join('|')})$`);
}

const WORDS = new Map(
	(['at', 'sentAt', 'joined', 'left'] as const).map((role) => [role as Role, timed(role)])
);

/** Whether a header, plain as `plainHeader` makes it, names the instants of a role. */
export function isTimeOf(header: string, role: Role): boolean {
	return WORDS.get(role)?.test(header) ?? false;
}

const OTHERS = new RegExp(`\\b(${anyWord(({ times }) => [times.others])})\\b`);

/** Whether a header names instants of something else than what its row tells of. */
export function isOtherTime(header: string): boolean {
	return OTHERS.test(header);
}

const TIMES = new RegExp(
	`\\b(${anyWord(({ times }) => [times.before, times.after])}|timestamp|utc|gmt)\\b`,
	'g'
);
const OF = new RegExp(`\\b(${anyWord(({ times }) => [times.of])}|d|l)\\b`, 'g');

/** A header without the words that only say that it is a time: what happened then. */
export function withoutTime(header: string): string {
	return header.replace(TIMES, ' ').replace(OF, ' ').replace(/\s+/g, ' ').trim();
}
