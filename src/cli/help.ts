import { locales, type Locale } from '#lib/locales.ts';
import { words } from '#lib/messages/words.ts';
import type { Command } from './command.ts';

/** Signs of a line of help: what every terminal shows. */
const LINE = 80;

/** Names with what they are for beside them: a text longer than its line goes on below itself, and none is cut. */
export function described(rows: readonly (readonly [name: string, about: string])[]): string[] {
	const indent = Math.max(...rows.map(([name]) => name.length)) + 4;
	return rows.flatMap(([name, about]) => {
		const lines = [''];
		for (const word of about.split(' ')) {
			const last = lines.at(-1)!;
			if (last !== '' && indent + last.length + 1 + word.length > LINE) lines.push(word);
			else lines[lines.length - 1] = last === '' ? word : `${last} ${word}`;
		}
		return lines.map((line, i) =>
			`${(i === 0 ? `  ${name}` : '').padEnd(indent)}${line}`.trimEnd()
		);
	});
}

/** What there is to choose from. */
export function commandList(verbs: readonly string[], locale: Locale): string[] {
	return [
		words('cli.usage', {}, locale),
		'',
		...described(verbs.map((verb) => [verb, words(`cli.${verb}`, {}, locale)])),
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

/** What an option is for; where it chooses a language, which there are. */
export function optionWords(option: string, locale: Locale): string {
	const either = new Intl.ListFormat(locale, { type: 'disjunction' });
	return words(`cli.option.${option}`, { languages: either.format(locales) }, locale);
}

/** How one command is used: its first line is the whole of it in short. */
export function help(command: Command, locale: Locale): string[] {
	const options = Object.entries({
		...command.options,
		json: { value: undefined, about: undefined, bare: undefined, hidden: undefined }
	})
		.filter(([, { hidden }]) => !hidden)
		.map(([name, option]) => ({
			flag: `--${name}${valueOf(option)}`,
			about: optionWords(option.about ?? name, locale)
		}));

	return [
		`rubrique ${[command.name, command.args, '[--…]'].filter(Boolean).join(' ')}`,
		'',
		words(`cli.${command.name}`, {}, locale),
		'',
		...described(options.map(({ flag, about }) => [flag, about])),
		...(command.notes ? ['', ...command.notes(locale)] : [])
	];
}
