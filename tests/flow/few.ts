import type { Cell, Table } from '#lib/columns/table.ts';

/** Fewer readers than this are told to nobody as a group. */
export const FEWEST = 5;

/** Of a channel and country, how many readers; of each company too. */
export const groups = [
	['Poste centrale', 'FR', 'example.org', 40],
	['Bouche-à-oreille', 'BE', 'atelier-nord.example.com', 9],
	['Salon du livre', 'LU', 'trois.example.com', 3],
	['Affiche unique', 'MC', 'seul.example.com', 1]
] as const;

export const readers = groups.flatMap(([channel, country, domain, n]) =>
	Array.from({ length: n }, (_, i) => ({ address: `l${i}@${domain}`, channel, country }))
);
const day = (week: number) => new Date(Date.UTC(2025, 0, 6 + 7 * week)).toISOString().slice(0, 10);

/** Eight issues, each of two items: all read the first, few the second. */
export function fewFiles() {
	const clicks = ['email,campaign,date,url,country,device'];
	const delivered = ['email,campaign,date,event'];
	for (let week = 0; week < 8; week++)
		for (const [i, { address, country }] of readers.entries()) {
			delivered.push(`${address},Lettre ${week},${day(week)} 08:00:00,delivered`);
			const at = `${day(week)} ${9 + (i % 9)}:${String(i % 60).padStart(2, '0')}:00`;
			if ((i + week) % 3 > 0)
				clicks.push(
					`${address},Lettre ${week},${at},https://example.com/${week}/a,${country},Tablet`
				);
			if (i % 17 === 16)
				clicks.push(
					`${address},Lettre ${week},${at},https://example.com/${week}/b,${country},Console`
				);
		}
	const list = ['email,joined,status,channel,country'];
	for (const { address, channel, country } of readers)
		list.push(`${address},2025-01-0${1 + (address.length % 9)},active,${channel},${country}`);
	const bytes = (lines: string[]) => Buffer.from(`${lines.join('\n')}\n`);
	return {
		'clicks.csv': bytes(clicks),
		'delivered.csv': bytes(delivered),
		'subscribers.csv': bytes(list),
		'spend.csv': bytes([
			'channel,month,amount,currency',
			...groups.map(([channel]) => `${channel},2025-01,120.00,EUR`)
		])
	};
}

export const isFew = (n: unknown) => typeof n === 'number' && n > 0 && n < FEWEST;

/**
 * What of a table tells of few readers: a count of them, or a share of a count beside it, whichever side
 * of it is few.
 *
 * @param told keys of columns that are told whatever they count
 */
export function fewIn({ columns, rows }: Table, exempt: readonly string[] = []): string[] {
	const keyOf = (place: number) => String((columns[place] as { key?: string }).key ?? '');
	const cells: string[] = [];
	for (const row of rows) {
		const add = (place: number, cell: Cell) =>
			cells.push(`${row[0]}: ${columns[place]!.head} ${cell}`);
		const counts = row.filter((cell, place) => columns[place]!.people && cell !== null);
		for (const [place, cell] of row.entries()) {
			const { people, kind } = columns[place]!;
			if (people && isFew(cell) && !exempt.includes(keyOf(place))) add(place, cell);
			if (!['rate', 'share'].includes(kind) || typeof cell !== 'number') continue;
			if (exempt.includes(keyOf(place))) continue;
			const tells = (n: number) => isFew(Math.round(n)) && Math.abs(n - Math.round(n)) < 1e-6;
			if (counts.some((of) => tells(cell * Number(of)) || tells((1 - cell) * Number(of))))
				add(place, cell);
		}
	}
	return cells;
}
