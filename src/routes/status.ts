import { fail, json } from '@sveltejs/kit';
import { getLocale, type Locale } from '#lib/messages/compiled/runtime.js';
import { troubleWords } from '#lib/messages/trouble-words.ts';
import { troubleIn } from '#lib/trouble.ts';

/** Says foreseen trouble to the form that met it; what nobody foresaw is thrown on. */
export function refused(cause: unknown) {
	const trouble = troubleIn(cause);
	if (!trouble) throw cause;
	const { code, details } = trouble;
	const message = troubleWords(code, details, getLocale());
	return fail(trouble.status, { trouble: { code, message } });
}

/** Says foreseen trouble to a program; what nobody foresaw is thrown on. */
export function troubleReply(cause: unknown, language: Locale): Response {
	const trouble = troubleIn(cause);
	if (!trouble) throw cause;
	const { code, details } = trouble;
	const message = troubleWords(code, details, language);
	return json({ code, message }, { status: trouble.status });
}
