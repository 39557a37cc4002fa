// What a publication asks of its readers: what they think, to bring others, to pay.

/** Headings that ask what readers think of the issue, above a poll or an address. */
const ISSUE =
	"(?:(?:issue|edition|e-?mail|newsletter|letter|digest|bulletin|briefing|dispatch|recap|post|numéro|édition|lettre|infolettre|lettre d(?:'|’)information|ausgabe|boletín|número|edición|numero|edizione|nieuwsbrief|editie|edição)(?![\\p{L}])|(?:\\S+ ){0,3}\\S+\\?)";

const opinion = new RegExp(
	`^(?:${[
		`what (?:did|do) you think (?:of|about) (?:today(?:'|’)s|this|our) ${ISSUE}`,
		`how (?:did we do|(?:was|did you like|would you rate|are you liking) (?:today(?:'|’)s|this|our) ${ISSUE})`,
		`(?:did|do) you (?:enjoy|like) (?:today(?:'|’)s|this|our) ${ISSUE}`,
		`(?:rate|grade) (?:today(?:'|’)s|this|our) ${ISSUE}`,
		`(?:vous|tu) (?:avez|as) aimé (?:cette|ce|notre) ${ISSUE}`,
		`(?:qu(?:'|’)avez-vous pensé|que pensez-vous) de (?:cette|ce|notre) ${ISSUE}`,
		`(?:votre|ton) avis sur (?:cette|ce|notre) ${ISSUE}|(?:cette|ce|notre) ${ISSUE} vous (?:a|ont)[- ](?:t-(?:elle|il) )?pl[ua]`,
		`wie (?:hat|fandest|fanden|gefällt) (?:dir|ihnen|euch|du|sie|ihr) (?:die|diese[rs]?|der|das) ${ISSUE}|wat vond (?:je|u) van (?:deze|dit) ${ISSUE}`,
		`qué te ha parecido (?:esta|este) ${ISSUE}|(?:ti è piaciut[ao]|cosa (?:ne )?pensi di) (?:questa|questo) ${ISSUE}|o que ach(?:ou|aste) d(?:esta|este) ${ISSUE}`
	].join('|')})`,
	'iu'
);

/** "How did we do?", "Qu’avez-vous pensé de ce numéro ?": asks what readers think of the issue. */
export function asksOpinion(text: string): boolean {
	return opinion.test(text.replace(/^[^\p{L}]+/u, ''));
}

const help =
	/\b(?:you(?:(?:'|’)ve| have)?(?: currently)? (?:have |got |made )?\d+ referrals?|vous avez \d+ (?:parrainages?|filleuls?))\b|\b(?:your )?referral (?:count|hub|link)\b|\bcopy (?:and|&) paste (?:this|your) link\b|\bcopiez (?:et collez )?(?:ce|votre) lien\b|\b(?:buy|get) (?:me|us) (?:a|another) (?:coffee|beer|tea)\b|\boffre[rz]-(?:moi|nous) un (?:café|verre|thé)\b/i;

/** "You currently have 0 referrals", "buy me a coffee": what brings readers or money, and tells no story. */
export function asksForHelp(text: string): boolean {
	return text.length <= 300 && help.test(text);
}
