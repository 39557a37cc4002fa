import { calendarWords } from '#lib/calendar-words.ts';

const split = (list: string) => new Set(list.trim().split(/\s+/));

/** What stands before a noun, in the languages whose exports are read; without accents. */
export const determiners: ReadonlySet<string> = split(`
le la les l un une des du au aux ce cet cette ces mon ma mes ton ta tes son sa ses notre nos votre vos leur leurs
the a an this these those your my our his her its their
der die das den dem ein eine einen einem einer im am zum zur
el los las una unos unas del al il lo gli i uno della dei delle os as um uma do da dos das het een de d en
`);

/** Those after which a noun stands last: "the rainy afternoon". */
export const headLast: ReadonlySet<string> = split(`
the a an this these those my your our his her its their der die das den dem ein eine einen het een
`);

/** What stands before nouns more often than before anything else. */
export const prepositions: ReadonlySet<string> = split(`
of in on with for from about at without against between avec sans sur dans par contre entre chez vers mit von bei auf
ohne con sin sobre per senza com sem met van op voor
`);

/** What stands before a verb: "how to prune", "pour tailler". */
export const beforeVerbs: ReadonlySet<string> = split(`
to pour il elle on nous vous ils elles je tu we you they i comment how faut peut peux doit zu wir sie
`);

/**
 * Words of calendars, of letters themselves and of praise: they come again whatever an item is about,
 * and name no topic.
 */
export const letterWords: ReadonlySet<string> = split(`
${[...calendarWords].join(' ')} mars mai juin aout june july printemps ete automne hiver spring summer autumn winter
article articles numero numeros lettre newsletter newsletters infolettre edition editions edito editorial rubrique
issue issues letter lien liens link links image page pages site web blog abonne abonnez subscribe
subscriber inscription inscrire click cliquez clic bref brief briefs news actu actus actualite actualites une chose
choses thing things minute minutes heure heures hour hours matin soir facon maniere exemple example idee idees idea ideas
conseil conseils tip tips astuce astuces guide guides question questions reponse reponses premier premiere premiers
second deuxieme first last petit petite petits petites gros grosse small little big best better meilleur meilleure
meilleurs meilleures simple simples easy facile good great vrai vraie vrais monde people gens personne personnes part
raison raisons reason reasons story stories mot mots word words bonjour hello chers chere cher lecteur
lecteurs reader readers note notes partie series serie suite retour point points fin debut start guide choisir choose
trouver find lot lots rest hit utiliser essayer try keep garder savoir connaitre comprendre learn explain explained work works divers misc miscellaneous various intro introduction sommaire contents unes headlines reading lectures
lecture sponsor sponsors partenaire partenaires annonce annonces
`);
