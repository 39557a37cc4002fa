import type { Files } from '../simulate/sample/table.ts';

const day = (n: number) => new Date(Date.UTC(2025, 0, 2 + 7 * n)).toISOString().slice(0, 10);

function letter(n: number): string {
	return `---
title: "La lettre des quais #${n}"
number: ${n}
date: ${day(n)}
---

## Nouvelles

### L’écluse numéro ${n} est fermée

Jusqu’au printemps. [Lire la suite](https://example.com/ecluse-${n})

### Le pont chante encore ${n}

Dans le vent. [Lire la suite](https://example.com/pont-${n})

## Le mot des amis

### Une bouée pour chacun, édition ${n}

Avec le soutien de Bouées & Cie, qui flottent. [Voir](https://bouees.example.com/offre-${n})

## En bref

### La carte du canal ${n}

Toujours là. [La carte](https://example.org/carte)
`;
}

/**
 * So many weekly letters of four items, a sponsor's and one page that is in all of them among these,
 * and a CSV with some clickers for three of the items.
 */
export function letters(issues: number): Files {
	const files: Record<string, Uint8Array> = {};
	const rows = ['email;campagne;date;url'];
	for (let n = 1; n <= issues; n++) {
		files[`${day(n)}_lettre-${n}.md`] = Buffer.from(letter(n));
		const pages = [`example.com/ecluse-${n}`, `bouees.example.com/offre-${n}`, 'example.org/carte'];
		for (const [i, page] of pages.entries())
			for (let reader = 0; reader <= (n + i) % 5; reader++)
				rows.push(
					`r${reader}@example.org;La lettre des quais #${n};${day(n)} ${10 + reader}:0${i}:00;https://${page}`
				);
	}
	return { ...files, 'clics.csv': Buffer.from(rows.join('\n')) };
}
