import { navigating } from '$app/state';

/** Marks what was pressed and waits for its answer; its look stands in controls.css. */
const PENDING = 'data-pending';

/**
 * While another page, or the same narrowed otherwise, is on its way: the page says that it is busy, which
 * dims it, and what was pressed is marked at once. Called once, by the layout of all pages.
 */
export function showWaiting(): void {
	$effect.root(() => {
		$effect(() => {
			if (!navigating.to) return;
			// what was said at the top of the page before
			document.querySelector('main > .refusal')?.remove();
			const { activeElement } = document;
			const event = navigating.type === 'link' ? navigating.event : null;
			const pressed = (event?.target as Element | null)?.closest('a') ?? activeElement;
			const marked = pressed && seenOf(pressed);
			const main = document.querySelector('main');
			main?.setAttribute('aria-busy', 'true');
			if (marked !== document.body) marked?.setAttribute(PENDING, '');
			return () => {
				main?.removeAttribute('aria-busy');
				marked?.removeAttribute(PENDING);
			};
		});
	});
}

/** A menu closes once something in it is pressed: the button that opened it is what stays in sight. */
function seenOf(pressed: Element): Element | null {
	const menu = pressed.closest('.menu[popover]');
	return menu ? document.querySelector(`[popovertarget="${menu.id}"]`) : pressed;
}
