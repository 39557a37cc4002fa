import { below, pick, type Random } from '../random.ts';
import { plain } from './people.ts';

const hosts = [
	'www.lecarnet.example.org',
	'atelier-web.example.com',
	'blog.grandlarge.example.net',
	'www.quotidien-du-net.example.com',
	'labo.usages.example.org',
	'revue.lisible.example.net',
	'www.observatoire.example.org',
	'journal.example.com',
	'notes.presquile.example.net',
	'www.metiers-du-web.example.com',
	'communs.example.org',
	'lettre.estran.example.net',
	'www.banc-dessai.example.com',
	'media.lagune.example.org',
	'enquetes.example.net'
];

/** An address that a real site could give a story: each site has its way. */
export function storyUrl(title: string, random: Random): string {
	const host = pick(random, hosts);
	const words = slug(title, 7);
	const id = 1000 + below(random, 90_000);

	switch (hosts.indexOf(host) % 4) {
		case 0:
			return `https://${host}/articles/${words}`;
		case 1:
			return `https://${host}/${words}-${id}.html`;
		case 2:
			return `https://${host}/p/${words}/`;
		default:
			return `https://${host}/lire?id=${id}&titre=${words}`;
	}
}

/** The first words of a text, as an address writes them. */
export function slug(text: string, words: number): string {
	return plain(text)
		.replace(/œ/g, 'oe')
		.split(/[^a-z0-9]+/)
		.filter((word) => word.length > 1)
		.slice(0, words)
		.join('-');
}

/** As the services append it where their user asked for it. */
export function tagged(url: string, number: number): string {
	const joint = url.includes('?') ? '&' : '?';
	return `${url}${joint}utm_source=maree-haute&utm_medium=email&utm_campaign=numero-${number}`;
}
