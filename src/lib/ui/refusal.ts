/** Why a form was refused, and what its page knows of where that belongs. */
export type Refusal = {
	message: string;
	/** fields that it may be about, the likeliest first */
	fields: readonly string[];
	/** what was typed there, where the reason quotes it */
	given: string | null;
};

const CLASS = 'refusal';

type Control = HTMLInputElement | HTMLSelectElement | HTMLTextAreaElement;

/**
 * Says at a field of a form why it was refused, and puts the focus there; at its button where it is about
 * none of them. What was typed stays.
 */
export function showRefusal(form: HTMLFormElement, refusal: Refusal): void {
	clearRefusal(form);
	const note = document.createElement('small');
	note.className = CLASS;
	note.setAttribute('role', 'alert');
	note.textContent = refusal.message;

	const control = fieldOf(form, refusal);
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
	control.focus();
}

/** Takes away what was said when a form was sent before. */
export function clearRefusal(form: HTMLFormElement): void {
	for (const note of form.querySelectorAll(`.${CLASS}`)) note.remove();
	for (const control of form.querySelectorAll('[aria-errormessage]')) {
		control.removeAttribute('aria-invalid');
		control.removeAttribute('aria-errormessage');
	}
}

function fieldOf(form: HTMLFormElement, { fields, given }: Refusal): Control | undefined {
	const controls = [...form.querySelectorAll<Control>('input, select, textarea')];
	const seen = controls.filter((one) => one.type !== 'hidden' && one.checkVisibility());
	const quoted = seen.filter(({ value }) => given !== null && value.trim() === given);
	const named = fields.flatMap((name) => [
		...seen.filter((one) => one.name === name),
		// what is chosen of a long list is sent by a field that is not seen
		...seen.filter((one) => one.previousElementSibling?.getAttribute('name') === name)
	]);
	return named.find((one) => quoted.includes(one)) ?? named[0] ?? quoted[0];
}
