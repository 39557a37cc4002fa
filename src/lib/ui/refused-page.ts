import { browser } from '$app/environment';

/** What the server wrote into a page at the form that it refused, until its scripts have taken the page over. */
const note = browser ? document.querySelector('.refusal') : null;
const place = note && { parent: note.parentNode!, next: note.nextSibling };
const form = note?.closest('form') ?? null;

type Field = HTMLInputElement | HTMLSelectElement | HTMLTextAreaElement;

const fields = form ? [...form.querySelectorAll<Field>('input, select, textarea')] : [];
const typed = fields.map((one) => ({
	one,
	value: one.value,
	checked: isTicked(one) && one.checked
}));

// scripts take over the elements that they expect, and no others
note?.remove();

function isTicked(one: Field): one is HTMLInputElement {
	return one.type === 'checkbox' || one.type === 'radio';
}

/**
 * Puts back what a refused form says and holds, once scripts have taken its page over: called by the layout
 * of all pages. A form that scripts send says it without a new page, by `enhance`.
 *
 * @returns takes it away again, as whoever goes on to another page wants it
 */
export function giveBackRefusal(): () => void {
	if (note && place?.parent.isConnected) place.parent.insertBefore(note, place.next);
	for (const { one, value, checked } of typed) {
		if (!one.isConnected || one.type === 'file') continue;
		if (isTicked(one)) one.checked = checked;
		else one.value = value;
		// what a page holds of its fields follows
		one.dispatchEvent(new Event(one.tagName === 'SELECT' || isTicked(one) ? 'change' : 'input'));
	}
	return () => note?.remove();
}
