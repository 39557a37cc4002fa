import type { LetterWords } from './words.ts';

export const nl: LetterWords = {
	issue: [/nieuwsbrief|editie/u],
	numbered: [/nummer|nr\.|editie|aflevering|nieuwsbrief/u],
	beforeCounts: [
		/in|op|aan|bij|van|voor|met|na|de|het|een|en|of|deze|onze|mijn|deel|seizoen|hoofdstuk|dag|over|onder|dan|slechts|eerste|laatste/u
	],

	calls: [
		/meld je( hier| nu)? aan|schrijf je( hier| nu)? in|(solliciteer|reserveer)( nu| hier| je plek)?|(koop|bestel) (je )?(tickets|kaarten)|meer informatie|ontdek meer/u,
		/naar (het|de) (artikel|vacature|website|video|bericht|aanbieding)|(bekijk|lees|beluister) (het |de )?(hele |volledige )?(artikel|bericht|verhaal|interview|video|aanbieding|podcast|vacature)|bekijk alle .{1,30}|alle .{1,30} bekijken/u,
		/lees (meer|verder|het (hele )?artikel)|(lees )?verder( lezen)?|meer (lezen|weten|info)|lees|bekijk|luister|open|koop( nu)?|bestel( nu)?|klik hier|hier|(pak|claim|verzilver) (je|jouw|uw|deze|de) (korting|aanbieding|voordeel|cadeau)/u
	],
	all: [/(?:bekijk|lees|toon) alle .{3,30}|alle .{3,30}bekijken/u],
	appendices: [/(\d{1,6} )?reacties?|bron|laat een reactie achter/u],
	refrains: [
		/waarom (?:dit|het) (?:ertoe doet|belangrijk is)|wat (?:is er gebeurd|betekent dit)|(?:de )?(?:context|achtergrond)|de details|hoe nu verder|kort samengevat|waarom is (?:dit|dat) belangrijk|mijn mening/u
	],
	further: [/(?:om )?verder (?:te )?lezen|meer (?:hierover|over dit onderwerp)|(?:lees|zie) ook/u],
	contents: [
		/in deze (?:editie|nieuwsbrief|uitgave)|inhoud(?:sopgave)?|dit lees je (?:vandaag|deze week)/u
	],
	sections: ['kort nieuws|onze tips|onze keuze|nieuws|evenementen|lezen|boeken|vacatures'],

	online: [
		/(?:bekijk|open|lees)\b.{0,30} (?:in (?:je |uw |de )?browser|online)|(?:web|online)-?versie|niet (?:goed|correct) (?:weergegeven|leesbaar)/u
	],
	foot: [
		/uitschrijven|afmelden voor|^afmelden(?=\W*$|\?)|schrijf (?:je|u) uit|meld (?:je|u) af|(?:mails?|nieuwsbrief) niet (?:meer|langer)|(?:je|u) ontvangt (?:deze|dit)|alle rechten voorbehouden/u,
		/(?:voorkeuren|abonnement|inschrijving) (?:beheren|wijzigen|aanpassen)|(?:beheer|wijzig) (?:je|uw|mijn) (?:voorkeuren|abonnement|inschrijving)|^privacy(?:beleid|verklaring)$/u
	],
	leaving: [/\b(?:uitschrijven|afmelden)\b/u],
	passedOn: [/doorgestuurd gekregen/u],
	follow: [/volg (?:ons|mij)(?: op)?/u],
	forwarded: [
		/(?:begin )?doorgestuurd bericht|oorspronkelijk bericht|(?:van|verzonden|datum|onderwerp|aan)\s?:\s\S/u
	],

	subject: [/onderwerp/u],
	subjectMarks: [/doorst|antw/u],
	house: [
		/(?:vorige|eerdere) (?:nummers|edities|nieuwsbrieven)(?=\W*$)/u,
		/colofon(?=\W*$)/u,
		/voor (?:onze )?nieuwe (?:lezers|abonnees)(?=\W*$)/u,
		/voor (?:je|u) gaat(?=\W*$)/u,
		/(?:steun (?:ons|onze|dit|deze|de redactie)|doneer|over (?:ons|mij|deze nieuwsbrief)|volg (?:ons|mij)|deel (?:deze|dit|ons)|abonneer|bedankt)(?![\p{L}])/u,
		/(?:tot (?:volgende|de volgende|morgen|snel)|word (?:lid|abonnee|vriend)|wat vond je|contact$)(?![\p{L}])/u
	],
	houseLeads: [/met dank|bedankt/u],
	sells: [
		/\b(?:adverteer (?:bij ons|hier|met ons)|word (?:lid|partner|sponsor|donateur)|plaats (?:een|je|uw) (?:advertentie|vacature))/u,
		/^(?:abonneer (?:je|u)|neem een abonnement|word abonnee)\b(?=.{0,40}$)/u
	],
	opinions: [/wat vond (?:je|u) van (?:deze|dit)/u],
	polls: [/(?:de )?(?:poll|peiling|stelling|vraag)(?: van de (?:dag|week))?/u],
	farewells: [
		/tot (?:volgende|de volgende|morgen|snel|dan|ziens)|dat was het|bedankt voor (?:het|je|uw)|(?:stuur|deel) (?:deze|dit|hem)\b.{0,40} (?:door|gerust)/u,
		/(?:fijn|goed|prettig) weekend|(?:met )?(?:vriendelijke|hartelijke|warme|lieve) groet(?:en)?|groet(?:en|jes)/u,
		/(?:heb je|hebt u|heeft u) (?:vragen|opmerkingen|ideeën|suggesties)/u
	],
	ahead: [/vandaag|deze week|in deze editie/u],
	greetings: [
		/hoi|goede(?:morgen|middag|navond)|welkom|beste (?:lezer|vriend|abonnee|collega)\p{L}*/u
	],
	ofItself: [/\b(?:editie|wekelijkse nieuwsbrief)\b|\bde nieuwsbrief (?:die|voor)\b/u],
	editorials: [/voorwoord|redactioneel/u],
	announcing: [/in deze/u],
	beside: [/met dank aan|zie ook/u],

	sponsors: [
		/advertentie\s*(?:[:|–—-]|$)|gesponsord(?: door)?|in samenwerking met|(?:mede )?mogelijk gemaakt door|aangeboden door|partner(?:bijdrage|content|bericht)/u,
		/(?:(?:een )?(?:bericht|boodschap) van )?onze (?:sponsor|partner|adverteerder)s?\s*(?:[:|–—-]|$)|sponsor(?:bericht|bijdrage)|gesponsorde (?:bijdrage|content|inhoud)/u,
		/(?:dit is een )?betaalde (?:boodschap|samenwerking|bijdrage|content)|publireportage|met (?:de )?steun van .{2,30}$|deze week gesponsord door/u
	],
	sponsorsAlone: [/gesponsord/u],
	sponsorsOfIssue: [/deze (?:nieuwsbrief|editie) .{0,20}(?:gesponsord|mogelijk gemaakt)/u],
	sponsorTags: [/advertentie|gesponsord/u],
	paidBy: [/door/u],
	trade: [/advertenties?|reclame/u],

	deeds: [/(?:\d{1,6} )?(?:reageren|reacties?)|lees (?:in )?(?:de )?app|link kopiëren/u],
	share: [/delen(?: dit)?(?: (?:op|via|met))?/u],

	by: [/door/u],
	reading: [/leestijd/u],
	credits: [/(?:foto|afbeelding|bron)(?: (?:van|by)){0,2}/u],
	at: [/om|vanaf/u],
	oclock: [/uur/u],
	until: [/tot/u]
};
