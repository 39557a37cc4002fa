import { expect, test } from 'vitest';
import type { Trouble } from '#lib/trouble.ts';
import { decodeDocument } from './decode.ts';

const latin = Uint8Array.from('<p>Caf\xe9 \x80</p>', (c) => c.charCodeAt(0));

function utf16(text: string, little: boolean, mark: boolean) {
	const words = [...(mark ? '\ufeff' : ''), ...text].map((c) => c.charCodeAt(0));
	return Uint8Array.from(words.flatMap((w) => (little ? [w & 255, w >> 8] : [w >> 8, w & 255])));
}

// é is 0xE9 and € is 0x80 in Windows-1252, which browsers read ISO-8859-1 as: encoding.spec.whatwg.org
test.each([
	['UTF-8', new TextEncoder().encode('<p>Café €</p>')],
	['UTF-8 with a mark', new TextEncoder().encode('\ufeff<p>Café €</p>')],
	['UTF-16 little-endian', utf16('<p>Café €</p>', true, true)],
	['UTF-16 big-endian', utf16('<p>Café €</p>', false, true)],
	['UTF-16 without its mark', utf16('<p>Café €</p>', true, false)],
	['Windows-1252 that nothing announces', latin]
])('%s → decoded', (_, bytes) => {
	expect(decodeDocument('x.html', bytes)).toBe('<p>Café €</p>');
});

test('a charset that the document declares → decoded by it', () => {
	const bytes = Uint8Array.from('<meta charset="iso-8859-2"><p>\xb1</p>', (c) => c.charCodeAt(0));

	expect(decodeDocument('x.html', bytes)).toContain('<p>ą</p>');
});

test('UTF-8 bytes under another declared charset → decoded as UTF-8', () => {
	const bytes = new TextEncoder().encode('<meta charset="iso-8859-1"><p>é</p>');

	expect(decodeDocument('x.html', bytes)).toContain('<p>é</p>');
});

test('UTF-8 in which a sign was cut → the others as they are', () => {
	const bytes = Buffer.from('<p>é\u00c3</p><p>L’année à Brest</p>', 'utf8');
	const cut = Buffer.concat([bytes.subarray(0, 6), bytes.subarray(7)]);

	expect(decodeDocument('x.html', cut)).toContain('L’année à Brest');
});

test.each([
	['nothing', new Uint8Array(), 'fileEmpty'],
	['blanks', new TextEncoder().encode(' \n\t'), 'fileEmpty'],
	['a picture', Uint8Array.from([0x89, 0x50, 0x4e, 0x47, 0, 1, 2, 3, 0, 0, 5]), 'fileBinary']
])('%s → refused', (_, bytes, code) => {
	expect(() => decodeDocument('x', bytes)).toThrow(expect.objectContaining({ code } as Trouble));
});
