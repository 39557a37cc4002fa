import { HOUR } from '#lib/duration.ts';
import * as oidc from 'openid-client';
import type { OrganisationSettings } from '../organisation-settings.ts';

/** What a provider said of somebody, after all its signatures were checked. */
export type Claims = {
	/** who they are there, for good; an address may change hands */
	subject: string;
	email: string | null;
	isVerified: boolean;
	name: string | null;
};

/** What has to come back unchanged with an answer. */
export type AuthorizationRequest = { state: string; nonce: string; verifier: string };

/** How long the description of a provider is believed, in milliseconds. */
const FRESH = HOUR;

/** How the program proves to the provider who it is: in the head as is usual, or in the form where it is said to. */
function proofOf(secret: string | undefined): oidc.ClientAuth {
	if (secret === undefined) return oidc.None();
	return (server, ...rest) => {
		const inForm = server.token_endpoint_auth_methods_supported?.includes('client_secret_post');
		const proof = inForm ? oidc.ClientSecretPost(secret) : oidc.ClientSecretBasic(secret);
		return proof(server, ...rest);
	};
}

/**
 * An organisation's provider, as https://openid.net/specs/openid-connect-core-1_0.html has it; it is asked
 * when needed.
 */
export function providerOf({ issuer, clientId, clientSecret }: OrganisationSettings) {
	let cached: { config: oidc.Configuration; at: number } | undefined;

	async function configuration(now: number): Promise<oidc.Configuration> {
		if (cached && now - cached.at < FRESH) return cached.config;
		const near = issuer.protocol === 'http:' ? [oidc.allowInsecureRequests] : [];
		const options = { execute: near, timeout: 10 };
		const proof = proofOf(clientSecret);
		const config = await oidc.discovery(issuer, clientId, clientSecret, proof, options);
		cached = { config, at: now };
		return config;
	}

	return {
		/** Where a browser is sent to, and what to remember until it comes back. */
		async begin(
			redirectUri: string,
			now: number
		): Promise<{ to: URL; asked: AuthorizationRequest }> {
			const config = await configuration(now);
			const verifier = oidc.randomPKCECodeVerifier();
			const [state, nonce] = [oidc.randomState(), oidc.randomNonce()];
			const to = oidc.buildAuthorizationUrl(config, {
				redirect_uri: redirectUri,
				scope: 'openid email profile',
				state,
				nonce,
				code_challenge: await oidc.calculatePKCECodeChallenge(verifier),
				code_challenge_method: 'S256'
			});
			return { to, asked: { state, nonce, verifier } };
		},

		/** Whom a browser came back as. It throws what it does not accept: signature, state, nonce, issuer, audience. */
		async end(
			back: URL,
			{ state, nonce, verifier }: AuthorizationRequest,
			now: number
		): Promise<Claims> {
			const config = await configuration(now);
			const tokens = await oidc.authorizationCodeGrant(config, back, {
				expectedState: state,
				expectedNonce: nonce,
				pkceCodeVerifier: verifier,
				idTokenExpected: true
			});
			const claims = tokens.claims()!;
			// many providers tell addresses at a second endpoint alone
			const more =
				claims.email === undefined && config.serverMetadata().userinfo_endpoint
					? await oidc.fetchUserInfo(config, tokens.access_token, claims.sub)
					: claims;
			const { email, email_verified: verified, name } = more;
			return {
				subject: claims.sub,
				email: typeof email === 'string' ? email.trim().toLowerCase() : null,
				// some say it as text
				isVerified: verified === true || String(verified) === 'true',
				name: typeof name === 'string' ? name : null
			};
		}
	};
}
