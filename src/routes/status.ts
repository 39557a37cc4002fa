import { fail, json } from '@sveltejs/kit';
import type { Locale } from '#lib/messages/compiled/runtime.js';
import { troubleWords } from '#lib/messages/words.ts';
import { troubleIn } from '#lib/trouble.ts';

/** Gives foreseen trouble back to the form that met it; what nobody foresaw is thrown on. */
export function refused(cause: unknown) {
	const trouble = troubleIn(cause);
	if (!trouble) throw cause;
	const { code, details } = trouble;
	return fail(trouble.status, { trouble: { code, details } });
}

/** Says foreseen trouble to a program; what nobody foresaw is thrown on. */
export function troubleReply(cause: unknown, language: Locale): Response {
	const trouble = troubleIn(cause);
	if (!trouble) throw cause;
	const { code, details } = trouble;
	const message = troubleWords(code, details, language);
	return json({ code, message }, { status: trouble.status });
}
