// long: it is a list of words, not logic

import type { ExportWords } from './words.ts';

export const de: ExportWords = {
	headers: {
		address: [
			'(e ?mail|mail) ?(adresse|adressen)',
			'(empfanger|kontakt|abonnenten|kunden|teilnehmer|leser) ?(e ?mail|mail) ?(adresse)?',
			'empfanger( ?adresse)?',
			'abonnent(in)?',
			'leser(in)?',
			'an'
		],
		at: [
			'(pro |je )?tag',
			'zeit(punkt|stempel)?',
			'datum( ?(und|/)? ?(uhr)?zeit)?',
			'(ereignis|aktions|klick|offnungs|zustell|versand) ?(datum|zeit|zeitpunkt)',
			'uhrzeit',
			'wann'
		],
		linkName: [
			'link ?(name|text|bezeichnung|titel|alias)',
			'(name|text|bezeichnung) des links',
			'ankertext',
			'schaltflache'
		],
		url: [
			'(geklickter? )?link',
			'link ?adresse',
			'ziel( ?(url|adresse|seite))?',
			'webadresse',
			'seite'
		],
		event: [
			'ereignis(typ|art)?',
			'aktion(styp)?',
			'aktivitat',
			'art( des ereignisses)?',
			'typ',
			'vorgang'
		],
		campaign: [
			'kampagne',
			'kampagnen ?id',
			'mailing ?id',
			'newsletter ?id',
			'nachricht',
			'aussendung',
			'versand'
		],
		campaignName: [
			'(kampagnen?|mailing|newsletter|nachrichten) ?(name|titel|bezeichnung)',
			'name der kampagne'
		],
		subject: ['betreff( ?zeile)?', 'titel'],
		sentAt: [
			'versand(datum|zeitpunkt|zeit|t am)',
			'(gesendet|versendet|verschickt) am',
			'sendedatum',
			'datum des versands'
		],
		status: ['zustand', '(abonnenten|kontakt|anmelde|abo) ?status'],
		joined: [
			'opt ?in( datum)?',
			'hinzugefugt',
			'erstellt',
			'registriert',
			'aktiviert( am)?',
			'eingetragen',
			'(mitglied|kunde|kundin|abonnent(in)?|leser(in)?|unterstutzer(in)?|nutzer(in)?|dabei) seit',
			'(anmelde|eintragungs|registrierungs|erstellungs|abonnement) ?datum',
			'(angemeldet|eingetragen|registriert|erstellt|hinzugefugt|abonniert) (am|seit)',
			'anmeldung',
			'(ein|bei)tritt(s ?datum)?',
			'eintragung'
		],
		left: [
			'opt ?out( datum)?',
			'abmelde ?datum',
			'deaktiviert( am)?',
			'(abgemeldet|ausgetragen|abbestellt|gekundigt) am',
			'abmeldung',
			'austritt(s ?datum)?',
			'austragung(s ?datum)?',
			'kundigung(s ?datum)?',
			'abbestellung'
		],
		channel: ['kanal', 'quelle', 'herkunft', 'anmelde ?quelle', 'plattform'],
		country: ['land', 'lander ?code'],
		device: ['gerat(etyp)?', 'endgerat'],
		total: [
			'anzahl( (der )?(klicks|offnungen))?',
			'klicks( gesamt)?',
			'offnungen( gesamt)?',
			'(gesamt|alle) ?(klicks|offnungen)',
			'gesamt'
		],
		unique: [
			'(klicks|offnungen) (eindeutig|unique)',
			'anzahl (der )?(klicker|offner|leser)',
			'(eindeutige|einmalige|unique) (klicks|offnungen)',
			'klicker',
			'offner'
		],
		reach: ['impressionen', 'reichweite', 'einblendungen', 'aufrufe'],
		topics: ['them(a|en)', 'kategorien?', 'schlagworte?r?', 'stichworte?r?'],
		author: ['autor(in|en|innen)?', 'verfasser(in)?', 'geschrieben von'],
		item: ['artikel', 'beitrag', 'meldung', 'uberschrift'],
		issue: [
			'(ausgaben?|newsletter|edition) ?(nr|nummer)|(nr|nummer) (der )?ausgabe',
			'ausgabe( ?nummer)?',
			'nummer',
			'heft'
		],
		amount: [
			'(gesamt|werbe|media)ausgaben',
			'(verkaufs|kauf) ?preis',
			'(brutto|netto|gesamt|rechnungs) ?(betrag|preis)',
			'(bezahlter|gezahlter) betrag',
			'betrag',
			'(ausgegebener )?betrag',
			'kosten',
			'ausgaben',
			'preis',
			'umsatz',
			'wert',
			'honorar',
			'bruttoumsatz',
			'nettoumsatz',
			'einnahmen',
			'verdienst',
			'provision(en)?'
		],
		currency: ['wahrung'],
		from: ['von', 'beginn', 'start ?datum', 'monat', 'woche', 'zeitraum', 'ab'],
		to: ['bis', 'ende', 'end ?datum'],
		sponsor: ['werbekunde', 'anzeigenkunde', 'inserent', 'werbepartner', 'marke'],
		alias: ['(abonnenten|kontakt|empfanger|kunden|nutzer) ?(id|nummer)'],
		guaranteed: [
			'garantierte klicks',
			'(zugesagte|gebuchte|verkaufte) klicks',
			'klickziel',
			'garantie'
		],
		conversions: ['konversionen', 'bestellungen', 'kaufe', 'verkaufe', 'abschlusse'],
		sessions: ['sitzungen', 'besuche']
	},
	times: {
		before: 'datum( und uhrzeit)?|zeitpunkt|uhrzeit|zeit|tag',
		of: 'der|des|von',
		after: 'am|um|datum|zeit|zeitpunkt',
		stems: {
			at: 'klicks?|geklickt|angeklickt|offnung|geoffnet|zustellung|zugestellt|empfangen|gelesen|abmeldung|ereignis(ses)?|aktion',
			sentAt: 'versands?|versandt|versendet|gesendet|verschickt|veroffentlicht',
			joined:
				'anmeldung|angemeldet|eintragung|eingetragen|registrierung|registriert|erstellt|hinzugefugt|abonniert|bestatigt',
			left: 'abmeldung|abgemeldet|ausgetragen|abbestellt|gekundigt|geloscht'
		},
		others:
			'geandert|anderung|aktualisiert|aktualisierung|letzte[rsn]?|geburts\\w*|zuletzt|(ruck)?erstatt\\w*'
	},
	events: {
		unsubscribe: [
			'abmeldung(en)?',
			'abgemeldet',
			'abbestell(t|ung|ungen)',
			'ausgetragen',
			'austragung'
		],
		complaint: [
			'beschwerden?',
			'spam ?(beschwerde|meldung)(n|en)?',
			'als spam (markiert|gemeldet)'
		],
		bounce: [
			'(hard|soft) ?bounces?',
			'unzustellbar',
			'nicht zugestellt',
			'nicht zustellbar',
			'fehlgeschlagen',
			'rucklaufer',
			'abgewiesen'
		],
		click: ['(an)?geklickt', 'klicks?', '(link )?klick', 'klicker', '(hat )?link (an)?geklickt'],
		open: [
			'geoffnet',
			'offnung(en)?',
			'offner',
			'oeffnung(en)?',
			'geoeffnet',
			'gelesen',
			'angesehen'
		],
		delivery: [
			'zugestellt',
			'zustellung(en)?',
			'versendet',
			'versandt',
			'gesendet',
			'verschickt',
			'versand',
			'empfangen',
			'nicht (geoffnet|geklickt)'
		],
		other: [
			'angemeldet',
			'anmeldung(en)?',
			'abonniert',
			'weitergeleitet',
			'weiterleitung',
			'beantwortet',
			'verzogert',
			'blockiert',
			'ausgelassen',
			'konversion'
		]
	},
	around: 'nachricht|kampagne|mail|erste[rs]?|der|die|das|des|ein|eine|einen|auf|im|wurde|hat|sich',
	hints: {
		unsubscribe: 'abmeld|abgemeld|abbestell|ausgetrag',
		bounce: 'unzustellbar|rucklauf',
		complaint: 'beschwerde',
		click: 'klick',
		open: 'offnung|geoffnet|offner|gelesen',
		delivery: 'zugestellt|zustellung|versand|versend|gesendet|empfanger'
	},
	numbers: 'anzahl|anz|zahl|gesamt|der|von',
	states: {
		bounced: [
			'(hard|soft) ?bounce',
			'unzustellbar',
			'ungultig',
			'fehler(haft)?',
			'nicht zustellbar'
		],
		left: [
			'abgemeldet',
			'abbestellt',
			'ausgetragen',
			'inaktiv',
			'nicht (aktiv|abonniert|angemeldet)',
			'geloscht',
			'gesperrt',
			'blockiert',
			'gekundigt',
			'deaktiviert',
			'widerrufen',
			'widersprochen',
			'beschwerde',
			'archiviert'
		],
		pending: [
			'(doi|double opt in|opt in|bestatigung) (ausstehend|offen)',
			'ausstehend',
			'unbestatigt',
			'nicht bestatigt',
			'wartend',
			'wartet auf bestatigung',
			'offen'
		],
		active: [
			'aktiv',
			'angemeldet',
			'(wieder|erneut|neu) ?angemeldet',
			'abonniert',
			'abonnent(in)?',
			'bestatigt',
			'eingetragen',
			'gultig',
			'ja',
			'freigegeben'
		]
	},
	unsent: [
		'entwurfe?',
		'nicht (versendet|gesendet|verschickt)',
		'geplant',
		'wartend',
		'pausiert',
		'abgebrochen',
		'storniert',
		'geloscht'
	],
	flags: {
		bounced: ['unzustellbar'],
		left: [
			'inaktiv',
			'abgemeldet',
			'abbestellt',
			'gesperrt',
			'auf (der )?(sperrliste|blacklist)',
			'keine e ?mails?',
			'nicht (mailen|kontaktieren)',
			'werbesperre',
			'geloscht'
		],
		active: [
			'(news ?letter|e ?mails?|rundbrief)( |)(erwunscht|gewunscht|erlaubt|abonniert|empfanger|anmeldung|einwilligung|ja nein)|(mochte|wunscht|bekommt|erhalt)( den| unseren)? (newsletter|rundbrief)( erhalten)?',
			'aktiv',
			'angemeldet',
			'abonniert',
			'einwilligung',
			'newsletter'
		],
		pending: ['bestatigt']
	},
	yes: ['ja', 'j', 'wahr'],
	no: ['nein', 'falsch', 'nie'],
	totals: [
		'zwischensumme( .{0,30})?',
		'durchschnitt',
		'mittelwert',
		'gesamt(summe)?',
		'summe',
		'gesamtergebnis',
		'mittel',
		'schnitt',
		'alle (ausgaben|kampagnen|newsletter|links|kanale|monate)',
		'insgesamt'
	],
	sums: {
		delivered: [
			'zugestellt',
			'zustellungen',
			'zugestellte e mails',
			'versendet',
			'gesendet',
			'empfanger'
		],
		opens: ['offnungen', 'offnungen gesamt', 'gesamtoffnungen', 'alle offnungen'],
		uniqueOpens: [
			'eindeutige offnungen',
			'einmalige offnungen',
			'unique offnungen',
			'offner',
			'geoffnet'
		],
		clicks: ['klicks', 'klicks gesamt', 'gesamtklicks', 'alle klicks'],
		uniqueClicks: [
			'eindeutige klicks',
			'einmalige klicks',
			'unique klicks',
			'klicker',
			'geklickt',
			'angeklickt'
		],
		unsubscribes: ['abmeldungen', 'abgemeldet', 'abbestellungen']
	}
};
