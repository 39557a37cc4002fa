import { m } from '#lib/messages/compiled/messages.js';
import { pathTo } from '#lib/path-to.ts';
import type { Action } from '#lib/permissions.ts';
import { mayOpen } from './may-open.ts';
import { onward } from './onward.ts';

/** Something to do, on a page of its own or here. */
export type Act = {
	name: string;
	/** other words by which people look for it */
	also: string;
	to: string | null;
	run?: () => void;
};

/** What a control of the page does, where it has that. */
function here(selector: string, name: string, also = ''): Act[] {
	const one = document.querySelector<HTMLElement>(selector);
	if (!one) return [];
	const run = () => (one instanceof HTMLFormElement ? one.requestSubmit() : one.click());
	return [{ name, also, to: null, run }];
}

/**
 * What can be done beside opening the pages of the navigation, for whoever may do it.
 *
 * @param may what they may do in the publication
 * @param isMember whether they have an account
 * @param mayAdd whether they administer the installation
 */
export function actsOf(may: readonly Action[], isMember: boolean, mayAdd: boolean): Act[] {
	const below = (path: string, needs: Action, name: string, also = ''): Act[] =>
		may.includes(needs) && mayOpen(may, path) ? [{ name, to: onward(path), also }] : [];
	const own = (to: string, name: string, also = ''): Act[] =>
		isMember ? [{ name, to, also }] : [];
	const administered = (to: string, name: string, also = '') => (mayAdd ? own(to, name, also) : []);

	return [
		...below('/reports', 'report', m['reports.make.do'](), m['palette.also.report']()),
		...below('/reports/mailings', 'report', m['schedules.nav'](), m['palette.also.schedule']()),
		...below('/shares', 'report', m['shares.report']()),
		...below('/imports', 'import', m['palette.import'](), m['palette.also.import']()),
		...below('/imports/sends', 'import', m['sends.all']()),
		...below('/topics/manage', 'content', m['manageTopics']()),
		...below('/topics/readers', 'see', m['topicReaders']()),
		...own(pathTo('/account'), m['account'](), m['palette.also.account']()),
		...own(pathTo('/account/profile'), m['profile'](), m['palette.also.profile']()),
		...administered(pathTo('/account'), m['steps.people'](), m['palette.also.people']()),
		...administered(pathTo('/account/tokens'), m['tokens']()),
		...administered(pathTo('/account/audit'), m['audit']()),
		...administered(pathTo('/p/new'), m['settings.new']()),
		{ name: m['glossary.title'](), to: pathTo('/glossary'), also: m['palette.also.glossary']() },
		{ name: m['api.link'](), to: pathTo('/api/reference'), also: '' },
		...here('[data-export]', m['palette.export'](), m['palette.also.export']()),
		...here(`form[action="${pathTo('/sign-out')}"]`, m['nav.signOut']())
	];
}
