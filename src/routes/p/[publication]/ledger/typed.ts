import { choiceIn } from '../../../form.ts';

const KINDS = ['spend', 'value', 'placement'] as const;

export type Kind = (typeof KINDS)[number];

/** What a form is about. @throws {Trouble} badChoice */
export function kindOf(form: FormData): Kind {
	return choiceIn(form, 'kind', KINDS);
}

/** The cells of a form, trimmed; empty where there is none. */
export function typed(form: FormData): (name: string) => string {
	return (name) => {
		const cell = form.get(name);
		return typeof cell === 'string' ? cell.trim().slice(0, 300) : '';
	};
}
