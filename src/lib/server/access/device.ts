import { DAY_SECONDS } from '#lib/duration.ts';
import { createHash, createHmac, randomBytes, timingSafeEqual } from 'node:crypto';
import { cookieIn, type Cookie } from './cookies.ts';

/**
 * Browsers in which somebody signed in before: their tries are counted apart, so that nobody is kept
 * out of their own by what others try in their name. It opens nothing by itself.
 */
export function devicesOf(secret: string) {
	const sign = (email: string, device: string) =>
		createHmac('sha256', secret).update(`device ${device} ${email}`).digest('base64url');

	// one for each person, so that two who share a browser do not lose theirs to each other
	const nameFor = (email: string) =>
		`rubrique.device-${createHash('sha256').update(`${secret} ${email}`).digest('hex').slice(0, 12)}`;

	return {
		/** The device that a request shows for this address; null for one that is not known. */
		known(email: string, headers: Headers): string | null {
			const shown = cookieIn(headers, nameFor(email));
			const [device = '', signature = ''] = shown.split('.');
			const [given, right] = [Buffer.from(signature), Buffer.from(sign(email, device))];
			return given.length === right.length && timingSafeEqual(given, right) ? device : null;
		},

		/** The cookie by which this browser is known from now on. */
		remember(email: string): Cookie {
			const device = randomBytes(12).toString('base64url');
			const value = `${device}.${sign(email, device)}`;
			return { name: nameFor(email), value, maxAge: 365 * DAY_SECONDS, path: '/sign-in' };
		}
	};
}
