import { sponsorWords } from './other-tongues.ts';
import { remembered } from './remembered.ts';
import { asksToPay } from './words.ts';

// The words that say that somebody paid for what they mark.

const WHOLE_ISSUE =
	"(?:.{2,30}(?:’|')s (?:issue|edition|newsletter) is (?:sponsored|brought to you|supported|presented|made possible) by)|(?:this|today(?:’|'|)s|cette|cet|ce|l(?:’|'))[ ]?(?:week(?:’|')s )?(?:issue|edition|newsletter|letter|digest|bulletin|dispatch|e-?mail|[eé]pisode|édition|numéro|lettre|newsletter|infolettre|semaine)\\b.{0,40}\\b(?:sponsor(?:ed|is[ée]e?)|brought to you|supported|presented|made possible|propos[ée]e?|offerte?|soutenue?|pr[ée]sent[ée]e?|parrain[ée]e?|financ[ée]e?) (?:by|par|avec|grâce)";

/** "Small Parts is supported this week by …": for a time, so that it is said of the letter. */
const THIS_TIME =
	".{2,60} (?:is|est) (?:kindly )?(?:sponsored|brought to you|supported|presented|made possible|propos[ée]e?|offerte?|soutenue?|pr[ée]sent[ée]e?|parrain[ée]e?|sponsoris[ée]e?) (?:this (?:week|month|time|issue)|today|cette (?:semaine|fois)(?:-ci)?|ce mois-ci|aujourd(?:’|')hui) (?:by|par|grâce)";

const sponsorMarks = [
	"(?:this (?:issue|newsletter|edition|week|email)(?: is|(?:'|’)s)?.{0,20} )?sponsor(?:ed|s|is[ée]e?s?|ing)?(?: (?:by|post|link|message|content|article|par|of the week))?",
	'sponsors?',
	'promoted(?: by)?',
	'(?:this is (?:a|an) )?(?:paid )?(?:advertisement|advertorial|ad placement)',
	'(?:from )?our friends (?:at|from|over at)',
	'ad',
	'(?:a )?(?:message|word) from (?!(?:the|your|our) (?:editor|team|founder|author)|me(?![\\p{L}])).{2,40}$',
	"a (?:word|message|note) from (?:our|this week(?:'|’)s) (?:sponsors?|partners?|friends)",
	'(?:thanks|thank you|merci) (?:to|à) .{1,40} (?:for (?:sponsoring|supporting)|pour (?:son|leur) soutien).{0,40}',
	'(?:brought to you|presented|powered|supported) by',
	'(?:in )?partner(?:ship)? (?:with|content)',
	"(?:(?:from )?our|this (?:week|month|issue)(?:'|’)s) (?:sponsors?|partners?)(?: (?:of|for) the (?:week|month|day|issue))?",
	'together with',
	'paid (?:partnership|content|post)',
	'(?:en )?partenariat(?: avec)?',
	'en partenariat avec',
	'(?:(?:(?:un|le) )?(?:petit )?(?:mot|message) de )?(?:(?:nos|notre) )?(?:sponsors?|partenaires?|mécènes?)(?: (?:de la semaine|du mois|du jour|de ce (?:mois|numéro)|de cette (?:semaine|édition|lettre)))?',
	'(?:contenu|article|message|lien|post|publi) ?(?:sponsoris[ée]|partenaire|promotionnel|r[ée]dactionnel)',
	'publi-?(?:r[ée]dactionnel|communiqu[ée]|reportage|information)',
	'publicit[ée]',
	'(?:offert|propos[ée]|pr[ée]sent[ée]|soutenu|parrain[ée])e? par',
	'annonce',
	...sponsorWords,
	WHOLE_ISSUE,
	THIS_TIME
];

const sponsorStart = new RegExp(`^[^\\p{L}]*(?:${sponsorMarks.join('|')})(?![\\p{L}])`, 'iu');

/** Marks of one word, which are words of the news as well: alone, before a colon, or in capitals they are marks. */
const BARE =
	/^\P{L}*(?:sponsors?|sponsored|sponsoris[ée]e?s?|ads?|annonce|publicit[ée]|promoted|partenaires?|partenariat|mécènes?|advertisement|patrocinad[oa]|gesponsord)$/iu;

/** Whether a text begins with the mark of a sponsor, and does not go on as a title does: "Sponsors pull out". */
function beginsMarked(text: string): boolean {
	const mark = sponsorStart.exec(text)?.[0];
	if (mark === undefined) return false;
	const [, next = ''] = /^\s+(\p{L}.*)/u.exec(text.slice(mark.length)) ?? [];
	if (next === '') return true;
	if (BARE.test(mark))
		return (
			(mark.length > 1 && mark === mark.toUpperCase()) ||
			/^(?:by|par|avec|with|from|von|por|da|door)(?!\p{L})/iu.test(next)
		);
	// "Powered by the wind", "Our partners in crime"
	return !/^(?:(?:the|in|on|at|and|or|et|dans|en) \p{Ll})/u.test(next);
}

const wholeIssue = new RegExp(`^[^\\p{L}]*(?:${WHOLE_ISSUE}|${THIS_TIME})(?![\\p{L}])`, 'iu');
const sponsorTag =
	/[[(]\s*(?:sponsor(?:ed|is[ée])?|ad|pub(?:licit[ée])?|partenaire|partner|promoted|anzeige|werbung|publicidade?|patrocinad[oa]|sponsorizzato|advertentie|gesponsord)\s*[\])]|#(?:ad|sponsored|pub)\b|(?:^|[\s—–-])(?:sponsored|sponsorisé)\s*[.)]?$/i;

/** "Sponsored", "En partenariat avec …", "Promoted by …", "(sponsor)": somebody paid for what it marks. */
export const marksSponsor: (text: string) => boolean = remembered((text) => {
	if (sponsorTag.test(text.slice(0, 400))) return true;
	if (text.length <= 40 && /^\P{L}*\p{L}.*\s(?:sponsor|partenaire)$/iu.test(text))
		return !asksToPay(text);
	return text.length <= 120 && beginsMarked(text);
});

const announced = new RegExp(`^[^\\p{L}]*(?:${sponsorMarks.join('|')})\\s*[:–—]\\s*\\S`, 'iu');

/** "Publicité : Graines d’Armor, vingt sachets offerts": a paragraph that begins with the mark of what it is. */
export function saysWhoPaid(text: string): boolean {
	const mark = announced.exec(text.slice(0, 120))?.[0];
	// "Presented by: Lark" says it of what stands above
	return (
		mark !== undefined && !/(?:by|par|avec|with|from|de|von|da|door|por)\s*[:–—]\s*\S$/iu.test(mark)
	);
}

const sponsorEnd =
	/(?:[([]\s*(?:sponsor(?:ed|is[ée])?|ad|pub(?:licit[ée])?|partenaire|partner|promoted|contenu partenaire)\s*[)\]]|[—–-]\s*(?:sponsored|sponsoris[ée]|publicit[ée]|contenu partenaire)|[.!?…]\s(?:sponsored|sponsoris[ée]))\W*$/iu;

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
