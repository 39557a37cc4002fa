import { resolve } from 'node:path';
import { Trouble } from '#lib/trouble.ts';
import { organisationOf, type OrganisationSettings } from './organisation-settings.ts';

/** How this copy of Rubrique is set up. Only hooks and the command line make one. */
export type Settings = {
	/** folder of the database, keys and spooled uploads */
	data: string;
	/** the inbox: one folder a publication */
	imports: string;
	/** `file:`, `libsql:` or `http(s):` */
	databaseUrl: string;
	authToken: string | undefined;
	/** folder of a copy of the server's database, from which figures are read; null: from the server */
	replica: string | null;
	/** the key by which readers are known, in hex, instead of the file in the data folder */
	readerKey: string | undefined;
	host: string;
	port: number;
	/** the mail server of scheduled reports, `smtp://user:password@host:587`; without one none go out */
	smtpUrl: string | undefined;
	/** who they come from, if not the user of that address */
	smtpFrom: string | undefined;
	/** whether alerts may be told to programs of the machine itself and of its own network */
	webhooksInside: boolean;
	/** where people reach it, `https://news.example.org`, if that is not what their browser says … */
	address: string | undefined;
	/** … and below which path of that site, `/rubrique`; mostly none */
	prefix: string;
	/** how many seconds the process that serves pages may stand still before it is restarted; 0: for ever */
	watchdog: number;
	/** where backups are made by themselves; null: nowhere */
	backups: { folder: string; hours: number; keep: number } | null;
	/** what a monitor shows to see `/metrics`; without it there are none */
	metricsToken: string | undefined;
	/** one line of JSON for each request, on stdout */
	log: boolean;
	/** whom to tell of a hole, for `security.txt` */
	securityContact: string | undefined;
	/** where people sign in who have an account at their organisation; null: nowhere else */
	organisation: OrganisationSettings | null;
	/** how much uploads that wait may take up in all, in bytes */
	spool: number;
};

type Environment = Record<string, string | undefined>;

/**
 * Reads the settings from the environment.
 *
 * @param root the program's own folder, where `data/` and `imports/` are by default
 * @param here what relative paths in the environment are relative to
 * @throws {Trouble} badOrigin, badHeader, badDepth, badNumber, badContact, badOrganisation
 * @example settingsFrom({}, '/rubrique', '/home/ana').data // => '/rubrique/data'
 */
export function settingsFrom(env: Environment, root: string, here: string): Settings {
	const data = env.RUBRIQUE_DATA ? resolve(here, env.RUBRIQUE_DATA) : resolve(root, 'data');
	const imports = env.RUBRIQUE_IMPORTS
		? resolve(here, env.RUBRIQUE_IMPORTS)
		: resolve(root, 'imports');
	checkProxy(env);
	const url = env.DATABASE_URL ?? `file:${resolve(data, 'rubrique.db')}`;

	return {
		data,
		imports,
		databaseUrl: /^file:[^/]/.test(url) ? `file:${resolve(here, url.slice(5))}` : url,
		authToken: env.DATABASE_AUTH_TOKEN,
		replica:
			env.DATABASE_REPLICA === 'yes' && !url.startsWith('file:') ? resolve(data, 'replica') : null,
		readerKey: env.RUBRIQUE_KEY,
		host: env.HOST ?? '127.0.0.1',
		port: env.PORT ? Number(env.PORT) : 3000,
		smtpUrl: env.SMTP_URL || undefined,
		smtpFrom: env.SMTP_FROM || undefined,
		webhooksInside: env.WEBHOOKS_INSIDE === 'yes',
		...addressOf(env.ORIGIN),
		watchdog: env.WATCHDOG_SECONDS ? Number(env.WATCHDOG_SECONDS) : 10,
		backups: backupsOf(env, here),
		metricsToken: env.METRICS_TOKEN || undefined,
		log: env.LOG_REQUESTS === '1',
		securityContact: contactOf(env.SECURITY_CONTACT),
		organisation: organisationOf(env),
		spool: spoolOf(env.RUBRIQUE_SPOOL_GB)
	};
}

function addressOf(given: string | undefined): Pick<Settings, 'address' | 'prefix'> {
	if (!given) return { address: undefined, prefix: '' };
	const url = URL.canParse(given) ? new URL(given) : null;
	const prefix = url?.pathname.replace(/(?<!\/)\/+$/, '') ?? '';
	// whatever else a path may hold, somebody would have to write it in a proxy and in cookies as well
	if (!url || !/^https?:$/.test(url.protocol) || !/^(\/[\w.~-]+)*$/.test(prefix))
		throw new Trouble('badOrigin', { given });
	return { address: url.origin + prefix, prefix };
}

/**
 * Whoever serves the pages reads these two at each request, and fails there: nobody could be told from
 * anybody else, and all would wait for the wrong passwords of one.
 */
function checkProxy({ ADDRESS_HEADER: header, XFF_DEPTH: depth }: Environment) {
	if (header && !/^[\w!#$%&'*+.^`|~-]+$/.test(header))
		throw new Trouble('badHeader', { given: header });
	if (depth && !/^[1-9]\d?$/.test(depth)) throw new Trouble('badDepth', { given: depth });
}

function backupsOf(
	{ BACKUP_FOLDER: folder, BACKUP_HOURS: hours = '24', BACKUP_KEEP: keep = '14' }: Environment,
	here: string
): Settings['backups'] {
	if (!folder) return null;
	for (const given of [hours, keep])
		if (!/^[1-9]\d{0,4}$/.test(given)) throw new Trouble('badNumber', { given });
	return { folder: resolve(here, folder), hours: Number(hours), keep: Number(keep) };
}

/** An address of mail or of a page, as RFC 9116 wants it: a URI. */
function contactOf(given: string | undefined): string | undefined {
	if (!given) return undefined;
	const uri = /^[^\s:@]+@[^\s:@]+$/.test(given) ? `mailto:${given}` : given;
	if (!/^(mailto|https|tel):\S+$/.test(uri)) throw new Trouble('badContact', { given });
	return uri;
}

/** Enough for the exports of years. */
const SPOOL_GB = '10';

function spoolOf(given = SPOOL_GB): number {
	const gigabytes = Number(given);
	if (!(gigabytes > 0 && gigabytes < 1e6)) throw new Trouble('badNumber', { given });
	return gigabytes * 1e9;
}
