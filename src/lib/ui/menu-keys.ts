/** Moves the focus among the items of a menu, as the arrows, Home and End ask. */
export function moveIn(menu: HTMLElement, event: KeyboardEvent): void {
	const items = [...menu.querySelectorAll<HTMLElement>('[role="menuitem"]')];
	const now = items.indexOf(document.activeElement as HTMLElement);
	const to = {
		ArrowDown: now + 1,
		ArrowUp: now < 0 ? -1 : now - 1,
		Home: 0,
		End: -1
	}[event.key];
	if (to === undefined) return;
	event.preventDefault();
	items.at(to % items.length)?.focus();
}
