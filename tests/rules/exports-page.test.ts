import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { words } from '#lib/messages/words.ts';
import { known } from '#lib/providers/known.ts';
import { services, type Service } from '#lib/providers/services.ts';

const root = join(import.meta.dirname, '../..');

/** The page that lists where each service's exports are, and what is read from them. */
function page(): string {
	const tableOf = (own: readonly Service[]) =>
		[
			'| Service | Where its export is | What is read |',
			'| --- | --- | --- |',
			...own.map((service) => {
				const kinds = known.filter(({ provider }) => provider === service.id);
				const read = [...new Set(kinds.map(({ kind }) => words(`kind.${kind}`, {}, 'en')))];
				const paths = service.exportPath.split('; ').join('<br>');
				return `| ${service.name} | ${paths} | ${read.sort().join(', ')} |`;
			})
		].join('\n');
	return `# Exports by service

These exports are recognised by their column names and imported as they come: CSV in any delimiter and encoding, gzipped or zipped, and workbooks. Any other file is read by its words and values, and asked about where these leave a doubt ([mapping files](mapping-files.md)).

This page is written by \`npm run docs\`, from the list that the program itself goes by.

## Newsletters

${tableOf(services.filter(({ money }) => !money))}

## Spend and revenue

${tableOf(services.filter(({ money }) => money))}
`;
}

/** Tables as they are compared: padding is how an editor likes it. */
function plain(text: string): string {
	return text
		.replace(/ +\| +/g, ' | ')
		.replace(/-{3,}/g, '---')
		.replace(/ +\|$/gm, ' |');
}

test('the page of exports lists every service as the program knows it: else run `npm run docs`', () => {
	const path = join(root, 'docs/exports-by-service.md');
	if (process.env.RUBRIQUE_DOCS) writeFileSync(path, page());
	expect(plain(readFileSync(path, 'utf8'))).toBe(plain(page()));
});

test('the README leads to it', () => {
	expect(readFileSync(join(root, 'README.md'), 'utf8')).toContain('](docs/exports-by-service.md)');
});
