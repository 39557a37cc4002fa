import { expect, test } from 'vitest';
import { HOUR } from '#lib/duration.ts';
import { versionsBeside, type NamedSend } from './versions.ts';

const send = (name: string, more: Partial<NamedSend> = {}): NamedSend => ({
	sourceId: 1,
	campaign: name,
	name,
	sentAt: 0,
	...more
});
const names = (sends: NamedSend[]) =>
	versionsBeside(sends).map((version) => version.map(({ name }) => name));

test.each([
	['in English', 'Ebb #9 (version A)', 'Ebb #9 (version B)'],
	['in French', 'Marée 9 – variante 1', 'Marée 9 – variante 2'],
	['as a test', 'Ebb 9 - test A/B', 'Ebb 9 - test A/B 2']
])('two sends called versions of one %s → two versions', (_, a, b) => {
	expect(names([send(b), send(a)])).toEqual([[a], [b]]);
});

test('one version in two exports, with an id and without → one version', () => {
	const sends = [
		send('ebb 9 version a', { campaign: '1001', sentAt: null }),
		send('Ebb #9 (version A)', { campaign: '9f' }),
		send('Ebb #9 (version B)', { campaign: 'a0' })
	];
	expect(names(sends)).toEqual([['ebb 9 version a', 'Ebb #9 (version A)'], ['Ebb #9 (version B)']]);
});

test.each([
	['a day later', [send('Ebb #9'), send('Ebb #9 (resend)', { sentAt: 24 * HOUR })]],
	[
		'from another service',
		[send('Ebb #9 (version A)'), send('Ebb #9 (version B)', { sourceId: 2 })]
	],
	['under another name', [send('Ebb #9'), send('Ebb #9 for members')]],
	[
		'in a file of clicks and one of opens',
		[send('clics-ebb-9', { sentAt: null }), send('ouvertures-ebb-9', { sentAt: null })]
	],
	['alone', [send('Ebb #9')]],
	['nothing', []]
])('sent %s → no versions', (_, sends) => {
	expect(versionsBeside(sends)).toEqual([]);
});
