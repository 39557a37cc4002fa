import { anyOf } from '../words/languages.ts';
import { remembered } from './remembered.ts';
import { asksToPay } from './words.ts';

// The words that say that somebody paid for what they mark.

const MARKS = anyOf('sponsors', 'sponsorsOfIssue');

const sponsorStart = new RegExp(`^[^\\p{L}]*(?:${MARKS})(?![\\p{L}])`, 'iu');

/** "Sponsor der Woche", which begins as a mark of one word does. */
const wholeMark = new RegExp(`^[^\\p{L}]*(?:${MARKS})[^\\p{L}]*$`, 'iu');

/** Marks of one word, which are words of the news as well: alone, before a colon, or in capitals they are marks. */
const BARE = new RegExp(`^\\P{L}*(?:${anyOf('sponsorsAlone')})$`, 'iu');
const PAID_BY = new RegExp(`^(?:${anyOf('paidBy')})(?!\\p{L})`, 'iu');

/** Whether a text begins with the mark of a sponsor, and does not go on as a title does: "Sponsors pull out". */
function beginsMarked(text: string): boolean {
	const mark = sponsorStart.exec(text)?.[0];
	if (mark === undefined) return false;
	const [, next = ''] = /^\s+(\p{L}.*)/u.exec(text.slice(mark.length)) ?? [];
	if (next === '') return true;
	if (BARE.test(mark))
		return (
			(mark.length > 1 && mark === mark.toUpperCase()) || PAID_BY.test(next) || wholeMark.test(text)
		);
	// "Powered by the wind", "Our partners in crime"
	return !/^(?:(?:the|in|on|at|and|or|et|dans|en) \p{Ll})/u.test(next);
}

const wholeIssue = new RegExp(`^[^\\p{L}]*(?:${anyOf('sponsorsOfIssue')})(?![\\p{L}])`, 'iu');
const TAG = `[[(]\\s*(?:${anyOf('sponsorTags')})\\s*[\\])]`;
const sponsorTag = new RegExp(
	`${TAG}|#(?:ad|sponsored|pub)\\b|(?:^|[\\s—–-])(?:sponsored|sponsorisé)\\s*[.)]?$`,
	'i'
);

/** "Sponsored", "En partenariat avec …", "Promoted by …", "(sponsor)": somebody paid for what it marks. */
export const marksSponsor: (text: string) => boolean = remembered((text) => {
	if (sponsorTag.test(text.slice(0, 400))) return true;
	if (text.length <= 40 && /^\P{L}*\p{L}.*\s(?:sponsor|partenaire)$/iu.test(text))
		return !asksToPay(text);
	return text.length <= 120 && beginsMarked(text);
});

const PAID_BY_BEFORE = new RegExp(`(?:${anyOf('paidBy')}|de)\\s*[:–—]\\s*\\S$`, 'iu');
const announced = new RegExp(`^[^\\p{L}]*(?:${MARKS})\\s*[:–—]\\s*\\S`, 'iu');

const announcedBy = new RegExp(
	`^[^\\p{L}]*(?:${MARKS}) [\\p{L}\\d&.’' -]{2,40}?\\s?[:–—]\\s\\S+ \\S+ \\S`,
	'iu'
);

/** "Publicité : Graines d’Armor, vingt sachets offerts": a paragraph that begins with the mark of what it is. */
export function saysWhoPaid(text: string): boolean {
	const start = text.slice(0, 120);
	const mark = announced.exec(start)?.[0];
	// "Presented by: Lark" says it of what stands above; "Sponsored by Lark: insure your boat" is all of it
	if (mark !== undefined) return !PAID_BY_BEFORE.test(mark);
	return announcedBy.test(start);
}

const BEHIND = anyOf('sponsoredBehind');
const sponsorEnd = new RegExp(
	`(?:${TAG}|[—–-]\\s*(?:${BEHIND})|[.!?…]\\s(?:${BEHIND}))\\W*$`,
	'iu'
);

/** "… overnight. Sponsored": what a paragraph ends with where somebody paid for it. */
export function endsAsSponsored(text: string): boolean {
	return sponsorEnd.test(text.slice(-40));
}

/** "Cette édition vous est proposée par …": who paid for the issue, whatever it stands in. */
export function thanksSponsorOfIssue(text: string): boolean {
	return text.length <= 300 && wholeIssue.test(text);
}

/** "Together with Fold", "Un mot de notre partenaire": a label over what somebody paid for, and no more. */
export function labelsSponsor(text: string): boolean {
	return text.length <= 70 && beginsMarked(text) && !/[.,;]\s+\p{L}/u.test(text);
}

const tagBehind = new RegExp(`^\\s*${TAG}`, 'i');

/** "(sponsor)" at the beginning of what stands behind a link. */
export function isTagged(behind: string): boolean {
	return tagBehind.test(behind);
}
