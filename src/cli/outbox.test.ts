import { expect, test } from 'vitest';
import { settingsFrom } from '#lib/server/settings.ts';
import { outboxOf } from './outbox.ts';

const settings = (env: Record<string, string>) => settingsFrom(env, '/rubrique', '/rubrique');

test('without a mail server no mail goes out', () => {
	expect(outboxOf(settings({})).mailer).toBeNull();
	expect(outboxOf(settings({ SMTP_URL: '' })).mailer).toBeNull();
});

test('a mail server is what its address says', () => {
	const env = { SMTP_URL: 'smtp://ana%40example.org:word@mail.example.com:587' };
	expect(outboxOf(settings({ ...env, ORIGIN: 'https://stats.example.com' }))).toMatchObject({
		address: 'https://stats.example.com'
	});
});

test.each(['mail.example.com:587', 'http://mail.example.com', 'nothing'])(
	'%s is no mail server',
	(SMTP_URL) => {
		expect(() => outboxOf(settings({ SMTP_URL }))).toThrow(
			expect.objectContaining({ code: 'badSmtp' })
		);
	}
);
