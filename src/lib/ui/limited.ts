import type { Attachment } from 'svelte/attachments';
import { on } from 'svelte/events';
import { m } from '#lib/messages/compiled/messages.js';

/**
 * Says at a field how many characters it takes, once it is full: a browser leaves out what is pasted
 * beyond `maxlength` without a word.
 */
export const limited: Attachment<HTMLInputElement | HTMLTextAreaElement> = (field) => {
	const note = document.createElement('small');
	// there before it says anything, so that it is heard
	note.setAttribute('role', 'status');
	field.after(note);
	const look = () => {
		const isFull = field.maxLength > 0 && field.value.length >= field.maxLength;
		note.textContent = isFull ? m['field.most']({ most: field.maxLength }) : '';
	};
	const stop = on(field, 'input', look);
	const reset = field.form ? on(field.form, 'reset', () => setTimeout(look)) : undefined;
	return () => {
		stop();
		reset?.();
		note.remove();
	};
};
