import type { ActionResult, SubmitFunction } from '@sveltejs/kit';
import { enhance as enhanced } from '$app/forms';
import { tick } from 'svelte';
import { keptQuery } from '#lib/kept-query.ts';
import { keptFocus } from './kept-focus.ts';
import type { Refusal } from '#lib/refused-form.ts';

/** What the gate answers in place of an action, as to somebody whose session has ended: a sentence alone. */
type TurnedAway = { type?: never; message: string };

type Answer = Parameters<Exclude<Awaited<ReturnType<SubmitFunction>>, void>>[0];

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

/** Forms sent that have no answer yet, each as whether it is accepted. Uploads, which take long, are not among them. */
const underway = new Set<Promise<boolean>>();

/** Undo and redo are of the last step, which may still be on its way. */
const isOfLast = ({ search }: URL) => /^\?\/(?:un|re)do\b/.test(search);

/** Notes that something is on its way. @returns what says how that ended */
function begin() {
	let end: (isAccepted: boolean) => void = () => {};
	const answer = new Promise<boolean>((resolve) => (end = resolve));
	underway.add(answer);
	return (isAccepted: boolean) => {
		underway.delete(answer);
		end(isAccepted);
	};
}

/** Sends a form, as it is by then, once all others have their answers; not at all where one was refused. */
async function sendLater(form: HTMLFormElement, button: HTMLElement | null) {
	const answers = await Promise.all(underway);
	if (answers.includes(false)) return;
	// the page shows what is the last step now
	await tick();
	const isDisabled = button?.matches(':disabled') ?? false;
	if (form.isConnected && !isDisabled) form.requestSubmit(button);
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
		if (underway.size > 0 && isOfLast(sent.action)) {
			sent.cancel();
			return void sendLater(form, sent.submitter);
		}
		if (content) unanswered.add(content);
		const ended = isOfFiles ? () => {} : begin();
		const giveBack = keptFocus();
		keepQuery(sent.action);
		const answered = await submit?.(sent);
		const done = waiting(form, sent.submitter);

		const received = async (answer: Answer) => {
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
		return (answer) =>
			received(answer).finally(() => ended(/success|redirect/.test(answer.result.type)));
	});
};
