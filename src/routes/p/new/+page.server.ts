import { fail, redirect } from '@sveltejs/kit';
import { pathTo } from '#lib/path-to.ts';
import { makePublication } from '#lib/server/desk/publications.ts';
import { formOf } from '../../form.ts';
import { offered, readForm } from '../publication-form.ts';

export function load() {
	return offered();
}

export const actions = {
	default: async (event) => {
		const { locals } = event;
		const read = readForm(await formOf(event));
		if ('wrong' in read) return fail(400, { ...read, taken: false });

		const made = await makePublication(locals.db, read.words, Date.now());
		if (!made) return fail(409, { wrong: [], typed: { ...read.words }, taken: true });

		redirect(303, pathTo(`/p/${read.words.slug}/imports`));
	}
};
