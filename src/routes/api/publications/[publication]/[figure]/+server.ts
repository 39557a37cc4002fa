import { error } from '@sveltejs/kit';
import { figureNamed, type Name } from '../../../answers.ts';
import { reply } from '../../../reply.ts';

/** A figure as its page shows it, for a program with a token or somebody signed in. */
export function GET(event) {
	const figure = figureNamed(event.params.figure);
	if (!figure) error(404);
	return reply(event, event.params.figure as Name, figure);
}
