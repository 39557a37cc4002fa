import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { faded, paperTokens } from './tokens.ts';

test('colours on paper → those of the light theme', () => {
	const css = readFileSync('src/app.css', 'utf8');
	const light = Object.keys(paperTokens).map((name) => [
		name,
		new RegExp(`--${name}: light-dark\\((#\\w+),`).exec(css)?.[1]
	]);
	expect(Object.fromEntries(light)).toEqual(paperTokens);
});

test('a colour in hex or as rgb() → faded to the opacity asked for', () => {
	expect(faded('#0a6780', 0.15)).toBe('rgba(10, 103, 128, 0.15)');
	expect(faded('rgb(1, 2, 3)', 0.15)).toBe('color-mix(in srgb, rgb(1, 2, 3) 15%, transparent)');
});
