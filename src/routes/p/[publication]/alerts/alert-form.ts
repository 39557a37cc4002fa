import { textIn } from '../../../form.ts';

/** A rule as the form has it; whether it makes sense is decided where it is kept. */
export function readAlertForm(form: FormData): unknown {
	const hour = (name: string) => (textIn(form, name) === '' ? null : Number(textIn(form, name)));
	return {
		kinds: form.getAll('kinds').map(String),
		sure: textIn(form, 'sure'),
		by: textIn(form, 'by'),
		address: textIn(form, 'address'),
		locale: textIn(form, 'locale'),
		quietFrom: hour('quietFrom'),
		quietTo: hour('quietTo')
	};
}
