import type { LetterWords } from './words.ts';

export const it: LetterWords = {
	issue: [/numero|edizione/u],
	numbered: [/numero|n\.|edizione|puntata|settimana/u],
	beforeCounts: [
		/in|a|di|da|del|della|con|per|su|tra|fra|i|gli|le|il|lo|la|un|una|e|o|questi|parte|stagione|capitolo|giorno|dopo|oltre|più|meno|solo|primi|ultimi/u
	],

	calls: [
		/(maggiori|più) informazioni|(leggi|guarda|ascolta|scopri|vedi|vai) (il |la |l.|all.|al |alla )?(articolo|notizia|intervista|video|puntata|offerta|podcast|programma)( complet[oa])?|(vedi|scopri|leggi) tutt[ie]( le| gli| i)? .{1,40}/u,
		/(iscriviti|registrati|candidati|scarica)( ora| qui| il pdf)/u,
		/(leggi|scopri|guarda|ascolta|apri)( (tutto|di più|l.articolo|qui|ora))?|continua a leggere|acquista( ora)?|compra( ora)?|prenota( ora)?|per saperne di più|qui|(approfitta dell.|riscatta (il|la|l.)|richiedi (il|la|l.)) ?(tuo |tua )?(offerta|sconto|regalo)/u
	],
	all: [/(?:vedi|scopri|leggi) tutt[ie](?: le| gli| i)? .{3,40}/u],
	appendices: [/(\d{1,6} )?commenti|fonte|lascia un commento/u],
	refrains: [
		/perché (?:è importante|conta)|(?:che )?cosa (?:è successo|significa|succede ora)|(?:il )?contesto|in sintesi|i dettagli|e (?:adesso|ora)|perché (?:ci|ti) riguarda|in conclusione|la mia opinione/u
	],
	further: [
		/per (?:approfondire|saperne di più)|(?:leggi|vedi) anche|(?:altro )?sullo stesso tema/u
	],
	contents: [/in quest[oa] (?:numero|edizione|newsletter)|(?:sommario|indice)/u],
	sections: [
		'in breve|i nostri consigli|le nostre scelte|notizie|eventi|strumenti|letture|da leggere|libri|lavoro'
	],

	online: [
		/(?:vedi|visualizza|leggi|apri)\b.{0,30} (?:nel (?:tuo )?browser|online)|versione (?:web|online)|non (?:visualizzi|riesci a (?:vedere|leggere))/u
	],
	foot: [
		/disiscriv|^cancellati$|^disdici$|non (?:voglio|vuoi|desidero|desideri) più ricevere|per non ricevere più|rimuovimi|cancella(?:ti| la tua)? iscrizione|(?:ricevi|hai ricevuto) (?:questa|questo)|tutti i diritti riservati/u,
		/(?:gestisci|modifica|aggiorna) (?:(?:le|la) )?(?:mie|tue|sue|tua|sua|mia)? ?(?:iscrizion[ei]|preferenze)|annulla (?:la )?(?:tua )?iscrizione|^(?:informativa (?:sulla )?privacy|note legali)$/u
	],
	leaving: [/disiscri/u],
	passedOn: [/ti hanno inoltrato/u],
	follow: [/seguici(?: su)?/u],
	forwarded: [/(?:inizio )?messaggio (?:inoltrato|originale)|(?:inviato|oggetto)\s?:\s\S/u],

	subject: [/oggetto/u],
	subjectMarks: [/rif/u],
	house: [
		/(?:numeri|edizioni) (?:precedenti|passat[ie])(?=\W*$)/u,
		/per i nuovi (?:lettori|iscritti|abbonati)(?=\W*$)/u,
		/prima di (?:andare|salutarci|lasciarci)(?=\W*$)/u,
		/(?:sosten(?:ere|ete)|sostieni|dona(?: ora)?$|chi (?:siamo|sono)|seguici|seguimi|condividi|iscriviti|abbonati|grazie|alla prossima)(?![\p{L}])/u,
		/(?:diventa (?:soci|membro|sostenitore)|cosa ne pensi|ti è piaciut|contatti$)(?![\p{L}])/u,
		/(?:crediti)(?=\W*$)/u
	],
	houseLeads: [/grazie a/u],
	sells: [
		/\b(?:diventa (?:sponsor|partner|soci[oa]|sostenitore)|inserisci (?:un|il tuo) annuncio)/u,
		/^(?:abbonati|iscriviti|regala un abbonamento)(?: (?:ora|subito|adesso|qui|alla newsletter))?(?=\W*$)/u
	],
	opinions: [/(?:ti è piaciut[ao]|cosa (?:ne )?pensi di) (?:questa|questo)/u],
	polls: [/(?:il |la )?(?:sondaggio|domanda)(?: (?:del giorno|della settimana))?/u],
	farewells: [
		/alla prossima|a (?:presto|domani|lunedì|martedì|mercoledì|giovedì|venerdì|sabato|domenica|settimana prossima)|(?:per oggi )?è tutto/u,
		/grazie (?:per|di) (?:aver|la lettura|leggere|essere)|buon(?:a)? (?:lettura|settimana|domenica|weekend|fine settimana)|un abbraccio|un saluto|cordiali saluti|non esitare a (?:condivider|inoltrar)/u,
		/(?:hai|avete) (?:domande|idee|suggerimenti|commenti)/u
	],
	ahead: [/oggi|questa settimana|in questo numero/u],
	greetings: [/ciao|buongiorno|buonasera|benvenut[oaie]|(?:car[oaie]|gentil[ei]) \p{L}+(?=[,:])/u],
	ofItself: [/\b(?:edizione|newsletter settimanale)\b|\bla newsletter (?:che|per)\b/u],
	editorials: [/editoriale/u],
	announcing: [/in questa/u],
	beside: [/grazie a|vedi anche/u],

	sponsors: [
		/(?:pubblicità|annuncio|inserzione)\s*(?:[:|–—-]|$)|sponsorizzat[oa](?: da)?|in (?:collaborazione|partnership) con/u,
		/(?:un messaggio (?:dal|del) |il )?nostr[oi] sponsor|(?:con il|grazie al) (?:sostegno|supporto) di .{2,30}$|pubbliredazionale/u,
		/(?:contenuto|articolo|spazio|messaggio) (?:promosso|promozionale|pubblicitario|sponsorizzato)|(?:offert|presentat)[oa] da/u
	],
	sponsorsAlone: [/sponsorizzat[oa]/u],
	sponsorsOfIssue: [
		/(?:questa newsletter|questo numero) .{0,20}(?:offert|sponsorizzat|sostenut)[oa]/u
	],
	sponsorTags: [/sponsorizzato|pubblicità/u],
	paidBy: [/da/u],
	trade: [/pubblicità|annunci/u],

	deeds: [
		/(?:\d{1,6} )?(?:commenta|mi piace|commenti)|leggi (?:nella |nell['’]|l['’])?app|copia link/u
	],
	share: [/condividi(?: questo)?(?: (?:su|via|con))?/u],

	by: [/di/u],
	reading: [/di lettura/u],
	credits: [/(?:foto|immagine|fonte)(?: (?:di|by)){0,2}/u],
	at: [/alle(?: ore)?|ore|dalle|da/u],
	oclock: [/ore/u],
	until: [/al?le/u]
};
