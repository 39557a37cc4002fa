import { plainText } from '#lib/plain-text.ts';
import { withoutAddresses } from '#lib/url/address.ts';

/** A note stands beside a line of a chart: longer ones are no notes. */
export const MOST_NOTE = 200;

/** What somebody wrote of a day, in one line and without what looks like an address; empty where nothing is left. */
export function noteText(text: string): string {
	return withoutAddresses(plainText(text), '…').replace(/\s+/g, ' ').trim();
}
