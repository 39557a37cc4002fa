// long: it is a list of words, not logic

import type { ExportWords } from './words.ts';

export const it: ExportWords = {
	headers: {
		address: [
			'(indirizzo|indirizzo di)( di)? (e ?mail|posta( elettronica)?)',
			'posta elettronica',
			'(e ?mail|indirizzo) (del )?(destinatario|iscritto|contatto|utente)',
			'indirizzo',
			'destinatario',
			'iscritto',
			'lettore'
		],
		at: [
			'(per )?giorno',
			'data( e| /)?( ?ora)?',
			'ora',
			'orario',
			'momento',
			'marca temporale',
			'quando',
			'data (dell )?(evento|azione|attivita)'
		],
		linkName: [
			'(nome|testo|titolo|etichetta|alias)( del?| di)? (link|collegamento|pulsante)',
			'pulsante'
		],
		url: [
			'collegamento',
			'link (cliccato|di destinazione)',
			'(url|indirizzo) (del link|di destinazione)',
			'destinazione',
			'pagina'
		],
		event: ['evento', 'tipo( (di )?(evento|azione|attivita))?', 'azione', 'attivita'],
		campaign: [
			'comunicazione',
			'campagna',
			'(id|codice|identificativo)( della)? campagna',
			'messaggio',
			'invio',
			'id (invio|messaggio)'
		],
		campaignName: ['(nome|titolo)( della| del| dell)? ?(campagna|messaggio|invio|newsletter)'],
		subject: ['oggetto( (del messaggio|dell e ?mail))?', 'titolo'],
		sentAt: ['data( di| dell)? ?(invio|spedizione|pubblicazione)', '(inviat[oa]|spedit[oa]) il'],
		status: ['stato( (dell |del |di )?(iscrizione|iscritto|contatto))?'],
		joined: [
			'(data (di )?)?opt ?in',
			'creato',
			'aggiunto',
			'(membro|iscritt[oa]|abbonat[oa]|cliente|lettore|lettrice|soci[oa]|utente) (dal?|dal)',
			'data( di)? (iscrizione|registrazione|creazione|inserimento)',
			'(iscritto|registrato|aggiunto|creato) (il|dal)',
			'iscrizione'
		],
		left: [
			'data( di)? (disiscrizione|cancellazione)',
			'(disiscritto|cancellato) il',
			'disiscrizione',
			'cancellazione'
		],
		channel: ['canale', 'fonte', 'sorgente', 'origine', 'provenienza', 'piattaforma'],
		country: ['paese', 'nazione', 'codice paese'],
		device: ['dispositivo', 'tipo( di)? dispositivo'],
		total: [
			'(numero|n|totale)( di)? (clic|click|aperture)',
			'aperture( totali)?',
			'(clic|click)( totali)?',
			'quantita',
			'volte',
			'totale'
		],
		unique: [
			'(numero|n) di (persone|lettori|clic unici)',
			'(clic|click) unici',
			'aperture uniche',
			'lettori',
			'persone'
		],
		reach: ['impressioni', 'visualizzazioni', 'copertura'],
		topics: ['argoment[oi]', 'temi?', 'tema', 'categori[ae]', 'etichett[ae]', 'parol[ae] chiave'],
		author: ['autor[ei]', 'autrici?e?', 'scritto da', 'redattor[ei]'],
		item: ['articol[oi]', 'notizi[ae]'],
		issue: ['(n|no|numero)( della?| di)? (edizione|newsletter)', 'numero', 'edizione', 'uscita'],
		amount: [
			'prezzo (di vendita|pagato)',
			'(importo|totale) (pagato|netto|lordo)',
			'importo( speso)?',
			'spes[ae]',
			'cost[oi]',
			'prezzo',
			'tariffa',
			'ricav[oi]',
			'vendite',
			'valore',
			'fatturato',
			'entrate',
			'guadagn[oi]',
			'commission[ei]'
		],
		currency: ['valuta'],
		from: ['dal?', 'inizio', 'data( di)? inizio', 'mese', 'settimana', 'periodo'],
		to: ['al?', 'fine', 'data( di)? fine'],
		sponsor: ['inserzionist[ai]', 'sponsor', 'marchio'],
		alias: ['id (iscritto|contatto|utente|destinatario|cliente)'],
		guaranteed: ['clic (garantiti|promessi|venduti)', 'obiettivo( di)? clic', 'garanzia'],
		conversions: ['conversioni', 'acquisti', 'ordini'],
		sessions: ['sessioni', 'visite']
	},
	times: {
		before: 'data( e ora)?|ora|orario|giorno',
		of: 'di|del|della|dell',
		after: 'il|alle',
		stems: {
			at: 'clic|click|cliccat[oa]|apertura|apert[oa]|consegna|consegnat[oa]|ricevut[oa]|lettura|lett[oa]|evento|azione',
			sentAt: 'invio|inviat[oa]|spedizione|spedit[oa]|pubblicazione|pubblicat[oa]',
			joined:
				'iscrizione|iscritt[oa]|registrazione|registrat[oa]|creazione|creat[oa]|aggiunt[oa]|inserimento',
			left: 'disiscrizione|disiscritt[oa]|cancellazione|cancellat[oa]'
		},
		others:
			'modificat[oa]|modifica|aggiornat[oa]|aggiornamento|ultim[oa]|nascita|compleanno|rimbors\\w*'
	},
	events: {
		unsubscribe: [
			'disiscri(tto|tta|tti|tte|zione|zioni)',
			'cancellat[oaie]',
			'cancellazion[ei]',
			'annullamento iscrizione'
		],
		complaint: ['reclam[oi]', 'segnalat[oaie] come spam', 'segnalazion[ei]( di)? spam', 'abuso'],
		bounce: [
			'rimbalz(o|i|ato|ata|ati)',
			'non consegnat[oaie]',
			'errore',
			'fallit[oaie]',
			'respint[oaie]',
			'mancat[ae] consegn[ae]'
		],
		click: ['clic', 'cliccat[oaie]', 'ha cliccato', 'click( su( un)? link)?', 'cliccatori?'],
		open: [
			'apert[oaie]',
			'apertur[ae]',
			'ha aperto',
			'lett[oaie]',
			'lettur[ae]',
			'visualizzat[oaie]'
		],
		delivery: [
			'consegnat[oaie]',
			'consegn[ae]',
			'inviat[oaie]',
			'invi[oi]?',
			'spedit[oaie]',
			'ricevut[oaie]',
			'non (apert|cliccat)[oaie]'
		],
		other: [
			'iscritt[oaie]',
			'iscrizion[ei]',
			'inoltrat[oaie]',
			'inoltro',
			'rispost[oaie]',
			'bloccat[oaie]',
			'rinviat[oaie]',
			'conversion[ei]',
			'condivis[oaie]'
		]
	},
	around:
		'messaggio|campagna|posta|prim[oa]|il|la|lo|l|un|una|nel|nella|di|del|della|dell|e stat[oa]|ha|si|e|su|link',
	hints: {
		unsubscribe: 'disiscri|cancellat',
		bounce: 'rimbalz',
		complaint: 'reclam|segnalat',
		click: 'clic',
		open: '\\bapert|letture',
		delivery: 'consegn|inviat|\\binvio|spedit|ricevut|destinatar'
	},
	numbers: 'numero|quantita|volte|totale|totali|di',
	states: {
		bounced: [
			'indirizzo (errato|non valido|inesistente)',
			'rimbalz(o|ato|ata)',
			'non valid[oa]',
			'errore',
			'errat[oa]',
			'irraggiungibile'
		],
		left: [
			'segnalat[oa] come spam',
			'spam',
			'disiscritt[oa]',
			'non iscritt[oa]',
			'cancellat[oa]',
			'inattiv[oa]',
			'non attiv[oa]',
			'eliminat[oa]',
			'bloccat[oa]',
			'disattivat[oa]',
			'rimoss[oa]',
			'reclamo',
			'archiviat[oa]'
		],
		pending: ['in attesa( di conferma)?', 'non confermat[oa]', 'da confermare', 'sospes[oa]'],
		active: [
			'attiv[oa]',
			'iscritt[oa]',
			'(re ?|nuovamente )iscritt[oa]',
			'confermat[oa]',
			'registrat[oa]',
			'valid[oa]',
			'si',
			'abilitat[oa]'
		]
	},
	unsent: [
		'bozz[ae]',
		'non inviat[oa]',
		'programmat[oa]',
		'pianificat[oa]',
		'in pausa',
		'annullat[oa]',
		'eliminat[oa]'
	],
	flags: {
		bounced: ['rimbalzato'],
		left: [
			'disiscritt[oa]',
			'cancellat[oa]',
			'bloccat[oa]',
			'lista nera',
			'non (inviare|contattare)( e ?mail)?'
		],
		active: [
			'(accetta|desidera|vuole|riceve|iscritt[oa] a(lla)?)( ricevere)?( la| le| nostra)? (news ?letters?|bollettino|e ?mails?)',
			'attiv[oa]',
			'iscritt[oa]',
			'consenso( e ?mail| marketing)?'
		],
		pending: ['confermat[oa]']
	},
	yes: ['si', 's', 'vero'],
	no: ['falso'],
	totals: [
		'subtotale( .{0,30})?',
		'media generale',
		'total[ei]( generale| complessivo)?',
		'somma',
		'(tutti|tutte)( i| le| gli)? (numeri|campagne|newsletter|invii|link|canali|mesi)'
	],
	sums: {
		delivered: [
			'consegnati',
			'consegnate',
			'consegne',
			'inviati',
			'inviate',
			'invii',
			'destinatari'
		],
		opens: ['aperture', 'aperture totali', 'totale aperture'],
		uniqueOpens: ['aperture uniche', 'lettori unici', 'aperti', 'aperte'],
		clicks: ['clic', 'click', 'clic totali', 'click totali', 'totale clic'],
		uniqueClicks: ['clic unici', 'click unici', 'cliccati', 'cliccate'],
		unsubscribes: ['disiscritti', 'disiscrizioni', 'cancellazioni']
	}
};
