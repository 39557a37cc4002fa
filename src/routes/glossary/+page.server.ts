import { outsideOf } from '../outside.ts';
import { wayBack } from './way-back.ts';

/** The longest text that is looked for. */
const LONGEST = 100;

export async function load({ locals, url, request }) {
	return {
		outside: await outsideOf(locals),
		find: (url.searchParams.get('find') ?? '').slice(0, LONGEST),
		back: wayBack({ url, request }, locals.language)
	};
}
