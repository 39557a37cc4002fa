import type { ActionResult, SubmitFunction } from '@sveltejs/kit';
import { enhance as enhanced } from '$app/forms';
import { keptQuery } from '#lib/kept-query.ts';
import { keptFocus } from './kept-focus.ts';
import type { Refusal } from '#lib/refused-form.ts';

/** What the gate answers in place of an action, as to somebody whose session has ended: a sentence alone. */
type TurnedAway = { type?: never; message: string };

function refusalOf(result: ActionResult | TurnedAway): Refusal | null {
	if (!result.type) return { message: result.message, fields: [], given: null };
	return result.type === 'failure' ? ((result.data?.trouble as Refusal | undefined) ?? null) : null;
}

const refusals = () => import('./refusal.ts');

/** What did not arrive has no status: what was typed is not to be lost for it. */
const lost = (result: ActionResult) =>
	result.type === 'error' && !result.status
		? refusals().then(
				({ notSent }) => notSent(),
				() => null
			)
		: null;

/** A form that was refused stays as it is: its page has nothing new to show. */
const nothing = async () => {};

/** What the page is asked for goes with a form that is sent to it, as it does without scripts. */
function keepQuery({ searchParams, pathname }: URL) {
	const asked = new URL(location.href);
	if (pathname !== asked.pathname) return;
	for (const [key, value] of keptQuery(asked.searchParams, searchParams))
		searchParams.append(key, value);
}

/**
 * What the server wrote into a form's address of its page's query goes: the page may be narrowed otherwise
 * by the time the form is sent.
 */
function dropServed(form: HTMLFormElement) {
	const [action, ...more] = (form.getAttribute('action') ?? '').split('&');
	if (more.length === 0) return;
	const asked = new URLSearchParams(location.search);
	const own = more.filter(
		(one) => ![...new URLSearchParams(one)].every((pair) => asked.has(...pair))
	);
	form.setAttribute('action', [action, ...own].join('&'));
}

/** Marks a form, and its button, until it has its answer. @returns what ends that */
function waiting(form: HTMLFormElement, button: HTMLElement | null) {
	const mark = (on: boolean) => {
		form.ariaBusy = on ? 'true' : null;
		button?.toggleAttribute('data-pending', on);
	};
	mark(true);
	return () => mark(false);
}

/**
 * Sends a form without leaving its page, as SvelteKit does, and leaves the focus where it was: on the
 * control that was pressed or, once that is gone, on the one in its place. A refusal is said at its field.
 */
export const enhance = (form: HTMLFormElement, submit?: SubmitFunction) => {
	dropServed(form);
	// said in time even where the connection is lost by then
	form.addEventListener('focusin', () => void refusals().catch(() => {}), { once: true });
	const unanswered = new Set<string>();
	return enhanced(form, async (sent) => {
		// a double click wants it once; two files look alike here
		const isOfFiles = form.enctype.startsWith('m');
		const content = isOfFiles ? '' : new URLSearchParams(sent.formData as never).toString();
		if (unanswered.has(content)) return sent.cancel();
		if (content) unanswered.add(content);
		const giveBack = keptFocus();
		keepQuery(sent.action);
		const answered = await submit?.(sent);
		const done = waiting(form, sent.submitter);

		return async (answer) => {
			unanswered.delete(content);
			const refusal = refusalOf(answer.result) ?? (await lost(answer.result));
			if (refusal) {
				await answered?.({ ...answer, update: nothing });
				done();
				// it is there no more, or no longer as its page shows it
				const isPast = 'status' in answer.result && [404, 409].includes(answer.result.status!);
				return (await refusals()).showRefusal(form, refusal, isPast);
			}
			if (document.querySelector('main .refusal')) (await refusals()).clearRefusal(form);
			await (answered ? answered(answer) : answer.update());
			done();
			giveBack();
		};
	});
};
