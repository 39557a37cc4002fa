import { error, fail, redirect } from '@sveltejs/kit';
import { pathTo } from '#lib/path-to.ts';
import {
	archivePublication,
	changePublication,
	deletePublication,
	removePublication
} from '#lib/server/editing/publications.ts';
import { publicationOf } from '#lib/server/figures/publications.ts';
import { keepLogo, MOST_LOGO_BYTES, removeLogo } from '#lib/server/report/logo.ts';
import { Trouble } from '#lib/trouble.ts';
import { formOf, shownIn, textIn } from '../../../form.ts';
import { refused } from '../../../trouble-answers.ts';
import { change } from '../change.ts';
import { offered } from '../../offered.ts';
import { readForm } from '../../publication-form.ts';

export function load({ locals }) {
	return offered(locals.language, Date.now());
}

export const actions = {
	save: async (event) => {
		const { locals, params } = event;
		const form = await formOf(event);
		const read = readForm(form);
		if ('wrong' in read) return fail(400, { ...read, taken: false });

		const publication = await publicationOf(locals.db, params.publication);
		const shown = textIn(form, 'shown');
		const said = { sent: read.words, shown: shownIn(form) };
		const save = () => changePublication(locals.db, publication, said, Date.now());
		const saved = await save().catch((cause: unknown) => refused(cause, event, form));
		if (!saved) return fail(409, { wrong: [], typed: { ...read.words, shown }, taken: true });
		if (!('slug' in saved)) return saved;

		redirect(303, pathTo(`/p/${saved.slug}/settings?saved`));
	},

	logo: change(
		async (db, publication, form, actor) => {
			const file = form.get('logo');
			if (!(file instanceof File) || file.size > MOST_LOGO_BYTES) throw new Trouble('badLogo', {});
			await keepLogo(db, publication, new Uint8Array(await file.arrayBuffer()), actor);
		},
		['logo']
	),

	removeLogo: change((db, publication, _, actor) => removeLogo(db, publication, actor)),

	archive: change(async (db, publication, _, actor) => {
		await archivePublication(db, publication, actor);
		redirect(303, pathTo('/publications'));
	}),

	delete: change(async (db, publication, form, actor) => {
		await deletePublication(db, publication, textIn(form, 'typed'), actor);
		redirect(303, pathTo('/publications'));
	}),

	/** The sample alone can be removed without its name being typed: it holds nobody's data. */
	remove: change(async (db, publication, _, actor) => {
		if (!publication.sample) error(400);
		await removePublication(db, publication, actor);
		redirect(303, pathTo('/'));
	})
};
