import { expect, test } from 'vitest';
import { organisationOf } from './organisation-settings.ts';

const env = { OIDC_ISSUER: 'https://login.example.org/realm', OIDC_CLIENT_ID: 'rubrique' };

test('without an issuer → there is no provider', () => {
	expect(organisationOf({})).toBeNull();
});

test('an issuer and a client → nobody gets an account by a domain, and passwords go on working', () => {
	expect(organisationOf(env)).toMatchObject({
		clientId: 'rubrique',
		clientSecret: undefined,
		name: 'login.example.org',
		domains: {},
		locals: null
	});
});

test('domains and local addresses, separated by commas → lists in lower case, with their roles', () => {
	const given = {
		OIDC_DOMAINS: 'Example.org=editor, example.com',
		LOCAL_SIGN_IN: 'Ana@example.org,bo@example.org'
	};
	expect(organisationOf({ ...env, ...given })).toMatchObject({
		domains: { 'example.org': 'editor', 'example.com': 'viewer' },
		locals: ['ana@example.org', 'bo@example.org']
	});
});

test.each([
	[{ OIDC_ISSUER: 'login.example.org', OIDC_CLIENT_ID: 'x' }, 'OIDC_ISSUER'],
	[{ OIDC_ISSUER: 'http://login.example.org', OIDC_CLIENT_ID: 'x' }, 'OIDC_ISSUER'],
	[{ OIDC_ISSUER: 'https://login.example.org' }, 'OIDC_CLIENT_ID'],
	[{ ...env, OIDC_DOMAINS: 'example.org=admin' }, 'OIDC_DOMAINS'],
	[{ ...env, OIDC_DOMAINS: 'example.org=boss' }, 'OIDC_DOMAINS'],
	[{ ...env, OIDC_DOMAINS: '*' }, 'OIDC_DOMAINS'],
	[{ ...env, LOCAL_SIGN_IN: 'ana' }, 'LOCAL_SIGN_IN'],
	[{ LOCAL_SIGN_IN: 'ana@example.org' }, 'LOCAL_SIGN_IN']
])('%j → %s is said to be wrong', (given, name) => {
	expect(() => organisationOf(given)).toThrow(
		expect.objectContaining({ code: 'badOrganisation', details: expect.objectContaining({ name }) })
	);
});
