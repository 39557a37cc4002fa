// long: it is a list of words, not logic

import type { ExportWords } from './words.ts';

export const nl: ExportWords = {
	headers: {
		address: [
			'(e ?mail|mail) ?adres(sen)?',
			'adres',
			'(e ?mail|mail ?adres) (van )?(ontvanger|abonnee|contact|lezer)',
			'(ontvanger|abonnee|contact|lezer)( ?(e ?mail|adres))?',
			'aan'
		],
		at: [
			'(per )?dag',
			'tijd(stip)?',
			'datum( ?(en|/)? ?tijd(stip)?)?',
			'(klik|open|gebeurtenis|actie|aflever) ?(datum|tijd|moment)',
			'wanneer',
			'moment'
		],
		linkName: ['link ?(naam|tekst|titel|label|alias)', '(naam|tekst) van de (link|knop)', 'knop'],
		url: [
			'(aangeklikte |geklikte )?link',
			'koppeling',
			'doel ?(url|pagina)',
			'bestemming',
			'pagina',
			'webadres'
		],
		event: ['gebeurtenis( ?type)?', 'actie( ?type)?', 'activiteit', 'soort', 'type gebeurtenis'],
		campaign: [
			'campagne( ?(id|nummer|code))?',
			'nieuwsbrief( ?id)?',
			'mailing( ?id)?',
			'bericht',
			'verzending'
		],
		campaignName: [
			'(campagne|nieuwsbrief|mailing|bericht) ?(naam|titel)',
			'naam (van de )?(campagne|nieuwsbrief|mailing)'
		],
		subject: ['onderwerp( ?regel)?', 'titel'],
		sentAt: [
			'verzend ?(datum|tijd|moment)',
			'(verzonden|verstuurd) op',
			'datum verzonden',
			'datum van verzending'
		],
		status: ['(abonnee|contact|inschrijf) ?status', 'toestand'],
		joined: [
			'opt ?in( datum)?',
			'toegevoegd',
			'aangemaakt',
			'(lid|klant|abonnee|lezer|gebruiker) sinds',
			'(inschrijf|aanmeld|registratie|aanmaak) ?datum',
			'(ingeschreven|aangemeld|geregistreerd|toegevoegd|aangemaakt) (op|sinds)',
			'inschrijving',
			'aanmelding'
		],
		left: [
			'(uitschrijf|afmeld) ?datum',
			'(uitgeschreven|afgemeld|opgezegd) op',
			'uitschrijving',
			'afmelding',
			'opzegging',
			'opzeg ?datum'
		],
		channel: ['kanaal', 'bron', 'herkomst', 'platform'],
		country: ['land( ?code)?'],
		device: ['apparaat( ?type)?'],
		total: [
			'aantal( (kliks|klikken|opens|openingen))?',
			'(kliks|klikken|openingen|opens)( totaal)?',
			'totaal( aantal)?( (kliks|klikken|opens|openingen))?',
			'keren'
		],
		unique: [
			'aantal (personen|lezers|klikkers|openers|unieke klikken)',
			'unieke (kliks|klikken|opens|openingen|kliks)',
			'klikkers',
			'openers',
			'personen'
		],
		reach: ['vertoningen', 'weergaven', 'bereik'],
		topics: ['onderwerpen', 'themas?', 'thema s', 'categorie(en)?', 'trefwoord(en)?', 'labels?'],
		author: ['auteurs?', 'schrijvers?', 'geschreven door', 'redacteur(en)?'],
		item: ['artikel(en)?', 'bericht(en)?', 'kop'],
		issue: [
			'(editie|nieuwsbrief) ?(nr|nummer)|(nr|nummer) (nieuwsbrief|editie)',
			'editie( ?nummer)?',
			'nummer',
			'uitgave'
		],
		amount: [
			'(verkoop|aankoop) ?prijs',
			'(netto|bruto|totaal|betaald) ?bedrag',
			'bedrag',
			'(besteed )?bedrag',
			'kosten',
			'uitgaven',
			'prijs',
			'tarief',
			'omzet',
			'waarde',
			'opbrengst(en)?',
			'verkopen',
			'inkomsten',
			'commissies?'
		],
		currency: ['valuta', 'munt(eenheid)?'],
		from: ['van', 'vanaf', 'begin( ?datum)?', 'start ?datum', 'maand', 'week', 'periode'],
		to: ['tot( en met)?', 'eind( ?datum)?', 'einde'],
		sponsor: ['adverteerders?', 'merk', 'sponsor'],
		alias: ['(abonnee|contact|ontvanger|klant|gebruiker) ?(id|nummer)'],
		guaranteed: ['(gegarandeerde|beloofde|verkochte) klikken', 'klikdoel', 'garantie'],
		conversions: ['conversies', 'bestellingen', 'aankopen'],
		sessions: ['sessies', 'bezoeken']
	},
	times: {
		before: 'datum( en tijd)?|tijdstip|tijd|dag',
		of: 'van( de| het)?',
		after: 'op|om|datum|tijd',
		stems: {
			at: 'klik|geklikt|aangeklikt|opening|geopend|aflevering|afgeleverd|bezorgd|ontvangen|gelezen|gebeurtenis|actie',
			sentAt: 'verzending|verzonden|verstuurd|gepubliceerd|publicatie',
			joined:
				'inschrijving|ingeschreven|aanmelding|aangemeld|registratie|geregistreerd|toegevoegd|aangemaakt|bevestigd',
			left: 'uitschrijving|uitgeschreven|afmelding|afgemeld|opgezegd|verwijderd'
		},
		others: 'gewijzigd|wijziging|bijgewerkt|laatste?|laatst|geboorte\\w*|verjaardag|terugbet\\w*'
	},
	events: {
		unsubscribe: ['uitgeschreven', 'uitschrijving(en)?', 'afgemeld', 'afmelding(en)?', 'opgezegd'],
		complaint: ['klacht(en)?', 'spam ?(klacht|melding)(en)?', 'als spam (gemarkeerd|gemeld)'],
		bounce: [
			'(hard|soft|harde|zachte) ?bounces?',
			'niet (bezorgd|afgeleverd)',
			'mislukt',
			'onbestelbaar',
			'geweigerd',
			'gebounced?'
		],
		click: ['(aan)?geklikt( op( een)? link)?', 'kliks?', 'klikken', 'klikkers?', 'heeft geklikt'],
		open: ['geopend', 'opening(en)?', 'gelezen', 'bekeken', 'heeft geopend'],
		delivery: [
			'afgeleverd',
			'bezorgd',
			'bezorging(en)?',
			'verzonden',
			'verstuurd',
			'verzending(en)?',
			'ontvangen',
			'niet (geopend|geklikt)'
		],
		other: [
			'ingeschreven',
			'inschrijving(en)?',
			'aangemeld',
			'aanmelding(en)?',
			'doorgestuurd',
			'beantwoord',
			'geblokkeerd',
			'uitgesteld',
			'conversie',
			'gedeeld',
			'overgeslagen'
		]
	},
	around: 'bericht|campagne|nieuwsbrief|eerste|de|het|een|op|in|is|werd|heeft|zich|mail',
	hints: {
		unsubscribe: 'uitschrij|uitgeschrev|afmeld|afgemeld',
		bounce: 'onbestelbaar|gebounc',
		complaint: 'klacht',
		click: 'klik',
		open: 'geopend|opening|gelezen',
		delivery: 'bezorg|afgelever|verzond|verzend|verstuur|ontvang'
	},
	numbers: 'aantal|totaal|keer|keren|van',
	states: {
		bounced: [
			'onbezorgbaar',
			'niet bezorgd',
			'ongeldig( (adres|e ?mailadres))?',
			'(hard|soft) ?bounce',
			'gebounced?',
			'ongeldig',
			'onbestelbaar',
			'fout'
		],
		left: [
			'uitgeschreven',
			'afgemeld',
			'inactief',
			'niet (actief|ingeschreven|aangemeld)',
			'verwijderd',
			'geblokkeerd',
			'opgezegd',
			'uitgeschakeld',
			'klacht',
			'gearchiveerd'
		],
		pending: [
			'in afwachting( van bevestiging)?',
			'onbevestigd',
			'niet bevestigd',
			'wachtend',
			'wacht op bevestiging'
		],
		active: [
			'actief',
			'ingeschreven',
			'aangemeld',
			'(opnieuw|weer) (aangemeld|ingeschreven)',
			'bevestigd',
			'geabonneerd',
			'abonnee',
			'geldig',
			'ja'
		]
	},
	unsent: [
		'concept(en)?',
		'niet verzonden',
		'(in)?gepland',
		'gepauzeerd',
		'geannuleerd',
		'verwijderd'
	],
	flags: {
		bounced: ['gebounced?', 'onbestelbaar'],
		left: [
			'uitgeschreven',
			'afgemeld',
			'geblokkeerd',
			'zwarte lijst',
			'niet (mailen|benaderen|contacteren)',
			'geen e ?mails?',
			'verwijderd'
		],
		active: [
			'(wil|wenst|ontvangt|accepteert|aangemeld voor|ingeschreven voor)( de| onze)? (nieuwsbrief|nieuwsbrieven|news ?letters?|e ?mails?)( ontvangen)?|nieuwsbrief',
			'actief',
			'ingeschreven',
			'aangemeld',
			'toestemming'
		],
		pending: ['bevestigd']
	},
	yes: ['ja', 'j', 'waar'],
	no: ['nee', 'onwaar', 'nooit'],
	totals: [
		'subtotaal( .{0,30})?',
		'gemiddelde?',
		'(eind)?totaal',
		'som',
		'alle (nummers|edities|campagnes|nieuwsbrieven|links|kanalen|maanden)'
	],
	sums: {
		delivered: ['afgeleverd', 'bezorgd', 'verzonden', 'verstuurd', 'ontvangers'],
		opens: ['openingen', 'opens totaal', 'totaal geopend'],
		uniqueOpens: ['unieke opens', 'unieke openingen', 'uniek geopend', 'geopend'],
		clicks: ['kliks', 'klikken', 'kliks totaal', 'totaal kliks'],
		uniqueClicks: ['unieke kliks', 'unieke klikken', 'uniek geklikt', 'geklikt'],
		unsubscribes: ['uitschrijvingen', 'afmeldingen', 'uitgeschreven']
	}
};
