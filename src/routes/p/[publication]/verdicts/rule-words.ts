import { words } from '#lib/messages/words.ts';
import { getLocale } from '#lib/messages/compiled/runtime.js';

export const ruleName = (rule: string) => words(`rule.${rule}`, {}, getLocale());
export const reasonName = (rule: string) => words(`reason.${rule}`, {}, getLocale());
export const missingWords = (why: string) => words(`missing.${why}`, {}, getLocale());

const FIELD = '\u0000';

/**
 * What a number of a rule means: the words before its field, and those after it.
 *
 * @example parameterWords('links') // => ['at least ', ' links']
 */
export function parameterWords(name: string): [before: string, after: string] {
	const [before = '', after = ''] = words(
		`rule.parameter.${name}`,
		{ field: FIELD },
		getLocale()
	).split(FIELD);
	return [before, after];
}

/**
 * The numbers of a rule as they are read: those that hold together, such as how many links within how
 * many seconds, on a line of their own.
 */
export function parameterLines<Parameter extends { path: string }>(
	parameters: readonly Parameter[]
): Parameter[][] {
	const lines = new Map<string, Parameter[]>();
	for (const parameter of parameters) {
		const within = parameter.path.replace(/\.[^.]*$/, '');
		lines.set(within, [...(lines.get(within) ?? []), parameter]);
	}
	return [...lines.values()];
}
