import { Trouble } from '#lib/trouble.ts';
import { troubleReply } from '../../../../trouble-answers.ts';
import { apiFigure, figureNames, type Name } from '../../../answers.ts';
import { reply } from '../../../reply.ts';

/** A figure as its page shows it, for a program with a token or somebody signed in. */
export function GET(event) {
	const given = event.params.figure;
	const figure = apiFigure(given);
	if (figure) return reply(event, given as Name, figure);
	const known = figureNames.join(', ');
	return troubleReply(new Trouble('noSuchFigure', { given, known }), event.locals.language);
}
