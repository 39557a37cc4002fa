/** What is counted of persons alone: "Verified clicks". What is not human is a machine's. */
const PERSONS =
	/(?<!\b(?:non|not|nicht|pas|no|niet|nao) )\b(?:verified|human|real|non ?bot|non ?machine|verifies?|verifiees?|humaine?s?|reel(?:le)?s?|menschlich\w*|verifizierte?|echte|human[oa]s?|uman[eio]|real[ei]s?|menselijke?|verificad[oa]s?)\b/g;

/** Whatever opens and clicks without anybody. */
const MACHINES =
	'(?:apple|mpp|mail privacy|privacy|bots?|robots?|robos?|machine\\w*|maschin\\w*|maquinas?|macchin\\w*|auto(?:mat\\w*)?|proxy|proxies|prefetch\\w*|scanners?|suspected|non ?human)(?: (?:s|mail|privacy|protection|mpp|bots?|machines?|proxy))*';
const ACTS =
	'(?: (?:opens?|clicks?|ouvertures?|clics?|offnungen|klicks?|aperturas?|aperture|aberturas|cliques|kliks?))?';
const SMALL =
	'(?: (?:of|the|les?|des?|de|die|los|las|gli|dei|os|as|d|l|all|any|by|par|durch|por|da))*';
const WITHOUT =
	'excl\\w*|except|without|w o|minus|non|not|hors|sans|sauf|ohne|exkl\\w*|sin|senza|esclus\\w*|zonder|exclui\\w*|sem|kein\\w*|no';
const WITH = 'incl\\w*|with|avec|y compris|compris|inkl\\w*|mit|con|met|com|plus';
const EXCLUDED = new RegExp(
	`\\b(?:${WITHOUT})${SMALL} ${MACHINES}(${ACTS})|(?<=[\\w,;] )${MACHINES}${ACTS} (?:exclu\\w*|removed|ausgeschlossen|esclus\\w*)`,
	'g'
);
const INCLUDED = new RegExp(
	`\\b(?:${WITH})${SMALL} ${MACHINES}${ACTS}|(?<=[\\w,;] )${MACHINES}${ACTS} (?:inclu\\w*|inkl\\w*|comprise?s?)`,
	'g'
);

/** "Non-machine opens" are opens; "opens without machine opens" are, too. */
function withoutExcluded(text: string): string {
	return text.replace(EXCLUDED, (_, acts: string | undefined, at: number) =>
		at === 0 ? (acts ?? ' ') : ' '
	);
}

/**
 * A plain header without whose opens and clicks it counts: those of persons, of everything, or without some machine's.
 *
 * @example withoutWhose('opens excl apple mpp') // => 'opens'
 */
export function withoutWhose(text: string): string {
	const bare = withoutExcluded(text).replace(INCLUDED, ' ').replace(PERSONS, ' ');
	return bare.replace(/[\s,;]+/g, ' ').trim();
}

/** Whether a plain header counts what persons did, and leaves out what machines did. */
export function isOfPersonsAlone(text: string): boolean {
	return withoutExcluded(text).replace(PERSONS, ' ') !== text;
}

/** Whether a plain header counts what machines did alone: "MPP opens", "Bot clicks". */
export function isOfMachinesAlone(text: string): boolean {
	return /\b(?:bots?|robots?|machines?|non ?human|mpp|proxy|apple|prefetch\w*|privacy|scanners?)\b/.test(
		withoutWhose(text)
	);
}
