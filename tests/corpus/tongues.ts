/** The words that invented letters are made of, in one language. */
export type Tongue = {
	code: string;
	name: string;
	subjects: string[];
	verbs: string[];
	objects: string[];
	prose: string[];
	sections: string[];
	more: string;
	by: string;
	share: string;
	online: string;
	leave: string;
	sponsor: string;
	join: string;
	why: string;
};

const split = (words: string) => words.split('|');

/** Seven languages; nothing in them was ever sent. */
export const tongues: Tongue[] = [
	{
		code: 'en',
		name: 'The Harbour Letter',
		subjects: split(
			'Old cranes|Night ferries|Two lighthouses|Salt farmers|The port school|Rope makers|Tide clocks|Small boats|Harbour goats|Quay markets'
		),
		verbs: split(
			'learn to count|return after years|divide the council|ask for more room|close before winter|win a quiet prize|move to the north|cost less than feared|open to visitors|change their minds'
		),
		objects: split(
			'in the old basin|behind the fish hall|along the new pier|under the iron bridge|on the far island|near the customs house|at the second lock|by the grain store'
		),
		prose: split(
			'Nobody had expected the figures to be so plain.|The keeper has counted every boat since April and wrote the numbers down in a green book.|Those who were there speak of a long evening and of very little wind.|It took the office three months to answer, and the answer was two pages long.|What comes next depends on the weather, on money and on a committee of five.'
		),
		sections: split('News|Tools|From the quay|In brief|Events'),
		more: 'Read more',
		by: 'By',
		share: 'Share',
		online: 'View in browser',
		leave: 'Unsubscribe',
		sponsor: 'Sponsored',
		join: 'Was this email forwarded to you?',
		why: 'Why it matters'
	},
	{
		code: 'fr',
		name: 'La Lettre du quai',
		subjects: split(
			'Les vieilles grues|Deux phares|Les bacs de nuit|L’école du port|Les sauniers|Les cordiers|Les horloges de marée|Les petites barques|Les chèvres du port|Les marchés du quai'
		),
		verbs: split(
			'apprennent à compter|reviennent après des années|divisent le conseil|demandent plus de place|ferment avant l’hiver|gagnent un prix discret|partent vers le nord|coûtent moins que prévu|s’ouvrent aux visiteurs|changent d’avis'
		),
		objects: split(
			'dans le vieux bassin|derrière la criée|le long de la jetée|sous le pont de fer|sur l’île lointaine|près de la douane|à la deuxième écluse|devant le silo'
		),
		prose: split(
			'Personne n’attendait des chiffres aussi nets.|Le gardien compte chaque bateau depuis avril et note les nombres dans un cahier vert.|Ceux qui y étaient parlent d’une longue soirée et de très peu de vent.|Il a fallu trois mois au bureau pour répondre, et la réponse tenait en deux pages.|La suite dépend du temps, de l’argent et d’un comité de cinq personnes.'
		),
		sections: split('Actualités|Outils|Vu du quai|En bref|Agenda'),
		more: 'Lire la suite',
		by: 'Par',
		share: 'Partager',
		online: 'Voir dans le navigateur',
		leave: 'Se désabonner',
		sponsor: 'Sponsorisé',
		join: 'On vous a transféré cette lettre ?',
		why: 'Pourquoi c’est important'
	},
	{
		code: 'de',
		name: 'Der Hafenbrief',
		subjects: split(
			'Alte Kräne|Nachtfähren|Zwei Leuchttürme|Die Salzbauern|Die Hafenschule|Seilmacher|Gezeitenuhren|Kleine Boote|Hafenziegen|Kaimärkte'
		),
		verbs: split(
			'lernen zählen|kehren nach Jahren zurück|spalten den Rat|brauchen mehr Platz|schließen vor dem Winter|gewinnen einen stillen Preis|ziehen nach Norden|kosten weniger als gedacht|öffnen für Besucher|ändern ihre Meinung'
		),
		objects: split(
			'im alten Becken|hinter der Fischhalle|am neuen Pier|unter der Eisenbrücke|auf der fernen Insel|beim Zollhaus|an der zweiten Schleuse|am Kornspeicher'
		),
		prose: split(
			'Niemand hatte so klare Zahlen erwartet.|Der Wärter zählt seit April jedes Boot und schreibt die Zahlen in ein grünes Heft.|Wer dabei war, spricht von einem langen Abend und von sehr wenig Wind.|Das Amt brauchte drei Monate für eine Antwort, und die Antwort hatte zwei Seiten.|Wie es weitergeht, hängt vom Wetter ab, vom Geld und von einem Ausschuss.'
		),
		sections: split('Nachrichten|Werkzeuge|Vom Kai|Kurz notiert|Termine'),
		more: 'Weiterlesen',
		by: 'Von',
		share: 'Teilen',
		online: 'Im Browser ansehen',
		leave: 'Newsletter abbestellen',
		sponsor: 'Anzeige',
		join: 'Wurde dir dieser Newsletter weitergeleitet?',
		why: 'Warum das zählt'
	},
	{
		code: 'es',
		name: 'La Carta del puerto',
		subjects: split(
			'Las viejas grúas|Los transbordadores|Dos faros|Los salineros|La escuela del puerto|Los cordeleros|Los relojes de marea|Las barcas pequeñas|Las cabras del puerto|Los mercados'
		),
		verbs: split(
			'aprenden a contar|vuelven tras años|dividen al consejo|piden más sitio|cierran antes del invierno|ganan un premio discreto|se mudan al norte|cuestan menos de lo temido|abren a las visitas|cambian de opinión'
		),
		objects: split(
			'en la dársena vieja|detrás de la lonja|a lo largo del muelle|bajo el puente de hierro|en la isla lejana|cerca de la aduana|en la segunda esclusa|junto al granero'
		),
		prose: split(
			'Nadie esperaba cifras tan claras.|El guarda cuenta cada barco desde abril y apunta los números en un cuaderno verde.|Quienes estuvieron allí hablan de una tarde larga y de muy poco viento.|La oficina tardó tres meses en responder, y la respuesta tenía dos páginas.|Lo que venga depende del tiempo, del dinero y de un comité de cinco.'
		),
		sections: split('Noticias|Herramientas|Desde el muelle|En breve|Eventos'),
		more: 'Leer más',
		by: 'Por',
		share: 'Compartir',
		online: 'Ver en el navegador',
		leave: 'Darse de baja',
		sponsor: 'Patrocinado',
		join: 'Te han reenviado esta carta',
		why: 'Por qué importa'
	},
	{
		code: 'it',
		name: 'La Lettera del porto',
		subjects: split(
			'Le vecchie gru|I traghetti di notte|Due fari|I salinai|La scuola del porto|I cordai|Gli orologi di marea|Le piccole barche|Le capre del porto|I mercati del molo'
		),
		verbs: split(
			'imparano a contare|tornano dopo anni|dividono il consiglio|chiedono più spazio|chiudono prima dell’inverno|vincono un premio discreto|si spostano a nord|costano meno del temuto|aprono ai visitatori|cambiano idea'
		),
		objects: split(
			'nella vecchia darsena|dietro il mercato del pesce|lungo il nuovo molo|sotto il ponte di ferro|sull’isola lontana|vicino alla dogana|alla seconda chiusa|accanto al granaio'
		),
		prose: split(
			'Nessuno si aspettava cifre così chiare.|Il guardiano conta ogni barca da aprile e scrive i numeri in un quaderno verde.|Chi c’era parla di una lunga serata e di pochissimo vento.|L’ufficio ha impiegato tre mesi per rispondere, e la risposta era di due pagine.|Quel che verrà dipende dal tempo, dal denaro e da un comitato di cinque.'
		),
		sections: split('Notizie|Strumenti|Dal molo|In breve|Eventi'),
		more: 'Leggi tutto',
		by: 'Di',
		share: 'Condividi',
		online: 'Visualizza nel browser',
		leave: 'Disiscriviti',
		sponsor: 'Sponsorizzato',
		join: 'Ti hanno inoltrato questa lettera?',
		why: 'Perché conta'
	},
	{
		code: 'nl',
		name: 'De Havenbrief',
		subjects: split(
			'Oude kranen|Nachtveren|Twee vuurtorens|De zoutboeren|De havenschool|Touwslagers|Getijdenklokken|Kleine boten|Havengeiten|Kademarkten'
		),
		verbs: split(
			'leren tellen|keren na jaren terug|verdelen de raad|vragen meer ruimte|sluiten voor de winter|winnen een stille prijs|trekken naar het noorden|kosten minder dan gevreesd|gaan open voor bezoek|veranderen van gedachten'
		),
		objects: split(
			'in het oude dok|achter de vishal|langs de nieuwe pier|onder de ijzeren brug|op het verre eiland|bij het douanehuis|aan de tweede sluis|bij de graanschuur'
		),
		prose: split(
			'Niemand had zulke heldere cijfers verwacht.|De wachter telt sinds april elke boot en schrijft de getallen in een groen boekje.|Wie erbij was, spreekt van een lange avond en van heel weinig wind.|Het kantoor had drie maanden nodig om te antwoorden, en het antwoord telde twee bladzijden.|Wat er komt hangt af van het weer, van geld en van een commissie van vijf.'
		),
		sections: split('Nieuws|Gereedschap|Van de kade|Kort nieuws|Agenda'),
		more: 'Lees meer',
		by: 'Door',
		share: 'Delen',
		online: 'Bekijk in je browser',
		leave: 'Uitschrijven',
		sponsor: 'Gesponsord',
		join: 'Doorgestuurd gekregen?',
		why: 'Waarom het telt'
	},
	{
		code: 'pt',
		name: 'A Carta do porto',
		subjects: split(
			'As velhas gruas|As barcas da noite|Dois faróis|Os salineiros|A escola do porto|Os cordoeiros|Os relógios de maré|Os barcos pequenos|As cabras do porto|Os mercados do cais'
		),
		verbs: split(
			'aprendem a contar|voltam após anos|dividem o conselho|pedem mais espaço|fecham antes do inverno|ganham um prémio discreto|mudam-se para norte|custam menos do que se temia|abrem aos visitantes|mudam de ideias'
		),
		objects: split(
			'na doca velha|atrás da lota|ao longo do molhe|sob a ponte de ferro|na ilha distante|perto da alfândega|na segunda eclusa|junto ao celeiro'
		),
		prose: split(
			'Ninguém esperava números tão claros.|O guarda conta cada barco desde abril e escreve os números num caderno verde.|Quem lá esteve fala de uma noite longa e de muito pouco vento.|O gabinete levou três meses a responder, e a resposta tinha duas páginas.|O que vem a seguir depende do tempo, do dinheiro e de uma comissão de cinco.'
		),
		sections: split('Notícias|Ferramentas|Do cais|Em resumo|Eventos'),
		more: 'Ler mais',
		by: 'Por',
		share: 'Partilhar',
		online: 'Ver no navegador',
		leave: 'Cancelar a subscrição',
		sponsor: 'Patrocinado',
		join: 'Recebeu este email de alguém?',
		why: 'Porque importa'
	}
];
