import { takeBody } from '../../take-body.ts';
import { troubleReply } from '../../trouble-answers.ts';
import { onlyKnown, parameterOf } from '../only-known.ts';

const known = ['publication', 'name', 'kind', 'order', 'zone', 'campaign', 'yes', 'complete'];

/** Takes a file from a script: `?publication=slug&name=file.csv`, with a bearer token. */
export function POST(event) {
	try {
		onlyKnown(event.url.searchParams, known);
		parameterOf(event.url, 'name');
		parameterOf(event.url, 'publication');
	} catch (cause) {
		return troubleReply(cause, event.locals.language);
	}
	const slug = event.url.searchParams.get('publication')!;
	return takeBody(event, slug, { again: false });
}
