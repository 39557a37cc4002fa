import { expect, test } from 'vitest';
import {
	asksToPay,
	greetsAhead,
	isGreeting,
	isHouse,
	isTableOfContents,
	isReadMore,
	leadsFurther,
	leadsToAll,
	farewell,
	footerWords,
	viewOnline
} from '../lines/words.ts';
import { asksOpinion } from '../lines/asking.ts';
import { isForwarding } from '../lines/forwarded.ts';
import { isMeta } from '../lines/meta-line.ts';
import { findNumber } from '../lines/number.ts';
import { languages } from './languages.ts';
import type { LetterWords } from './words.ts';
import { marksSponsor, thanksSponsorOfIssue } from '../lines/sponsor-words.ts';

/** What a letter in each language says, by what tells it. A new language has a line in each. */
const said: [string, (text: string) => boolean, string][] = [
	[
		'a call to read on',
		isReadMore,
		'Read more | Lire la suite | Weiterlesen | Leer más | Leggi tutto | Lees verder | Leia mais'
	],
	[
		'a call to enrol',
		isReadMore,
		'Save your seat | Je participe | Jetzt anmelden | Inscríbete aquí | Iscriviti ora | Meld je aan | Inscreva-se'
	],
	[
		'a call to the article',
		isReadMore,
		'Read article | Poursuivre la lecture | Artikel lesen | Leer artículo | Vai all’articolo | Lees artikel | Ler artigo'
	],
	[
		'a call to all there is',
		leadsToAll,
		'See all events | Tous nos articles | Alle Artikel anzeigen | Ver todas las noticias | Vedi tutte le notizie | Bekijk alle artikelen | Ver todas as notícias'
	],
	[
		'earlier issues',
		isHouse,
		'Previous issues | Numéros précédents | Frühere Ausgaben | Números anteriores | Numeri precedenti | Vorige edities | Edições anteriores'
	],
	[
		'a mail that was passed on',
		isForwarding,
		'Begin forwarded message: | Début du message réexpédié : | Anfang der weitergeleiteten Nachricht: | Inicio del mensaje reenviado: | Inizio messaggio inoltrato: | Begin doorgestuurd bericht: | Início da mensagem encaminhada:'
	],
	[
		'a call to take an offer',
		isReadMore,
		'Claim your offer | Profitez de l’offre | Angebot sichern | Aprovecha la oferta | Riscatta il tuo sconto | Pak je korting | Aproveite a oferta'
	],
	[
		'an offer of the house',
		asksToPay,
		'Subscribe now | Abonnez-vous | Jetzt abonnieren | Suscríbete | Abbonati ora | Word abonnee | Assine já'
	],
	[
		'a list of what comes below',
		isTableOfContents,
		'In this issue | Au sommaire | In dieser Ausgabe | En este número | In questo numero | In deze editie | Nesta edição'
	],
	[
		'more to read of a story',
		leadsFurther,
		'Further reading | Pour aller plus loin : | Mehr zum Thema | Para saber más | Per approfondire: | Lees ook | Leia também'
	],
	[
		'a greeting',
		isGreeting,
		'Good morning, | Bonsoir à toutes, | Guten Morgen, | Hola a todos, | Buongiorno, | Hoi allemaal, | Olá a todos,'
	],
	[
		'a greeting that announces',
		greetsAhead,
		'Hello! Today: a quay | Bonjour à toutes, aujourd’hui : un quai | Guten Morgen! Heute: ein Kai | Hola a todos. Hoy: un muelle | Buongiorno! Oggi: un molo | Hoi allemaal! Vandaag: een kade | Olá a todos! Hoje: um cais'
	],
	[
		'a farewell',
		(text) => farewell.test(text),
		'See you next week | À la semaine prochaine | Bis nächste Woche | Hasta la próxima | Alla prossima | Tot volgende week | Até à próxima'
	],
	[
		'a heading of the house',
		isHouse,
		'Support us | À propos de nous | Über uns | Sobre nosotros | Chi siamo | Over ons | Sobre nós'
	],
	[
		'a question to readers',
		asksOpinion,
		'How was this issue? | Qu’avez-vous pensé de ce numéro ? | Wie gefällt Ihnen diese Ausgabe? | Qué te ha parecido este boletín | Cosa ne pensi di questo numero? | Wat vond je van deze editie? | O que achou desta edição?'
	],
	[
		'the foot',
		(text) => footerWords.test(text),
		'Unsubscribe | Se désinscrire | Newsletter abbestellen | Darse de baja | Disiscriviti | Uitschrijven | Cancelar a subscrição'
	],
	[
		'the same on the web',
		(text) => viewOnline.test(text),
		'View in your browser | Voir en ligne | Im Browser ansehen | Ver en tu navegador | Apri nel browser | Bekijk in je browser | Ver no navegador'
	],
	[
		'a sponsor',
		marksSponsor,
		'Sponsored by Lark | En partenariat avec Lark | Anzeige | Patrocinado por Lark | Sponsorizzato da Lark | Gesponsord door Lark | Em parceria com Lark'
	],
	[
		'who paid for the issue',
		thanksSponsorOfIssue,
		'This issue is brought to you by Lark | Cette édition vous est proposée par Lark | Diese Ausgabe wird präsentiert von Lark | Esta edición está patrocinada por Lark | Questo numero è offerto da Lark | Deze editie is mogelijk gemaakt door Lark | Esta edição é oferecida por Lark'
	],
	[
		'who wrote',
		isMeta,
		'By Ana Mar | Par Ana Mar | Von Ana Mar | Por Ana Mar | Di Ana Mar | Door Ana Mar | por Ana Mar'
	],
	[
		'its number',
		(text) => findNumber(text) === 12,
		'Issue 12 | Édition 12 | Ausgabe 12 | Número 12 | Puntata 12 | Editie 12 | Edição 12'
	]
];

test('a word that ends or begins with an accent → no \\b beside it, which knows of none', () => {
	const keys = new Set(languages.flatMap((words) => Object.keys(words) as (keyof LetterWords)[]));
	const all = languages.flatMap((words) =>
		[...keys].flatMap((key) => [words[key] ?? []].flat().filter((one) => one instanceof RegExp))
	);
	expect(all.length).toBeGreaterThan(100);
	const beside = /[^\0-\x7f][)?]*\\b|\\b(?:\(\?:|\()*[^\0-\x7f]|[^\0-\x7f][)?]*\|[^()]*\)\\b/u;
	expect(all.map(({ source }) => source).filter((source) => beside.test(source))).toEqual([]);
});

test.each([
	'Отписаться',
	'Zrezygnuj z subskrypcji',
	'Avprenumerera',
	'配信停止',
	'取消订阅',
	'수신거부',
	'إلغاء الاشتراك',
	'להסרה מרשימת התפוצה',
	'To leave this list click here',
	'Ne plus recevoir ces offres',
	'Hier können Sie sich abmelden',
	'Anular la suscripción',
	'Cancellati',
	'Meld je af',
	'Não desejo receber mais e-mails'
])('%s → the foot', (text) => {
	expect(footerWords.test(text)).toBe(true);
});

test.each(said)('%s, in seven languages → told', (_, tells, texts) => {
	const each = texts.split(' | ');
	expect(each).toHaveLength(7);
	expect(each.filter((text) => !tells(text))).toEqual([]);
});
