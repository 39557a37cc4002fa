/** What is counted of persons alone: "Verified clicks". What is not human is a machine's. */
const PERSONS =
	/(?<!\b(?:non|not|nicht|pas|no|niet|nao) )\b(?:verified|human|real|non ?bot|non ?machine|verifies?|verifiees?|humaine?s?|reel(?:le)?s?|menschlich\w*|verifizierte?|echte|human[oa]s?|uman[eio]|real[ei]s?|menselijke?|verificad[oa]s?)\b/g;

/** What opens and clicks without anybody, in seven languages and without accents. */
const NAMES =
	'bots?|robots?|robos?|machine\\w*|maschin\\w*|maquinas?|macchin\\w*|scanners?|crawlers?|mpp|prox(?:y|ies)|prefetch\\w*|(?:non|not|nicht|nao) ?(?:human\\w*|humaine?s?|menschlich\\w*)|(?:pas|no|niet) (?:human\\w*|humaine?s?|menselijke?)';
/** More of them, which are everyday words but where something is counted or happened. */
const OTHERS =
	'apple|privacy|auto(?:mat(?:ed|ic\\w*|ique\\w*|isch\\w*|iser\\w*))?|suspect(?:ed|e|s|es)?';
const AROUND_NAMES = 's|mail|privacy|protection|mpp|bots?|robots?|machines?|proxy';

/** The same in a header that says whose opens and clicks are counted. */
const MACHINES = `(?:${NAMES}|${OTHERS}|mail privacy)(?: (?:${AROUND_NAMES}))*`;
const ACTS =
	'(?: (?:opens?|clicks?|ouvertures?|clics?|offnungen|klicks?|aperturas?|aperture|aberturas|cliques|kliks?))?';
const SMALL =
	'(?: (?:of|the|les?|des?|de|die|los|las|gli|dei|os|as|d|l|all|any|by|par|durch|por|da|door|an?|une?|ein\\w*|een|uma?|un[ao]))*';
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

const ALONE = new RegExp(`\\b(?:${NAMES}|${OTHERS})\\b`);

/** Whether a plain text counts, or says, what machines did alone: "MPP opens", "Bot click", « Ouverture automatique ». */
export function isOfMachinesAlone(text: string): boolean {
	return ALONE.test(withoutWhose(text));
}

const NAMED = new RegExp(
	`(?:\\b(?:by|par|von|durch|por|da|door)${SMALL} )?\\b(?:(?:suspect(?:ed|e|s|es)?|soupconnee?s?) )?${MACHINES}\\b`,
	'g'
);

/**
 * A plain text without the machine that did what it says.
 *
 * @example withoutMachine('clic robot') // => 'clic'
 */
export function withoutMachine(text: string): string {
	return withoutWhose(text).replace(NAMED, ' ').replace(/\s+/g, ' ').trim();
}

const IS_MACHINE =
	/^(?:(?:suspected|probable|likely|soupconne|vermutlich\w*|sospechoso|sospetto|vermoedelijk\w*|suspeito) )?(?:bots?|robots?|machines?|scanners?|crawlers?|automat(?:ic|ed|ique|isch|ico|ica|ico|isiert)|prefetch(?:ed)?|(?:non|not|nicht|pas|no|niet|nao) ?(?:human|humain|humaine|menschlich|humano|umano|menselijk)|maschinell?|maschine|macchina|maquina)(?: (?:clicks?|opens?))?$/;
const IS_PERSON =
	/^(?:humans?|humaine?s?|persons?|people|personnes?|real|mensch(?:lich)?|personas?|human[oa]s?|persone?|uman[oi]|mens(?:elijk)?|pessoas?|(?:non|not|nicht|kein|pas|no|niet|geen|nao)(?: (?:an?|un|ein|uno|een|um))? ?(?:bots?|robots?|machines?))(?: (?:clicks?|opens?))?$/;

/** Whether a plain word says that a machine did what its row is about, or that a person did; undefined where it says neither. */
export function saysMachine(word: string): boolean | undefined {
	if (IS_MACHINE.test(word)) return true;
	return IS_PERSON.test(word) ? false : undefined;
}

const ASKS_MACHINE = new RegExp(
	`\\b(?:${NAMES}|automat(?:ed|ique|isch\\w*|ico|ica)|mail privacy)\\b`
);
const ASKS_PERSON =
	/\b(humans?|humaine?|real (?:person|people|click|open|reader)|is real|menschlich\w*|mensch|human[oa]|uman[oa]|menselijk|mens)\b/;

/** Which of the two a plain header asks for that cells answer with yes and no; undefined where it asks for neither. */
export function asksFor(name: string): 'machine' | 'person' | undefined {
	if (ASKS_MACHINE.test(name)) return 'machine';
	return ASKS_PERSON.test(name) ? 'person' : undefined;
}
