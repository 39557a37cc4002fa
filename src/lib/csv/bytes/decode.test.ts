import { expect, test } from 'vitest';
import { decoder } from './decode.ts';

test('quotes, dashes and the euro in Windows-1252 → read as such, never as control characters', () => {
	const reading = decoder('windows-1252');
	const bytes = Uint8Array.of(0x6c, 0x92, 0xe9, 0x74, 0xe9, 0x20, 0x80, 0x20, 0x96);
	expect(reading.write(bytes) + reading.end()).toBe('l’été € –');
});

test('a stray Windows-1252 byte in UTF-8 → its character, counted as a fault', () => {
	const reading = decoder('utf-8');
	expect(reading.write(Uint8Array.of(0xc3, 0xa9, 0x80)) + reading.end()).toBe('é€');
	expect(reading.faults()).toBe(1);
});
