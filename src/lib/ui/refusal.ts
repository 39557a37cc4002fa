import { invalidateAll } from '$app/navigation';
import { m } from '#lib/messages/compiled/messages.js';
import { fieldOf, type Refusal } from '#lib/refused-form.ts';

const CLASS = 'refusal';

/** What is said of a form that did not arrive. */
export function notSent(): Refusal {
	return { message: m['form.notSent'](), fields: [], given: null };
}

type Control = HTMLInputElement | HTMLSelectElement | HTMLTextAreaElement;

/**
 * Says at a field of a form why it was refused, and puts the focus there; at its button where it is about
 * none of them. What was typed stays.
 *
 * @param isPast what the form is about is there no more, or no longer as its page shows it: that is shown as
 *   things are now, and says so at its top
 */
export async function showRefusal(
	form: HTMLFormElement,
	refusal: Refusal,
	isPast = false
): Promise<void> {
	clearRefusal(form);
	const note = document.createElement('small');
	note.className = CLASS;
	note.setAttribute('role', 'alert');
	note.textContent = refusal.message;

	const control = controlOf(form, refusal);
	if (!control && isPast) {
		await invalidateAll();
		note.tabIndex = -1;
		document.querySelector('main')?.prepend(note);
		return note.focus();
	}
	if (!control) {
		const button = form.querySelector('button:not([type="button"])');
		if (button) button.before(note);
		else form.append(note);
		return;
	}
	note.id = `refusal-${control.id || control.name}`;
	// within a label it would be part of the field's name
	(control.closest('label, .combobox') ?? control).after(note);
	control.setAttribute('aria-invalid', 'true');
	control.setAttribute('aria-errormessage', note.id);
	// what else describes it still does
	describe(control, [...descriptionsOf(control), note.id]);
	control.focus();
	// it was said of what was sent
	control.addEventListener('input', () => clearRefusal(form), { once: true });
}

/** Takes away what was said when a form was sent before. */
export function clearRefusal(form: HTMLFormElement): void {
	document.querySelector(`main > .${CLASS}`)?.remove();
	for (const note of form.querySelectorAll(`.${CLASS}`)) note.remove();
	for (const control of form.querySelectorAll('[aria-errormessage]')) {
		const note = control.getAttribute('aria-errormessage');
		describe(
			control,
			descriptionsOf(control).filter((id) => id !== note)
		);
		control.removeAttribute('aria-invalid');
		control.removeAttribute('aria-errormessage');
	}
}

const descriptionsOf = (control: Element) =>
	(control.getAttribute('aria-describedby') ?? '').split(' ').filter(Boolean);

function describe(control: Element, ids: readonly string[]) {
	if (ids.length) control.setAttribute('aria-describedby', ids.join(' '));
	else control.removeAttribute('aria-describedby');
}

function controlOf(form: HTMLFormElement, refusal: Refusal): Control | undefined {
	const controls = [...form.querySelectorAll<Control>('input, select, textarea')];
	const seen = controls.filter((one) => one.type !== 'hidden' && one.checkVisibility());
	const named = seen.map(({ name, value, previousElementSibling }) => ({
		// what is chosen of a long list is sent by a field that is not seen
		name: name || (previousElementSibling?.getAttribute('name') ?? ''),
		value
	}));
	return seen[fieldOf(named, refusal)];
}
