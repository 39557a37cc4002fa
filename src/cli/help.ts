import type { Locale } from '#lib/messages/compiled/runtime.js';
import { words } from '#lib/messages/words.ts';
import { table } from './answer.ts';
import type { Command } from './command.ts';

/** What there is to choose from. */
export function overview(verbs: readonly string[], locale: Locale): string[] {
	return [
		words('cli.usage', {}, locale),
		'',
		...table(
			[
				{ head: words('cli.head.command', {}, locale), cell: (verb: string) => `  ${verb}` },
				{ head: '', cell: (verb: string) => words(`cli.${verb}`, {}, locale) }
			],
			verbs
		).slice(1),
		'',
		words('cli.moreHelp', {}, locale)
	];
}

/** What stands behind an option in the help; in brackets what may be left out. */
function valueOf({
	value,
	bare
}: {
	value?: string | undefined;
	bare?: string | undefined;
}): string {
	if (!value) return '';
	return bare === undefined ? ` ${value}` : ` [${value}]`;
}

/** How one command is used: its first line is the whole of it in short. */
export function help(command: Command, locale: Locale): string[] {
	const options = Object.entries({
		...command.options,
		json: { value: undefined, about: undefined, bare: undefined, hidden: undefined }
	})
		.filter(([, { hidden }]) => !hidden)
		.map(([name, option]) => ({
			flag: `  --${name}${valueOf(option)}`,
			about: words(`cli.option.${option.about ?? name}`, {}, locale)
		}));

	const columns = [
		{ head: '', cell: ({ flag }: (typeof options)[number]) => flag },
		{ head: '', cell: ({ about }: (typeof options)[number]) => about }
	];

	return [
		`rubrique ${[command.name, command.args, '[--…]'].filter(Boolean).join(' ')}`,
		'',
		words(`cli.${command.name}`, {}, locale),
		'',
		...table(columns, options).slice(1),
		...(command.notes ? ['', ...command.notes(locale)] : [])
	];
}
