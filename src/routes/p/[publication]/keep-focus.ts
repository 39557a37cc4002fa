import { afterNavigate, beforeNavigate } from '$app/navigation';
import { keptFocus } from '#lib/ui/kept-focus.ts';

/** Who narrows, sorts or turns a page goes on where they were: called once, by the layout. */
export function keepFocus(): void {
	let giveBack: (() => void) | null = null;
	beforeNavigate(({ from, to }) => {
		giveBack = from && from.url.pathname === to?.url.pathname ? keptFocus(true) : null;
	});
	afterNavigate(() => giveBack?.());
}
