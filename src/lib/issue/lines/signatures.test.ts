import { expect, test } from 'vitest';
import { signatureOf } from './signatures.ts';

test.each([
	['You just read issue #12 of Phares et balises.', 'buttondown'],
	['Brought to you by Buttondown, the easiest way to start.', 'buttondown'],
	['Sent with ❤ by MailerLite', 'mailerlite'],
	['Envoyé avec Brevo', 'brevo'],
	['Versendet mit Brevo', 'brevo'],
	['Created with Revue by Twitter.', 'revue'],
	['Built with Kit', 'kit'],
	['Powered by beehiiv', 'beehiiv'],
	['Why did I get this?', 'mailchimp'],
	['You just read three books on tides', null],
	['Sent with care by the museum', null],
	['Brevo raises prices for small senders', null],
	['How Ghost built its editor', null]
])('%s → %s', (text, service) => {
	expect(signatureOf(text)).toBe(service);
});
