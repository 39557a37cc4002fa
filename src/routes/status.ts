import { fail, json } from '@sveltejs/kit';
import type { Locale } from '#lib/messages/compiled/runtime.js';
import { troubleWords } from '#lib/messages/words.ts';
import { type Trouble, troubleIn } from '#lib/trouble.ts';

const STATUS = {
	missing: 404,
	forbidden: 403,
	unreadable: 422,
	conflict: 409,
	usage: 400,
	machine: 503
} as const;

/** The HTTP status of foreseen trouble. */
export function statusOf({ code, kind }: Trouble): number {
	return code === 'diskFull' || code === 'spoolFull' ? 507 : STATUS[kind];
}

/** Gives foreseen trouble back to the form that met it; what nobody foresaw is thrown on. */
export function refused(cause: unknown) {
	const trouble = troubleIn(cause);
	if (!trouble) throw cause;
	const { code, details } = trouble;
	return fail(statusOf(trouble), { trouble: { code, details } });
}

/** Says foreseen trouble to a program; what nobody foresaw is thrown on. */
export function troubleReply(cause: unknown, language: Locale): Response {
	const trouble = troubleIn(cause);
	if (!trouble) throw cause;
	const { code, details } = trouble;
	const message = troubleWords(code, details, language);
	return json({ code, message }, { status: statusOf(trouble) });
}
