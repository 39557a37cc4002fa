// What the regular expressions of words.ts say in French and English, in German, Spanish, Italian,
// Dutch and Portuguese: alternatives, in that order.

const one = (...alternatives: string[]) => alternatives.join('|');

/** Reading the same elsewhere. */
export const onlineWords = one(
	'(?:zur |als )?web-?(?:version|ansicht)|(?:online|browser)-?(?:version|ansicht)|(?:im|in ihrem|in deinem) browser (?:ansehen|öffnen|lesen|anzeigen|betrachten)|nicht (?:richtig|korrekt) (?:angezeigt|dargestellt)',
	'(?:ver|leer|abrir)\\b.{0,30} en (?:el|tu|su) navegador|versión (?:web|en línea)|no (?:puedes?|se) ve[rs]?\\b.{0,40}(?:correo|email|mensaje)',
	'(?:vedi|visualizza|leggi|apri)\\b.{0,30} (?:nel (?:tuo )?browser|online)|versione (?:web|online)|non (?:visualizzi|riesci a (?:vedere|leggere))',
	'(?:bekijk|open|lees)\\b.{0,30} (?:in (?:je |uw |de )?browser|online)|(?:web|online)-?versie|niet (?:goed|correct) (?:weergegeven|leesbaar)',
	'(?:ver|ler|abrir)\\b.{0,30} n[oa] (?:seu )?(?:navegador|browser)|versão (?:web|online)|não consegue (?:ver|ler|visualizar)'
);

/** Headings of five words at most over what the publication says of itself. */
export const houseWords = one(
	'unterstütz(?:e|en|t) (?:uns|sie uns|unsere?n?|diesen|diese)|spenden?(?: (?:sie|jetzt|uns))?$|über (?:uns|mich|diesen newsletter)|folg(?:e|en|t) (?:uns|mir|sie uns)|teile?n? (?:sie )?(?:diese|den|dieses)|(?:weiter)?empfehlen sie|empfiehl|abonnier|werde mitglied|mitglied werden|danke|bis (?:bald|nächste|zum nächsten|morgen)|wie (?:fand|hat (?:dir|ihnen|euch))|impressum|kontakt$',
	'apoya (?:a|este|esta|nuestr)|dona(?: ahora)?$|sobre (?:nosotros|mí|esta newsletter)|síguenos|sígueme|comparte|suscríbete|suscríbase|gracias|hasta (?:la|el|pronto|mañana)|hazte (?:soci|miembro)|únete|qué te ha parecido|te ha gustado|contacto$',
	'sosten(?:ere|ete)|sostieni|dona(?: ora)?$|chi (?:siamo|sono)|seguici|seguimi|condividi|iscriviti|abbonati|grazie|alla prossima|diventa (?:soci|membro|sostenitore)|cosa ne pensi|ti è piaciut|contatti$',
	'steun (?:ons|onze|dit|deze|de redactie)|doneer|over (?:ons|mij|deze nieuwsbrief)|volg (?:ons|mij)|deel (?:deze|dit|ons)|abonneer|bedankt|tot (?:volgende|de volgende|morgen|snel)|word (?:lid|abonnee|vriend)|wat vond je|contact$',
	'apoi(?:e|a) (?:o|a|este|esta|nosso|nossa)|faça uma doação|sobre (?:nós|mim|esta newsletter)|siga-nos|siga(?: a gente)|compartilhe|partilhe|subscreva|assine|obrigad[oa]|até (?:à próxima|a próxima|breve|amanhã|para a semana)|torne-se|junte-se|o que achou|gostou|contactos?$'
);

/** What an issue ends with. */
export const farewellWords = one(
	"bis (?:bald|nächste|zum nächsten|morgen|dann|kommende)|(?:liebe|viele|herzliche|beste|schöne|freundliche) grüße|mit (?:freundlichen|herzlichen|besten) grüßen|schönes wochenende|(?:einen )?schönen (?:tag|sonntag|feierabend)|das war(?:(?:’|')s| es)|danke (?:fürs|für das|für ihr|fürs mit)",
	'hasta (?:la próxima|la semana|mañana|el|pronto|luego)|esto es todo|(?:y )?(?:eso|esto) es todo|gracias por (?:leer|estar|tu)|un (?:fuerte )?abrazo|un saludo|saludos|buen (?:fin de semana|domingo)|feliz (?:semana|domingo|fin)',
	'alla prossima|a (?:presto|domani|lunedì|martedì|mercoledì|giovedì|venerdì|sabato|domenica|settimana prossima)|(?:per oggi )?è tutto|grazie (?:per|di) (?:aver|la lettura|leggere|essere)|buon(?:a)? (?:lettura|settimana|domenica|weekend|fine settimana)|un abbraccio|un saluto|cordiali saluti',
	'tot (?:volgende|de volgende|morgen|snel|dan|ziens)|dat was het|bedankt voor (?:het|je|uw)|(?:fijn|goed|prettig) weekend|(?:met )?(?:vriendelijke|hartelijke|warme|lieve) groet(?:en)?|groet(?:en|jes)',
	'até (?:à próxima|a próxima|amanhã|breve|logo|já|para a semana|segunda|terça|quarta|quinta|sexta)|(?:por hoje )?é (?:tudo|isso)|obrigad[oa] por (?:ler|nos|estar|nos ler)|bom (?:fim de semana|domingo)|boa (?:semana|leitura)|um abraço|abraços'
);

/** What marks that somebody paid; those that are words of the news as well stand alone or before a colon. */
export const sponsorWords = [
	'(?:anzeige|werbung|publicidad|anuncio|pubblicità|annuncio|inserzione|advertentie|publicidade|anúncio)\\s*(?:[:|–—-]|$)',
	'(?:gesponsert|präsentiert|unterstützt) (?:von|durch)|gesponserte?r? (?:beitrag|inhalt|link)|in (?:kooperation|zusammenarbeit|partnerschaft) mit|bezahlte (?:partnerschaft|anzeige)|(?:diese ausgabe|dieser newsletter) wird .{0,20}(?:unterstützt|gesponsert|präsentiert|ermöglicht)',
	'patrocinad[oa](?: por)?|patrocinador(?:es)?|contenido patrocinado|en colaboración con|con el (?:apoyo|patrocinio) de|(?:esta edición|este boletín|esta newsletter|este número) .{0,20}(?:patrocinad|ofrecid)[oa]',
	'sponsorizzat[oa](?: da)?|in (?:collaborazione|partnership) con|contenuto sponsorizzato|messaggio promozionale|(?:offert|presentat)[oa] da|(?:questa newsletter|questo numero) .{0,20}(?:offert|sponsorizzat|sostenut)[oa]',
	'gesponsord(?: door)?|in samenwerking met|(?:mede )?mogelijk gemaakt door|aangeboden door|partnerbijdrage|deze (?:nieuwsbrief|editie) .{0,20}(?:gesponsord|mogelijk gemaakt)',
	'em parceria com|conteúdo patrocinado|patrocínio(?: de)?|com o apoio de|oferecid[oa] por|(?:esta edição|esta newsletter) .{0,20}(?:patrocinad|oferecid)a'
];

/** Headings over a list of what comes below. */
export const contentsWords = one(
	'in dieser (?:ausgabe|woche)|inhalt(?:sverzeichnis)?|(?:das|was) (?:dich|sie|euch) (?:heute )?erwartet|(?:die )?themen (?:heute|dieser ausgabe|der woche)',
	'en (?:este|esta) (?:número|edición|boletín|newsletter)|(?:índice|sumario|contenidos?)',
	'in quest[oa] (?:numero|edizione|newsletter)|(?:sommario|indice)',
	'in deze (?:editie|nieuwsbrief|uitgave)|inhoud(?:sopgave)?|dit lees je (?:vandaag|deze week)',
	'nest[ae] (?:edição|número|newsletter)|sumário|conteúdo'
);

/** How letters begin; words of the news as well only where they address somebody. */
export const greetingWords = one(
	'hallo|guten (?:morgen|tag|abend)|moin|servus|willkommen|liebe[rs]? (?:leser|freund|leute|community|kolleg|abonn)\\p{L}*',
	'hola|buenos días|buenas (?:tardes|noches)|bienvenid[oa]s?|(?:querid|estimad)[oa]s? \\p{L}+(?=[,:])',
	'ciao|buongiorno|buonasera|benvenut[oaie]|(?:car[oaie]|gentil[ei]) \\p{L}+(?=[,:])',
	'hoi|goede(?:morgen|middag|navond)|welkom|beste (?:lezer|vriend|abonnee|collega)\\p{L}*',
	'olá|bom dia|boa (?:tarde|noite)|bem-vind[oa]s?|(?:querid|prezad|car)[oa]s? \\p{L}+(?=[,:])'
);

/** What opens a paragraph of a story after story. */
export const refrainWords = one(
	"warum (?:das|es) wichtig ist|worum (?:es geht|geht(?:(?:’|')s| es))|was passiert ist|was das bedeutet|wie es weitergeht|(?:der )?hintergrund|(?:der )?kontext|das große (?:ganze|bild)|(?:die|im) details?|(?:das )?fazit|unterm strich",
	'(?:y )?por qué (?:es importante|importa)|qué ha pasado|l(?:a|as) claves?|(?:el )?contexto|(?:en|los) detalles?|qué (?:significa|viene ahora)|(?:y )?(?:ahora qué|qué pasa ahora)|en resumen',
	'perché (?:è importante|conta)|(?:che )?cosa (?:è successo|significa|succede ora)|(?:il )?contesto|in sintesi|i dettagli|e (?:adesso|ora)',
	'waarom (?:dit|het) (?:ertoe doet|belangrijk is)|wat (?:is er gebeurd|betekent dit)|(?:de )?(?:context|achtergrond)|de details|hoe nu verder|kort samengevat',
	'por que (?:isto |isso )?(?:é importante|importa)|o que (?:aconteceu|significa|se segue)|(?:o )?contexto|em resumo|os detalhes|e agora'
);

/** Headings over what the editors say themselves. */
export const editorialWords = one(
	'vorwort|editoriale|voorwoord|redactioneel|liebe leser(?:innen)?'
);
