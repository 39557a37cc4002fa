import { m } from '../messages/compiled/messages.js';
import type { Formats } from '../messages/format.ts';

/** The words of a curve of retention. */
export function keptWords(formats: Formats) {
	const options = { locale: formats.locale };
	return {
		format: formats.share,
		months: (n: number) => m['audience.months']({ n }, options),
		after: (n: number) => m['audience.curves.after']({ n }, options),
		atRisk: (n: number) => m['audience.curves.risk']({ n: formats.number(n) }, options)
	};
}
