import { readFileSync, readdirSync } from 'node:fs';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { cleanDocument } from './source/clean-document.ts';
import { readIssue, readIssueAsSent, takeIssue } from './read-issue.ts';
import { learn } from './template/learn.ts';
import { hintsOf } from './template/hints.ts';
import type { IssueDocument } from './source/document.ts';

const samples = new URL('./samples/', import.meta.url);

function sample(name: string) {
	return Object.freeze({ name, bytes: new Uint8Array(readFileSync(new URL(name, samples))) });
}

function typed(name: string, text: string) {
	return { name, bytes: new TextEncoder().encode(text) };
}

/** A document as an editor would list it: sections, and the titles under them, sponsors marked. */
function contents({ sections }: IssueDocument) {
	return sections.map(({ title, items }) => [
		title,
		...items.map((item) => (item.role === 'sponsor' ? `$ ${item.title}` : item.title))
	]);
}

// the expected outlines are how a person reads each sample, written before the parser saw it
test.each([
	[
		'cards.html',
		[
			['À la une', 'Que deviennent nos vieux ordinateurs ?'],
			[
				'Les brèves',
				'Un indice de réparabilité pour les vélos',
				'Nantes ouvre sa bibliothèque d’objets',
				'Le papier fait de la résistance'
			],
			['Notre partenaire', '$ Des bureaux qui se louent à l’heure'],
			['Agenda', '12 mars : journée de la réparation', '20 mars : apéro des lecteurs à Lyon']
		]
	],
	[
		'linked-leads.html',
		[
			[
				null,
				'The Case for Slow Seeds',
				'$ Frost Alerts on Your Wrist',
				'How Worms Changed Their Minds'
			],
			[
				'IN BRIEF',
				'The tomato census opens on Monday.',
				'Leeds bans peat in all city parks.',
				'Rain, at last: the October figures are out.'
			],
			['Guides and Opinions', 'Pruning Without Regret', 'Against the Lawn'],
			['Tools and Gear', 'Trowel 3.0', 'Sieve: Sorting Soil by Colour']
		]
	],
	[
		'111.the-quiet-machines.html',
		[
			[null, 'Hello again.'],
			['What I’ve been reading', 'The looms that would not stop', 'Who owns a spare part?'],
			[
				'Around the web',
				'Entropy for plumbers',
				'The city of Ghent now pays half of any repair bill.',
				'A film about keys'
			],
			['One last thing', 'If you have a machine that refuses to die, write to me about it.']
		]
	],
	[
		'beehiiv.html',
		[
			[null, '$ Know where every pallet is'],
			['TOP STORIES', 'Robots miss their summer', 'A port with no cranes'],
			[
				'QUICK HITS',
				'Vans: electric ones now outsell diesel in nine countries.',
				'Pallets: wood is cheaper, says the index.',
				'People: a new boss at the parcel union.'
			]
		]
	],
	[
		'flat-sections.html',
		[
			[
				'Favorites',
				'Why buses bunch',
				'The last fax in town',
				'Ask: What do you do while code compiles?'
			],
			['Sponsored', '$ Queue theory for managers'],
			['Show', 'A clock that runs on tides', 'Snail mail simulator']
		]
	],
	[
		'bold-leads.html',
		[
			['My work', 'The box at seventy'],
			['News', 'Canal fees rise again', 'A ferry line folds', 'Customs, but fast'],
			['Ideas', 'What is a port for?', 'The politics of pallets']
		]
	],
	[
		'digest-with-emoji-rows.html',
		[
			[null, '$ Count every wagon with one sensor (Sponsor)'],
			[
				'Headlines & Launches',
				'Rail strike ends after nine days (3 minute read)',
				'A tram made of paper (5 minute read)'
			],
			['Quick Links', 'Cheaper ink for tickets (2 minute read)', 'timetable (Code Repo)']
		]
	],
	[
		'cards-beside-images.html',
		[
			['Worth your time', 'Where does a coast end?', 'Contour lines of a bakery'],
			['Tools', 'Quill, a label placer']
		]
	],
	[
		'headings-and-buttons.html',
		[
			[
				'Ce mois-ci dans les ateliers',
				'Une forge rouvre à Thiers',
				'Le cuir végétal passe au banc d’essai'
			],
			['Petites annonces', 'Tour à bois, bon état', 'Cherche établi d’horloger']
		]
	],
	[
		'two-columns.html',
		[
			[
				'Features',
				'Gulls learn to queue',
				'The buoy that called home',
				'Nets without plastic',
				'A tide table for the blind'
			],
			['Notices', 'Harbour closed Tuesday. Details', 'New hours at the museum. Details']
		]
	],
	[
		'banner-images.html',
		[
			['Recipes', 'Nettle soup in twenty minutes', 'Bread for people in a hurry'],
			['People', 'The woman who dries tomatoes', 'A baker at ninety']
		]
	],
	[
		'bold-emoji-lines.html',
		[
			[
				'Les actus',
				'La base adresse change de licence, et c’est une bonne nouvelle',
				'Trois régions publient enfin leurs horaires de cars'
			],
			['Les outils', 'Tri', 'Pince'],
			['L’agenda', '3 juin : rencontre à Rennes', '9 juin : atelier à Pau']
		]
	],
	[
		'font-tags.html',
		[
			['NEW ON THE SITE', 'A catalogue of harps', 'Drums, lost and found'],
			['ELSEWHERE', 'The flute maker of Oslo', 'Why horns are gold']
		]
	],
	[
		'numbered-stories.html',
		[
			[
				null,
				'A bench that listens',
				'The slowest elevator',
				'Twelve shades of mud',
				'One letter a day',
				'Soup without a recipe'
			]
		]
	],
	[
		'labels-over-stories.html',
		[
			['Ports', 'Ships wait, coffee waits longer'],
			['Together with Fold', '$ The chair that fits in a bag'],
			['Farming', 'A pumpkin for the record'],
			['Grab bag', 'What else is brewing']
		]
	],
	[
		'paragraphs-of-links.html',
		[
			[
				null,
				'A field guide to fences',
				'Interview with a lock keeper',
				'Twenty years of a single street corner',
				'How to fold a map'
			]
		]
	],
	[
		'ruled-links.md',
		[[null, 'The press in the basement', 'Lead, considered', '$ Sponsored: Paper by the metre']]
	],
	[
		'2025-02-05-this-week-in-cheese.md',
		[
			['Official', 'Announcing Brie 1.84', 'Rind survey: the results'],
			['Newsletters', 'The Embedded Curd #27'],
			[
				'Observations/Thoughts',
				'On holes, and who owns them',
				'Melting at scale',
				"A goat's diary, part 4"
			],
			['Cheese of the Week', "This week's cheese is Vieux Lille, which should be eaten outdoors."],
			['Europe', '2025-02-06 | Lyon, FR | Cheese Lyon', '2025-02-11 | Gdansk, PL | Cheese Gdansk'],
			['Quote of the Week', 'A cheese is never finished, only eaten.']
		]
	],
	[
		'garden-notes-52.org',
		[
			['News', 'Hedges are back', 'Water rules for allotments'],
			['Links', 'Grafting pears', 'Moss, a defence']
		]
	],
	[
		'lettre-45.txt',
		[
			[
				"L'ESSENTIEL",
				"Les ponts du Rhône passent l'hiver",
				'Un bac remplace le pont de Saint-Just'
			],
			[
				'BREVES',
				'Le câble de Millau fête ses vingt ans',
				"Un concours de maquettes pour les collèges, ouvert jusqu'à la fin du mois de mars",
				"Péage : rien ne change avant l'été"
			],
			['EN PARTENARIAT AVEC', '$ Bétons Durand : réparer sans couper la route']
		]
	],
	[
		'release-notes-digest.txt',
		[
			['NEWS', 'New lamp for Cape Sorrow', "Keepers' cottage for sale"],
			['READING', '"Night Work", a memoir of forty years on the rocks', 'A short history of fog']
		]
	],
	[
		'cafe-des-ateliers-118.txt',
		[
			[null, 'Où l’on reparle du prix de l’eau'],
			['A lire cette semaine', 'Les tanneurs, la rivière et la nouvelle station'],
			[
				'En bref (ou presque)',
				'Récupérer l’eau de pluie sur un toit d’atelier',
				'Teindre sans rincer',
				'Trouver une fuite à l’oreille',
				'Les prix du cuir au printemps'
			]
		]
	],
	[
		'112.friday-roundup.html',
		[
			['The big story', 'The council has voted to close the pool.'],
			[
				'Three things to read',
				'The history of a hedge',
				'How to lose a library',
				'A recipe for quince'
			],
			['And one to watch', 'A drone film of the marsh at low tide.']
		]
	],
	[
		'weekly-widgets-73.md',
		[
			['Articles', 'Gears that forgive', 'A spring in winter'],
			['Projects', 'tock', 'wheelwright'],
			['Talks', 'On escapements', 'Pendulums at sea'],
			['Jobs', 'Watchmaker at Fern & Sons']
		]
	],
	[
		'sponsor-between-rules.html',
		[
			[
				null,
				'The keyboards are getting quieter',
				'What we lost with the floppy disk',
				'$ Backups you can hold',
				'An index of indexes'
			],
			['Quick bits', 'A ruler for pixels', 'Fonts from matchboxes']
		]
	],
	[
		'images-beside-words.html',
		[
			['Économie', 'Les usines recrutent des retraités', 'Le fret ferroviaire repart'],
			['Culture', 'Un roman sur les écluses', '$ dix carnets pour le prix de neuf']
		]
	],
	[
		'letter-with-essay.html',
		[
			[
				'What happened',
				'The team spent four months on it and says that the results surprised everybody, including those who had asked for the study in the first…'
			],
			['Things I read', 'The weir that went missing', 'Eels, again', 'A short history of locks'],
			['A question for you', 'Which river do you live by?']
		]
	],
	[
		'poll-and-sponsor.html',
		[
			[null, '$ Your pallets are talking. Listen.'],
			['PORTS', 'Ports go quiet as contracts lapse', 'Rotterdam tries a night shift'],
			['MACHINES', 'A crane that thinks'],
			[
				'EVERYTHING ELSE',
				'Wood prices rise for the third month.',
				'Lisbon opens a new quay.',
				'The cheapest container ever was sold on Monday.'
			]
		]
	],
	[
		'labels-used-again.html',
		[
			[
				null,
				'Silk is cheaper than it was',
				'Weavers vote on Monday',
				'Stop calling it fast fashion',
				'Wool without sheep',
				'$ A needle for life'
			]
		]
	],
	[
		'linked-section-names.html',
		[
			[
				'World',
				'Ferries strike in three ports',
				'A bridge, at last, for the islands',
				'Salt tax returns'
			],
			['Culture', 'A novel in postcards', 'Sea shanties chart again'],
			['Science', 'Why gulls stare', 'Tides, modelled in a bath']
		]
	],
	[
		'revue-numerotee.txt',
		[
			[
				'ADMINISTRATION',
				'La mairie de Vire ouvre son cadastre (La Gazette de Vire, 18/03)',
				"Signature électronique : qui s'en sert vraiment ? (Acteurs du bocage, 19/03)"
			],
			[
				'DONNÉES',
				'Un entrepôt commun pour trois départements (Le Journal, 20/03)',
				"Les compteurs d'eau parlent enfin (Normandie Eco, 21/03)"
			],
			[
				'AGENDA',
				'28 mars - Rencontre des secrétaires de mairie, Caen',
				'4 avril - Atelier cartes, Saint-Lô'
			]
		]
	],
	[
		'small-titles-apart.html',
		[
			[
				null,
				'The Bowline Is 400 Years Old, Give or Take',
				'$ Rope.fm, a Podcast Platform for Riggers',
				'Reef Knots Considered Harmful'
			],
			['IN BRIEF', 'The Gdańsk rope walk is for sale.', 'Hemp is up again, says the index.'],
			[
				'Articles and Tutorials',
				'Splicing Without Tears',
				'Knots in Rn',
				'How to Coil a Line',
				'The Thumb Test'
			],
			['Code and Tools', 'knotlib 3.0']
		]
	],
	[
		'paid-in-many-ways.html',
		[
			['À la une', 'Les phares s’éteignent', '$ Lampes Orion'],
			[
				'À lire aussi',
				'Le gardien raconte',
				'$ [Sponsorisé] Dormir dans un phare',
				'Une optique de 1850',
				'$ Bottes Marée : -20 %'
			],
			[
				'Outils',
				'Marégraphe, l’application',
				'Nœuds de poche',
				'$ Cette édition vous est proposée par Brise & Fils.'
			]
		]
	],
	[
		'feuille-sans-liens.txt',
		[
			['LES NOUVELLES', 'La serre est réparée', 'Un nouveau voisin'],
			["L'AGENDA", 'Samedi 13 avril : troc de plants', 'Dimanche 28 avril : taille des rosiers'],
			['LA RECETTE', 'Soupe de fanes']
		]
	],
	[
		'counted-paragraphs.html',
		[
			[
				null,
				'The pencil that writes underwater',
				'A talk by Lou Reyes on erasers. I laughed, and so will you.',
				'“Sharpen less.” An interview with a pencil maker.',
				'I keep returning to this drawing of an empty room.',
				'New in my shop: a calendar.'
			]
		]
	],
	[
		'credits-below-items.html',
		[
			[
				null,
				'A Shuttle From Scratch',
				'Dyeing at Scale',
				'$ Threads in Production, Without Knots',
				'Wool Versus Cotton: A Benchmark'
			],
			['Weaving Jobs', 'Senior Loom Engineer (Porto)', 'Pattern Developer (Remote)'],
			['Articles & Tutorials', 'Tension, Explained', 'The Warp and I'],
			['Projects & Code', 'heddle: Lift Threads by Name', 'selvage: Neat Edges'],
			['Events', 'Weekly Virtual Office Hours', 'WeaveCon Lima']
		]
	],
	[
		'refrains.html',
		[
			[
				null,
				'1 big thing: The axe returns',
				'Handles get longer',
				'Catch up quick',
				'$ Sharper than ever',
				'One fun thing: log rolling'
			]
		]
	],
	[
		'paragraphs-ending-in-link.html',
		[
			['News', 'Bucketgate, continued', 'Tin or steel?', 'The pail tax'],
			[
				'Ideas',
				'A thread on handles.',
				'The case for holes: leaky buckets as irrigation.',
				'How a mop company became a bank.'
			],
			['Outside interests', 'Photographs of wells.', 'A dictionary of drips.'],
			['Data', 'Buckets sold per household, 1950 to 2020.', 'Water carried by hand, by country.']
		]
	],
	[
		'sponsor-below-list.html',
		[
			['Launches', 'Crate 2', 'Lid: a lid for all boxes', '$ Tape that holds.'],
			['Funding', 'Cartonex raised $4M to print on cardboard', 'Boxd was bought by Crate'],
			['Reads', 'The cube, a history', 'Why parcels shrink']
		]
	],
	[
		'two-parts.eml',
		[['Serrures', "Une serrure de 1890 s'ouvre encore", 'Le cadenas le plus lourd du port']]
	]
])('%s → the sections, items and sponsors that an editor would list', async (name, expected) => {
	expect(contents(await readIssue(sample(name)))).toEqual(expected);
});

test.each([
	['cafe-des-ateliers-118.txt', 118, null, 'Café des ateliers ☕️ – #118'],
	['2025-02-05-this-week-in-cheese.md', 584, '2025-02-05', 'This Week in Cheese 584'],
	['garden-notes-52.org', 52, '2025-06-20', 'Weekly Garden Notes #52'],
	['lettre-45.txt', 45, '2025-02-14', 'LA LETTRE DES PONTS - n° 45 - 14 février 2025'],
	['linked-leads.html', 412, '2025-11-20', 'Gardeners Weekly Issue 412: Slow seeds, fast frost'],
	['two-parts.eml', 27, '2025-03-04', 'La Gazette des clés n° 27'],
	['111.the-quiet-machines.html', null, null, null]
])('%s → number %s, date %s, title %s', async (name, number, date, title) => {
	expect(await readIssue(sample(name))).toMatchObject({ number, date, title });
});

test('a text without a single address → an editorial, a lead and briefs with their words', async () => {
	const { sections } = await readIssue(sample('cafe-des-ateliers-118.txt'));

	const formats = sections.map(({ items }) => items.map((item) => item.format));
	expect(formats).toEqual([['editorial'], ['lead'], ['brief', 'brief', 'brief', 'brief']]);
	expect(sections[2]!.items[1]!.text).toBe(
		'Un procédé ancien revient, testé sur la laine et le lin par deux écoles.'
	);
	expect(sections.flatMap(({ items }) => items.flatMap((item) => item.links))).toEqual([]);
});

test('image, headline and button of one card → links of one item, tracked differently or not', async () => {
	const { sections, otherLinks } = await readIssue(sample('cards.html'));

	const items = sections.flatMap((section) => section.items);
	expect(items.map((item) => item.links.length)).toEqual([3, 3, 3, 3, 3, 3, 3]);
	expect(otherLinks.map((link) => link.role)).toEqual(['footer', 'footer', 'footer', 'footer']);
});

test('tracked links of an e-mail with a plain-text part → the targets that this part names', async () => {
	const { sections } = await readIssue(sample('two-parts.eml'));

	expect(sections[0]!.items.map((item) => item.links[0]!.target)).toEqual([
		'https://musee.example.org/serrure-1890',
		'https://port.example.com/cadenas'
	]);
});

test('addresses that name a reader → without it; read as sent → with it', async () => {
	const kept = JSON.stringify(await readIssue(sample('two-parts.eml')));
	const sent = JSON.stringify(await readIssueAsSent(sample('two-parts.eml')));

	expect(kept).not.toMatch(/ana\.reader/);
	expect(sent).toContain('r=ana.reader%40example.org');
});

test('a heading that recurs in the template → a section, though nothing in the issue says so', async () => {
	const issue = (story: string) =>
		typed(
			'x.html',
			`<p>${'word '.repeat(20)}</p><h3>From the shed</h3><p>${story} <a href="https://example.org/${story}">see</a> for more of it.</p>`
		);
	const before = await readIssue(issue('a'));
	const trace = { sections: ['from the shed'], over: [], bare: [] };
	const template = learn([
		{ edition: '1', plain: false, trace },
		{ edition: '2', plain: false, trace }
	]);
	const own = { sections: [], over: [], bare: ['from the shed'] };
	const hints = new Set(hintsOf(template, { edition: '3', plain: false, trace: own }, null));

	expect(before.sections.map((section) => section.title)).toEqual([null]);
	const after = await readIssue(issue('b'), hints);
	expect(after.sections.map((section) => section.title)).toEqual(['From the shed']);
});

test('who wrote the issue, and when → a date and no title', async () => {
	const html = `<p>By Ana Mar and Léo Le Roux ·Feb 14, 2026</p><h2>Harbours close early</h2><p>So says <a href="https://example.com/1">the port</a> in a note of this morning.</p>`;
	expect(await readIssue(typed('a.html', html))).toMatchObject({ title: null, date: '2026-02-14' });
});

test('the day of sending below other lines → the date, neither title nor story', async () => {
	const text =
		'Voir en ligne : https://quai.example.org/12\n\nLe Quai #12\nOù les mouettes apprennent à faire la queue\njeudi 20 août 2026\n\n' +
		'Deux sujets se disputaient la place, et nous avons gardé celui qui sentait le sel. ' +
		'Une étude (https://quai.example.org/etude) compare les files du marché et celles du port, avec des chiffres qui surprennent même les pêcheurs.\n\n' +
		'À lire\n======\n\nLe phare rallumé (https://quai.example.org/phare)\nIl éclaire de nouveau.\n\nUn bac de plus (https://quai.example.org/bac)\nDès juin.\n';
	const issue = await readIssue(typed('12.txt', text));

	expect(issue).toMatchObject({ title: 'Le Quai #12', number: 12, date: '2026-08-20' });
	expect(contents(issue)).toEqual([
		[null, 'Où les mouettes apprennent à faire la queue'],
		['À lire', 'Le phare rallumé', 'Un bac de plus']
	]);
});

test('a bold line with an emoji → a section heading, even one that reads like a button', async () => {
	const list = (name: string) =>
		`<p>👉 <a href="https://e.example.org/${name}1">A story about ${name}</a> – short<br>👉 <a href="https://e.example.org/${name}2">More about ${name} here</a></p>`;
	const html = `<p>⚓️ <b>Harbours</b></p>${list('piers')}<p>🎧 <b>Listen</b></p>${list('horns')}`;

	const { sections } = await readIssue(typed('x.html', html));
	expect(sections.map(({ title, items }) => [title, items.length])).toEqual([
		['Harbours', 2],
		['Listen', 2]
	]);
});

test('scripts, fields, frames and links that run → counted, and nothing of them kept', async () => {
	const html =
		'<h2>News</h2><script>steal()</script><form action="/x"><input name="a"><button>Go</button></form>' +
		'<p onclick="steal()"><a href="https://a.example.org/1">A bridge reopens</a></p><iframe src="https://b.example.org/"></iframe>' +
		'<p><a href=" java\nscript:steal()">Two boats collide</a></p><p><a href="data:text/html,<script>steal()</script>">A third story</a></p>';
	const { document, leftOut, clean } = await takeIssue(typed('x.html', html));

	expect(leftOut).toEqual({ scripts: 2, frames: 1, fields: 3, links: 2, characters: 0 });
	expect(document).toEqual(await readIssue(typed('x.html', html)));
	expect(clean).toEqual(await cleanDocument(typed('x.html', html)));
	expect(JSON.stringify([document, clean])).not.toMatch(/steal|data:|b\.example/);
});

test('a sponsor’s link inside a story → a role of its own', async () => {
	const html =
		'<h2>News</h2><ul><li>Rain at last, says <a href="https://a.example.org/rain">the office</a>, which had promised it for the first days of the month. Umbrellas by <a href="https://b.example.com/">Drop</a> (sponsor)</li>' +
		'<li><a href="https://c.example.org/x">Another story altogether</a></li></ul>';
	const { sections } = await readIssue(typed('x.html', html));

	expect(sections[0]!.items[0]!.links.map((link) => link.role)).toEqual([undefined, 'sponsor']);
});

test.each(readdirSync(samples))('%s, cleaned → reads the same', async (name) => {
	const clean = typed(name, (await cleanDocument(sample(name))).body);

	expect(await readIssue(clean)).toEqual(await readIssue(sample(name)));
});

test('any text → sections that each hold items, or refused as a file or document', async () => {
	const markup = fc.constantFrom(
		'<p>',
		'</p>',
		'<a href="https://example.org/1">',
		'</a>',
		'<table>',
		'<td>',
		'</table>',
		'<li>',
		'<h2>',
		'- ',
		'# ',
		'[a](https://example.org)',
		'(https://example.org)',
		'\n',
		'\n\n',
		'===\n',
		'words and more ',
		'<',
		'&',
		'"'
	);
	const names = fc.constantFrom('x.html', 'x.md', 'x.txt', 'x.org', 'x.eml', 'x');

	await fc.assert(
		fc.asyncProperty(
			names,
			fc.array(fc.oneof(markup, fc.string()), { maxLength: 60 }),
			async (name, parts) => {
				const outcome = await readIssue(typed(name, parts.join(''))).catch((error) => error.code);
				if (typeof outcome === 'string') expect(outcome).toMatch(/^(file|document)/);
				else for (const { items } of outcome.sections) expect(items.length).toBeGreaterThan(0);
			}
		),
		{ numRuns: 150 }
	);
});

test('titles that differ only by number → titles', async () => {
	const stories = [1, 2, 3, 4, 5].map(
		(n) => `<h3>Story ${n}</h3><p>A few words. <a href="https://example.com/${n}">Read on</a></p>`
	);
	const read = await readIssue(
		typed('tides.html', `<h1>Tides</h1><h2>In brief</h2>${stories.join('')}`)
	);
	expect(contents(read)).toEqual([
		['In brief', 'Story 1', 'Story 2', 'Story 3', 'Story 4', 'Story 5']
	]);
});

test('a page number that leads back to the top → no list of contents, and no failure', async () => {
	const stories = ['Cranes sleep', 'Goats wander'].map(
		(title, n) => `<h2><a href="https://example.com/${n}">${title}</a></h2><p>A few words.</p>`
	);
	const read = await readIssue(
		typed('tides.html', `<p>Low tide</p><p><a href="#top">12</a></p>${stories.join('')}`)
	);
	expect(contents(read).flat()).toEqual(expect.arrayContaining(['Cranes sleep', 'Goats wander']));
});

test('stories under a service’s links that differ by their sealed part alone → each an item', async () => {
	const sealed = (n: number) => `https://u1.ct.sendgrid.net/ls/click?upn=${'aBcD'.repeat(9)}${n}`;
	const stories = ['Cranes sleep', 'Goats wander', 'Ferries grow', 'Ropes fray'].map(
		(title, n) =>
			`<table><tr><td><a href="${sealed(3 * n)}"><img src="i.jpg" width="110"></a></td><td><a href="${sealed(3 * n + 1)}" style="font-weight:bold;font-size:17px">${title}</a><br><span>The keeper has counted every boat since April, and says so.</span><br><a href="${sealed(3 * n + 2)}">Read more</a></td></tr></table>`
	);
	const read = await readIssue(
		typed('tides.html', `<h1>Tides</h1><h2>News</h2>${stories.join('')}`)
	);
	expect(contents(read)).toEqual([
		['News', 'Cranes sleep', 'Goats wander', 'Ferries grow', 'Ropes fray']
	]);
});

test.each([
	['12. März 2026', 'text', '2026-03-12'],
	['12. MÄRZ 2026', 'text', '2026-03-12'],
	['3. maart 2026', 'markdown', '2026-03-03'],
	['12. März 2026', 'markdown', '2026-03-12'],
	['12. März', 'text', null],
	['12. März', 'markdown', null]
])('a line %s in %s → its date %s, and no item of a list', async (line, format, date) => {
	const link = (page: string) => `https://example.org/${page}`;
	const text =
		format === 'text'
			? `Hafenbrief\n\n${line}\n\nLiebe Leser,\n\n1. Der Kai bekommt einen Kran\nDer Rat hat abgestimmt.\n${link('kai')}\n\n2. Die Preise steigen\nAb April.\n${link('preise')}\n`
			: `# Hafenbrief\n\n${line}\n\n## Kurz\n\n1. [Der Kai bekommt einen Kran](${link('kai')})\n2. [Die Preise steigen](${link('preise')})\n`;
	const name = format === 'text' ? 'brief.txt' : 'brief.md';
	const document = await readIssue(typed(name, text));
	expect(document.date).toBe(date);
	expect(document.sections.flatMap(({ items }) => items.map(({ title }) => title))).toEqual([
		'Der Kai bekommt einen Kran',
		'Die Preise steigen'
	]);
});

test('a link that says by its parameters that somebody paid for it → a sponsor’s, in a story and as an item', async () => {
	const paid = 'https://sponsor.example/demo?utm_source=harbour&amp;utm_medium=';
	const story = (title: string, more: string) =>
		`<h3><a href="https://example.org/${title.at(-1)}">${title}</a></h3><p>The council voted on Tuesday, and by one vote.</p>${more}`;
	const text = `<h1>Harbour Letter 15</h1><h2>News</h2>${[
		story(
			'Second crane for quay A',
			`<p>Plan berths with us. <a href="${paid}sponsored">Try it</a></p>`
		),
		`<h3><a href="${paid}newsletter-sponsorship">Forty ports plan with Crane</a></h3><p>Yours may be next, for thirty days.</p>`,
		story(
			'Fares rise on line B',
			`<p>See <a href="${paid}newsletter">what they cost</a>, and <a href="https://example.org/us?utm_campaign=sponsors">help pay for this letter</a>.</p>`
		)
	].join('')}`;
	const document = await readIssue(typed('letter.html', text));
	const items = document.sections.flatMap(({ items }) => items);
	expect(items.map(({ title, role }) => [title, role])).toEqual([
		['Second crane for quay A', 'editorial'],
		['Forty ports plan with Crane', 'sponsor'],
		['Fares rise on line B', 'editorial']
	]);
	const roles = items.map(({ links }) => links.map(({ role }) => role ?? null));
	expect(roles).toEqual([[null, 'sponsor'], [null], [null, null, null]]);
});
