import { fail, redirect } from '@sveltejs/kit';
import { pathTo } from '#lib/path-to.ts';
import { makePublication } from '#lib/server/editing/publications.ts';
import { formOf } from '../../form.ts';
import { refused } from '../../trouble-answers.ts';
import { offered } from '../offered.ts';
import { outsideOf } from '../../outside.ts';
import { readForm } from '../publication-form.ts';
import { likelyCurrency } from './likely-currency.ts';

export async function load({ locals, request }) {
	const { language } = locals;
	const currency = likelyCurrency(request.headers.get('accept-language') ?? '');
	return {
		...offered(language, Date.now()),
		outside: await outsideOf(locals),
		/** what the browser tells of who makes it */
		likely: { language, ...(currency && { currency }) }
	};
}

export const actions = {
	default: async (event) => {
		const { locals } = event;
		const form = await formOf(event);
		const read = readForm(form);
		if ('wrong' in read) return fail(400, { ...read, taken: false });

		const make = () => makePublication(locals.db, read.words, Date.now());
		const made = await make().catch((cause: unknown) => refused(cause, event, form));
		if (typeof made === 'object') return made;
		if (!made) return fail(409, { wrong: [], typed: { ...read.words }, taken: true });

		redirect(303, pathTo(`/p/${read.words.slug}/imports`));
	}
};
