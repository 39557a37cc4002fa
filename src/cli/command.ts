import type { ParseArgsConfig } from 'node:util';
import type { Locale } from '#lib/messages/compiled/runtime.js';
import type { Db } from '#lib/server/store/sql/open.ts';
import type { Settings } from '#lib/server/settings.ts';
import type { Answer } from './answer.ts';

/** An option of `node:util`'s parseArgs, and what its value is called in the help. */
type Option = NonNullable<ParseArgsConfig['options']>[string] & {
	value?: string;
	/** the number that is meant where none is given: `--table` is `--table 1` */
	bare?: string;
	/** its words, where another command has an option of that name: `cli.option.<about>` */
	about?: string;
	/** taken and said not to apply: the help does not offer it */
	hidden?: boolean;
};

export type Options = Record<string, string | boolean | string[] | undefined>;

/** What a command is given. */
export type Call = {
	args: string[];
	options: Options;
	settings: Settings;
	locale: Locale;
	/** makes a path that the person typed absolute */
	path(typed: string): string;
	/** opens the database; only once it is known that the command needs it */
	db(): Promise<Db>;
	/** writes data on stdout where there is too much of it to hold */
	print(lines: readonly string[]): void;
	/** says something on stderr while the command works */
	talk(line: string): void;
};

/**
 * One verb of the command line. Its words are in `messages/` under `cli.<name>` and
 * `cli.option.<option>`.
 */
export type Command = {
	name: string;
	/** what stands where, in the help: `FILE`, `PATH…` */
	args: string;
	/** least number of arguments */
	needs: number;
	/** most, where there is a most */
	takes?: number;
	options: Record<string, Option>;
	/** what else its help says */
	notes?(locale: Locale): string[];
	/** @returns what to print, or null where the command has said all that there is */
	run(call: Call): Promise<Answer | null>;
};
