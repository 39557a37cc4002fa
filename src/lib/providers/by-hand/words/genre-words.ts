import { plainHeader } from './header-words.ts';

/**
 * What tables of other trades call their columns, in seven languages and without accents: a table
 * with such columns is not about a newsletter, however well its others fit.
 */
const GENRES = {
	orders:
		/\b(order|orders|cart|basket|checkout|sku|qty|quantity|unit price|shipping|shipped|fulfil\w*|coupon|promo code|discount|tax|vat|subtotal|refund\w*|tracking (number|no)|carrier|parcel|payment|paid at|line items?|commande|panier|quantite|tva|remise|frais de port|colis|transporteur|paiement|bestellung|bestellnummer|warenkorb|menge|mwst|versand(art|kosten)?|zahlung|pedido|cantidad|iva|envio a|ordine|quantita|pagamento|spedizione|bestelling|bestelnummer|aantal|btw|betaling|encomenda|quantidade)\b/,
	invoices:
		/\b(invoices?|factures?|rechnung(en)?|facturas?|fattur[ae]|factu(ur|ren)|faturas?|due (date|on))\b/,
	products:
		/\b(product|products|stock|inventory|barcode|ean|isbn|brand|weight|warehouse|produits?|marque|rayon|produkt\w*|artikelnummer|lager\w*|producto|existencias|prodotto|magazzino|voorraad|produto|estoque|precio|prezzo|prijs|preco|preis|price|prix)\b/,
	surveys:
		/\b(questions?|answers?|responses?|respondent|survey|poll|quiz|(?<!member )rating|(?<!lead )(?<!engagement )score|nps|satisfaction|satisfied|satisfait\w*|feedback|comments?|recommend\w*|how (likely|satisfied|did)|what|why|which|would you|reponses?|sondage|enquete|commentaires?|avis|pourquoi|comment|combien|antwort\w*|umfrage|bewertung|zufrieden\w*|kommentar|warum|wie|respuestas?|encuesta|valoracion|comentarios?|risposte?|sondaggio|valutazione|commento|antwoord\w*|enquete|beoordeling|opmerkingen|tevreden\w*|respostas?|pesquisa|avaliacao)\b|^q ?\d+\b/,
	meetings:
		/\b(webinar|webinaire|attended|attendance|attendee|join time|leave time|time in session|minutes attended|tickets?|seat|venue|check ?in|checked in|registrant|rsvp|guests?|session (title|name)|room|booking|reservation|appointment|arrival|departure|nights|course|student|patient|participant|participation|presence|present|inscrits?(?! (le|a|au|aux|depuis|en|par|via)\b)|billets?|salle|rendez ?vous|teilnehmer|teilnahme|teilgenommen|ticketart|termin|asistencia|asistio|entradas?|partecipante|presenza|biglietto|deelnemer|aanwezig|participante|presenca|ingresso)\b/,
	support:
		/\b(ticket (id|no|number)|tasks?|due( (on|at|date))?|deadline|assigned|echeance|fallig( am)?|priority|assignee|assigned to|sla|resolved( at)?|closed( at)?|first reply|requester|case (id|number)|priorite|incident|severity)\b/,
	people:
		/\b(employee|salary|department|applicant|applied|candidate|position|job (posting|opening)|resume|cv|interview|hire date|manager|shift|salaire|poste|candidat\w*|embauche|entretien|mitarbeiter|gehalt|abteilung|bewerber|empleado|salario|puesto|dipendente|stipendio|medewerker|salaris|funcionario)\b/,
	deals:
		/\b(deals?|meetings?( booked)?|pipeline|stage|opportunity|close date|forecast|probability|quote|contracts?|documents?|envelopes?|signed|won|lost|etape|devis|angebot|oportunidad|offerte)\b/,
	analytics:
		/\b(page ?views?|pages? vues?|pages ?per|sessions?|session duration|engagement (time|rate)|new users|active users|exits?|exit rate|page element|elements?|css selector|selector|anonymous id|distinct id|entrances|visitors?|visitor id|visit|visits|screen (resolution|class)|browser version|event (category|label|count)|page path|page title|page location|utilisateurs actifs|seitenaufrufe|sitzungen|besucher|visitas|paginas vistas|usuarios|visualizzazioni|sessioni|utenti|weergaven|bezoekers|sessies|sessoes|visualizacoes)\b/,
	search:
		/\b(ctr|average position|avg position|query|queries|search term|keyword|rank|ranking|search volume|backlinks?|top (pages|queries)|requetes?|suchanfragen?|consultas?)\b/,
	ads: /\b(cpc|cpm|cpa|cpl|roas|ad set|adset|ad group|adgroup|ad name|ad id|creative|cost per|bid|frequency|quality score|reporting (starts|ends)|results?|objective|impr|groupe d annonces|annonce|anzeigengruppe|anzeige|grupo de anuncios|gruppo di annunci|advertentiegroep|impressions|impressionen|impresiones|impressioni|vertoningen|impressoes)\b/,
	phones:
		/\b(sms|msisdn|telephone|phone( number)?|mobile( number)?(?! (clicks?|opens?|clics?|ouvertures?|klicks?|devices?))|handy(nummer)?|telefon\w*|celular|message (body|text)|segments|sender id|from number|to number|call (duration|time|type)|caller|extension|voicemail|num segments|whatsapp|rcs|appel|anruf|llamada|chiamata)\b/,
	bank: /\b(iban|bic|balance|solde|debit|credit|value date|libelle|kontonummer|saldo|buchung\w*|verwendungszweck|importe)\b/,
	social:
		/\b(likes?|shares?|followers?|retweets?|reactions?|saves|reposts?|hashtags?|tweet|abonnes instagram|post type|permalink)\b/,
	systems:
		/\b(log level|level|request id|trace id|status code|http status|latency|response time|duration ms|exception|stack ?trace|uptime|deploy\w*|commit|branch|build|file ?name|file size|last login|login( count)?|last seen|password|permissions?|roles|messages sent|karma|badges)\b/,
	calendars:
		/\b(start time|end time|starts? at|ends? at|all day|organi[sz]er|attendees|calendar)\b/,
	gifts:
		/\b(donation|donor|donated|gift aid|don|dons|donateur|donatrice|spende|spender|donacion|donazione|donatie|doacao)\b/
} as const;

export type Genre = keyof typeof GENRES;

/** Which other trades the headers of a table speak of, with the headers that do. */
export function genresOf(header: readonly string[]): Map<Genre, string[]> {
	const genres = new Map<Genre, string[]>();
	for (const name of header) {
		if (name.includes('://')) continue;
		const text = plainHeader(name);
		// "Do not contact?" is a column of a list
		const isAsked = /\?/.test(name) && text.split(' ').length > 2 && !/^do not\b/.test(text);
		for (const [genre, words] of Object.entries(GENRES) as [Genre, RegExp][])
			if (words.test(text) || (genre === 'surveys' && isAsked))
				genres.set(genre, [...(genres.get(genre) ?? []), name]);
	}
	return genres;
}

/** What a text speaks of, by the stems of seven languages. */
export const stems = {
	open: /\b(opens?|opened|openers?|opening|ouvert\w*|ouvreurs?|lectures?|geoffnet\w*|offnung\w*|gelesen|abiert\w*|aperturas?|apert[oaei]|geopend|openingen|abert\w*|leituras?)\b/,
	click:
		/\b(clic|clics|click\w*|clique\w*|cliqu\w*|klick\w*|angeklickt|geklickt|klik\w*|geklikt|clicc\w*|clicad\w*|pulsad\w*)\b/,
	delivery:
		/\b(deliver\w*|livr\w*|delivr\w*|remis\w*|zugestellt\w*|zustellung\w*|entregad\w*|entregas?|consegnat\w*|consegn\w*|bezorgd|afgeleverd|sent|sends?|envois?|envoy\w*|gesendet|versendet|versand|enviad\w*|envios?|inviat\w*|invii?|invio|verzonden|verzend\w*|recipients?|destinataires?|empfanger|destinatari\w*|ontvangers?)\b/,
	unsubscribe:
		/\b(unsub\w*|desabo\w*|desinscri\w*|opt(ed)? ?outs?|abgemeldet|abmeld\w*|austrag\w*|austritt\w*|kundigung\w*|abbestell\w*|bajas?|cancel\w* (de )?suscrip\w*|desuscri\w*|disiscri\w*|disiscrizion\w*|cancellazion\w*|uitgeschreven|uitschrij\w*|afgemeld\w*|afmeld\w*|descadastr\w*|cancelament\w*|cancelaram|remov(al|als|ed)|stop ?list\w*)\b/,
	suppress:
		/\b(suppress\w*|block ?list\w*|blocked|black ?list\w*|do not (e ?)?(mail|contact)|dnc|exclusion\w*|exclu[se]?|repoussoir|robinson|sperrliste|gesperrt|bloquead\w*|bloccat\w*|geblokkeerd|excluid\w*|opposition)\b/,
	bounce:
		/\b(bounce[ds]?|bounces|hard ?bounces?|soft ?bounces?|rebonds?|npai|ruckläufer|rucklaufer|unzustellbar\w*|rebot\w*|devuelt\w*|rimbalz\w*|respint\w*|onbestelbaar\w*|devolvid\w*|undeliver\w*|invalid (e ?mails?|addresses))\b/,
	complaint:
		/\b(complain\w*|spam|plaintes?|abuse|beschwerde\w*|quejas?|segnalazion\w*|klacht\w*|denuncias?)\b/,
	list: /\b(subscribers?|subscriptions?|audience|mailing ?lists?|newsletter (list|readers)|readers?|members?|contacts?|lists?|abonnes?|abonnees?|abonnements?|inscrits?|liste|lecteurs|lectrices|adherents?|abonnent\w*|empfangerliste|leser\w*|kontakte|verteiler|suscriptor\w*|lista|lectores|iscritti|lettori|contatti|abonnees|inschrijvingen|lezers|contacten|lijst|assinantes?|leitores|contatos|inscritos)\b/,
	mail: /\b(news ?letters?|infolettres?|lettres?|campaigns?|campagnes?|kampagnen?|campanas?|campagne|campanhas?|e ?mailings?|mailings?|broadcasts?|subject( line)?|objet|betreff|asunto|oggetto|onderwerp|assunto|issues?|editions?|ausgaben?|ediciones|edizioni|edities|edicoes|boletin\w*|bollettino|nieuwsbrief|nieuwsbrieven|rundbrief|rundschreiben|sends?|envois?|aussendung\w*|e ?mail (name|id)|message (name|id)|mail id)\b/,
	spend:
		/\b(spend|spent|costs?|budget|depens\w*|couts?|investissements?|ausgaben|kosten|werbekosten|gastos?|coste?s?|inversion|spes[ae]|cost[oi]|uitgaven|gastos|custos?|investimento)\b/,
	value:
		/\b(revenues?|revenus?|earnings?|income|commissions?|gains?|einnahmen|provision(en)?|ganancias?|comision(es)?|guadagni?|entrate|commissioni|inkomsten|commissies?|ganhos?|comiss(ao|oes)|sales?|value|amount|total|valeur|ventes?|recettes?|ca|chiffre d affaires|montants?|umsatz|erlos\w*|betrag|ingresos?|ventas?|importe|ricav\w*|vendite|importo|fatturato|omzet|bedrag|opbrengst|receitas?|vendas?|valor|donations?|dons?|spenden?|donaciones?|donazioni|giften|doacoes)\b/
} as const;

export type Stem = keyof typeof stems;

/** Whether a header, the name of a file or of a table speaks of something. */
export function speaksOf(text: string, stem: Stem): boolean {
	return stems[stem].test(plainHeader(text));
}
