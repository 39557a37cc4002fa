import { resolve } from 'node:path';

/** How this copy of Rubrique is set up. Only hooks and the command line make one. */
export type Settings = {
	/** folder of the database, keys and spooled uploads */
	data: string;
	/** the inbox: one folder a publication */
	imports: string;
	/** `file:`, `libsql:` or `http(s):` */
	databaseUrl: string;
	authToken: string | undefined;
	/** the key by which readers are known, in hex, instead of the file in the data folder */
	readerKey: string | undefined;
	host: string;
	port: number;
	/** the mail server of scheduled reports, `smtp://user:password@host:587`; without one none go out */
	smtpUrl: string | undefined;
	/** who they come from, if not the user of that address */
	smtpFrom: string | undefined;
	/** where people reach it, if that is not what their browser says */
	origin: string | undefined;
	/** how many seconds the process that serves pages may stand still before it is restarted; 0: for ever */
	watchdog: number;
};

/**
 * Reads the settings from the environment.
 *
 * @param root the program's own folder, where `data/` and `imports/` are by default
 * @param here what relative paths in the environment are relative to
 * @example settingsFrom({}, '/rubrique', '/home/ana').data // => '/rubrique/data'
 */
export function settingsFrom(
	env: Record<string, string | undefined>,
	root: string,
	here: string
): Settings {
	const data = env.RUBRIQUE_DATA ? resolve(here, env.RUBRIQUE_DATA) : resolve(root, 'data');
	const imports = env.RUBRIQUE_IMPORTS
		? resolve(here, env.RUBRIQUE_IMPORTS)
		: resolve(root, 'imports');
	const url = env.DATABASE_URL ?? `file:${resolve(data, 'rubrique.db')}`;

	return {
		data,
		imports,
		databaseUrl: /^file:[^/]/.test(url) ? `file:${resolve(here, url.slice(5))}` : url,
		authToken: env.DATABASE_AUTH_TOKEN,
		readerKey: env.RUBRIQUE_KEY,
		host: env.HOST ?? '127.0.0.1',
		port: env.PORT ? Number(env.PORT) : 3000,
		smtpUrl: env.SMTP_URL || undefined,
		smtpFrom: env.SMTP_FROM || undefined,
		origin: env.ORIGIN,
		watchdog: env.WATCHDOG_SECONDS ? Number(env.WATCHDOG_SECONDS) : 10
	};
}
