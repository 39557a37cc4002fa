/** What the tests use of it: its own types bring those of a whole web framework. */
declare module 'oidc-provider' {
	import type { IncomingMessage, RequestListener, ServerResponse } from 'node:http';

	type Interaction = {
		uid: string;
		prompt: { name: string };
		params: { client_id: string };
		session?: { accountId: string };
	};
	export class Provider {
		constructor(issuer: string, configuration: Record<string, unknown>);
		callback(): RequestListener;
		interactionDetails(request: IncomingMessage, response: ServerResponse): Promise<Interaction>;
		interactionFinished(
			request: IncomingMessage,
			response: ServerResponse,
			result: Record<string, unknown>
		): Promise<void>;
		Grant: new (of: { accountId: string; clientId: string }) => {
			addOIDCScope(scope: string): void;
			save(): Promise<string>;
		};
	}
}
