import { expect, test } from 'vitest';
import { isBesideIssues, isIssueDocument } from './is-issue-document.ts';

test.each([
	['issues/2024-01-07.html', '<html><body><p>News</p></body></html>', true],
	['issues/12.md', '# Issue 12\n\n[a](https://example.org)', true],
	['lettre-45.txt', 'La lettre n° 45', true],
	['notes.org', '#+title: Notes\n* News', true],
	['letter.eml', 'From: a@example.org\nSubject: News\nMIME-Version: 1.0\n\nHello', true],
	['114.emlx', '812      \nFrom: a@example.org\nSubject: News\n\nHello', true],
	['114.emlx', 'no headers at all', false],
	['page.mhtml', 'From: <Saved by Blink>\nSubject: News\nMIME-Version: 1.0\n\n', true],
	['clicks.txt', 'Email\tURL\na@example.org\thttps://example.com/', false],
	['readers.md', '| Email |\n|---|\n'.concat('| a@example.org |\n'.repeat(9)), false],
	['README.md', '# How this folder works', false],
	['LICENSE.txt', 'MIT', false],
	['email-template.html', '<html><body>{{ content }}</body></html>', false],
	['issues/14/index.html', '<html><body><p>News</p></body></html>', true],
	['issues/index.html', '<html><body><p>News</p></body></html>', false],
	['templates/issue.html', '<html><body>{{ content }}</body></html>', false],
	['clicks.csv', 'email,url', false],
	['letter.html', 'no markup at all', false],
	['letter.eml', 'no headers at all', false],
	['empty.txt', '', false],
	['picture.txt', '\u0000\u0001\u0002', false]
])('%s holding %j → an issue document: %s', (name, start, expected) => {
	expect(isIssueDocument(name, new TextEncoder().encode(start))).toBe(expected);
});

test.each([
	['index.html', '<html><body><p>News</p></body></html>', true],
	['lettre-brouillon.md', '# News', true],
	['index.csv', 'email,url', false],
	['template.txt', 'email\turl\na@example.org\thttps://example.com/', false],
	['14.html', '<html><body><p>News</p></body></html>', false]
])('%s holding %j → called as what lies beside issues: %s', (name, start, expected) => {
	expect(isBesideIssues(name, new TextEncoder().encode(start))).toBe(expected);
});
