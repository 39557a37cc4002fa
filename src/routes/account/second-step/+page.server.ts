import { redirect } from '@sveltejs/kit';
import { pathTo } from '#lib/path-to.ts';
import { beginFactor, confirmFactor, memberOf } from '../factor-actions.ts';

/** Of whom a second step is required sets one up here, and can do nothing else until then. */
export function load({ locals }) {
	const { lacksStep, email } = memberOf(locals);
	if (!lacksStep) redirect(303, pathTo('/account'));
	return { email };
}

export const actions = {
	factor: beginFactor,

	async confirm(event) {
		const answer = await confirmFactor(event);
		if ('factorOn' in answer) redirect(303, pathTo('/'));
		return answer;
	}
};
