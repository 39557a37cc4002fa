import type { SubmitFunction } from '@sveltejs/kit';
import { enhance as enhanced } from '$app/forms';

const CONTROLS = 'a[href], button, input:not([type="hidden"]), select, summary, textarea';

/**
 * Sends a form without leaving its page, as SvelteKit does, and leaves the focus where it was: on the
 * control that was pressed or, once that is gone, on the one in its place.
 */
export const enhance = (form: HTMLFormElement, submit?: SubmitFunction) =>
	enhanced(form, async (sent) => {
		const controls = () => [...document.querySelectorAll<HTMLElement>(CONTROLS)];
		const at = document.activeElement as HTMLElement | null;
		const place = controls().indexOf(at!);
		const answered = await submit?.(sent);

		return async (answer) => {
			await (answered ? answered(answer) : answer.update());
			// the page moved it on purpose, or nothing had it
			if (place < 0 || document.activeElement !== document.body) return;
			(at?.isConnected ? at : controls()[place])?.focus({ preventScroll: true });
		};
	});
