/** Words that say nothing of a topic in the other languages whose exports are read, without accents. */
const lists: Readonly<Record<string, string>> = {
	de: `aber alle allem allen aller alles als also am an andere anderen auch auf aus bei beim bin bis bist da dabei damit
dann das dass dein deine dem den denn der des dich die dies diese diesem diesen dieser dieses doch dort du durch ein
eine einem einen einer eines er erst es etwas euch euer eure fur ganz gegen gibt habe haben hat hatte hier ich ihm ihn
ihnen ihr ihre ihrem ihren im immer in ins ist ja jede jeden jeder jetzt kann kein keine konnen man mehr mein meine mich
mir mit muss nach neu neue neuen nicht nichts noch nun nur ob oder ohne schon sehr sein seine seit sich sie sind so
soll sondern uber um und uns unser unsere unter viel viele vom von vor wann war waren warum was weil welche wenn wer
werden wie wieder wir wird wo zu zum zur zwei zwischen`,
	es: `a al algo algunos ante antes aqui asi aun aunque cada como con cual cuando cuanto de del desde donde dos e el ella
ellas ellos en entre era es esa ese eso esta estaba estamos estan estas este esto estos fue fueron ha habia han has
hasta hay he la las le les lo los mas me mi mis mucho muchos muy nada ni no nos nosotros nuestra nuestro nueva nuevo o
os otra otro otros para pero poco por porque que quien se sea segun ser si sido sin sobre son su sus tambien tan te
tiene tienen todo todos tras tu tus un una uno unos y ya yo`,
	it: `a ad agli ai al alla alle allo anche ancora avere aveva c che chi ci ciascuno come con contro cosa cui da dagli dai
dal dalla dalle dallo degli dei del della delle dello dentro di dopo dove due e ed era erano essere fa fino fra gli ha
hai hanno ho i il in io la le lei li lo loro lui ma mi mia mio molto ne negli nei nel nella nelle nello noi non nostra
nostro nuova nuovo o ogni per perche piu po poi prima qua quale quando quanto quella quello questa queste questi questo
qui quindi se sei sempre senza si sia sono sopra sotto sta su sua sue sugli sui sul sulla sulle suo tra tre tutti tutto
un una uno vi voi`,
	nl: `aan al alle alleen als altijd andere ben bij binnen daar dan dat de deze die dit doen door dus een eens elk elke en
er geen ging haar had heb hebben heeft hem hen het hier hij hoe hun ik in is ja je jij jou jouw jullie kan kon kunnen
maar mag meer men met mij mijn moet na naar niet niets nieuw nieuwe nog nu of om omdat onder ons onze ook op over per
rond te tegen ten ter tijdens toch toen tot twee uit uw van veel voor waar want waren was wat we weer wel werd wie wij
wil worden wordt zal ze zeer zich zij zijn zo zonder zou`,
	pt: `a ao aos aquela aquele aqui as ate com como da das de dela dele depois do dois dos e ela elas ele eles em entre era
essa esse esta estao estar estas este esteve estou eu foi foram ha isso isto ja la lhe mais mas me mesmo meu meus minha
muito na nao nas nem no nos nossa nosso nova novo num numa o os ou outra outro para pela pelo por porque qual quando que
quem sao se seja sem ser seu seus so sobre sua suas tambem tem tinha toda todo todos tu tua um uma umas uns voce`
};

const sets = Object.values(lists).map((list) => new Set(list.split(/\s+/)));

/** Of so many words in twenty at least, a language is one that a letter is written in. */
const LEAST = 0.2;

/**
 * The small words of those languages that texts are written in, beside French and English: a word that
 * says nothing in German may be a word in English ("war").
 *
 * @param words lower-case, without accents
 */
export function smallWordsElsewhere(words: readonly string[]): ReadonlySet<string> {
	const most = Math.max(1, words.length);
	const spoken = sets.filter(
		(small) => words.reduce((n, word) => n + Number(small.has(word)), 0) / most >= LEAST
	);
	return new Set(spoken.flatMap((small) => [...small]));
}
