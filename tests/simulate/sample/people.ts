import type { Readers } from '../readers.ts';
import { below, pick, seeded } from '../random.ts';

/** One invented person a reader of the archive, by the same index. */
export type Person = {
	address: string;
	name: string;
	/** a name-based UUID's look, made of the index */
	uuid: string;
	ip: string;
	/** where they came from */
	channel: string;
};

const first =
	'Léa Hugo Chloé Louis Manon Jules Inès Paul Camille Arthur Zoé Gabriel Jade Raphaël Lina Adam Alice Nathan Rose Ethan Anna Sacha Mila Noé Agathe Simon Juliette Victor Nina Martin Clara Antoine Élise Bastien Margaux Yanis Salomé Théo Ambre Maxime Lucie Samir Fatou Karim Awa Malik Nour Elias Solène Gaspard Maëlle Loïc Yasmine Corentin Apolline Rémi Capucine Émile Blanche Ulysse'.split(
		' '
	);
const last =
	'Arnoux Berthelin Cardinet Delorval Escoffin Faubert Garnavel Hardouet Isnardon Jolivart Kerbrec Lamoret Maubert Nadaud Orvault Pelletan Quéméner Rivoal Sarrazac Tavernel Ughetti Vasselin Wattelin Ybert Zanelli Aubrac Bonnard Chauvet Daguin Estève Fleurot Guillem Hervoët Imbertin Jaquemin Lestrade Morvan Noblet Olivet Perrault Rouvière Segonzac Thibaudet Urvoy Valadier Amiel Brossard Clavel Drouin Fabre'.split(
		' '
	);

/** Of the archive's free-mail hosts, the office and the companies behind scanners, in order. */
const hosts = [
	'courriel.example.org',
	'boite.example.net',
	'poste.example.com',
	'hexatel.example.com',
	'groupe-alba.example.com',
	'banque-du-port.example.com',
	'conseil-general.example.org',
	'assurances-lior.example.com',
	'chu-estran.example.org',
	'metaux-vernay.example.com',
	'cabinet-orme.example.net',
	'transports-galet.example.com'
];

export const channels = ['Site', 'Bouche-à-oreille', 'Réseaux sociaux', 'Salon', 'Partenariat'];

/** Names the readers: nobody real, on hosts that cannot exist. */
export function people({ count, domain, channel }: Readers, seed: number): Person[] {
	const random = seeded(seed, 'people');
	const taken = new Set<string>();
	const names = Array.from({ length: count }, () => [pick(random, first), pick(random, last)]);
	// in order of name: services send alphabetically, and zips of sorted lists are small
	names.sort((a, b) => (plain(a.join()) < plain(b.join()) ? -1 : 1));

	return names.map(([given, family], reader) => {
		const host = hosts[domain[reader]! % hosts.length]!;
		const stem = `${plain(given!)}.${plain(family!)}`;
		let address = `${stem}@${host}`;
		while (taken.has(address)) address = `${stem}${1 + below(random, 99)}@${host}`;
		taken.add(address);

		const company = domain[reader]! > 2;
		return {
			address,
			name: `${given} ${family}`,
			uuid: `5a4d0000-0000-4000-8000-${(reader + 1).toString(16).padStart(12, '0')}`,
			// blocks that are reserved for documentation
			ip: company ? `198.51.100.${domain[reader]!}` : `203.0.113.${1 + (reader % 250)}`,
			channel: channels[channel[reader]!]!
		};
	});
}

/** Without accents, in lower case. */
export function plain(text: string): string {
	return text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();
}
