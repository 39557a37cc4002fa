import { listOf } from '#lib/columns/list.ts';
import { issueVerdictTable } from '#lib/columns/tables/verdicts.ts';
import { verdictFinding } from '#lib/findings/verdicts.ts';
import { stated } from '#lib/messages/stated.ts';
import { publicationOf } from '#lib/server/figures/publications.ts';
import { previewFigure, verdictFigures } from '#lib/server/figures/verdicts/verdicts.ts';
import { adoptRules, earlierRules, previewRules, rulesOfForm } from '#lib/server/derive/rules.ts';
import { rulesWithOthers } from '#lib/server/editing/rules-with-others.ts';
import { accountOf } from '#lib/server/access/may.ts';
import { formOf, idIn, idOrNullIn } from '../../../form.ts';
import { refused } from '../../../trouble-answers.ts';
import { answer } from '../answer.ts';
import { goOn } from '../go-on.ts';
import { formatsOf } from '../page-formats.ts';

export async function load(event) {
	const { url } = event;
	const { issues, ...figures } = await answer(event, verdictFigures);
	const formats = await formatsOf(event);
	return {
		figures,
		finding: stated(verdictFinding(figures.clicks, figures.opens), formats),
		list: listOf(issueVerdictTable, issues, { params: url.searchParams, formats })
	};
}

export const actions = {
	/** Says what other rules would change, and changes nothing. */
	preview: async (event) => {
		const { locals, params } = event;
		const form = await formOf(event);
		try {
			const publication = await publicationOf(locals.db, params.publication);
			const rules = form.has('earlier')
				? await earlierRules(locals.db, publication, idIn(form, 'earlier'))
				: await rulesWithOthers(locals.db, publication, rulesOfForm(form), shownSetIn(form));
			const preview = await previewRules(locals.db, publication, rules);
			return { preview: await previewFigure(locals.db, publication, rules, preview) };
		} catch (cause) {
			return refused(cause, event, form);
		}
	},

	apply: async (event) => {
		const { locals, params } = event;
		const form = await formOf(event);
		try {
			const publication = await publicationOf(locals.db, params.publication);
			const rules = rulesOfForm(form);
			const by = accountOf(locals.visitor);
			const actor = { by, now: Date.now() };
			await adoptRules(locals.db, publication, rules, actor, shownSetIn(form));
		} catch (cause) {
			return refused(cause, event, form);
		}
		goOn(event, '/verdicts');
	}
};

/** The set of rules that held when the form was shown; null where it does not say. */
const shownSetIn = (form: FormData) => idOrNullIn(form, 'shown');
