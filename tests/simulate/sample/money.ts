import { DAY } from '#lib/duration.ts';
import { below, normal, pick, seeded } from '../random.ts';
import { exportedAt, parisTime } from './calendar.ts';
import type { Story } from './story.ts';
import { bytes, table, type Files } from './table.ts';

/** What one channel is like: what a month of it costs, how many of its readers buy, how soon. */
type Quality = { monthly: number; buyers: number };

/** By channel; amounts in cents. What costs nothing brings buyers too. */
const quality: Record<string, Quality> = {
	Site: { monthly: 0, buyers: 0.05 },
	'Bouche-à-oreille': { monthly: 0, buyers: 0.07 },
	'Réseaux sociaux': { monthly: 190_00, buyers: 0.02 },
	Salon: { monthly: 0, buyers: 0.05 },
	Partenariat: { monthly: 110_00, buyers: 0.11 }
};

/** Stands at fairs: flat, over the days that people came from it. */
const fairs = [
	{ campaign: 'Salon d’automne', from: '2025-10-06', to: '2025-12-31', amount: 390_00 },
	{ campaign: 'Rencontres du Goémon', from: '2026-02-02', to: '2026-05-31', amount: 520_00 },
	{ campaign: 'Salon d’automne', from: '2026-09-14', to: '2026-11-30', amount: 410_00 }
];

const products = [
	{ kind: 'Adhésion', amount: 48_00, weight: 8 },
	{ kind: 'Atelier', amount: 95_00, weight: 3 },
	{ kind: 'Formation', amount: 390_00, weight: 1 }
].flatMap(({ weight, ...product }) => Array.from({ length: weight }, () => product));

export type Sale = { day: string; reader: number; kind: string; amount: number };

/** Who bought what and when, in order of time. */
export function salesOf({ archive, people }: Story, seed: number): Sale[] {
	const random = seeded(seed, 'sales');
	const sales: Sale[] = [];

	people.forEach(({ channel }, reader) => {
		const joined = archive.readers.joined[reader]!;
		if (random() >= quality[channel]!.buyers) return;
		let at = joined + DAY * 25 * Math.exp(1.1 * normal(random));
		// one in four comes back
		do {
			if (at < exportedAt) {
				const { kind, amount } = pick(random, products);
				sales.push({ day: parisTime(at).slice(0, 10), reader, kind, amount });
			}
			at += DAY * (40 + 200 * random());
		} while (random() < 0.25);
	});
	return sales.sort((a, b) => (a.day < b.day ? -1 : a.day > b.day ? 1 : a.reader - b.reader));
}

export type Spending = {
	channel: string;
	campaign: string;
	from: string;
	to: string;
	cents: number;
};

/** What was spent, month by month and fair by fair. */
export function spendingOf(seed: number): Spending[] {
	const random = seeded(seed, 'spending');
	const rows: Spending[] = [];

	for (let month = 8; month < 23; month++) {
		const from = new Date(Date.UTC(2025, month)).toISOString().slice(0, 10);
		const to = new Date(Date.UTC(2025, month + 1, 0)).toISOString().slice(0, 10);
		for (const [channel, { monthly }] of Object.entries(quality)) {
			if (monthly === 0) continue;
			const cents = Math.round(monthly * (0.8 + 0.4 * random()));
			const campaign = channel === 'Partenariat' ? 'Échanges de lettres' : '';
			rows.push({ channel, campaign, from, to, cents });
		}
	}
	for (const { campaign, from, to, amount } of fairs)
		rows.push({ channel: 'Salon', campaign, from, to, cents: amount });
	return rows;
}

/** The four files in which the publication keeps its money, as spreadsheets in France save them. */
export function moneyFiles(story: Story, seed: number): Files {
	const { editions, people } = story;
	const csv = (header: string[], rows: (string | number)[][]) =>
		bytes(`\uFEFF${table(header, rows, ';', '\r\n')}`);

	const sales = salesOf(story, seed).map(({ day, reader, kind, amount }) => [
		frenchDay(day),
		people[reader]!.address,
		kind,
		euros(amount),
		'EUR'
	]);
	// one who never subscribed, and one who got the money back
	sales.push(['12/03/2026', 'tresorerie@groupe-alba.example.com', 'Formation', '390,00', 'EUR']);
	sales.push([...sales[40]!.slice(0, 3), `-${sales[40]![3]}`, 'EUR']);

	return {
		'depenses.csv': csv(
			['Canal', 'Campagne', 'Du', 'Au', 'Dépense', 'Devise'],
			spendingOf(seed).map(({ channel, campaign, from, to, cents }) => [
				channel,
				campaign,
				frenchDay(from),
				frenchDay(to),
				euros(cents),
				'EUR'
			])
		),
		'ventes.csv': csv(['Date', 'Adresse e-mail', 'Nature', 'Montant', 'Devise'], sales),
		'partenaires.csv': csv(
			['Partenaire', 'Numéro', 'Lien', 'Prix', 'Devise', 'Clics garantis'],
			placements(story, seed)
		),
		'affiliation.csv': csv(
			['Mois', 'Page de destination', 'Sessions', 'Conversions', 'Recettes', 'Devise'],
			commissions(editions, seed)
		)
	};
}

/** What partners paid: a price that rises, one in Swiss francs, one not agreed yet, one to come. */
function placements({ archive, editions }: Story, seed: number): (string | number)[][] {
	const random = seeded(seed, 'placements');
	const sold = archive.items.filter(({ role }) => role === 'sponsor');
	const rows = sold.map(({ issue, position }, n): (string | number)[] => {
		const { number, items } = editions[issue]!;
		const { partner, more } = items[position - 1]!;
		const price = euros((150 + 10 * Math.floor(n / 4) + 5 * below(random, 5)) * 100);
		const guaranteed = n % 2 ? 30 + 5 * below(random, 5) : '';
		return [partner!, number, more!.url, price, n === 6 ? 'CHF' : 'EUR', guaranteed];
	});
	rows[9]![3] = '';
	rows.push(['Phare & Fils', editions.at(-1)!.number + 2, '', '195,00', 'EUR', 40]);
	return rows;
}

/** What shops paid for the visits that items sent them, by month. */
function commissions(editions: Story['editions'], seed: number): (string | number)[][] {
	const random = seeded(seed, 'commissions');
	return editions.flatMap(({ date, items }) => {
		const [year, month] = date.split('-');
		return items
			.filter(({ more, partner }) => more && !partner)
			.filter(() => random() < 0.25)
			.map(({ more }) => {
				const sessions = 15 + below(random, 60);
				const conversions = below(random, 4);
				const cents = conversions * (3_00 + 50 * below(random, 12));
				return [`${month}/${year}`, more!.url, sessions, conversions, euros(cents), 'EUR'];
			});
	});
}

function frenchDay(day: string): string {
	return day.split('-').reverse().join('/');
}

/** `1250,50` */
function euros(cents: number): string {
	return (cents / 100).toFixed(2).replace('.', ',');
}
