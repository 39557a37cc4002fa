import type { Finding } from '#lib/findings/overview.ts';
import { m } from '#lib/messages/compiled/messages.js';
import { countWord, type Formats } from '#lib/messages/format.ts';

type Message = (inputs: Record<string, string | number>) => string;

/** Words a finding in the reader's language; whole numbers stay numbers, for the plural to count. */
export function worded({ key, parameters }: Finding, say: Formats): string {
	const message = (m as unknown as Record<string, Message | undefined>)[key];
	if (!message) throw new RangeError(`no message ${key}`);

	const entries = Object.entries(parameters).map(([name, value]) => [
		name,
		typeof value === 'string'
			? value
			: Number.isInteger(value)
				? countWord(value, say)
				: say.lift(value)
	]);
	return message(Object.fromEntries(entries));
}
