import { plainWord } from './languages.ts';

const SOFT =
	/\bsoft(?:\b|bounce)|\b(?:temp\w*|transient|mou|doux|passager\w*|zacht\w*|weich\w*|vorubergehend\w*|bland[oa]|suave|leve|morbid[oa])\b/;

/** Whether a text of a bounce says that it is not for good: a full mailbox is tried again, and its reader is still there. */
export function isSoftBounce(text: string): boolean {
	return SOFT.test(plainWord(text));
}
