import type { Locale } from './compiled/runtime.js';
import { isFrameworks, statusWords } from './status-words.ts';

/**
 * An answer to a script that says in a sentence what the framework says with a number alone: pages
 * show what they are answered.
 */
export async function wordedAnswer(response: Response, language: Locale): Promise<Response> {
	const isJson = response.headers.get('content-type')?.startsWith('application/json');
	if (response.status < 400 || !isJson) return response;
	const text = await response.text();
	const { status, headers } = response;
	const again = (body: string) => new Response(body, { status, headers });

	// who asks for the head alone gets no body
	const said = (text ? JSON.parse(text) : null) as { message?: unknown } | null;
	if (typeof said?.message !== 'string' || !isFrameworks(said.message)) return again(text);
	headers.delete('content-length');
	return again(
		JSON.stringify({ code: codeOf(status), ...said, message: statusWords(status, language) })
	);
}

/** What a program goes by, where nobody said more. */
function codeOf(status: number): string {
	if (status === 404) return 'nothingThere';
	if (status === 403) return 'notAllowed';
	return status < 500 ? 'refused' : 'unforeseen';
}
