import { m } from '#lib/messages/compiled/messages.js';
import type { Locale } from '#lib/locales.ts';
import { serviceName } from '#lib/providers/services.ts';

/** A service by the name it gives itself; without one, the columns said how to read its files. */
export function providerName(provider: string, options?: { locale: Locale }): string {
	return provider === 'by-hand' ? m['receipt.byHand']({}, options) : serviceName(provider);
}
