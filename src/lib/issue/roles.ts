import type { ItemRole } from '#lib/item-roles.ts';
import { canonical } from '#lib/url/canonical.ts';
import { asksToPay, footerWords, social, viewOnline } from './lines/words.ts';
import { endsAsSponsored, isTagged, marksSponsor } from './lines/sponsor-words.ts';
import type { OtherRole } from './source/document.ts';
import type { Line, LineLink } from './lines/line.ts';

/** What an item is there for, by what its section, its labels and its first words say. */
export function itemRole(heading: string | null, title: string, lines: readonly Line[]): ItemRole {
	if (heading && marksSponsor(heading)) return 'sponsor';
	if (marksSponsor(title)) return 'sponsor';
	const labels = lines.filter((line) => line.text.length <= 70).map((line) => line.text);
	if (labels.some(marksSponsor)) return 'sponsor';
	if (lines.some((line) => line.links.length <= 1 && endsAsSponsored(line.text))) return 'sponsor';
	if (asksToPay(title)) return 'house';
	return 'editorial';
}

/** `utm_medium=sponsorship`: whoever paid for a link counts by it what came of that. */
const PAID_LINK = /[?&]utm_medium=(?:[^&#]{0,40}[-_.+])?sponsor(?:ed|ships?|s)?(?:[-_.+&#]|$)/i;

/** Whether a link says by its parameters that somebody paid for it. */
export function isPaidLink(target: string): boolean {
	return PAID_LINK.test(target);
}

/**
 * The role of a link that differs from its item's: a sponsor's within a story, which is marked "(sponsor)"
 * right behind it, or says so itself.
 */
export function linkRole(
	link: LineLink,
	target: string,
	line: Line,
	role: ItemRole
): ItemRole | null {
	if (role === 'sponsor') return null;
	if (isPaidLink(target)) return 'sponsor';
	const behind = line.text.slice(link.end, link.end + 24);
	return marksSponsor(link.text) || isTagged(behind) ? 'sponsor' : null;
}

/** What a link outside items is there for. */
export function otherRole(target: string, text: string, inFoot: boolean): OtherRole {
	const words = `${text} ${target}`;
	if (inFoot || social.test(text) || viewOnline.test(text) || footerWords.test(words))
		return 'footer';
	return /^(?:mailto|tel):/i.test(target) ? 'footer' : 'house';
}

/** The page that a link counts for, or null where links to it tell nothing (a service's bare host). */
export function pageKey(target: string): string | null {
	const page = canonical(target);
	return page && /^https?:\/\/[^/?#]+[/?#]./.test(page) ? page : null;
}
