import { browser } from '$app/environment';

/** What the server wrote into a page at the form that it refused, until its scripts have taken the page over. */
const note = browser ? document.querySelector('.refusal') : null;
const parent = note?.parentNode;
const next = note?.nextSibling;
const controls = note?.closest('form')?.elements as Iterable<HTMLInputElement> | undefined;
const typed = Array.from(controls ?? [], (one) => ({ one, value: one.value, on: one.checked }));

// scripts take over the elements that they expect, and no others
takeRefusalAway();

/**
 * Puts back what a refused form says and holds, once scripts have taken its page over: called by the layout
 * of all pages. A form that scripts send says it without a new page, by `enhance`.
 */
export function giveBackRefusal(): void {
	parent?.insertBefore(note!, next!);
	for (const { one, value, on } of typed) {
		if (one.type === 'file') continue;
		one.value = value;
		one.checked = on;
		// what a page holds of its fields follows
		for (const name of ['input', 'change']) one.dispatchEvent(new Event(name, { bubbles: true }));
	}
}

/** Whoever goes on to another page has done with it. */
export function takeRefusalAway(): void {
	note?.remove();
}
