import type { Locale } from '#lib/locales.ts';
import { m } from './compiled/messages.js';

/** Kinds of device that services name alike; whatever else they write is a name. */
const KINDS = [
	'desktop',
	'mobile',
	'tablet',
	'phone',
	'smartphone',
	'webmail',
	'other',
	'unknown'
] as const;

/** A kind of device, which services write in English, in the reader's language. */
export function deviceName(device: string, locale: Locale): string {
	const kind = KINDS.find((one) => one === device.toLowerCase());
	return kind ? m[`device.${kind}`]({}, { locale }) : device;
}
