import type { ServerResponse } from 'node:http';
import { expect, test } from 'vitest';
import { settingsFrom } from '#lib/server/settings.ts';
import { answerSecurityTxt } from './security-txt.ts';

function asked(url: string, contact: string | undefined, method = 'GET') {
	let body: string | undefined;
	const response = { writeHead: () => response, end: (text?: string) => (body = text) };
	const answered = answerSecurityTxt(
		{ url, method },
		response as unknown as ServerResponse,
		contact,
		Date.UTC(2026, 0, 1)
	);
	return answered ? body : null;
}

test('a security contact → security.txt until when it holds; no contact, or another path → no answer', () => {
	expect(asked('/.well-known/security.txt', 'mailto:security@example.org')).toBe(
		'Contact: mailto:security@example.org\nExpires: 2026-07-02T00:00:00Z\nPreferred-Languages: en, fr\n'
	);
	expect(asked('/.well-known/security.txt', undefined)).toBeNull();
	expect(asked('/.well-known/other', 'mailto:a@example.org')).toBeNull();
});

test.each([
	['security@example.org', 'mailto:security@example.org'],
	['https://example.org/security', 'https://example.org/security'],
	['', undefined]
])('%j as security contact → %s', (given, contact) => {
	const settings = settingsFrom({ SECURITY_CONTACT: given }, '/r', '/r');
	expect(settings.securityContact).toBe(contact);
});

test('a security contact that is neither address nor URL → refused at the start', () => {
	expect(() => settingsFrom({ SECURITY_CONTACT: 'call us' }, '/r', '/r')).toThrow(
		expect.objectContaining({ code: 'badContact' })
	);
});
