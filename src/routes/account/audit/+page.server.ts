import { error } from '@sveltejs/kit';
import { may } from '#lib/server/access/may.ts';
import {
	auditGroups,
	auditMonths,
	auditQueryOf,
	auditRows,
	keepAuditMonths
} from '#lib/server/access/audit.ts';
import { publicationChoices } from '#lib/server/figures/publications.ts';
import { troubleWords } from '#lib/messages/trouble-words.ts';
import { troubleIn } from '#lib/trouble.ts';
import { formOf, idIn } from '../../form.ts';
import { refused } from '../../trouble-answers.ts';
import { auditParamsIn } from './params.ts';

/** Rows of a page, and one more by which it is known whether there are older ones. */
const PER_PAGE = 100;

export async function load({ locals, url }) {
	const params = auditParamsIn(url.searchParams);
	const base = {
		query: params,
		groups: auditGroups,
		months: await auditMonths(locals.db),
		publications: (await publicationChoices(locals.db)).map(({ slug, name }) => ({ slug, name }))
	};
	try {
		const query = await auditQueryOf(locals.db, { ...params, limit: String(PER_PAGE + 1) });
		const rows = await auditRows(locals.db, query);
		const older = rows.length > PER_PAGE ? (rows[PER_PAGE - 1]?.id ?? null) : null;
		return { ...base, rows: rows.slice(0, PER_PAGE), older, trouble: null };
	} catch (cause) {
		const trouble = troubleIn(cause);
		if (!trouble) throw cause;
		const message = troubleWords(trouble.code, trouble.details, locals.language);
		return { ...base, rows: [], older: null, trouble: { message } };
	}
}

export const actions = {
	keep: async (event) => {
		if (!may(event.locals.visitor, 'administer', null)) error(403);
		const form = await formOf(event);
		try {
			await keepAuditMonths(event.locals.db, idIn(form, 'months'), Date.now());
		} catch (cause) {
			return refused(cause, event, form);
		}
	}
};
