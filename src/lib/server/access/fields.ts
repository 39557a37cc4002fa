import * as v from 'valibot';
import { plainText } from '#lib/plain-text.ts';
import { SHORTEST } from './auth.ts';

/** What is asked of somebody who gets an account. */
export const fields = {
	name: v.pipe(
		v.string(),
		v.transform(plainText),
		v.trim(),
		v.nonEmpty('name'),
		v.maxLength(100, 'name')
	),
	email: v.pipe(v.string(), v.trim(), v.toLowerCase(), v.email('email')),
	password: v.pipe(v.string(), v.minLength(SHORTEST, 'password'), v.maxLength(128, 'password'))
};
