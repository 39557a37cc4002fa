import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { Provider } from 'oidc-provider';

/** Somebody as an organisation's provider knows them. */
export type Known = { sub: string; email: string; email_verified: boolean; name: string };

/** A real OpenID Connect provider, at which whoever is `current` has signed in already. */
export async function identityProvider(client: { id: string; secret: string; back: string }) {
	const server = createServer();
	await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
	const issuer = `http://localhost:${(server.address() as AddressInfo).port}`;
	const there: { current: Known | null } = { current: null };
	const provider = new Provider(issuer, {
		clients: [{ client_id: client.id, client_secret: client.secret, redirect_uris: [client.back] }],
		claims: { email: ['email', 'email_verified'], profile: ['name'] },
		pkce: { required: () => true },
		features: { devInteractions: { enabled: false } },
		interactions: { url: (_: unknown, { uid }: { uid: string }) => `/interaction/${uid}` },
		findAccount: (_: unknown, id: string) => ({
			accountId: id,
			claims: () => ({ ...there.current, sub: id })
		})
	});
	const callback = provider.callback();

	server.on('request', async (request, response) => {
		if (!request.url?.startsWith('/interaction/')) return callback(request, response);
		const { prompt, params, session } = await provider.interactionDetails(request, response);
		if (prompt.name === 'login') {
			const login = { accountId: there.current!.sub };
			return provider.interactionFinished(request, response, { login });
		}
		const of = { accountId: session!.accountId, clientId: params.client_id };
		const grant = new provider.Grant(of);
		grant.addOIDCScope('openid email profile');
		const consent = { grantId: await grant.save() };
		return provider.interactionFinished(request, response, { consent });
	});

	return {
		issuer,
		/** Has somebody be signed in there from now on. */
		enter: (known: Known) => (there.current = known),
		close: () =>
			new Promise<void>((resolve) => {
				server.close(() => resolve());
				server.closeAllConnections();
			})
	};
}
