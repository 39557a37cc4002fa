import { m } from './compiled/messages.js';
import type { Locale } from './compiled/runtime.js';

/** The reasons for a topic: words of the item, and '' for its length. */
export function becauseWords(because: readonly string[], locale: Locale): string {
	return because.map((word) => word || m['manageTopics.length']({}, { locale })).join(', ');
}
