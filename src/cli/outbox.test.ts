import { expect, test } from 'vitest';
import { settingsFrom } from '#lib/server/settings.ts';
import { outboxOf } from './outbox.ts';

const settings = (env: Record<string, string>) => settingsFrom(env, '/rubrique', '/rubrique');

test('no mail server configured → no mailer', () => {
	expect(outboxOf(settings({})).mailer).toBeNull();
	expect(outboxOf(settings({ SMTP_URL: '' })).mailer).toBeNull();
});

test('a mail server and an address of our own → a mailer, and links to that address', () => {
	const env = { SMTP_URL: 'smtp://ana%40example.org:word@mail.example.com:587' };
	expect(outboxOf(settings({ ...env, ORIGIN: 'https://stats.example.com' }))).toMatchObject({
		mailer: { send: expect.any(Function) },
		address: 'https://stats.example.com'
	});
});

test.each(['mail.example.com:587', 'http://mail.example.com', 'nothing'])(
	'%s as mail server → refused',
	(SMTP_URL) => {
		expect(() => outboxOf(settings({ SMTP_URL }))).toThrow(
			expect.objectContaining({ code: 'badSmtp' })
		);
	}
);
