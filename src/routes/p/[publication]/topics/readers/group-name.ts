import { m } from '#lib/messages/compiled/messages.js';

const TENURES: Record<string, () => string> = {
	quarter: m['tenure.quarter'],
	year: m['tenure.year'],
	twoYears: m['tenure.twoYears'],
	older: m['tenure.older']
};

/** A group in the reader's language: a channel has the name that lists give it. */
export function groupName(group: string | number): string {
	return TENURES[group]?.() ?? String(group);
}
