import { dirname, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { terminalLocale } from '#lib/locales.ts';
import { troubleWords } from '#lib/messages/trouble-words.ts';
import { words } from '#lib/messages/words.ts';
import { actAs } from '#lib/server/access/acting.ts';
import type { Db } from '#lib/server/store/sql/open.ts';
import { settingsFrom, type Settings } from '#lib/server/settings.ts';
import { troubleIn, unforeseen } from '#lib/trouble.ts';
import type { Command, Options } from './command.ts';
import { commands, inside } from './commands.ts';
import { help, commandList } from './help.ts';
import { refuseTwice } from './options.ts';
import { forTerminal, jsonForTerminal } from './terminal.ts';

/** What the process says when it ends: done, foreseen trouble, wrong usage. */
const DONE = 0;
const TROUBLE = 1;
const USAGE = 2;

// npm runs us in the program's folder, and says where the person stands
const here = process.env.INIT_CWD ?? process.cwd();
const root = dirname(fileURLToPath(import.meta.resolve('#package')));

const locale = terminalLocale(process.env);

function print(lines: readonly string[]) {
	process.stdout.write(lines.map((line) => `${forTerminal(line)}\n`).join(''));
}

function talk(line: string) {
	process.stderr.write(`${forTerminal(line)}\n`);
}

async function main([name, ...rest]: string[]): Promise<number> {
	if (name === undefined || name === '--help' || name === 'help') {
		print(commandList(Object.keys(commands), locale));
		return name === undefined ? USAGE : DONE;
	}

	const load = Object.entries({ ...commands, ...inside }).find(([verb]) => verb === name)?.[1];
	if (!load) {
		talk(words('cli.noSuchCommand', { name }, locale));
		return USAGE;
	}

	return run(await load(), rest);
}

/** Gives options whose number may be left out the one that is meant then. */
function withNumbers(typed: readonly string[], { options }: Command): string[] {
	return typed.map((arg, i) => {
		const bare = arg.startsWith('--') ? options[arg.slice(2)]?.bare : undefined;
		return bare !== undefined && !/^\d+$/.test(typed[i + 1] ?? '') ? `${arg}=${bare}` : arg;
	});
}

async function run(command: Command, typed: string[]): Promise<number> {
	const { values, positionals, tokens } = parseArgs({
		args: withNumbers(typed, command),
		options: {
			...command.options,
			json: { type: 'boolean' },
			help: { type: 'boolean', short: 'h' }
		},
		allowPositionals: true,
		tokens: true
	});

	if (values.help) {
		print(help(command, locale));
		return DONE;
	}
	refuseTwice(tokens, command.options);
	if (positionals.length < command.needs || positionals.length > (command.takes ?? Infinity)) {
		talk(help(command, locale)[0] ?? '');
		return USAGE;
	}

	const settings = settingsFrom(process.env, root, here);
	let db: Db | undefined;

	try {
		const run = () =>
			command.run({
				args: positionals,
				options: values as Options,
				settings,
				locale,
				path: (given) => resolve(here, given),
				db: async () => (db ??= await openDatabase(settings)),
				print,
				talk
			});
		const via = command.name in inside ? 'program' : 'command';
		const answer = await actAs({ by: null, who: null, via, address: null, request: null }, run);

		if (answer && values.json) {
			print([jsonForTerminal(answer.json)]);
			answer.notes?.forEach(talk);
		} else if (answer) {
			const { lines, notes = [] } = answer;
			print(notes.length ? [...lines, '', ...notes] : lines);
		}
		return answer?.code ?? (answer?.incomplete ? TROUBLE : DONE);
	} finally {
		db?.$client.close();
	}
}

/** Loaded by the commands that need one: help, and reading a file, do without. */
async function openDatabase(settings: Settings): Promise<Db> {
	const { openWritable } = await import('./database.ts');
	return openWritable(settings);
}

/** What is wrong with what was typed, which parseArgs says in English to whoever wrote the program. */
function usageWords(code: string, message: string): string {
	const option = /'(?:-\w, )?(-[^\s']*)/.exec(message)?.[1] ?? '';
	if (code === 'ERR_PARSE_ARGS_UNKNOWN_OPTION')
		return words('cli.unknownOption', { option }, locale);
	const takesNone = message.includes('does not take an argument');
	return words(takesNone ? 'cli.optionTakesNone' : 'cli.optionNeedsValue', { option }, locale);
}

function explain(error: unknown): number {
	const trouble = troubleIn(error);
	if (trouble) {
		talk(troubleWords(trouble.code, trouble.details, locale));
		return trouble.kind === 'usage' ? USAGE : TROUBLE;
	}
	if (error instanceof Error && 'code' in error && /^ERR_PARSE_ARGS/.test(String(error.code))) {
		talk(usageWords(String(error.code), error.message));
		return USAGE;
	}
	talk(unforeseen(error));
	return TROUBLE;
}

// `rubrique topics | head` closes the pipe when it has seen enough
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
	if (error.code === 'EPIPE') process.exit(DONE);
	throw error;
});

// not awaited here: modules that are loaded when they are needed import from this one, and would wait for its end
void main(process.argv.slice(2))
	.catch(explain)
	.then((code) => (process.exitCode = code));
