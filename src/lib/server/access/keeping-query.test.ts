import { expect, test } from 'vitest';
import { keepingQuery } from './keeping-query.ts';

const at = (query: string) => new URL(`https://example.com/p/canal/ledger${query}`);

test.each([
	[
		'<form method="POST" action="?/add">',
		'?last=4&topic=3',
		'action="?/add&amp;last=4&amp;topic=3"'
	],
	['<button formaction="?/leave">', '?last=4', 'formaction="?/leave&amp;last=4"'],
	['<form action="?/add">', '?/change&last=4', 'action="?/add&amp;last=4"'],
	['<form action="?/add">', '', 'action="?/add"'],
	['<form action="?/add">', '?/add', 'action="?/add"'],
	['<form action="/sign-out">', '?last=4', 'action="/sign-out"'],
	['<form action="?/add">', '?find=%22%3E%3Cb%3E%26', 'action="?/add&amp;find=%22%3E%3Cb%3E%26"']
])('%s at %s → %s', (html, query, kept) => {
	expect(keepingQuery(html, at(query))).toContain(kept);
});
