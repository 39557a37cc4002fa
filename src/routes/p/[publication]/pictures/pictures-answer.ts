import { error, json } from '@sveltejs/kit';
import { troubleWords } from '#lib/messages/trouble-words.ts';
import { pagePictures } from '#lib/server/report/draw/page-pictures.ts';

type RequestParts = { request: Request; locals: Pick<App.Locals, 'language'> };

/**
 * The charts that a page asks for, drawn: a page comes without what draws charts.
 *
 * @throws {HttpError} 400
 */
export async function picturesAnswer({ request, locals }: RequestParts): Promise<Response> {
	const body: unknown = await request.json().catch((cause: unknown) => {
		// a body that was cut or is too large says so itself
		if (cause instanceof SyntaxError) return null;
		throw cause;
	});
	const drawn = pagePictures(body);
	if (!drawn)
		error(400, { message: troubleWords('badForm', {}, locals.language), code: 'badForm' });
	return json(drawn);
}
