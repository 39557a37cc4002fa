import type { LetterWords } from './words.ts';

export const de: LetterWords = {
	issue: [/ausgabe/u],
	numbered: [/ausgabe|nummer|nr\.|folge|woche|rundbrief/u],
	beforeCounts: [
		/in|im|am|an|auf|bei|für|mit|von|vor|nach|zu|der|die|das|den|dem|und|oder|unsere|meine|diese|teil|staffel|kapitel|tag|jahr|über|unter|als|nur|erste|ersten|letzten|nächsten/u
	],

	calls: [
		/(jetzt|hier) (anmelden|bewerben|entdecken|weiterlesen|registrieren|mitmachen|herunterladen|abstimmen|teilnehmen)|zu[rm] (anmeldung|angebot|bericht|veranstaltung|stellenanzeige|stelle|shop|programm|interview|rezept|text|meldung)|weiter/u,
		/(den |das |die )?(ganzen |ganze |vollständigen )?(artikel|beitrag|bericht|interview|meldung|video) (lesen|ansehen)|(weitere|mehr) informationen|alle .{1,30} (anzeigen|ansehen|lesen)|zu allen .{1,30}/u,
		/(weiter|mehr) ?(lesen|erfahren)|jetzt lesen|zum (artikel|beitrag|podcast|video)|hier( klicken| lesen)?|mehr( infos?| dazu)?|(jetzt )?(kaufen|bestellen|buchen)|in den warenkorb|(jetzt )?(ansehen|anschauen|anhören|öffnen)|(jetzt )?(dein |ihr |das )?(angebot|rabatt|vorteil|gutschein) (sichern|einlösen|nutzen)/u
	],
	all: [/zu allen .{3,30}|alle .{3,30}(?:anzeigen|ansehen|lesen|im überblick)/u],
	appendices: [
		/(\d{1,6} )?kommentare?|kommentar (schreiben|hinterlassen)|zur (quelle|studie|website)|quelle/u
	],
	refrains: [
		/warum (?:das|es) wichtig ist|worum (?:es geht|geht(?:['’]s| es))|was passiert ist|was das bedeutet|wie es weitergeht/u,
		/warum (?:ist das wichtig|sollte dich das interessieren|das zählt)|das wichtigste in kürze|meine (?:meinung|einschätzung)/u,
		/(?:der )?hintergrund|(?:der )?kontext|das große (?:ganze|bild)|(?:die|im) details?|(?:das )?fazit|unterm strich/u
	],
	further: [
		/(?:mehr )?zum weiterlesen|mehr (?:dazu|zum thema)|(?:siehe|lesen sie) auch|lies auch/u
	],
	contents: [
		/in dieser (?:ausgabe|woche)|inhalt(?:sverzeichnis)?|(?:das|was) (?:dich|sie|euch) (?:heute )?erwartet|(?:die )?themen (?:heute|dieser ausgabe|der woche)/u
	],
	sections: [
		'kurz notiert|unsere tipps|unsere empfehlungen|kurz gemeldet|meldungen|nachrichten|termine|veranstaltungen|werkzeuge|lesetipps|leseempfehlungen|zum schluss|stellen|bücher'
	],

	online: [
		/(?:zur |als )?web-?(?:version|ansicht)|(?:online|browser)-?(?:version|ansicht)|nicht (?:richtig|korrekt) (?:angezeigt|dargestellt)/u,
		/(?:(?:im|in ihrem|in deinem) browser|online) (?:ansehen|öffnen|lesen|anzeigen|betrachten)/u
	],
	foot: [
		/(?:newsletter|abo|abonnement|e-?mails?) (?:abbestellen|abmelden)|vom newsletter abmelden|sich abmelden|(?:aus dem|vom) verteiler|keine (?:weiteren )?(?:e-?mails|newsletter|nachrichten) (?:mehr )?(?:erhalten|bekommen)|hier abmelden|^abmelden|\babmelden:$/u,
		/(?:du (?:erhältst|bekommst)|sie (?:erhalten|bekommen)) diese|alle rechte vorbehalten/u,
		/(?:abo(?:nnement)?|(?:e-?mail-?)?einstellungen|profil) (?:verwalten|ändern|anpassen)|newsletter-?(?:abmeldung|einstellungen)|aus (?:dem|unserem) verteiler|^(?:impressum|datenschutz(?:erklärung|hinweise)?)$/u
	],
	leaving: [/\b(?:abmelden|abbestellen)\b/u],
	passedOn: [/wurde (?:ihnen |dir )?dieser newsletter weitergeleitet/u],
	follow: [/folg(?:e|en|t) (?:uns|mir|sie uns)(?: auf| bei)?/u],
	forwarded: [
		/weitergeleitete nachricht|anfang der weitergeleiteten nachricht|ursprüngliche nachricht|(?:von|gesendet|datum|betreff|an)\s?:\s\S/u
	],

	subject: [/betreff/u],
	subjectMarks: [/wg|aw/u],
	house: [
		/(?:frühere|letzte|vergangene|bisherige|ältere) (?:ausgaben|newsletter)(?=\W*$)/u,
		/für (?:alle )?neuen? (?:leser|leserinnen|abonnenten)(?=\W*$)/u,
		/(?:unterstütz(?:e|en|t) (?:uns|sie uns|unsere?n?|diesen|diese)|spenden?(?: (?:sie|jetzt|uns))?$|über (?:uns|mich|diesen newsletter)|folg(?:e|en|t) (?:uns|mir|sie uns)|teile?n? (?:sie )?(?:diese|den|dieses))(?![\p{L}])/u,
		/(?:(?:weiter)?empfehlen sie|empfiehl|abonnier|werde mitglied|mitglied werden|danke|bis (?:bald|nächste|zum nächsten|morgen)|wie (?:fand|hat (?:dir|ihnen|euch))|impressum|kontakt$)(?![\p{L}])/u,
		/(?:mitwirkende)(?=\W*$)/u
	],
	houseLeads: [/dank an|danke? an/u],
	sells: [
		/\b(?:werden? (?:sie|du) (?:mitglied|sponsor|werbepartner)|(?<!\S )werden? (?:mitglied|sponsor|werbepartner)|(?:eine |ihre |deine )?anzeige (?:schalten|buchen|aufgeben))/u,
		/^(?:jetzt )?(?:abonnieren|abo (?:sichern|abschließen|bestellen|verschenken))\b(?=.{0,40}$)/u
	],
	opinions: [
		/wie (?:hat|fandest|fanden|gefällt) (?:dir|ihnen|euch|du|sie|ihr) (?:die|diese[rs]?|der|das)/u
	],
	polls: [
		/(?:die |unsere |kleine ){0,2}(?:umfrage|frage|quiz)(?: (?:der woche|des tages|des monats))?/u
	],
	farewells: [
		/bis (?:bald|nächste|zum nächsten|morgen|dann|kommende)|(?:liebe|viele|herzliche|beste|schöne|freundliche) grüße|mit (?:freundlichen|herzlichen|besten) grüßen/u,
		/schönes wochenende|(?:einen )?schönen (?:tag|sonntag|feierabend)|das war(?:['’]s| es)|danke (?:fürs|für das|für ihr|fürs mit)|(?:leiten sie|leite|leitet) (?:diese|den|das|ihn|sie)\b.{0,40} weiter/u,
		/(?:haben sie|hast du|habt ihr|noch) (?:fragen|feedback|anregungen|ideen|vorschläge)/u
	],
	ahead: [/heute|diese woche|in dieser ausgabe/u],
	greetings: [
		/hallo|guten (?:morgen|tag|abend)|moin|servus|willkommen|liebe[rs]? (?:leser|freund|leute|community|kolleg|abonn)\p{L}*/u
	],
	ofItself: [/\bausgabe\b|\bwöchentliche[rn]? newsletter\b|\bder newsletter,? (?:der|für)\b/u],
	editorials: [/vorwort|liebe leser(?:innen)?/u],
	announcing: [/in dieser/u],
	beside: [/danke? an|siehe auch|mehr dazu/u],

	sponsors: [
		/(?:anzeige|werbung)\s*(?:[:|–—-]|$)|(?:gesponsert|präsentiert|unterstützt) (?:von|durch)|gesponserte?r? (?:beitrag|inhalt|link)/u,
		/(?:(?:ein )?(?:beitrag|wort|gruß) unsere[sr]n? |(?:eine )?(?:nachricht|botschaft) (?:von )?unsere[smr]n? |unsere?[mnrs]? )(?:werbe|medien)?(?:partner|sponsor)(?:s|en|innen|in)?(?: der woche| des monats)?\s*(?:[:|–—-]|$)/u,
		/partner(?:inhalt|beitrag)|bezahlte[rs]? (?:beitrag|inhalt|werbung)|mit freundlicher unterstützung|sponsor(?:en)? (?:der woche|des monats|dieser ausgabe)|werbliche anzeige/u,
		/in (?:kooperation|zusammenarbeit|partnerschaft) mit|bezahlte (?:partnerschaft|anzeige)/u
	],
	sponsorsOfIssue: [
		/(?:diese ausgabe|dieser newsletter) wird .{0,20}(?:unterstützt|gesponsert|präsentiert|ermöglicht)/u
	],
	sponsoredBehind: [/anzeige|werbung/u],
	sponsorTags: [/anzeige|werbung/u],
	paidBy: [/von|durch/u],
	trade: [/werbung|anzeigen?|partnerschaften?/u],

	deeds: [
		/(?:\d{1,6} )?(?:kommentieren|reagieren|gefällt mir|kommentare?)|(?:in der )?app(?: (?:lesen|öffnen))?|link kopieren/u
	],
	share: [/teilen(?: diesen artikel)?(?: (?:auf|via|mit))?/u],

	by: [/von/u],
	reading: [/lesezeit/u],
	credits: [/(?:bild|fotos?|quelle)(?: von)?/u],
	at: [/um|von|ab/u],
	oclock: [/uhr/u],
	until: [/bis/u]
};
