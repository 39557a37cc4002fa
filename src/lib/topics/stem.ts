/**
 * Endings of French and English that change a word's grammar more than its meaning, longest first.
 * Each leaves a stem of at least so many letters.
 */
const ENDINGS: [ending: RegExp, least: number][] = [
	[/(?:issements?|issantes?|isations?|izations?|iserions?)$/, 4],
	[/(?:atrices?|ateurs?|(?<!ic)ations?|utions?|itions?|ements?|ability|abilites?|ibilites?)$/, 4],
	[/(?:ments?|ables?|ibles?|istes?|ismes?|iques?|ically|ances?|ences?|euses?|fulness|ness)$/, 4],
	[/(?:aires?|ities|ives?|ifs?|eux|eurs?|elles?|ales?|aux|antes?|ants?|ents?|ical|ings?|edly)$/, 4],
	[
		/(?:ers?|ees?|(?<=it)es?|ies|ied|eds?|ely|ly|als?|ics?|ity|ous|ise[sdr]?|ize[sdr]?|els?|ons?|ait|ez|ir)$/,
		4
	],
	[/(?:es|e|s|x|y|i)$/, 3]
];

/**
 * The stem of a word in French or English, whichever it is: newsletters mix both in one sentence, so that
 * a stemmer for one language would split what belongs together ("newsletters", "souveraineté"). Rougher
 * than Snowball's, which needs to be told the language; what it lumps together, a topic rarely needs apart.
 *
 * @param word lower-case, without accents
 * @example stem('souverainetes') // => 'souverainet'
 */
export function stem(word: string): string {
	if (word.length < 4 || /\d/.test(word)) return word;

	let left = word;
	for (const [ending, least] of ENDINGS) {
		const cut = left.search(ending);
		if (cut < least) continue;
		left = left.slice(0, cut);
		// "running", "personnel": the letter was doubled for the ending's sake
		return left.replace(/([bdfglmnprt])\1$/, '$1').replace(/(?<=.{4})[ei]$/, '');
	}
	return left;
}
