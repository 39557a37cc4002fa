import type { EventKind } from '../facts.ts';

/** What an event column says, in English and French. The first that fits wins. */
const WORDS: [EventKind | 'other', RegExp][] = [
	['unsubscribe', /^(unsub\w*|group unsub\w*|desinscri\w*|desabonn\w*|opt ?out|unsubscribed)$/],
	[
		'complaint',
		/^(spam( ?report)?|complain\w*|plainte|abuse( report)?|marked as spam|signale\w*( comme)? (spam|indesirable)|indesirable)$/
	],
	[
		'bounce',
		/^((hard|soft) ?bounce\w*|bounce\w*|rebond\w*|npai|erreur|undelivered|non delivre|rejet\w*|nco|failed|echec)$/
	],
	[
		'click',
		/^((link |unique )?clic?k?(s|ed|er|ers|e|ue|ues|que|ques|queur)?( sur( un| le)? lien)?|clk|clique[es]*|click ?through)$/
	],
	[
		'open',
		/^((email |unique |first )?open(s|ed|er|ing)?|unique opened|ouvert(e|s|es|ure|ures)?|ouvreurs?|opn|view(s|ed)?|lu|lecture|vu|loadedbyproxy|loaded by proxy|proxy open|read|opening)$/
	],
	[
		'delivery',
		/^(deliver(ed|y|ies)|livre\w*|livraison|delivre\w*|recu\w*|reception|remis\w*|received|sent|envoye\w*|envoi|snt|send)$/
	],
	[
		'other',
		/^(request\w*|processed|deferred|dropped|subscrib\w*|inscri\w*|abonne\w*|conver\w*|forward\w*|print\w*|reply|replied|contact \w+|list addition|attempted|drafted|suppressed|blocked|invalid|error|transfer\w*|partage\w*|statuschange|status change)$/
	]
];

/** Words around the one that says what happened: "Email Link Clicked", "Première ouverture". */
const AROUND =
	/\b(e ?mails?|messages?|newsletter|broadcasts?|campaigns?|campagne|marketing|links?|lien|unique|first|premiere?|the|an?|un|une|le|la|l|d|dans|in|sur|was|has|been|ete|est)\b/g;

/** The kind of an event's word: 'other' for one we know and do not keep, null for one we do not know. */
export function eventOf(cell: string): EventKind | 'other' | null {
	const text = cell
		// `emailClick`
		.replace(/(\p{Ll})(\p{Lu})/gu, '$1 $2')
		.toLowerCase()
		.normalize('NFD')
		.replace(/\p{M}/gu, '')
		.replace(/[\s_.-]+/g, ' ')
		.trim();
	const bare = text.replace(AROUND, ' ').replace(/\s+/g, ' ').trim();
	const found =
		WORDS.find(([, words]) => words.test(text)) ?? WORDS.find(([, words]) => words.test(bare));
	return found?.[0] ?? null;
}

/** An open that a privacy proxy made, as services name it. */
export function isProxyOpen(cell: string): boolean {
	return /loaded ?by ?proxy|proxy ?open/i.test(cell.replace(/[_-]/g, ' '));
}
