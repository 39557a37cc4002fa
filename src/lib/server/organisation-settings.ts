import { personRoles, type PersonRole } from '#lib/permissions.ts';
import { Trouble } from '#lib/trouble.ts';

/** Sign-in at an organisation's own provider (OpenID Connect). */
export type OrganisationSettings = {
	issuer: URL;
	clientId: string;
	/** none for a public client, which PKCE alone protects */
	clientSecret: string | undefined;
	/** what the button says: Sign in with … */
	name: string;
	/** what people of a domain become who have no account; of no other does anybody get one */
	domains: Record<string, Exclude<PersonRole, 'admin'>>;
	/** e-mail addresses of the administrators who may still use a password; null: everybody may */
	locals: readonly string[] | null;
};

type Environment = Record<string, string | undefined>;

/**
 * Reads them from the environment; null where there is no provider.
 *
 * @throws {Trouble} badOrganisation
 */
export function organisationOf(env: Environment): OrganisationSettings | null {
	const { OIDC_ISSUER, OIDC_CLIENT_ID, OIDC_DOMAINS, LOCAL_SIGN_IN } = env;
	if (!OIDC_ISSUER) {
		// nobody at all could sign in
		if (LOCAL_SIGN_IN) throw bad('LOCAL_SIGN_IN', LOCAL_SIGN_IN);
		return null;
	}
	const issuer = issuerOf(OIDC_ISSUER);
	if (!OIDC_CLIENT_ID) throw bad('OIDC_CLIENT_ID', '');
	return {
		issuer,
		clientId: OIDC_CLIENT_ID,
		clientSecret: env.OIDC_CLIENT_SECRET || undefined,
		name: env.OIDC_NAME || issuer.hostname,
		domains: domainsOf(OIDC_DOMAINS ?? ''),
		locals: LOCAL_SIGN_IN ? addressesOf(LOCAL_SIGN_IN) : null
	};
}

/** Tokens and secrets go there: without https on this machine alone. */
function issuerOf(given: string): URL {
	const url = URL.canParse(given) ? new URL(given) : null;
	const isNear = url?.protocol === 'http:' && ['localhost', '127.0.0.1'].includes(url.hostname);
	if (!url || (url.protocol !== 'https:' && !isNear)) throw bad('OIDC_ISSUER', given);
	return url;
}

/** @example domainsOf('example.org=editor, example.com') // => { 'example.org': 'editor', 'example.com': 'viewer' } */
function domainsOf(given: string): OrganisationSettings['domains'] {
	const entries = listOf(given).map((entry) => {
		const [domain = '', named = 'viewer'] = entry.split('=').map((part) => part.trim());
		const role = personRoles.find((known) => known === named);
		// whoever administers is named by a person
		if (!/^[\w-]+(\.[\w-]+)+$/.test(domain) || !role || role === 'admin')
			throw bad('OIDC_DOMAINS', entry);
		return [domain.toLowerCase(), role] as const;
	});
	return Object.fromEntries(entries);
}

function addressesOf(given: string): string[] {
	return listOf(given).map((address) => {
		if (!/^[^\s@]+@[^\s@]+$/.test(address)) throw bad('LOCAL_SIGN_IN', given);
		return address.toLowerCase();
	});
}

const listOf = (given: string) =>
	given
		.split(',')
		.map((entry) => entry.trim())
		.filter(Boolean);

const bad = (name: string, given: string) => new Trouble('badOrganisation', { name, given });
