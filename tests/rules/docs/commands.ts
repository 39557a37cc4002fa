import type { Command } from '../../../src/cli/command.ts';
import { commands } from '../../../src/cli/commands.ts';
import { optionWords } from '../../../src/cli/help.ts';
import { filterRecords } from '#lib/filters/filters.ts';
import { words } from '#lib/messages/words.ts';
import { tableOf } from './table.ts';

type Option = Command['options'][string];

const isFilter = (name: string) => filterRecords.some((record) => record.name === name);
const sentence = (key: string) => words(key, {}, 'en');

function flagOf(name: string, { value, bare }: Option): string {
	if (!value) return `\`--${name}\``;
	return `\`--${name} ${bare === undefined ? value : `[${value}]`}\``;
}

const all = await Promise.all(Object.values(commands).map((load) => load()));

/** Every command with its options, as its own help says it. */
export function commandSections(): string {
	return all.map(sectionOf).join('\n\n');
}

function sectionOf({ name, args, options }: Command): string {
	const offered = Object.entries(options).filter(([, { hidden }]) => !hidden);
	// several of them are what figures have in common: they are described once
	const filters = offered.filter(([option, { about }]) => isFilter(option) && !about);
	const areFigures = filters.length > 1;
	const own = areFigures ? offered.filter((one) => !filters.includes(one)) : offered;
	const paragraphs = [
		`### ${name}`,
		`\`rubrique ${[name, args].filter(Boolean).join(' ')}\`: ${sentence(`cli.${name}`)}.`,
		own.length > 0 &&
			tableOf(
				['Option', 'Meaning'],
				own.map(([option, of]) => [flagOf(option, of), optionWords(of.about ?? option, 'en')])
			),
		areFigures && `[Filters](#filters): ${filters.map(([option]) => `\`--${option}\``).join(', ')}.`
	];
	return paragraphs.filter(Boolean).join('\n\n');
}

/** The filters that figures and reports have in common. */
export function filterTable(): string {
	return tableOf(
		['Option', 'Meaning', 'Applies to'],
		filterRecords.map(({ name, value, several, holds }) => [
			`\`--${name} ${value}\`${several ? ', as often as needed' : ''}`,
			optionWords(name, 'en'),
			holds.map((figure) => sentence(`narrowed.${figure}`)).join(', ')
		])
	);
}
