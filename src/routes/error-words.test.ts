import { expect, test } from 'vitest';
import { troubleWords } from '#lib/messages/trouble-words.ts';
import { errorWords } from './error-words.ts';

test.each([
	['an address that nothing answers', 404, 'Error: 404', 'This page does not exist.'],
	['words of our own', 404, 'There is no such topic.', 'There is no such topic.'],
	['a form that is not complete', 400, 'Error: 400', /role does not include it/],
	['what nobody foresaw', 500, 'secret details', 'Something went wrong. Details are in the log.']
])(
	'%s → said in the language of the page, and never in the framework’s words',
	(_, status, message, said) => {
		expect(errorWords({ status, error: { message } })).toMatch(said);
	}
);

test('a disk that is full → the page that met it says so, though it is the server’s fault', () => {
	const message = troubleWords('diskFull', {}, 'en');
	expect(errorWords({ status: 500, error: { message, code: 'diskFull' } })).toBe(message);
});
