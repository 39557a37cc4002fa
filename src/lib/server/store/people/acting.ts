import { AsyncLocalStorage } from 'node:async_hooks';
import type { auditOrigins } from '../schema/workspace.ts';

/** In whose name a request or a command does all that it does. */
export type Acting = {
	/** the account; null for tokens, commands and strangers */
	by: string | null;
	/** what they are called: an e-mail address of an account, or the name of a token */
	who: string | null;
	via: (typeof auditOrigins)[number];
	/** where a request came from */
	address: string | null;
	/** of the request, for what is written down about it */
	request: string | null;
};

// what is done is written down far below whoever asked: handed on from room to room, every function
// between them would take what it has no use for
const current = new AsyncLocalStorage<Acting>();

/** Does something in somebody's name: what is audited or logged meanwhile says so. */
export function actAs<Result>(acting: Acting, verb: () => Result): Result {
	return current.run(acting, verb);
}

/** In whose name this goes on; undefined where nobody said. */
export function acting(): Acting | undefined {
	return current.getStore();
}
