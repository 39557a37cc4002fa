// long for the texts it holds: two issues of a small invented newsletter as four services, their
// author and an editor have them
import { bytes, table, zipped, type Files } from '../simulate/sample/table.ts';

/** Readers' addresses, as no text of a newsletter has them: to be looked for where none may be. */
export const people = Array.from({ length: 30 }, (_, i) => ({
	address: `eclusier-${String(i).padStart(2, '0')}@courriel-${i % 3}.example.org`,
	joined: Date.UTC(2025, 0, 1 + i, 8),
	left: i % 10 === 9 ? Date.UTC(2025, 8, 20, 8, i) : null
}));

export const sent = { 12: Date.UTC(2025, 8, 18, 5), 13: Date.UTC(2025, 8, 25, 5) } as const;

type Number = keyof typeof sent;

/** Pages that issue 12 and 13 lead to; `peage` is linked by two items of issue 12. */
export const pages = {
	12: ['niveaux', 'port', 'peage', 'maquettes', 'millau'],
	13: ['musee', 'bateliers', 'ecluse', 'maquettes', 'berges']
} as const;

export const link = (page: string, number: Number) =>
	`https://canal.example.com/${page}?utm_source=lettre&utm_campaign=n${number}`;

export const issue12 = `---
title: "La lettre du canal #12 – L’été des écluses"
number: 12
date: 2025-09-18
---

# L’été des écluses

Nous avons relevé l’[échelle des niveaux](${link('niveaux', 12)}) pendant que l’eau baissait, et il y a de quoi
s’inquiéter pour les péniches. La sécheresse dure depuis juin, les biefs se vident, et la compagnie
ferme une écluse sur trois avant la fin du mois.

## À retenir cette semaine

### 🚢 Le port se numérise enfin

Une application annonce les péniches, et le [péage](${link('peage', 12)}) avec elles.

[En savoir plus](${link('port', 12)})

## En bref (ou presque)

### 🎯 Le péage change de mains

Rien ne change avant l’hiver, dit la compagnie.

[En savoir plus](${link('peage', 12)})

### 📐 Un concours de maquettes

Ouvert aux collèges jusqu’en mars.

[En savoir plus](${link('maquettes', 12)})

### 🌉 Le câble de Millau a vingt ans

On le fête sans s’arrêter.

[En savoir plus](${link('millau', 12)})

---

[Se désinscrire](https://canal.example.com/desabonnement)
`;

export const issue13 = `<h2>À retenir cette semaine</h2>
<h3>🏛 Le musée rouvre ses portes</h3><p>Après trois ans de travaux, et sans l’ascenseur.</p>
<p><a href="${link('musee', 13)}">En savoir plus</a></p>
<h2>EN BREF (ou presque)</h2>
<h3>⚓ Les bateliers manquent</h3><p>On en cherche quarante sur le Rhône.</p>
<p><a href="${link('bateliers', 13)}">En savoir plus</a></p>
<h3>🔧 Une écluse en panne</h3><p>Trois jours d’attente à Valence.</p>
<p><a href="${link('ecluse', 13)}">En savoir plus</a></p>
<h3>📐 Les maquettes sont arrivées</h3><p>Elles sont deux cents, dont une en sucre.</p>
<p><a href="${link('maquettes', 13)}">En savoir plus</a></p>
<h3>🌿 Les berges se reposent</h3><p>Le chemin de halage ferme en octobre.</p>
<p><a href="${link('berges', 13)}">En savoir plus</a></p>
`;

type Click = { address: string; at: number; url: string };

/** Clicks on an issue by readers of these positions: hours apart, as people click. */
function clicks(number: Number, from: number, to: number): Click[] {
	return people.slice(from, to).flatMap(({ address }, i) =>
		pages[number].flatMap((page, j) => {
			if ((i * 7 + j * 5 + number) % 3 !== 0) return [];
			const at = sent[number] + (40 + i * 61 + j * 17) * 60_000 + i * 1000;
			return [{ address, at, url: link(page, number) }];
		})
	);
}

function opens(number: Number) {
	return people.map(({ address }, i) => ({
		address,
		at: sent[number] + (20 + i * 37) * 60_000 + 500
	}));
}

const utc = (at: number) => new Date(at).toISOString().replace('T', ' ').slice(0, 19);
const french = (at: number) =>
	utc(at).replace(/(\d+)-(\d+)-(\d+)/, (_, year, month, day) => `${day}/${month}/${year}`);

/** Mailchimp's account export: issue 12 to the first twenty readers, and who left. */
export function mailchimp(): Files {
	const file = '1001012_la-lettre-du-canal-12.csv';
	const members = ['Email Address', 'MEMBER_RATING', 'OPTIN_TIME'];
	const row = ({ address, joined }: (typeof people)[number]) => [address, 2, utc(joined)];
	return {
		[`88/granular_activity/clicks/${file}`]: bytes(
			table(
				['Timestamp', 'IP', 'Email', 'Url'],
				clicks(12, 0, 20).map(({ at, address, url }) => [utc(at), '203.0.113.9', address, url])
			)
		),
		[`88/granular_activity/opens/${file}`]: bytes(
			table(
				['Timestamp', 'IP', 'Email'],
				opens(12).map(({ at, address }) => [utc(at), '203.0.113.9', address])
			)
		),
		'88/lists/members/members_1_canal.csv': bytes(
			table(
				[...members, 'LEID'],
				people.filter(({ left }) => !left).map((p) => [...row(p), 7])
			)
		),
		'88/lists/unsubscribed/unsubscribed_1_canal.csv': bytes(
			table(
				[...members, 'UNSUB_TIME', 'LEID'],
				people.filter(({ left }) => left).map((p) => [...row(p), utc(p.left!), 7])
			)
		)
	};
}

/** Substack's export: issue 13 with its document, deliveries and opens, but no clicks. */
export function substack(): Files {
	const head = ['post_id', 'timestamp', 'email', 'post_type', 'post_audience'];
	const row = ({ address, at }: { address: string; at: number }) => [
		300013,
		new Date(at).toISOString(),
		address,
		'newsletter',
		'everyone'
	];
	const at = new Date(sent[13]).toISOString();
	return {
		'posts.csv': bytes(
			table(
				'post_id,post_date,is_published,email_sent_at,type,audience,title,subtitle'.split(','),
				[
					[
						'300013.le-musee',
						at,
						'true',
						at,
						'newsletter',
						'everyone',
						'Lettre #13 : le musée',
						''
					],
					['300014.brouillon', '', 'false', '', 'newsletter', 'everyone', '', '']
				]
			)
		),
		'posts/300013.le-musee.html': bytes(issue13),
		'posts/300013.delivers.csv': bytes(
			table(
				head,
				people.map(({ address }, i) => row({ address, at: sent[13] + i * 1000 }))
			)
		),
		'posts/300013.opens.csv': bytes(
			table(
				[...head, 'country', 'device_type', 'client_os', 'user_agent'],
				opens(13).map((open) => [...row(open), 'FR', 'desktop', 'Linux', 'Mozilla/5.0'])
			)
		)
	};
}

/** listmonk's files: clicks on issue 13, which it sent as well, and its list. */
export function listmonk(): Files {
	const campaign = ['45', 'ca3b0000-0000-4000-8000-000000000045', 'La lettre du canal #13'];
	return {
		'campaign_clicks.csv': bytes(
			table(
				'campaign_id,campaign_uuid,campaign_name,subscriber_id,subscriber_uuid,email,subscriber_name,url,created_at'.split(
					','
				),
				clicks(13, 0, 30).map(({ address, at, url }, i) => [
					...campaign,
					i,
					`ab-${i}`,
					address,
					'',
					url,
					new Date(at).toISOString()
				])
			)
		),
		'subscribers.csv': bytes(
			table(
				'uuid,email,name,attributes,status,created_at,updated_at'.split(','),
				people.map(({ address, joined, left }, i) => [
					`ab-${i}`,
					address,
					`Prénom${i}`,
					'{"source":"salon"}',
					left ? 'blocklisted' : 'enabled',
					`${utc(joined)} +0000 UTC`,
					`${utc(left ?? joined)} +0000 UTC`
				])
			)
		)
	};
}

export const frenchHead = ['Adresse e-mail', 'Date', 'Lien', 'Campagne'];

/** Rows of the French file: clicks of the last readers on issue 12, day first. */
export function frenchRows(from = 20, to = 30): string[][] {
	return clicks(12, from, to).map(({ address, at, url }) => [
		address,
		french(at),
		url,
		'La lettre du canal n° 12'
	]);
}

export function frenchFile(rows = frenchRows()): Uint8Array {
	return bytes(`\uFEFF${table(frenchHead, rows, ';', '\r\n')}`);
}

/** What the editor noted of pages. */
export const themes = bytes(
	`\uFEFF${table(
		['Numéro', 'Lien', 'Thème'],
		[
			[12, link('port', 12), 'Numérique'],
			[12, link('peage', 12), 'Argent'],
			[13, link('musee', 13), 'Culture'],
			[13, link('ecluse', 13), 'Argent']
		],
		';',
		'\r\n'
	)}`
);

/** Everything, as the parcels that a person gets it in: each a few files. */
export function parcels(): Record<string, Files> {
	return {
		'mailchimp-export': mailchimp(),
		'substack-export': substack(),
		listmonk: listmonk(),
		clics: { 'clics-lettre-12.csv': frenchFile() },
		numeros: { 'lettre-12.md': bytes(issue12) },
		notes: { 'themes.csv': themes }
	};
}

export function zip(files: Files): Uint8Array {
	return zipped(files, Date.UTC(2025, 9, 1));
}

/** Mailchimp's report of an A/B test of two subjects; `clickers` of the second version. */
export function combinations(clickers: number): Uint8Array {
	return bytes(
		[
			'Email Campaign Report',
			'Title:,Les ponts de mai #12',
			'',
			'Combination results',
			'Combination,Subject Line,Send Time,Total Recipients,Successful Deliveries,Unique Opens,Total Opens,Unique Clicks,Total Clicks',
			'Combination A,Les ponts de mai,"May 02, 2024 10:00 am",500,498,210,350,40,61',
			`Combination B,Quel pont est le vôtre ?,"May 02, 2024 10:00 am",500,497,254,401,${clickers},140`
		].join('\n')
	);
}
